"""The next match names what an assignment of the firm proved, with its date and source; nothing before it was seen."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interregnum.people.models import Proven
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records
from interregnum.stages.learn.tests.learn_world import AFTER, SHOWN, ended
from interregnum.web.templatetags.web import NBSP
from tests.life import Life
from tests.world import browser, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.mission("B2", "D4")]
BEFORE = date(2026, 2, 2)
# The last day of the assignment, as an English page writes it.
DAY = "28 August 2026".replace(" ", NBSP)
HEADING = "What assignments of our firm prove"


@pytest.fixture
def life(db):
    """Max has an assignment behind him, and another client asks."""
    life = ended(make_cast())
    note_records(AFTER)
    life.number = Assignment.objects.get(code=life.assignment).number
    life.next = Life(life.cast, until="drawn")
    return life


def page_of(life: Life) -> str:
    with time_machine.travel(SHOWN):
        shortlist = str(draw_shortlist(brief=life.next.brief, by=life.anton, at=SHOWN))
        life.next.shortlist = shortlist
        return browser(life.cast.bea).get(reverse("bureau:choose-shortlist", args=[shortlist])).text


def test_a_shortlist_names_the_assignment_its_day_and_what_it_counts_for(life):
    before = page_of(life)
    assert HEADING not in before
    assert settle_proofs(SHOWN) == 1
    after = page_of(life)
    assert HEADING in after
    assert f"{life.number}, {DAY}: counts for: experience in this category" in after


def test_a_list_of_before_does_not_name_what_came_later(life):
    page_of(life)
    settle_proofs(SHOWN)
    Proven.objects.update(on=SHOWN.date().replace(year=2027))
    assert (
        HEADING not in browser(life.cast.bea).get(reverse("bureau:choose-shortlist", args=[life.next.shortlist])).text
    )


def test_one_that_failed_is_said_to_take_away(life):
    settle_proofs(SHOWN)
    Proven.objects.update(failed=True)
    assert f"{life.number}, {DAY}: did not succeed, and takes away from:" in page_of(life)


@pytest.mark.parametrize("failed", [False, True])
def test_the_client_reads_when_it_was_proven_and_not_where(life, failed):
    settle_proofs(SHOWN)
    Proven.objects.update(failed=failed, on=BEFORE)
    for step in (life.next.invited, life.next.answered, life.next.sent):
        step()
    page = browser(life.cast.carla).get(reverse("client:choose-proposal", args=[life.next.proposal])).text
    assert ("Proven in assignments of our firm" in page) is not failed
    assert ("2 February 2026: experience in this category".replace(" ", NBSP, 2) in page) is not failed
    assert life.number not in page
