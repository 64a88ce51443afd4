"""Each criterion at its edges; the worked examples are in docs/rules/scoring.md."""

from datetime import timedelta

import pytest

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.tests.rules_world import MONDAY, a_brief, a_manager


def points(criterion: str, *, brief: dict | None = None, **manager: object) -> int:
    return CRITERIA[criterion](a_manager(**manager), a_brief(**brief or {})).points


@pytest.mark.mission("D2")
@pytest.mark.parametrize(
    ("days", "expected"), [(-400, 1000), (0, 1000), (1, 929), (7, 500), (13, 72), (14, 0), (99, 0)]
)
def test_a_later_start_earns_less(days, expected):
    assert points("choose.start", available_on=MONDAY + timedelta(days=days)) == expected


@pytest.mark.mission("D3")
@pytest.mark.parametrize(
    ("cases", "referees", "expected"),
    [
        (0, 0, 0),
        (0, 9, 0),
        (1, 0, 280),
        (1, 1, 380),
        (1, 9, 380),
        (2, 2, 620),
        (6, 0, 700),
        (6, 3, 1000),
        (50, 50, 1000),
    ],
)
def test_proof_with_a_referee_counts_more(cases, referees, expected):
    assert points("choose.issue", reasons={Reason.PERFORMANCE: cases}, cases_with_referee=referees) == expected


@pytest.mark.mission("D3")
def test_cases_with_another_issue_do_not_count():
    assert points("choose.issue", reasons={Reason.KEEP_RUNNING: 9}, cases_with_referee=9) == 0


def test_a_second_reason_without_proof_halves_the_proof():
    two = {"reasons": (Reason.PERFORMANCE, Reason.KEEP_RUNNING)}
    assert points("choose.issue", brief=two, reasons={Reason.PERFORMANCE: 6}, cases_with_referee=0) == 350


@pytest.mark.mission("A3")
@pytest.mark.parametrize(
    ("cases", "expected"), [(0, 0), (1, 400), (2, 600), (3, 750), (4, 850), (5, 925), (6, 1000), (40, 1000)]
)
def test_experience_with_the_category(cases, expected):
    assert points("choose.category", categories={Category.CHANGE: cases, Category.CRISIS: 9}) == expected


@pytest.mark.mission("E2")
@pytest.mark.parametrize(
    ("category", "context", "expected"),
    [
        (Category.CHANGE, None, 400),
        (Category.CHANGE, Context.PRIMARY, 400),
        (Category.CHANGE, Context.PROJECT, 600),
        (Category.PROJECT, Context.PROJECT, 750),
    ],
)
def test_project_cases_help_in_a_project(category, context, expected):
    known = {Category.CHANGE: 1, Category.PROJECT: 3}
    assert points("choose.category", brief={"category": category, "context": context}, categories=known) == expected


@pytest.mark.mission("E1")
@pytest.mark.parametrize(
    ("asked", "offered", "expected"),
    [
        (Level.TEAM, Level.TEAM, 850),
        (Level.TEAM, Level.MIDDLE, 1000),
        (Level.TEAM, Level.SENIOR, 700),
        (Level.TEAM, Level.EXECUTIVE, 400),
        (Level.TEAM, Level.SUPERVISORY, 100),
        (Level.SENIOR, Level.EXECUTIVE, 1000),
        (Level.SENIOR, Level.PROGRAMME, 850),
        (Level.SENIOR, Level.MIDDLE, 400),
        (Level.SENIOR, Level.TEAM, 0),
        (Level.PROGRAMME, Level.PROGRAMME, 1000),
        (Level.PROGRAMME, Level.SENIOR, 850),
        (Level.SPECIALIST, Level.SPECIALIST, 1000),
        (Level.SPECIALIST, Level.SENIOR, 700),
        (Level.SPECIALIST, Level.SUPERVISORY, 300),
    ],
)
def test_one_level_above_the_role_is_best(asked, offered, expected):
    assert points("choose.level", brief={"level": asked}, level=offered) == expected


@pytest.mark.mission("E3")
@pytest.mark.parametrize(
    ("asked", "expected"),
    [((), 1000), (("finance",), 1000), (("finance", "sales", "back_office"), 666), (("sales",), 0)],
)
def test_the_share_of_the_disciplines(asked, expected):
    assert points("choose.discipline", brief={"disciplines": asked}) == expected


@pytest.mark.mission("E3")
@pytest.mark.parametrize(
    ("asked", "known", "expected"),
    [("", (), 1000), ("bank", ("bank",), 1000), ("bank", ("insurer",), 400), ("bank", (), 0)],
)
def test_the_corner_of_the_market(asked, known, expected):
    assert points("choose.sector", brief={"sector": asked}, sectors=known) == expected


@pytest.mark.mission("B3")
@pytest.mark.parametrize(
    ("offered", "expected"),
    [(RoleMix(25, 20, 15, 40), 1000), (RoleMix(45, 20, 15, 20), 800), (RoleMix(100, 0, 0, 0), 250)],
)
def test_the_four_roles(offered, expected):
    assert points("choose.role_mix", role_mix=offered) == expected


def test_nothing_in_common_is_no_points():
    opposite = {"role_mix": RoleMix(0, 100, 0, 0)}
    assert points("choose.role_mix", brief=opposite, role_mix=RoleMix(100, 0, 0, 0)) == 0


@pytest.mark.mission("D4")
@pytest.mark.parametrize(
    ("weeks", "expected"), [(None, 0), (0, 1000), (2, 1000), (3, 950), (6, 800), (21, 50), (22, 0), (520, 0)]
)
def test_a_quicker_first_result_earns_more(weeks, expected):
    assert points("choose.speed", first_result_weeks=weeks) == expected


@pytest.mark.mission("D5")
@pytest.mark.parametrize(
    ("market", "expected"),
    [
        ((), 1000),
        (("Niemand B.V.",), 1000),
        (("Proefpolis Verzekeringen",), 750),
        (("proefpolis verzekeringen nv",), 750),
    ],
)
def test_a_past_in_the_market_of_the_client_makes_less_of_an_outsider(market, expected):
    assert points("choose.outsider", brief={"market": market}) == expected


def test_five_ties_to_the_market_leave_nothing():
    five = tuple(f"Bedrijf {number}" for number in range(5))
    assert points("choose.outsider", brief={"market": five}, former_employers=five) == 0


@pytest.mark.mission("D8")
@pytest.mark.parametrize(
    ("deadlocks", "referees", "expected"), [(0, 0, 0), (0, 5, 0), (1, 0, 200), (1, 1, 400), (3, 1, 575), (6, 6, 1000)]
)
def test_deadlocks_broken_and_who_can_confirm_it(deadlocks, referees, expected):
    assert points("choose.breakthrough", deadlocks_broken=deadlocks, cases_with_referee=referees) == expected


@pytest.mark.mission("D1")
@pytest.mark.parametrize(
    ("asked", "offered", "expected"), [(5, 5, 1000), (4, 5, 1000), (4, 4, 800), (3, 3, 600), (3, 4, 800), (1, 5, 1000)]
)
def test_room_to_do_more(asked, offered, expected):
    assert points("choose.capacity", brief={"days_a_week": asked}, days_a_week=offered) == expected
