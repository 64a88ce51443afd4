"""Days left in a week."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.stages.choose.rules.weeks import (
    Engagement,
    Room,
    WeekRoom,
    ends_soon,
    first_day_free,
    room_from,
    room_in,
)

MONDAY = date(2026, 3, 2)
FRIDAY = MONDAY + timedelta(days=4)
LONG = Period(MONDAY - timedelta(days=90), MONDAY + timedelta(days=90))


def room(**changes):
    known = {"free_from": MONDAY, "days": 5, "engagements": (), "away": ()}
    return room_in(MONDAY, **known | changes)


def test_who_has_nothing_to_do_is_free_for_what_is_on_offer():
    assert room(days=4) == WeekRoom(MONDAY, Room.FREE, 4)


def test_an_assignment_takes_its_days_and_leaves_a_part_of_the_week():
    assert room(engagements=[Engagement(LONG, 2)]) == WeekRoom(MONDAY, Room.PART, 3)
    assert room(days=3, engagements=[Engagement(LONG, 4)]) == WeekRoom(MONDAY, Room.BUSY, 0)


def test_who_is_free_from_a_later_day_has_the_rest_of_that_week():
    assert room(free_from=FRIDAY) == WeekRoom(MONDAY, Room.PART, 1)
    assert room(free_from=FRIDAY + timedelta(days=1)).room is Room.BUSY


def test_a_week_of_holiday_is_away_and_two_days_of_it_are_not():
    assert room(away=[Period(MONDAY, FRIDAY)]).room is Room.AWAY
    assert room(away=[Period(MONDAY, MONDAY + timedelta(days=1))]) == WeekRoom(MONDAY, Room.PART, 3)


def test_the_assignment_that_ends_first_is_named_when_that_is_soon():
    soon = Engagement(Period(MONDAY - timedelta(days=30), FRIDAY), 4)
    assert ends_soon([Engagement(LONG, 1), soon], on=MONDAY, weeks=4) == FRIDAY
    assert ends_soon([Engagement(LONG, 1)], on=MONDAY, weeks=4) is None


def test_who_is_taken_for_most_of_the_week_is_free_from_the_day_after():
    later = Period(LONG.last + timedelta(days=1), LONG.last + timedelta(days=30))
    assert first_day_free(MONDAY, days=4, engagements=[Engagement(LONG, 3)]) == later.first
    assert first_day_free(MONDAY, days=4, engagements=[Engagement(later, 4), Engagement(LONG, 4)]) == (
        later.last + timedelta(days=1)
    )
    assert first_day_free(MONDAY, days=4, engagements=[Engagement(later, 4)]) == later.last + timedelta(days=1)
    assert first_day_free(later.last + timedelta(days=9), days=4, engagements=[Engagement(later, 4)]) > later.last


def test_before_an_assignment_ends_the_rest_of_the_week_is_there():
    after = LONG.last + timedelta(days=1)
    assert room_from(after, [Engagement(LONG, 4)], on=MONDAY) == MONDAY
    assert room_from(FRIDAY, [Engagement(LONG, 4)], on=MONDAY) == FRIDAY


def test_who_keeps_half_of_the_week_is_free_now():
    assert first_day_free(MONDAY, days=4, engagements=[Engagement(LONG, 2)]) == MONDAY
    assert first_day_free(MONDAY, days=4, engagements=[Engagement(LONG, 1), Engagement(LONG, 2)]) > MONDAY


days = st.integers(-60, 60).map(lambda number: MONDAY + timedelta(days=number))
periods = st.tuples(days, st.integers(0, 50)).map(lambda pair: Period(pair[0], pair[0] + timedelta(days=pair[1])))


@given(days, st.integers(1, 5), st.lists(periods, max_size=3), st.lists(periods, max_size=3), st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_more_to_do_never_leaves_more_room(free_from, offered, engaged, away, each):
    engagements = [Engagement(period, each) for period in engaged]
    known = {"free_from": free_from, "days": offered}
    whole = room(**known)
    less = room(**known, engagements=engagements, away=away)
    assert 0 <= less.days <= whole.days <= offered
    assert (less.days > 0) == (less.room in {Room.FREE, Room.PART})
