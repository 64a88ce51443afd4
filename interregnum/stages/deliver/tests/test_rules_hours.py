"""Hours of a week: what is typed, what cannot be, and what an answer or a correction makes of the days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.minutes import clock, minutes_of
from interregnum.kernel.period import Period
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.deliver.rules.hours import (
    DayHours,
    HoursState,
    above_contract,
    answered,
    as_before,
    as_contracted,
    changes,
    check_hours,
    corrected,
    days_of,
    minutes_in,
    needs_reason,
    open_days,
    silent_after,
    state_of_week,
    weeks_to_write,
)

MONDAY = date(2026, 3, 2)
TERM = Period(MONDAY, date(2026, 8, 28))
SENT, APPROVED, RETURNED = HoursState.SENT, HoursState.APPROVED, HoursState.RETURNED


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("8", 480), (" 7,5 ", 450), ("7.5", 450), ("7:30", 450), ("", 0), ("0", 0), ("-1", -60), ("7,33", 440)],
)
def test_hours_are_read_as_people_type_them(typed, minutes):
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize(
    "typed", ["zes", "7:60", "7:5", "8:", ":30", "NaN", "Infinity", "9" * 40, "1e9", "--1", "²:30"]
)
def test_what_says_no_hours_is_none(typed):
    assert minutes_of(typed) is None


@given(st.integers(0, 24 * 60))
def test_hours_on_a_clock_are_read_back_as_the_same_minutes(minutes):
    assert minutes_of(clock(minutes)) == minutes


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 3, 2), 24)])
def test_a_day_is_as_long_as_the_clock_makes_it(day, hours):
    assert minutes_in(day) == hours * 60


@pytest.mark.parametrize(
    ("day", "minutes", "elsewhere", "code"),
    [
        (MONDAY, -60, 0, "deliver.hours_negative"),
        (MONDAY - timedelta(days=1), 60, 0, "deliver.hours_outside_term"),
        (MONDAY + timedelta(days=1), 60, 0, "deliver.hours_ahead"),
        (MONDAY, 24 * 60 + 1, 0, "deliver.hours_above_day"),
        (MONDAY, 16 * 60, 8 * 60 + 1, "deliver.hours_above_day_elsewhere"),
    ],
)
def test_hours_that_cannot_be_are_refused_beside_their_day(day, minutes, elsewhere, code):
    (reason,) = check_hours({day: minutes}, term=TERM, elsewhere={day: elsewhere}, on=MONDAY)
    assert (reason.code, reason.field) == (code, f"day_{day.weekday()}")


def test_a_whole_day_in_two_assignments_together_is_no_more_than_a_day():
    assert check_hours({MONDAY: 16 * 60}, term=TERM, elsewhere={MONDAY: 8 * 60}, on=MONDAY) == ()
    # Nothing on a day to come, or outside the term, is simply an empty field.
    assert check_hours(dict.fromkeys(days_of(MONDAY), 0), term=TERM, elsewhere={}, on=MONDAY) == ()


def test_a_week_as_contracted_has_no_hours_on_a_holiday_nor_on_a_day_to_come():
    easter = date(2026, 4, 6)
    days = open_days(easter, term=TERM, on=easter + timedelta(days=3))
    found = as_contracted(days, days_a_week=4, day_minutes=480, closed=dutch_holidays(2026))
    assert found == dict.fromkeys([date(2026, 4, day) for day in (7, 8, 9)], 480)


def test_a_week_as_before_copies_day_by_day_and_leaves_holidays_empty():
    before = {date(2026, 3, 30): 480, date(2026, 4, 1): 240}
    days = days_of(date(2026, 4, 6))
    assert as_before(days, before=before, closed=dutch_holidays(2026)) == {date(2026, 4, 8): 240}


def test_a_week_is_to_be_written_from_the_day_after_its_thursday():
    thursday = MONDAY + timedelta(days=3)
    assert weeks_to_write(TERM, sent=(), on=thursday) == ()
    assert weeks_to_write(TERM, sent=(), on=thursday + timedelta(days=1)) == (MONDAY,)
    assert weeks_to_write(TERM, sent=[MONDAY], on=thursday + timedelta(days=1)) == ()


def test_an_answer_approves_what_waits_and_sends_back_what_is_named():
    tuesday = MONDAY + timedelta(days=1)
    before = {MONDAY: DayHours(480, SENT), tuesday: DayHours(600, SENT, 480)}
    now = answered(before, [tuesday])
    assert now == {MONDAY: DayHours(480, APPROVED, 480), tuesday: DayHours(600, RETURNED, 480)}
    assert state_of_week(each.state for each in now.values()) == RETURNED


def test_a_correction_waits_and_what_was_approved_stands_meanwhile():
    before = {MONDAY: DayHours(480, APPROVED, 480)}
    changed = changes(before, {MONDAY: 420})
    assert changed == {MONDAY: (480, 420)}
    assert corrected(before, changed) == {MONDAY: DayHours(420, SENT, 480)}
    assert needs_reason(before, changed)


def test_a_day_that_came_back_is_changed_without_a_word_and_left_with_one():
    before = {MONDAY: DayHours(480, RETURNED)}
    assert not needs_reason(before, {MONDAY})
    assert needs_reason(before, ())
    assert corrected(before, {}) == {MONDAY: DayHours(480, SENT)}


@given(st.lists(st.tuples(st.integers(0, 1440), st.sampled_from([SENT, APPROVED, RETURNED])), min_size=7, max_size=7))
def test_after_an_answer_no_day_waits_and_no_approved_day_has_changed(found):
    before = {
        day: DayHours(minutes, state, minutes if state == APPROVED else None)
        for day, (minutes, state) in zip(days_of(MONDAY), found, strict=True)
    }
    after = before | answered(before, ())
    assert all(day.state != SENT for day in after.values())
    assert all(after[day] == one for day, one in before.items() if one.state == APPROVED)


def test_silence_counts_working_days_and_no_holidays():
    thursday = date(2026, 4, 2)
    # Good Friday and Easter Monday are holidays: the two days are Tuesday and Wednesday.
    assert silent_after(thursday, working_days=2, closed=dutch_holidays(2026)) == date(2026, 4, 8)


@given(st.integers(0, 7 * 1440), st.integers(0, 7 * 1440))
def test_above_the_contract_is_what_is_left_when_its_hours_are_taken_off(minutes, contracted):
    above = above_contract(minutes, contracted=contracted)
    assert above == (minutes - min(minutes, contracted) if contracted else 0)
