"""A case of the library tells of nobody: it stays when its manager or the client's contact is erased, and words go."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.people.models import Account
from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from interregnum.stages.learn.actions.case_consent import answer_case, object_to_case, offer_case, withdraw_case
from interregnum.stages.learn.actions.case_time import keep_library
from interregnum.stages.learn.actions.case_write import write_case
from interregnum.stages.learn.models import Case, CaseConsent
from interregnum.stages.learn.queries.case_public import public_case
from interregnum.stages.learn.rules.case_states import Answer, CaseState
from interregnum.stages.learn.tests.case_world import CLOSED_AT, SAID, agreed, closed, expect, offered
from tests.world import browser, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.mission("D3")]
LATER = CLOSED_AT + timedelta(days=1)
WORDS = "Te herkenbaar, zegt Kanariewoord."


@pytest.fixture
def life(db):
    return closed(make_cast())


def erase(person: Account) -> None:
    erase_person(person_of(accounts=[person.code]), by=HOUSE, at=LATER)


def on_site(case: Case):
    return public_case(case.code, language="nl", on=local_day(LATER))


def held(life, case: Case) -> None:
    by = life.cast.actor(life.cast.max)
    expect(object_to_case(assignment=life.assignment, version=case.version, words=WORDS, by=by, at=CLOSED_AT))


@pytest.mark.parametrize("who", ["max", "carla"])
def test_what_everybody_reads_stays_word_for_word_when_either_side_is_erased(life, who):
    case = agreed(life)
    before = on_site(case)
    erase(getattr(life.cast, who))
    assert before is not None
    assert on_site(case) == before


def test_what_an_erased_manager_held_back_stays_held_back_and_the_words_go(life):
    case = agreed(life)
    held(life, case)
    erase(life.cast.max)
    case.refresh_from_db()
    assert case.objection == ""
    assert case.objected_at == CLOSED_AT
    assert on_site(case) is None


def test_another_text_of_it_is_offered_to_the_client_though_no_manager_can_read_it(life):
    case = agreed(life)
    held(life, case)
    erase(life.cast.max)
    by = life.cast.actor(life.cast.bea)
    other = SAID | {"problem_nl": "Er waren twee manieren van werken."}
    expect(write_case(assignment=life.assignment, seen=case.version, texts=other, by=by, at=LATER))
    case.refresh_from_db()
    expect(offer_case(assignment=life.assignment, version=case.version, by=by, at=LATER))
    said = {"answer": Answer.AGREE, "on_site": True, "in_proposals": False, "words": ""}
    carla = life.cast.actor(life.cast.carla)
    assert on_site(case) is None
    expect(answer_case(assignment=life.assignment, version=case.version, by=carla, at=LATER, **said))
    assert on_site(case) is not None


def test_that_the_organisation_agreed_is_kept_without_who_said_so_and_the_bureau_withdraws(life):
    case = offered(life)
    said = {"answer": Answer.AGREE, "on_site": True, "in_proposals": False, "words": WORDS}
    by = life.cast.actor(life.cast.carla)
    expect(answer_case(assignment=life.assignment, version=case.version, by=by, at=CLOSED_AT, **said))
    name = life.cast.carla.name
    erase(life.cast.carla)
    consent = CaseConsent.objects.select_related("answered_by").get()
    assert (consent.state, consent.answered_at, consent.words) == (CaseState.AGREED, CLOSED_AT, "")
    assert consent.answered_by.name != name
    page = browser(life.cast.bea).get(reverse("bureau:learn-case", args=[life.assignment])).text
    assert name not in page
    assert "Kanariewoord" not in page
    expect(withdraw_case(assignment=life.assignment, why="", by=life.cast.actor(life.cast.bea), at=LATER))
    assert on_site(case) is None


def test_nobody_is_reminded_of_a_text_when_whoever_was_asked_has_gone(life):
    offered(life)
    erase(life.cast.carla)
    keep_library(CLOSED_AT + timedelta(days=60))
    assert Case.objects.get().state == CaseState.ASKED


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "noemt niemand, en blijft dus"), ("en", "names nobody, so it stays")]
)
def test_whoever_asks_to_be_erased_reads_what_happens_to_a_case(life, language, words):
    signed_in = browser(life.cast.max, language=language)
    assert words in signed_in.get(reverse("account-data")).text
    assert words in browser(language=language).get(reverse("front:own-data")).text
