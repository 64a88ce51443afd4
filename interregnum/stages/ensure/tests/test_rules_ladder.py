"""G1: when the ladder begins, and its clocks: over weekends, holidays, the year's end and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.actor import Role
from interregnum.kernel.period import AMSTERDAM
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.first_values import first_values
from interregnum.stages.ask.rules.calling import OfficeHours, is_working_day
from interregnum.stages.deliver.rules.course import Reading, alarmed, course_of, since_when
from interregnum.stages.deliver.rules.signals import Bound
from interregnum.stages.ensure.rules.ladder import STEPS, LadderStep, LadderTerms, cause_of, due_at, next_step
from interregnum.stages.ensure.rules.ladder_acts import may_act

TERMS = LadderTerms(**first_values()["ensure.ladder"])
OFFICE = OfficeHours(9, 17, dutch_holidays(2026))
BOUNDS = {
    "missed_reports": Bound(1, 2),
    "hours_unapproved": Bound(6, 11),
    "attendance_low": Bound(70, 50),
    "plan_late": Bound(28, 42),
}
START = date(2026, 3, 2)


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=AMSTERDAM)  # type: ignore[arg-type, misc]


def read(days: int, part: str, number: float | None) -> Reading:
    return Reading(START + timedelta(days=days), part, number)


def cause(readings: list[Reading], days: int) -> tuple[str, ...]:
    return cause_of(course_of(readings, BOUNDS), on=START + timedelta(days=days), terms=TERMS)


@pytest.mark.mission("G1")
def test_one_red_signal_begins_it_at_once() -> None:
    readings = [read(0, "missed_reports", 0), read(7, "missed_reports", 1), read(14, "missed_reports", 2)]
    assert cause(readings[:2], 13) == ()
    assert cause(readings, 14) == ("agenda",)


@pytest.mark.mission("G1")
def test_two_ambers_begin_it_after_two_weeks_and_one_never() -> None:
    readings = [read(0, "missed_reports", 1), read(5, "attendance_low", 65)]
    assert cause(readings, 18) == ()
    assert cause(readings, 19) == ("attendance_low", "agenda")
    assert cause(readings[:1], 200) == ()


def test_an_amber_that_was_gone_in_between_begins_anew() -> None:
    readings = [
        read(0, "missed_reports", 1),
        read(0, "attendance_low", 65),
        read(10, "attendance_low", 80),
        read(11, "attendance_low", 65),
    ]
    assert cause(readings, 24) == ()
    assert cause(readings, 25) == ("attendance_low", "agenda")
    assert since_when(course_of(readings, BOUNDS), "attendance_low") == START + timedelta(days=11)


def test_an_alarm_is_red_or_amber_for_long() -> None:
    until = START + timedelta(days=100)
    short = course_of([read(0, "attendance_low", 65), read(13, "attendance_low", 80)], BOUNDS)
    long = course_of([read(0, "attendance_low", 65), read(14, "attendance_low", 80)], BOUNDS)
    red = course_of([read(3, "attendance_low", 40), read(4, "attendance_low", 80)], BOUNDS)
    assert alarmed(short, "attendance_low", amber_days=14, until=until) is None
    assert alarmed(long, "attendance_low", amber_days=14, until=until) == START + timedelta(days=14)
    assert alarmed(red, "attendance_low", amber_days=14, until=until) == START + timedelta(days=3)
    still = course_of([read(0, "attendance_low", 65)], BOUNDS)
    assert alarmed(still, "attendance_low", amber_days=14, until=until) == until


@pytest.mark.mission("G1")
@pytest.mark.parametrize(
    ("step", "began", "due"),
    [
        # 48 real hours.
        (LadderStep.FIRST, local(2026, 3, 3, 10, 30), local(2026, 3, 5, 10, 30)),
        # From Friday afternoon they end on Sunday: as the office opens on Monday.
        (LadderStep.FIRST, local(2026, 3, 6, 16), local(2026, 3, 9, 9)),
        # They end at night: in the morning.
        (LadderStep.FIRST, local(2026, 3, 2, 3), local(2026, 3, 4, 9)),
        (LadderStep.FIRST, local(2026, 3, 2, 20), local(2026, 3, 5, 9)),
        # The clock goes forward on Sunday 29 March: 48 hours on Friday 10:00 are Sunday 11:00, so Monday 9:00.
        (LadderStep.FIRST, local(2026, 3, 27, 10), local(2026, 3, 30, 9)),
        # On the Saturday before, Monday 11:00 instead of 10:00: an hour of that night was not there.
        (LadderStep.FIRST, local(2026, 3, 28, 10), local(2026, 3, 30, 11)),
        # The clock goes back on Sunday 25 October: Saturday 11:00 becomes Monday 10:00.
        (LadderStep.FIRST, local(2026, 10, 24, 11), local(2026, 10, 26, 10)),
        # Christmas on Friday and Saturday: Thursday the 24th becomes Monday the 28th.
        (LadderStep.FIRST, local(2026, 12, 24, 12), local(2026, 12, 28, 9)),
        # Working days, the day itself not counted, until the office closes.
        (LadderStep.SECOND, local(2026, 3, 3, 10), local(2026, 3, 10, 17)),
        # Over Good Friday and Easter Monday (3 and 6 April).
        (LadderStep.SECOND, local(2026, 4, 1, 10), local(2026, 4, 10, 17)),
        # Over King's Day (27 April).
        (LadderStep.THIRD, local(2026, 4, 22, 10), local(2026, 5, 7, 17)),
        # Over both changes of the clock a day stays a day.
        (LadderStep.SECOND, local(2026, 3, 26, 16), local(2026, 4, 2, 17)),
        (LadderStep.SECOND, local(2026, 10, 23, 16), local(2026, 10, 30, 17)),
        # Over the year's end: 25 December and 1 January are Fridays.
        (LadderStep.THIRD, local(2026, 12, 18, 10), local(2027, 1, 5, 17)),
        (LadderStep.FOURTH, local(2026, 3, 5, 10), local(2026, 3, 9, 17)),
    ],
)
def test_the_clocks_of_the_steps(step: LadderStep, began: datetime, due: datetime) -> None:
    assert due_at(step, began, terms=TERMS, office=OFFICE) == due


@given(st.integers(0, 334 * 24 * 60), st.sampled_from(STEPS), st.integers(0, 500))
def test_a_step_is_due_later_while_the_office_is_open_and_never_before_an_earlier_one(
    into_year: int, step: LadderStep, minutes: int
) -> None:
    began = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=into_year)
    due = due_at(step, began, terms=TERMS, office=OFFICE)
    at = due.astimezone(AMSTERDAM)
    assert due > began
    assert is_working_day(at.date(), closed=OFFICE.closed)
    assert 9 <= at.hour + at.minute / 60 <= 17
    if step == LadderStep.FIRST:
        assert due - began >= timedelta(hours=48)
    assert due_at(step, began + timedelta(minutes=minutes), terms=TERMS, office=OFFICE) >= due


def test_the_steps_follow_each_other_and_have_their_people() -> None:
    assert [next_step(step) for step in STEPS] == [*STEPS[1:], None]
    assert may_act(LadderStep.FIRST, Role.SHADOW, has_shadow=True)
    assert not may_act(LadderStep.FIRST, Role.ACCOUNT_MANAGER, has_shadow=True)
    assert may_act(LadderStep.SECOND, Role.ACCOUNT_MANAGER, has_shadow=False)
    assert not any(may_act(LadderStep.THIRD, role, has_shadow=True) for role in Role if role != Role.PARTNER)
