"""The bureau confirms or corrects what was understood."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Organisation
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Judgement, Request
from tests import world

pytestmark = pytest.mark.django_db

TEXT = "Onze directeur financiën is vertrokken; iemand moet de afdeling draaiende houden tot de opvolger er is."


@pytest.fixture
def code(cast):
    stated = Stated(
        text=TEXT, organisation_name="Bank De Proef", contact_name="Carla", contact_email="carla@example.org"
    )
    return receive_request(stated=stated, by=VISITOR, at=world.NOW)


CONFIRM = {"organisation_name": "Bank De Proef", "once": "oordeel"}


def say(browser, code, field, value, *, do="set"):
    return browser.post(f"/bureau/requests/{code}/field/{field}/", {"do": do, "value": value})


def test_bea_sees_the_words_that_are_evidence(cast, code, django_assert_max_num_queries):
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(f"/bureau/requests/{code}/").content.decode()
    assert "<mark" in page
    assert "Carla" in page


@pytest.mark.mission("C1")
@pytest.mark.mission("D1")
def test_bea_corrects_a_field_at_a_press_and_both_versions_are_kept(cast, code):
    before = Request.objects.get(code=code).triage.proposal
    bea = world.browser(cast.bea)
    assert say(bea, code, "category", "crisis").status_code == 302
    say(bea, code, "grounds", "quality")
    kept = Judgement.objects.get(field="category")
    assert (kept.proposed, kept.chosen, kept.outcome, kept.by) == ("bridging", "crisis", "corrected", cast.bea)
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    request = Request.objects.get(code=code)
    assert request.triage.proposal == before
    assert request.triage.verdict["category"] == "crisis"
    assert request.triage.verdict["grounds"] == ["quality"]
    assert request.owner == cast.bea
    assert request.organisation == cast.bank


def test_a_press_is_saved_at_once_and_undone_at_once(cast, code):
    bea = world.browser(cast.bea)
    htmx = {"HX-Request": "true"}
    answer = bea.post(f"/bureau/requests/{code}/field/level/", {"do": "set", "value": "middle"}, headers=htmx)
    assert "corrected" in answer.content.decode()
    say(bea, code, "level", "team")
    assert Judgement.objects.get(field="level", is_standing=True).chosen == "team"
    say(bea, code, "level", "", do="undo")
    assert Judgement.objects.get(field="level", is_standing=True).chosen == "middle"
    say(bea, code, "level", "", do="undo")
    assert not Judgement.objects.filter(field="level", is_standing=True).exists()
    assert Judgement.objects.filter(field="level").count() == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("level", "keizer"), ("disciplines", "finance,niets"), ("weeks", "-4"), ("starts", "morgen"), ("weeks", "²")],
)
def test_what_a_field_cannot_be_is_refused_with_words_and_changes_nothing(cast, code, field, value):
    answer = world.browser(cast.bea).post(
        f"/bureau/requests/{code}/field/{field}/", {"do": "set", "value": value}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert not Judgement.objects.exists()


def test_the_page_shows_how_often_people_corrected_which_field_in_the_last_quarter(cast, code):
    bea = world.browser(cast.bea)
    with time_machine.travel(world.NOW, tick=False):
        say(bea, code, "category", "crisis")
        page = bea.get(f"/bureau/requests/{code}/").content.decode()
        assert "corrected 1 of 1 times" in page
    with time_machine.travel(world.NOW + timedelta(days=100), tick=False):
        bea = world.browser(cast.bea)
        assert "corrected 1 of 1 times" not in bea.get(f"/bureau/requests/{code}/").content.decode()


def test_what_nobody_pressed_is_confirmed_as_it_stands_and_counts(cast, code):
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", CONFIRM)
    outcomes = dict(Judgement.objects.values_list("field", "outcome"))
    assert outcomes["category"] == "kept"
    assert set(outcomes.values()) == {"kept"}


def test_a_new_client_becomes_an_organisation(cast, code):
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", CONFIRM | {"organisation_name": "Nieuwe Klant"})
    assert Request.objects.get(code=code).organisation == Organisation.objects.get(name="Nieuwe Klant")


def test_a_manager_is_not_looked_for_without_a_category(cast, code):
    bea = world.browser(cast.bea)
    say(bea, code, "category", "")
    response = bea.post(f"/bureau/requests/{code}/", CONFIRM)
    assert response.status_code == 422
    assert "Choose a category" in response.content.decode()
    assert Request.objects.get(code=code).state == "received"


@pytest.mark.mission("B1")
def test_a_request_for_advice_is_handed_to_an_adviser(cast, code):
    bea = world.browser(cast.bea)
    say(bea, code, "need", "adviser")
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    assert Request.objects.get(code=code).state == "handed_over"


def test_what_is_not_our_trade_gets_a_polite_refusal_by_mail(cast, code):
    bea = world.browser(cast.bea)
    say(bea, code, "need", "out_of_scope")
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    assert Request.objects.get(code=code).state == "declined"
    mail = Mail.objects.get(template="mail/ask_declined.txt")
    assert mail.to == "carla@example.org"


def test_of_two_people_who_confirm_one_is_told_that_the_other_was_first(cast, code):
    bea, anton = world.browser(cast.bea), world.browser(cast.anton)
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    assert anton.post(f"/bureau/requests/{code}/", CONFIRM | {"once": "later"}).status_code == 404
    response = bea.post(f"/bureau/requests/{code}/", CONFIRM | {"once": "nog later"}, follow=True)
    assert "Somebody has confirmed this request already" in response.content.decode()
    say(bea, code, "category", "crisis")
    assert Request.objects.get(code=code).triage.verdict["category"] == "bridging"


def test_antons_portfolio_does_not_hold_what_bea_took_up(cast, code):
    anton = world.browser(cast.anton)
    assert anton.get(f"/bureau/requests/{code}/").status_code == 200
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", CONFIRM)
    assert anton.get(f"/bureau/requests/{code}/").status_code == 404


def test_the_list_is_searched_filtered_and_sorted_by_the_database(cast, code, django_assert_max_num_queries):
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        assert "Bank De Proef" in bea.get("/bureau/requests/?q=proef&sort=-client").content.decode()
    assert "Bank De Proef" not in bea.get("/bureau/requests/?q=onvindbaar").content.decode()
    assert "Bank De Proef" not in bea.get("/bureau/requests/?state=closed").content.decode()
    assert bea.get("/bureau/requests/?sort=triage__proposal&page=99999&state=nonsense").status_code == 200


def test_carla_states_a_problem_and_finds_it_among_her_requests(cast):
    carla = world.browser(cast.carla)
    response = carla.post("/client/requests/new/", {"text": TEXT, "once": "eigen"}, follow=True)
    assert response.status_code == 200
    code = Request.objects.get().code
    assert Request.objects.get().organisation == cast.bank
    assert carla.get(f"/client/requests/{code}/").status_code == 200
    assert world.browser(cast.otto).get(f"/client/requests/{code}/").status_code == 404
    assert code not in world.browser(cast.otto).get("/client/requests/").content.decode()


def test_whoever_drafts_a_brief_too_early_reads_why_not(cast, code):
    page = world.browser(cast.bea, language="en").post(f"/bureau/requests/{code}/brief/", {"reason": "Toch maar."})
    assert page.status_code == 422
    assert "Confirm first what was understood of this request." in page.content.decode().partition("<aside")[0]
