"""H1 H2: what is not to be filled any more asks nobody to look for a manager."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.stages.choose.queries import briefs_looked_for, open_briefs_page
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.guarantee.actions.close import drop, note_trustee
from interregnum.stages.guarantee.actions.complain import Way, choose_way
from interregnum.stages.guarantee.rules.states import Choice, Dropped
from interregnum.stages.guarantee.tests.guarantee_world import ON, PRESSED, nobody_else, press
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]


def looks(life) -> tuple[bool, bool, bool]:
    """Whether the desk, the page of open briefs and the page of free managers look for anybody."""
    desk = browser(life.cast.anton, language="en").get(reverse("bureau:home")).text
    return (
        "Look for managers for" in desk,
        open_briefs_page(seen_by=life.anton, on=ON).count > 0,
        bool(briefs_looked_for(seen_by=life.anton)),
    )


NOBODY = (False, False, False)


@pytest.mark.parametrize("found", [True, False])
@pytest.mark.parametrize("dropped", [Dropped.BANKRUPT, Dropped.OTHER])
def test_a_replacement_that_is_dropped_looks_for_nobody(life, dropped, found):
    if not found:
        nobody_else(life.cast)
    code = press(life, Choice.REPLACE)
    assert drop(complaint=code, dropped=dropped, why="Uitspraak.", by=life.anton, at=PRESSED) is None
    assert looks(life) == NOBODY


@pytest.mark.parametrize("found", [True, False])
def test_ending_after_replacing_looks_for_nobody(life, found):
    if not found:
        nobody_else(life.cast)
    code = press(life, Choice.REPLACE)
    assert choose_way(complaint=code, way=Way(choice=Choice.END), by=life.carla, at=PRESSED) is None
    assert looks(life) == NOBODY


def test_ending_at_once_looks_for_nobody(life):
    press(life, Choice.END)
    assert looks(life) == NOBODY


def test_what_goes_on_with_the_trustee_is_to_be_filled_again(life):
    code = press(life, Choice.REPLACE)
    assert drop(complaint=code, dropped=Dropped.BANKRUPT, why="Uitspraak.", by=life.anton, at=PRESSED) is None
    noted = {"words": "De curator betaalt vooruit.", "by": life.anton, "at": PRESSED}
    assert note_trustee(assignment=life.assignment, **noted) is None
    assert looks(life) == (True, True, True)


def test_one_whose_manager_goes_on_looks_for_nobody(life):
    code = press(life)
    assert drop(complaint=code, dropped=Dropped.BANKRUPT, why="Uitspraak.", by=life.anton, at=PRESSED) is None
    assert looks(life) == NOBODY
    noted = {"words": "De curator betaalt vooruit.", "by": life.anton, "at": PRESSED}
    assert note_trustee(assignment=life.assignment, **noted) is None
    assert looks(life) == NOBODY


@pytest.mark.parametrize("dropped", [Dropped.BANKRUPT, Dropped.MISTAKE])
def test_of_who_could_not_go_on_the_search_ends_with_the_bankruptcy_alone(life, dropped):
    """The bureau was to look for somebody, because the manager fell ill."""
    told = {"leaving": Leaving.ILL, "last_day": ON + timedelta(days=7), "by": life.anton, "at": PRESSED}
    assert leave(contract=life.contract, **told) is None
    assert looks(life) == (True, True, True)
    code = press(life)
    assert drop(complaint=code, dropped=dropped, why="Uitspraak.", by=life.anton, at=PRESSED) is None
    assert looks(life) == (NOBODY if dropped == Dropped.BANKRUPT else (True, True, True))
