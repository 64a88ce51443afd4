"""D2: when somebody calls, and what the way to a start waits for."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import AMSTERDAM
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.ask.rules.calling import OfficeHours, call_by, is_working_day
from interregnum.stages.ask.rules.path import Wanted, critical_path

OFFICE = OfficeHours(9, 17, dutch_holidays(2026))
TERMS = {
    "proposal": 5, "choice": 5, "contract": 3, "screening": 28, "works_council": 28, "regulator": 42,
    "long_assignment": 26,
}  # fmt: skip


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("asked", "hours", "promised"),
    [
        (at(2, 9, 20), 2, at(2, 12)),
        (at(2, 9), 8, at(2, 17)),
        (at(6, 16, 30), 2, at(9, 11)),
        (at(7, 12), 8, at(9, 17)),
        (at(2, 23), 2, at(3, 11)),
        # Good Friday to Easter Monday, and King's Day.
        (at(2, 16, 30, month=4), 2, at(7, 11, month=4)),
        (at(24, 16, month=4), 2, at(28, 10, month=4)),
    ],
)
def test_the_call_is_promised_in_working_hours(asked, hours, promised):
    assert call_by(asked, within_hours=hours, office=OFFICE) == promised


@given(
    st.integers(0, 500_000).map(lambda minutes: at(1, 0, month=1) + timedelta(minutes=minutes)),
    st.integers(1, 24),
)
def test_whoever_asks_is_called_on_a_working_day_and_never_in_the_past(asked, hours):
    promised = call_by(asked, within_hours=hours, office=OFFICE)
    assert promised > asked
    assert is_working_day(promised.date(), closed=OFFICE.closed)
    assert OFFICE.opens <= promised.hour <= OFFICE.closes


def path(**wanted):
    return critical_path(Wanted(**wanted), called_on=date(2026, 3, 2), terms=TERMS, closed=OFFICE.closed)


def legs(found) -> dict[str, bool]:
    return {leg.code: leg.is_certain for leg in found.legs}


@pytest.mark.mission("D2")
def test_a_director_of_a_bank_waits_for_the_regulator():
    found = path(level="executive", sector="bank")
    assert legs(found)["regulator"] is legs(found)["works_council"] is legs(found)["screening"] is True
    assert found.slowest == "regulator"
    # Proposed on 7 March, chosen on 12 March, six weeks later the decision; the next working day is a Friday.
    assert found.first_day == date(2026, 4, 24)


def test_a_team_lead_outside_the_sector_waits_for_nobody():
    found = path(level="team", sector="other")
    assert set(legs(found)) == {"proposal", "choice", "contract"}
    assert found.first_day == date(2026, 3, 16)


def test_what_is_not_known_may_apply_and_decides_nothing():
    found = path()
    assert legs(found)["regulator"] is legs(found)["screening"] is False
    assert found.slowest == "contract"


def test_a_wish_that_cannot_be_kept_is_said_in_days():
    assert path(level="team", sector="bank", starts=date(2026, 3, 9)).late_days == 29
    assert path(level="team", sector="other", starts=date(2026, 6, 1)).late_days == 0


@pytest.mark.parametrize(("weeks", "advises"), [(26, False), (27, True), (None, False)])
def test_a_long_time_in_a_regular_seat_is_looked_at_together(weeks, advises):
    assert path(category="bridging", weeks=weeks).advises_on_contract is advises
