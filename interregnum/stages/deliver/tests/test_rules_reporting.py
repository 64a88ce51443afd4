"""Weeks, the mandate and the first plan, without a database."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.lists import Category
from interregnum.kernel.money import Money
from interregnum.kernel.period import Period, local_day
from interregnum.stages.deliver.rules.mandate import (
    EARLIEST_DAYS,
    Announcement,
    MandateFacts,
    announcement,
    check_announced,
    mandate_gaps,
)
from interregnum.stages.deliver.rules.plan_template import MEASURES, plan_template
from interregnum.stages.deliver.rules.reporting import (
    is_late,
    late_weeks,
    may_report,
    next_to_report,
    own_part,
    week_number,
    week_shown,
    weeks_begun,
    weeks_left,
    weeks_over,
)
from interregnum.stages.deliver.rules.states import Domain, Right
from interregnum.stages.deliver.texts import MEASURES as MEASURE_WORDS
from interregnum.stages.deliver.texts import PHASES as PHASE_WORDS

days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@st.composite
def terms(draw: st.DrawFn) -> Period:
    first = draw(days)
    return Period(first, first + timedelta(days=draw(st.integers(0, 600))))


@given(terms(), days)
def test_each_week_of_the_term_is_named_once_by_a_monday(term: Period, on: date) -> None:
    weeks = weeks_begun(term, on=on)
    assert all(monday.weekday() == 0 for monday in weeks)
    assert list(weeks) == sorted(set(weeks))
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(weeks))
    assert all(may_report(term, monday, on=on) is None for monday in weeks)
    assert (week_shown(term, on=on) in weeks) == (on >= term.first)


@given(terms(), days)
def test_who_reports_each_week_is_never_late(term: Period, on: date) -> None:
    reported = weeks_begun(term, on=on)
    assert late_weeks(term, reported=reported, on=on) == ()
    assert next_to_report(term, reported=reported, on=on) is None


@given(terms(), st.dates())
def test_an_announcement_lies_in_the_term_or_shortly_before_it(term: Period, day: date) -> None:
    refused = check_announced(day, term=term)
    assert (refused is None) == (day in Period(term.first - timedelta(days=EARLIEST_DAYS), term.last))
    assert check_announced(None, term=term) is None


@given(terms(), st.none() | days)
def test_who_goes_on_reports_from_the_own_first_day_and_never_outside_the_term(
    term: Period, since: date | None
) -> None:
    own = own_part(term, since)
    assert own.last == term.last
    assert own.first == (term.first if since is None else min(since, term.last))


@given(terms(), days)
def test_a_late_week_stays_late_until_it_is_reported(term: Period, on: date) -> None:
    late = late_weeks(term, reported=(), on=on)
    assert set(late) <= set(late_weeks(term, reported=(), on=on + timedelta(days=1)))
    assert all(on - monday >= timedelta(days=7) for monday in late)
    assert len(late) == weeks_over(term, on=on)
    if late:
        assert next_to_report(term, reported=(), on=on) == late[0]


def test_a_report_is_late_on_the_monday_after_its_week_and_not_on_sunday() -> None:
    monday = date(2026, 3, 2)
    assert not is_late(monday, on=date(2026, 3, 8))
    assert is_late(monday, on=date(2026, 3, 9))


@pytest.mark.parametrize(
    ("moment", "late"),
    [
        # The clock goes forward on Sunday 29 March 2026: Monday begins at 22:00 UTC.
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), True),
        # And back on Sunday 25 October 2026: Monday begins at 23:00 UTC.
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), True),
    ],
)
def test_the_week_ends_at_midnight_in_amsterdam_when_the_clock_changes(moment: datetime, late: bool) -> None:
    monday = date(2026, 3, 23) if moment.month == 3 else date(2026, 10, 19)
    assert is_late(monday, on=local_day(moment)) is late


def test_the_year_2026_has_a_week_53_that_runs_into_the_new_year() -> None:
    term = Period(date(2026, 12, 14), date(2027, 1, 15))
    weeks = weeks_begun(term, on=date(2027, 1, 15))
    assert [week_number(monday) for monday in weeks] == [51, 52, 53, 1, 2]
    assert weeks[2] == date(2026, 12, 28)
    assert week_shown(term, on=date(2027, 1, 1)) == date(2026, 12, 28)


def test_max_who_begins_on_thursday_reports_from_thursday_on() -> None:
    term = Period(date(2026, 3, 5), date(2026, 3, 31))
    assert weeks_begun(term, on=date(2026, 3, 4)) == ()
    assert weeks_begun(term, on=date(2026, 3, 5)) == (date(2026, 3, 2),)
    refused = may_report(term, date(2026, 3, 2), on=date(2026, 3, 4))
    assert refused is not None and refused.reasons[0].code == "deliver.week_not_begun"


def test_a_week_outside_the_term_or_not_named_by_its_monday_cannot_be_reported() -> None:
    term = Period(date(2026, 3, 2), date(2026, 3, 31))
    for day in (date(2026, 2, 23), date(2026, 3, 3), date(2026, 4, 6)):
        refused = may_report(term, day, on=date(2026, 5, 1))
        assert refused is not None and refused.reasons[0].code == "deliver.week_outside_term"


def test_weeks_to_go_count_down_to_nought() -> None:
    term = Period(date(2026, 3, 2), date(2026, 3, 15))
    assert [weeks_left(term, on=date(2026, 3, day)) for day in (1, 2, 8, 9, 15, 16)] == [2, 2, 2, 1, 1, 0]


@given(st.sampled_from(Category), terms())
def test_each_category_spreads_its_checkpoints_over_the_term(category: Category, term: Period) -> None:
    template = plan_template(category, term=term)
    ends = [phase.ends_on for phase in template.phases]
    assert ends == sorted(ends)
    assert all(day in term for day in ends)
    assert ends[-1] == term.last


def test_each_phase_and_measure_has_its_words() -> None:
    term = Period(date(2026, 3, 2), date(2026, 8, 28))
    codes = {phase.code for category in Category for phase in plan_template(category, term=term).phases}
    assert codes == PHASE_WORDS.keys()
    assert {code for codes in MEASURES.values() for code in codes} == MEASURE_WORDS.keys()


RIGHTS = dict.fromkeys(Domain, Right.PROPOSES)


def test_a_manager_who_may_only_propose_is_an_adviser() -> None:
    assert mandate_gaps(MandateFacts("", RIGHTS, None)) == ("deliver.nobody_to_report_to", "deliver.nothing_to_decide")


def test_deciding_about_money_needs_a_limit() -> None:
    rights = RIGHTS | {Domain.MONEY: Right.DECIDES}
    assert mandate_gaps(MandateFacts("Carla", rights, None)) == ("deliver.limit_needed",)
    assert mandate_gaps(MandateFacts("Carla", rights, Money(25_000))) == ()


@pytest.mark.parametrize(
    ("announced_on", "on", "expected"),
    [
        (None, date(2026, 3, 5), Announcement.TO_COME),
        (None, date(2026, 3, 6), Announcement.MISSING),
        (date(2026, 3, 5), date(2026, 3, 2), Announcement.TO_COME),
        (date(2026, 3, 5), date(2026, 3, 9), Announcement.IN_TIME),
        (date(2026, 3, 6), date(2026, 3, 9), Announcement.LATE),
    ],
)
def test_people_are_told_in_the_first_days_or_too_late(
    announced_on: date | None, on: date, expected: Announcement
) -> None:
    assert announcement(date(2026, 3, 2), announced_on, within_days=3, on=on) is expected
