"""What a case asks of client, manager and bureau stands on their desks, and goes when it was done."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.period import local_day
from interregnum.stages.learn.actions.case_consent import answer_case, object_no_more, object_to_case
from interregnum.stages.learn.actions.case_time import keep_library
from interregnum.stages.learn.models import Case
from interregnum.stages.learn.queries.case_desks import CaseWanted, cases_waiting
from interregnum.stages.learn.rules.case_states import Answer
from interregnum.stages.learn.tests.case_world import CLOSED_AT, agreed, closed, expect, offered, written
from tests.world import browser, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.mission("D3")]


@pytest.fixture
def life(db):
    return closed(make_cast())


def wanted(life) -> dict[str, list[CaseWanted]]:
    people = ("bea", "anton", "carla", "max", "otto", "dirk", "olga")
    actors = {name: life.cast.actor(getattr(life.cast, name)) for name in people}
    found = {name: [line.wanted for line in cases_waiting(seen_by=actor)] for name, actor in actors.items()}
    return {name: lines for name, lines in found.items() if lines}


def test_a_text_that_was_offered_waits_for_the_client_and_is_read_by_the_manager(life):
    written(life)
    assert wanted(life) == {"bea": [CaseWanted.WRITE], "anton": [CaseWanted.WRITE]}
    Case.objects.all().delete()
    case = offered(life)
    assert wanted(life) == {"carla": [CaseWanted.ANSWER], "max": [CaseWanted.READ]}
    told = {"assignment": life.assignment, "version": case.version, "at": CLOSED_AT}
    expect(object_to_case(words="Te herkenbaar.", by=life.cast.actor(life.cast.max), **told))
    held = [CaseWanted.HELD]
    assert wanted(life) == {"bea": held, "anton": held, "carla": [CaseWanted.ANSWER]}
    said = {"answer": Answer.AGREE, "on_site": True, "in_proposals": False, "words": ""}
    expect(answer_case(by=life.cast.actor(life.cast.carla), **said, **told))
    assert wanted(life) == {"bea": held, "anton": held}
    expect(object_no_more(assignment=life.assignment, by=life.cast.actor(life.cast.max), at=CLOSED_AT))
    assert wanted(life) == {}


def test_a_change_that_is_asked_for_waits_for_the_bureau(life):
    case = offered(life)
    said = {"answer": Answer.CHANGE, "on_site": False, "in_proposals": False, "words": "Korter graag."}
    by = life.cast.actor(life.cast.carla)
    expect(answer_case(assignment=life.assignment, version=case.version, by=by, at=CLOSED_AT, **said))
    assert wanted(life) == {"bea": [CaseWanted.CHANGE], "anton": [CaseWanted.CHANGE]}


def test_a_consent_that_expired_is_asked_for_anew(life):
    case = agreed(life)
    assert wanted(life) == {}
    keep_library(CLOSED_AT + (case.live_until - local_day(CLOSED_AT)) + timedelta(days=1))
    assert wanted(life) == {"bea": [CaseWanted.AGAIN], "anton": [CaseWanted.AGAIN]}


@pytest.mark.parametrize(
    ("who", "desk", "words"),
    [
        ("carla", "client", "Zeg of wij over uw opdracht mogen vertellen, zonder namen"),
        ("max", "manager", "Lees wat wij willen vertellen over uw opdracht bij"),
    ],
)
def test_it_stands_on_the_desk_and_leads_to_the_case(life, who, desk, words):
    page = browser(getattr(life.cast, who), language="nl")
    link = f'href="{reverse(f"{desk}:learn-case", args=[life.assignment])}"'
    assert link not in page.get(reverse(f"{desk}:home")).text
    offered(life)
    home = page.get(reverse(f"{desk}:home")).text
    assert words in home
    assert link in home


def test_the_desk_of_the_bureau_says_which_case_is_not_ready(life):
    written(life)
    home = browser(life.cast.bea, language="nl").get(reverse("bureau:home")).text
    assert f"Maak het praktijkvoorbeeld van {life.cast.bank.name} klaar om voor te leggen" in home
