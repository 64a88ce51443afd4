"""The bureau confirms or corrects what was understood."""

import pytest

from interregnum.kernel.actor import VISITOR
from interregnum.people.models import Organisation
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Request
from tests import world

pytestmark = pytest.mark.django_db

TEXT = "Onze directeur financiën is vertrokken; iemand moet de afdeling draaiende houden tot de opvolger er is."


@pytest.fixture
def code(cast):
    stated = Stated(
        text=TEXT, organisation_name="Bank De Proef", contact_name="Carla", contact_email="carla@example.org"
    )
    return receive_request(stated=stated, by=VISITOR, at=world.NOW)


def verdict(**changes):
    proposed = {
        "organisation_name": "Bank De Proef",
        "need": "manager",
        "category": "bridging",
        "reasons": ["keep_running"],
        "grounds": [],
        "level": "executive",
        "context": "supporting",
        "disciplines": ["finance"],
        "sector": "bank",
        "once": "oordeel",
    }
    return proposed | changes


def test_bea_sees_the_words_that_are_evidence(cast, code, django_assert_max_num_queries):
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(f"/bureau/requests/{code}/").content.decode()
    assert "<mark" in page
    assert "Carla" in page


@pytest.mark.mission("C1")
@pytest.mark.mission("D1")
def test_bea_corrects_a_field_and_both_versions_are_kept(cast, code):
    before = Request.objects.get(code=code).triage.proposal
    response = world.browser(cast.bea).post(
        f"/bureau/requests/{code}/", verdict(category="crisis", reasons=["restore_order"], grounds=["quality"])
    )
    assert response.status_code == 302
    request = Request.objects.get(code=code)
    assert request.triage.proposal == before
    assert request.triage.verdict["category"] == "crisis"
    assert request.triage.verdict["grounds"] == ["quality"]
    assert request.owner == cast.bea
    assert request.organisation == cast.bank


def test_a_new_client_becomes_an_organisation(cast, code):
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", verdict(organisation_name="Nieuwe Klant"))
    assert Request.objects.get(code=code).organisation == Organisation.objects.get(name="Nieuwe Klant")


def test_a_manager_is_not_looked_for_without_a_category(cast, code):
    response = world.browser(cast.bea).post(f"/bureau/requests/{code}/", verdict(category=""))
    assert response.status_code == 422
    assert "Choose a category" in response.content.decode()
    assert Request.objects.get(code=code).state == "received"


@pytest.mark.mission("B1")
def test_a_request_for_advice_is_closed_with_its_answer(cast, code):
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", verdict(need="adviser", category=""))
    assert Request.objects.get(code=code).state == "closed"


def test_of_two_people_who_confirm_one_is_told_that_the_other_was_first(cast, code):
    bea, anton = world.browser(cast.bea), world.browser(cast.anton)
    bea.post(f"/bureau/requests/{code}/", verdict())
    assert anton.post(f"/bureau/requests/{code}/", verdict(category="crisis", once="later")).status_code == 404
    response = bea.post(f"/bureau/requests/{code}/", verdict(category="crisis", once="nog later"), follow=True)
    assert "Somebody has confirmed this request already" in response.content.decode()
    assert Request.objects.get(code=code).triage.verdict["category"] == "bridging"


def test_antons_portfolio_does_not_hold_what_bea_took_up(cast, code):
    anton = world.browser(cast.anton)
    assert anton.get(f"/bureau/requests/{code}/").status_code == 200
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", verdict())
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
