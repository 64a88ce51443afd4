"""The rhythm of reviews, when one may be planned, moved and begun, and what it tells."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.period import AMSTERDAM, Period
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.first_values import first_values
from interregnum.stages.ask.rules.calling import OfficeHours, is_working_day
from interregnum.stages.contract.rules.lasting import TAKEN_FROM, Lasting
from interregnum.stages.ensure.rules.review_cadence import (
    APART,
    Due,
    Kept,
    changes,
    days_of_reviews,
    moment_of,
)
from interregnum.stages.ensure.rules.review_signals import Held, Level, ReviewSignalKind, signals_of
from interregnum.stages.ensure.rules.reviews import (
    ALL_SIDES,
    ReviewKind,
    ReviewState,
    Side,
    check_moment,
    check_start,
    may_read,
)

VALUES = first_values()
LIMITS = VALUES["ensure.review_signals"]
TERM = Period(date(2026, 3, 2), date(2026, 8, 28))
CLOSED = dutch_holidays(2026)
OFFICE = OfficeHours(9, 17, closed=CLOSED)


def weeks(category: Category, assurance: Assurance) -> int:
    signed = Lasting.from_values({name: VALUES[parameter] for name, parameter in TAKEN_FROM.items()})
    return signed.weeks_between(category, assurance)


@pytest.mark.mission("G4")
@pytest.mark.parametrize(
    ("category", "assurance", "expected"),
    [
        (Category.CHANGE, Assurance.STANDARD, 4),
        (Category.BRIDGING, Assurance.LIGHT, 8),
        (Category.CHANGE, Assurance.INTENSIVE, 2),
        (Category.CRISIS, Assurance.LIGHT, 1),
        (Category.CRISIS, Assurance.NONE, 1),
        (Category.PROJECT, Assurance.NONE, 0),
    ],
)
def test_assurance_and_category_set_the_rhythm(category, assurance, expected):
    assert weeks(category, assurance) == expected


def days(**more):
    return days_of_reviews(TERM, **{"weeks": 4, "landing_days": 10, "phases": (), "closed": CLOSED} | more)


def test_after_landing_then_every_four_weeks_and_at_the_end_of_a_phase():
    due = days(phases=[date(2026, 4, 30)])
    assert due[0] == Due(date(2026, 3, 12), ReviewKind.LANDING)
    assert Due(date(2026, 4, 30), ReviewKind.PHASE) in due
    # Eight weeks after the start is 27 April, a holiday, so the 28th: two days from the end of the phase, and one talk.
    assert date(2026, 4, 28) not in {one.day for one in due}
    assert Due(date(2026, 5, 26), ReviewKind.REGULAR) in due, "25 May is Whit Monday"


@given(
    first=st.dates(date(2026, 1, 1), date(2027, 6, 30)),
    length=st.integers(0, 500),
    rhythm=st.integers(0, 8),
    phases=st.lists(st.integers(0, 500), max_size=5),
)
def test_every_day_lies_in_the_term_on_a_working_day_and_apart(first, length, rhythm, phases):
    term = Period(first, first + timedelta(days=length))
    ends = [first + timedelta(days=number) for number in phases]
    due = days_of_reviews(term, weeks=rhythm, landing_days=10, phases=ends, closed=CLOSED)
    assert bool(rhythm) or not due
    assert all(one.day in term and is_working_day(one.day, closed=CLOSED) for one in due)
    assert all(after.day - before.day >= APART for before, after in pairwise(due))


def test_ten_oclock_stays_ten_oclock_when_the_clock_is_put_forward_and_back():
    for day, utc in ((date(2026, 3, 27), 9), (date(2026, 3, 30), 8), (date(2026, 10, 23), 8), (date(2026, 10, 26), 9)):
        assert moment_of(day).astimezone(UTC).hour == utc


ON = date(2026, 3, 2)
WINDOW = Period(date(2026, 3, 5), date(2026, 3, 29))


def changed(due, kept, *, known=frozenset(), term=TERM):
    return changes(due, kept, known=known, term=term, window=WINDOW, on=ON)


def test_what_is_due_soon_is_planned_once_and_what_is_due_no_more_is_taken_out():
    soon, later = Due(date(2026, 3, 12), ReviewKind.LANDING), Due(date(2026, 4, 30), ReviewKind.PHASE)
    assert changed([soon, later], []).plan == (soon,)
    kept = Kept("a", soon.day, soon.day, is_moved=False)
    again = changed([soon, later], [kept], known={soon.day})
    assert (again.plan, again.cancel) == ((), ())
    assert changed([later], [kept], known={soon.day}).cancel == ("a",)
    moved = Kept("a", soon.day, date(2026, 3, 17), is_moved=True)
    assert changed([later], [moved], known={soon.day}).cancel == (), "people put it there"
    short = Period(TERM.first, date(2026, 3, 13))
    assert changed([later], [moved], known={soon.day}, term=short).cancel == ("a",), "outside the term"


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (datetime(2026, 8, 31, 10, tzinfo=AMSTERDAM), "ensure.review_outside_term"),
        (datetime(2026, 2, 27, 10, tzinfo=AMSTERDAM), "ensure.review_outside_term"),
        (datetime(2026, 4, 6, 10, tzinfo=AMSTERDAM), "choose.slot_closed"),
        (datetime(2026, 3, 29, 10, tzinfo=AMSTERDAM), "choose.slot_closed"),
        (datetime(2026, 3, 30, 16, 30, tzinfo=AMSTERDAM), "choose.slot_hours"),
        (datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM), "choose.slot_past"),
    ],
)
def test_a_moment_that_cannot_be_kept_is_refused(moment, code):
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    refused = check_moment(moment, at=at, term=TERM, office=OFFICE)
    assert refused is not None
    assert refused.reasons[0].code == code


def test_the_last_whole_hour_before_closing_holds_after_the_clock_was_put_forward():
    moment = datetime(2026, 3, 30, 14, 0, tzinfo=UTC)
    assert check_moment(moment, at=moment - timedelta(days=5), term=TERM, office=OFFICE) is None


def test_it_begins_at_its_moment_with_all_three():
    moment = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
    assert check_start(starts_at=moment, at=moment, present=ALL_SIDES) is None
    early = check_start(starts_at=moment, at=moment - timedelta(minutes=1), present=ALL_SIDES)
    assert early is not None
    assert early.reasons[0].code == "ensure.review_ahead"
    two = check_start(starts_at=moment, at=moment, present=ALL_SIDES - {Side.CLIENT})
    assert two is not None
    assert two.reasons[0].facts == {"lacking": 1}


@given(of=st.sampled_from(Side), reader=st.sampled_from([*Side, None]), state=st.sampled_from(ReviewState))
def test_what_somebody_prepared_is_theirs_until_it_begins(of, reader, state):
    begun = state in {ReviewState.OPEN, ReviewState.TO_SIGN, ReviewState.SIGNED}
    assert may_read(of, reader, state) == (begun or of == reader)


def told(scores=None, *, state=ReviewState.SIGNED, moves=0, before=None):
    scores = {Side.CLIENT: 8, Side.MANAGER: 8, Side.SHADOW: 8} | (scores or {})
    held = Held(state, moves, {side: score for side, score in scores.items() if score}, before)
    return [(one.kind, one.level) for one in signals_of(held, limits=LIMITS)]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({}, []),
        ({"scores": {Side.MANAGER: 7}}, []),
        ({"scores": {Side.CLIENT: 7, Side.MANAGER: 9}}, [(ReviewSignalKind.GAP, Level.AMBER)]),
        ({"scores": {Side.CLIENT: 7, Side.MANAGER: 10}}, [(ReviewSignalKind.GAP, Level.RED)]),
        ({"scores": {Side.CLIENT: 6, Side.MANAGER: 7}}, [(ReviewSignalKind.SCORE, Level.AMBER)]),
        ({"scores": {Side.CLIENT: 5, Side.MANAGER: 6}}, [(ReviewSignalKind.SCORE, Level.RED)]),
        ({"scores": {Side.CLIENT: 7, Side.MANAGER: 8}, "before": 9}, [(ReviewSignalKind.DROP, Level.RED)]),
        ({"scores": {Side.SHADOW: 0}}, [(ReviewSignalKind.UNPREPARED, Level.AMBER)]),
        ({"moves": 1}, []),
        ({"moves": 2}, [(ReviewSignalKind.MOVED, Level.AMBER)]),
        ({"state": ReviewState.SKIPPED, "scores": {Side.CLIENT: 1}}, [(ReviewSignalKind.SKIPPED, Level.RED)]),
        ({"state": ReviewState.PLANNED, "scores": {Side.CLIENT: 1}}, []),
    ],
)
def test_what_a_review_tells(held, expected):
    assert told(**held) == expected
