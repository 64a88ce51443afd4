"""H1: the clock of a guarantee, across weekends, holidays and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.guarantee.rules.clock import (
    Kept,
    Moments,
    Step,
    Terms,
    end_of_working_day,
    hours_on,
    promises,
    working_day_after,
)

pytestmark = pytest.mark.mission("H1")
TERMS = Terms(
    decision_working_days=2,
    profile_hours=48,
    start_working_days=5,
    acknowledge_seconds=60,
    list_seconds=2,
    hearing_working_days=5,
    cause_working_days=10,
    profiles=2,
)
MOMENT = st.dates(date(2025, 1, 1), date(2027, 12, 31)).flatmap(
    lambda day: st.times().map(lambda hour: datetime.combine(day, hour, tzinfo=AMSTERDAM))
)


def amsterdam(*parts):
    return datetime(*parts, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("begun", "due"),
    [
        # In spring the night of 29 March has 23 hours, in autumn that of 25 October 25: 48 hours stay 48.
        (amsterdam(2026, 3, 28, 10), amsterdam(2026, 3, 30, 11)),
        (amsterdam(2026, 10, 24, 10), amsterdam(2026, 10, 26, 9)),
        (amsterdam(2026, 3, 2, 10), amsterdam(2026, 3, 4, 10)),
    ],
)
def test_forty_eight_hours_pass_on_the_clock(begun, due):
    assert hours_on(begun, 48) == due


@pytest.mark.parametrize(
    ("begun", "days", "due"),
    [
        # Thursday before Good Friday: Tuesday and Wednesday are the two days; Easter Monday is none.
        (amsterdam(2026, 4, 2, 11), 2, amsterdam(2026, 4, 9)),
        (amsterdam(2026, 3, 6, 23, 59), 2, amsterdam(2026, 3, 11)),
        # On a Saturday before the clock is changed.
        (amsterdam(2026, 3, 28, 12), 2, amsterdam(2026, 4, 1)),
        (amsterdam(2026, 10, 24, 12), 1, amsterdam(2026, 10, 27)),
        # Over New Year, when the holidays of two years count.
        (amsterdam(2026, 12, 31, 16), 2, amsterdam(2027, 1, 6)),
    ],
)
def test_a_working_day_is_none_of_weekend_and_holiday(begun, days, due):
    closed = {date(2026, 4, 3)} | dutch_holidays(begun.year)
    assert end_of_working_day(begun, days=days, closed=closed) == due


@given(MOMENT, st.integers(1, 10))
def test_the_end_of_a_working_day_is_a_midnight_after_as_many_working_days(begun, days):
    closed = dutch_holidays(begun.year)
    due = end_of_working_day(begun, days=days, closed=closed)
    last = local_day(due) - timedelta(days=1)
    between = [local_day(begun) + timedelta(days=one) for one in range(1, (last - local_day(begun)).days + 1)]
    assert (due.hour, due.minute) == (0, 0)
    assert sum(day.weekday() < 5 and day not in closed for day in between) == days
    assert last == working_day_after(local_day(begun), days=days, closed=closed)


@given(MOMENT, st.integers(1, 200))
def test_hours_are_as_long_as_they_are(begun, hours):
    assert (hours_on(begun, hours) - begun.astimezone(UTC)).total_seconds() == hours * 3600


BEGUN = amsterdam(2026, 3, 9, 10)


def clock(**moments):
    told = Moments(complained_at=BEGUN, acknowledged_at=BEGUN, **moments)
    return {one.step: one for one in promises(told, TERMS, closed=frozenset())}


def test_who_is_unsure_has_two_working_days():
    found = clock()
    assert list(found) == [Step.ACKNOWLEDGED, Step.CHOSEN, Step.HEARD]
    assert found[Step.CHOSEN].due_at == amsterdam(2026, 3, 12)
    assert found[Step.CHOSEN].kept(amsterdam(2026, 3, 11, 23)) == Kept.RUNNING
    assert found[Step.CHOSEN].kept(amsterdam(2026, 3, 12, 1)) == Kept.OVERDUE


def test_two_names_count_when_the_second_is_there():
    one = clock(chosen_at=BEGUN, listed_at=BEGUN, named_at=(BEGUN,), is_replacing=True, is_carried_out=True)
    assert one[Step.NAMED].kept(BEGUN + timedelta(hours=47)) == Kept.RUNNING
    late = BEGUN + timedelta(hours=49)
    two = clock(chosen_at=BEGUN, listed_at=BEGUN, named_at=(late, BEGUN), is_replacing=True, is_carried_out=True)
    assert two[Step.NAMED].kept(late) == Kept.LATE
    assert Step.STARTED not in two


def test_the_start_counts_from_the_client_s_own_pick():
    found = clock(chosen_at=BEGUN, picked_at=amsterdam(2026, 3, 11, 9), started_on=date(2026, 3, 18), is_replacing=True)
    assert found[Step.STARTED].due_at == amsterdam(2026, 3, 19)
    assert found[Step.STARTED].kept(BEGUN) == Kept.IN_TIME


def test_an_ending_needs_no_names():
    assert Step.NAMED not in clock(chosen_at=BEGUN, is_carried_out=True)
