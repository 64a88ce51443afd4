"""G2 H1: the shadow manager while the guarantee is honoured: stays on beside a successor, or resigns meanwhile."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import Preparation, Review, StatedIndependence
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    PRESSED,
    account_of_manager,
    case_of,
    nobody_else,
    press,
    running,
    succeeded,
)
from tests.life import Life
from tests.world import Cast, browser

pytestmark = pytest.mark.mission("H1")
TO_COME = {"due_on": date(2026, 4, 2), "starts_at": datetime(2026, 4, 2, 8, 0, tzinfo=UTC), "kind": "special"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(PRESSED, tick=False) as clock:
        yield clock


@pytest.fixture
def life(cast: Cast) -> Life:
    nobody_else(cast)
    return running(cast)


def home(cast: Cast) -> str:
    return browser(cast.anton).get(reverse("bureau:home")).text


@pytest.mark.mission("G2")
def test_whoever_stays_on_beside_a_successor_is_stated_to_be_independent_again(cast, life):
    first = StatedIndependence.objects.get()
    assert (first.shadow, first.manager, first.stated_by) == (cast.sara, cast.max_profile, cast.anton)
    page = reverse("bureau:ensure-independent", args=[life.assignment])
    assert page not in home(cast), "it was stated with the appointment"
    successor = succeeded(life, press(life, Choice.REPLACE)).manager
    assert Assignment.objects.get(code=life.assignment).manager == successor
    assert page in home(cast)
    appointed = reverse("bureau:ensure-appoint", args=[life.assignment])
    assert "It is not stated yet" in browser(cast.bea).get(appointed).text
    assert browser(cast.anton).post(page, {}).status_code == 422
    assert browser(cast.anton).post(page, {"is_independent": "on"}).status_code == 302
    assert page not in home(cast)
    assert f"no tie to {successor.name}: stated by Anton on" in browser(cast.bea).get(appointed).text
    told = Entry.objects.filter(kind="IndependenceStated").order_by("number").last()
    assert told.payload.content["manager"] == successor.code
    assert browser(cast.bea).post(page, {"is_independent": "on"}).status_code == 422
    assert StatedIndependence.objects.count() == 2


@pytest.mark.mission("G4")
def test_a_successor_reads_nothing_of_what_the_manager_before_prepared(cast, life):
    review = Review.objects.create(assignment=Assignment.objects.get(code=life.assignment), **TO_COME)
    told = {"side": "manager", "score": 3, "reason": "Geheim van Max.", "ready_at": PRESSED, "written_by": cast.max}
    Preparation.objects.create(review=review, version=1, **told)
    successor = succeeded(life, press(life, Choice.REPLACE)).manager
    address = reverse("manager:ensure-review-prepare", args=[review.code])
    person = account_of_manager(successor)
    assert browser(cast.max).get(address).status_code == 404
    page = browser(person).get(address)
    assert page.status_code == 200
    assert "Geheim van Max." not in page.text
    assert browser(person).post(address, {"version": "0", "risks": "Eigen blik.", "do": "save"}).status_code == 302
    assert Preparation.objects.filter(review=review, left_at=None).get().written_by == person


@pytest.mark.mission("G2")
def test_a_shadow_manager_who_resigns_meanwhile_stops_nothing(cast, life):
    """The case goes on by the same clock without them; the bureau appoints another, who reads along from then on."""
    code = press(life, Choice.REPLACE)
    case, resign = reverse("shadow:guarantee-case", args=[code]), f"/shadow/assignments/{life.assignment}/resign/"
    assert browser(cast.sara).get(case).status_code == 200
    assert "A guarantee that runs goes on" in browser(cast.sara).get(resign).text
    before = case_of(code)
    assert browser(cast.sara).post(resign, {"why": "Te druk."}).status_code == 302
    now = case_of(code)
    same = ("state", "complained_at", "picked_at", "proposal_id", "closed_at")
    assert [getattr(now, name) for name in same] == [getattr(before, name) for name in same]
    assert browser(cast.sara).get(case).status_code == 404
    appoint, desk = reverse("bureau:ensure-appoint", args=[life.assignment]), home(cast)
    assert appoint in desk
    assert reverse("bureau:guarantee-case", args=[code]) in desk
    successor = succeeded(life, code).manager
    assert Assignment.objects.get(code=life.assignment).manager == successor, "nobody had to wait"
    told = {"shadow": cast.oscar.code, "reason": "Volgt op.", "is_independent": "on"}
    assert browser(cast.anton).post(appoint, told).status_code == 302
    assert browser(cast.oscar).get(case).status_code == 200
    stated = StatedIndependence.objects.first()
    assert (stated.shadow, stated.manager) == (cast.oscar, successor)
