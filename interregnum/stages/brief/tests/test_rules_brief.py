"""What a brief starts with, and what it lacks."""

from datetime import date

import pytest

from interregnum.kernel.lists import Assurance, Urgency
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.rules.completeness import ESSENTIAL, missing
from interregnum.stages.brief.rules.defaults import Said, Usual, defaults
from interregnum.stages.brief.tests.brief_world import brief_values

MONDAY = date(2026, 3, 2)
USUAL = Usual(
    role_mix=RoleMix(20, 15, 25, 40),
    weeks=52,
    assurance=Assurance.STANDARD,
    days_a_week=4,
    start_after_days={Urgency.HIGH: 7, Urgency.NORMAL: 28},
)


def test_a_request_that_says_nothing_gets_what_is_usual_for_its_category():
    first = defaults(Said(), usual=USUAL, on=MONDAY)
    assert (first.starts_on, first.weeks, first.days_a_week) == (date(2026, 3, 30), 52, 4)
    assert first.role_mix == USUAL.role_mix
    assert first.assurance is Assurance.STANDARD


def test_what_the_client_said_goes_before_what_is_usual():
    said = Said(urgency=Urgency.HIGH, starts_on=date(2026, 5, 4), weeks=12, days_a_week=3)
    first = defaults(said, usual=USUAL, on=MONDAY)
    assert (first.starts_on, first.weeks, first.days_a_week) == (date(2026, 5, 4), 12, 3)


def test_an_urgent_request_starts_within_a_week():
    assert defaults(Said(urgency=Urgency.HIGH), usual=USUAL, on=MONDAY).starts_on == date(2026, 3, 9)


def test_a_start_that_has_passed_becomes_today():
    assert defaults(Said(starts_on=date(2026, 1, 5)), usual=USUAL, on=MONDAY).starts_on == MONDAY


def test_a_complete_brief_lacks_only_what_was_left_empty():
    assert [each.code for each in missing(brief_values())] == ["screenings", "context"]
    # Where the law asks for none, nothing lacks when none is required.
    assert [each.code for each in missing(brief_values(sector="leasing"))] == ["context"]


def test_what_matters_most_is_named_first():
    bare = brief_values(problem=" ", result_wanted="", level=None, disciplines=(), starts_on=None, rate_ceiling=None)
    codes = [each.code for each in missing(bare)]
    assert codes == [
        "problem",
        "level",
        "disciplines",
        "starts_on",
        "result_wanted",
        "rate_ceiling",
        "screenings",
        "context",
    ]


@pytest.mark.parametrize("code", ESSENTIAL)
def test_nobody_can_be_looked_for_without(code):
    empty = {"problem": "", "problem_owner": "", "level": None, "disciplines": (), "starts_on": None, "days_a_week": 0}
    assert [each.code for each in missing(brief_values(**{code: empty[code]})) if each.is_essential] == [code]
