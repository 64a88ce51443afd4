"""A pool of 300 invented managers: enough for every ordinary brief, and quick to draw from."""

from datetime import date
from itertools import product

import pytest

from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.kernel.lists import Category, Level
from interregnum.people.rules.roster import RosterRow
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.rules.values import Candidate
from interregnum.stages.choose.tests.rules_world import EVEN, a_brief
from tests.rosters import read_roster

DISCIPLINES = (
    *("general_management", "back_office", "sales", "marketing"),
    *("product_management", "finance", "human_resources", "process_management"),
)


def invented(seed: int = 7) -> str:
    return roster_csv(managers=300, seed=seed, on=date(2026, 1, 5))


@pytest.fixture(scope="module")
def rows() -> tuple[RosterRow, ...]:
    managers, faults = read_roster(invented())
    assert (len(managers), faults) == (300, ())
    return managers


@pytest.fixture(scope="module")
def pool(rows: tuple[RosterRow, ...]) -> list[Candidate]:
    return [Candidate.from_row(f"m{number:03d}", row) for number, row in enumerate(rows)]


def test_the_same_seed_invents_the_same_people_and_another_seed_others():
    assert invented() == invented()
    assert invented() != invented(seed=8)


def test_everybody_can_see_that_they_are_invented(rows):
    assert all(row.email.endswith("@example.org") and row.phone.startswith("+31 6 0000") for row in rows)


@pytest.mark.parametrize(("category", "discipline"), list(product(Category, DISCIPLINES)))
def test_every_category_and_discipline_has_several_to_choose_from(pool, category, discipline):
    brief = a_brief(category=category, level=Level.MIDDLE, disciplines=(discipline,), days_a_week=3)
    assert len(draw_shortlist(brief, pool, weights=EVEN, limit=5).scored) >= 3


@pytest.mark.parametrize("level", Level)
def test_every_level_has_several_to_choose_from(pool, level):
    drawn = draw_shortlist(a_brief(level=level, rate_ceiling=None), pool, weights=EVEN, limit=5)
    assert len(drawn.scored) >= 3


def test_an_address_or_a_name_never_counts(rows):
    brief = a_brief()
    for row in rows[:60]:
        other = RosterRow(**vars(row) | {"name": "Iemand Anders", "email": "ander@example.org", "phone": ""})
        drawn = [draw_shortlist(brief, [Candidate.from_row("m1", one)], weights=EVEN, limit=1) for one in (row, other)]
        assert drawn[0] == drawn[1]


def test_a_brief_that_asks_little_leaves_nearly_everybody_on_the_list(pool):
    brief = a_brief(
        level=Level.TEAM, rate_ceiling=None, disciplines=(), place="", days_a_week=1, starts_on=date(2027, 1, 4)
    )
    drawn = draw_shortlist(brief, pool, weights=EVEN, limit=len(pool))
    assert len(drawn.scored) + len(drawn.excluded) == len(pool)
    assert len(drawn.scored) > len(pool) / 2
