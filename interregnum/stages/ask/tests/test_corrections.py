"""A client puts right what we understood; a bureau person sees both versions, and judges role mix and rate as well."""

import pytest

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import VISITOR
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import IntakeAnswer, Judgement, Request
from interregnum.stages.ask.queries import request_facts
from interregnum.stages.ask.rules.typed_numbers import mix_typed, rate_of
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]

TEXT = (
    "Onze directeur financiën is vertrokken; iemand moet de afdeling draaiende houden tot de opvolger er is. "
    "Wij denken aan 1.100 euro per dag."
)
PROBLEM = {
    "text": TEXT,
    "organisation_name": "Bank De Proef",
    "contact_name": "Carla",
    "contact_email": "carla@example.org",
    "once": "verbeterd",
}


@pytest.fixture
def code():
    stated = Stated(
        text=TEXT, organisation_name="Bank De Proef", contact_name="Carla", contact_email="carla@example.org"
    )
    return receive_request(stated=stated, by=VISITOR, at=world.NOW)


def correct(browser, code, field, value):
    return browser.post(f"/ask/received/{code}/", {"field": field, "seen": "0", "value": value}, follow=True)


@pytest.mark.mission("A3")
def test_a_visitor_corrects_a_field_and_the_firm_sees_both_versions(cast):
    visitor = world.browser()
    visitor.post("/ask/", PROBLEM)
    request = Request.objects.get()
    assert request.triage.proposal["category"] == "bridging"
    page = correct(visitor, request.code, "category", "crisis").content.decode()
    assert "<b>Crisis management.</b>" in page
    assert "You said this yourself" in page
    request.triage.refresh_from_db()
    assert request.triage.proposal["category"] == "bridging"
    shown = world.browser(cast.bea).get(f"/bureau/requests/{request.code}/")
    row = next(row for row in shown.context["page"].fields if row.field == "category")
    assert (row.value, row.proposed, row.client_says) == ("crisis", "Bridging management", "Crisis management")


def test_a_sentence_of_the_client_about_what_is_not_right_reaches_the_firm(cast):
    visitor = world.browser()
    visitor.post("/ask/", PROBLEM)
    code = Request.objects.get().code
    correct(visitor, code, "not_right", "Het gaat om de hele bank, niet om één afdeling.")
    page = world.browser(cast.bea).get(f"/bureau/requests/{code}/").content.decode()
    assert "Het gaat om de hele bank, niet om één afdeling." in page
    assert "The client says that we understood something wrong" in page


def test_a_client_who_is_signed_in_corrects_their_own_request_and_nobody_elses(cast):
    carla = world.browser(cast.carla)
    carla.post("/client/requests/new/", {"text": TEXT, "once": "eigen"})
    code = Request.objects.get().code
    carla.post(f"/client/requests/{code}/", {"field": "level", "seen": "0", "value": "team"})
    assert IntakeAnswer.objects.get(field="level").value == "team"
    answer = world.browser(cast.otto).post(
        f"/client/requests/{code}/", {"field": "level", "seen": "1", "value": "senior"}
    )
    assert answer.status_code == 404


def test_a_client_who_is_signed_in_gets_a_mail_that_leads_to_their_own_request(cast):
    world.browser(cast.carla).post("/client/requests/new/", {"text": TEXT, "once": "eigen"})
    code = Request.objects.get().code
    mail = Mail.objects.get(template="mail/ask_received.txt")
    assert mail.to == cast.carla.email
    assert f"/client/requests/{code}/intake/" in mail.text
    assert "can be used for" not in mail.text
    assert world.browser(cast.carla).get(f"/client/requests/{code}/intake/").status_code == 200


def test_who_did_not_send_a_request_corrects_nothing(code):
    assert correct(world.browser(), code, "category", "crisis").status_code == 410
    assert not IntakeAnswer.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("category", "keizer"), ("rate", "veel"), ("role_mix", ["50", "50", "50", "0"])]
)
def test_a_correction_that_cannot_be_is_refused_beside_its_field(field, value):
    visitor = world.browser()
    visitor.post("/ask/", PROBLEM)
    page = correct(visitor, Request.objects.get().code, field, value)
    assert page.context["trouble"].field == field
    assert 'class="error"' in page.content.decode()
    assert not IntakeAnswer.objects.exists()


def say(cast, code, field, value):
    bea = world.browser(cast.bea)
    return bea.post(f"/bureau/requests/{code}/field/{field}/", {"do": "set", "value": value})


def test_the_rate_is_an_amount_with_what_it_is_paid_for(cast, code):
    page = world.browser(cast.bea).get(f"/bureau/requests/{code}/")
    row = next(row for row in page.context["page"].fields if row.field == "rate")
    assert (row.value, row.paid) == ("1100.00 day", ("1100.00", "day"))
    say(cast, code, "rate", ["1100.00", "day"])
    assert Judgement.objects.get(field="rate", is_standing=True).outcome == "kept"
    say(cast, code, "rate", ["€ 135", "hour"])
    assert Judgement.objects.get(field="rate", is_standing=True).chosen == "135.00 hour"
    assert "This is no amount" in say(cast, code, "rate", ["veel", "hour"]).content.decode()
    assert Judgement.objects.get(field="rate", is_standing=True).chosen == "135.00 hour"


@pytest.mark.mission("B3")
def test_the_wanted_role_mix_is_corrected_and_holds_for_the_brief(cast, code):
    first = Request.objects.get(code=code).triage.proposal["role_mix"]
    assert request_facts(code).role_mix is None
    say(cast, code, "role_mix", ["10", "20", "30", "40"])
    word = Judgement.objects.get(field="role_mix")
    assert (word.proposed, word.outcome) == (first, "corrected")
    assert request_facts(code).role_mix == RoleMix(10, 20, 30, 40)


@pytest.mark.parametrize("typed", ["niets,day", "5,day", "1e9,day", "-1100,day", "1100,5000,day", "٣٣٣,day"])
def test_what_is_no_rate_is_refused(typed):
    with pytest.raises(ValueError, match=r"ask\.no_rate"):
        rate_of(typed)


@pytest.mark.parametrize("typed", ["50,50", "50,50,50,0", "a,b,c,d", "100,0,0,", "-10,60,50,0"])
def test_what_is_no_role_mix_is_refused(typed):
    with pytest.raises(ValueError, match=r"ask\.no_mix"):
        mix_typed(typed)
