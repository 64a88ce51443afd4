"""The intake as a conversation: by the link of the mail, by the client, and on the telephone."""

import re
from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import VISITOR
from interregnum.people.accounts import hash_of
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import IntakeAnswer, IntakeLink, Request
from interregnum.stages.brief.models import Brief
from tests import world
from tests.told import TOLD, tell

pytestmark = pytest.mark.django_db
TEXT = "De verwerking van hypotheken loopt vast; wij zoeken een verandermanager die het anders inricht."
CONFIRM = {"organisation_name": "Bank De Proef", "once": "oordeel"}


@pytest.fixture
def code(cast):
    stated = Stated(
        text=TEXT, organisation_name="Bank De Proef", contact_name="Carla", contact_email="carla@example.org"
    )
    with time_machine.travel(world.NOW, tick=False):
        yield receive_request(stated=stated, by=VISITOR, at=world.NOW)


def link_of(code):
    mails = Mail.objects.filter(template="mail/ask_received.txt").order_by("-pk")
    return re.search(r"/intake/\S+?/", next(mail.text for mail in mails))[0]


def answer(browser, path, field, value, *, seen=0, **more):
    return browser.post(path, {"field": field, "value": value, "seen": seen, **more})


def test_opening_the_link_changes_nothing_and_its_token_is_kept_as_a_hash(code):
    link = link_of(code)
    before = (Request.objects.values().get(), list(IntakeLink.objects.values()))
    page = world.browser().get(link)
    assert page.status_code == 200
    assert (Request.objects.values().get(), list(IntakeLink.objects.values())) == before
    token = link.split("/")[2]
    assert IntakeLink.objects.get().token_hash == hash_of(token) != token


def test_one_thing_at_a_time_each_saved_and_only_what_is_open(code):
    link, carla = link_of(code), world.browser()
    page = carla.get(link).context["page"]
    asked = set(page.open_fields)
    assert {"owner_name", "result", "successor", "sponsor_hours"} <= asked
    assert "category" not in asked
    carla.post(link, {"field": "owner_name", "value": "Carla", "seen": 0})
    again = world.browser().get(link).context["page"]
    assert "owner_name" not in again.open_fields
    assert again.question("owner_name").value == "Carla"


def test_a_link_that_ran_out_is_renewed_to_the_same_address_and_answers_stay(code):
    link = link_of(code)
    answer(world.browser(), link, "owner_name", "Carla")
    with time_machine.travel(world.NOW + timedelta(days=15), tick=False):
        visitor = world.browser()
        assert visitor.get(link).status_code == 410
        assert answer(visitor, link, "owner_name", "Een ander", seen=1).status_code == 410
        new = link_of(code)
        assert new != link
        assert visitor.get(new).context["page"].question("owner_name").value == "Carla"
    assert world.browser().get("/intake/nooit-verstuurd/").status_code == 410


def test_each_answer_on_the_page_sharpens_what_was_understood(cast):
    visitor = world.browser()
    asked = visitor.post(
        "/ask/",
        {
            "text": "Wij willen onze verwerking anders inrichten.",
            "organisation_name": "B",
            "contact_name": "C",
            "contact_email": "c@example.org",
        },
        follow=True,
    )
    path = asked.redirect_chain[-1][0]
    first = asked.context["page"].path.first_day
    done = visitor.post(path, {"field": "level", "value": "executive", "seen": 0}, headers={"HX-Request": "true"})
    assert "Executive board" in done.content.decode()
    visitor.post(path, {"field": "sector", "value": "bank", "seen": 0})
    page = visitor.get(path).context["page"]
    assert page.path.first_day > first
    assert len(page.path.legs) == 6
    other = world.browser().post(path, {"field": "weeks", "value": "20", "seen": 0})
    assert other.status_code == 410
    assert not IntakeAnswer.objects.filter(field="weeks").exists()


def test_more_words_are_read_under_the_first_ones(code):
    link = link_of(code)
    before = Request.objects.get().triage.proposal["evidence"]
    triage = Request.objects.get().triage
    triage.proposal = triage.proposal | {"questions": ["problem", *triage.proposal["questions"]]}
    triage.save()
    answer(world.browser(), link, "told", "Het gaat om het hoofd van de afdeling financiën van onze bank.")
    request = Request.objects.get()
    assert request.text == TEXT
    assert request.told.startswith(TEXT)
    assert any(start > len(TEXT) for *_field, start, _end in request.triage.proposal["evidence"])
    assert next(row for row in before if row[0] == "category") in request.triage.proposal["evidence"]


def test_of_two_at_once_both_are_shown_and_one_is_chosen(cast, code):
    link, bea = link_of(code), world.browser(cast.bea)
    phone = f"/bureau/requests/{code}/intake/"
    answer(world.browser(), link, "result", "Binnen vijf dagen antwoord.")
    told = bea.post(
        phone, {"field": "result", "value": "Minder fouten.", "seen": 0}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Binnen vijf dagen antwoord." in told
    assert "Minder fouten." in told
    assert IntakeAnswer.objects.get(field="result").value == "Binnen vijf dagen antwoord."
    answer(bea, phone, "result", "Minder fouten.", seen=0, over=1)
    assert list(IntakeAnswer.objects.filter(field="result").values_list("number", "value", "by_bureau")) == [
        (1, "Binnen vijf dagen antwoord.", False),
        (2, "Minder fouten.", True),
    ]


def test_the_bureau_saves_as_it_types_and_may_empty_a_field(cast, code):
    bea, phone = world.browser(cast.bea), f"/bureau/requests/{code}/intake/"
    saved = bea.post(phone, {"field": "owner_name", "value": "Carla", "seen": 0}, headers={"HX-Request": "true"})
    assert "Saved: Bea" in saved.content.decode()
    bea.post(phone, {"field": "owner_name", "value": "", "seen": 1}, headers={"HX-Request": "true"})
    assert "owner_name" in bea.get(phone).context["page"].open_fields
    wrong = bea.post(phone, {"field": "sponsor_hours", "value": "veel", "seen": 0}, headers={"HX-Request": "true"})
    assert "whole number" in wrong.content.decode()


@pytest.mark.mission("A1")
def test_a_brief_is_drafted_only_when_the_gate_holds(cast, code):
    anton = world.browser(cast.anton)
    anton.post(f"/bureau/requests/{code}/", CONFIRM)
    assert not Brief.objects.exists()
    refused = anton.post(f"/bureau/requests/{code}/brief/", {"once": "een"})
    assert refused.status_code == 422
    assert "Nobody has been named" in refused.content.decode()
    early = anton.post(f"/bureau/requests/{code}/brief/", {"once": "twee", "reason": "Haast."})
    assert "Only a partner" in early.content.decode()
    tell(code, by=cast.actor(cast.anton), at=world.NOW)
    anton.post(f"/bureau/requests/{code}/brief/", {"once": "drie"})
    assert Brief.objects.get().result_wanted == TOLD["result"]


def test_a_partner_lets_it_pass_with_a_reason_on_record(cast, code):
    bea = world.browser(cast.bea)
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    bea.post(f"/bureau/requests/{code}/brief/", {"once": "een", "reason": "De voorzitter belde zelf."})
    assert Brief.objects.exists()
    history = bea.get(f"/bureau/requests/{code}/").context["page"].history
    assert any("De voorzitter belde zelf." in str(event.detail) for event in history)


def test_after_the_brief_an_answer_changes_nothing_and_says_so(cast, code):
    link = link_of(code)
    tell(code, by=cast.actor(cast.bea), at=world.NOW)
    world.browser(cast.bea).post(f"/bureau/requests/{code}/", CONFIRM)
    assert Brief.objects.exists()
    assert answer(world.browser(), link, "successor", "Niemand.").status_code == 422
    assert "closed" in world.browser().get(link).content.decode()


def test_a_client_goes_on_with_their_own_intake_and_not_with_anothers(cast, code):
    Request.objects.update(organisation=cast.bank)
    path = f"/client/requests/{code}/intake/"
    assert answer(world.browser(cast.carla), path, "successor", "Het hoofd.").status_code == 302
    assert answer(world.browser(cast.otto), path, "successor", "Ik.", seen=1).status_code == 404


def test_what_could_not_be_kept_stays_in_its_box(cast, code):
    link, visitor = link_of(code), world.browser()
    for field, typed in (("sponsor_hours", "2.5"), ("starts", "2026-02-30"), ("starts", "0001-01-01")):
        page = answer(visitor, link, field, typed)
        assert page.status_code == 422
        assert f'value="{typed}"' in page.content.decode()
    Request.objects.update(organisation=cast.bank)
    own = answer(world.browser(cast.carla), f"/client/requests/{code}/", "sponsor_hours", "2.5")
    assert 'value="2.5"' in own.content.decode()
    assert not IntakeAnswer.objects.exists()


def test_an_answer_to_what_is_no_longer_asked_is_kept(cast, code):
    link, visitor, bea = link_of(code), world.browser(), world.browser(cast.bea)
    assert "weeks" in visitor.get(link).context["page"].open_fields
    bea.post(f"/bureau/requests/{code}/", CONFIRM)
    assert "weeks" not in visitor.get(link).context["page"].open_fields
    assert answer(visitor, link, "weeks", "veel").context["question"].field == "weeks"
    assert answer(visitor, link, "weeks", "26").status_code == 302
    phone = f"/bureau/requests/{code}/intake/"
    wrong = bea.post(phone, {"field": "days_a_week", "value": "9", "seen": 0}, headers={"HX-Request": "true"})
    assert "whole number" in wrong.content.decode()
    bea.post(phone, {"field": "days_a_week", "value": "4", "seen": 0}, headers={"HX-Request": "true"})
    assert dict(IntakeAnswer.objects.values_list("field", "value")) == {"weeks": 26, "days_a_week": 4}


def test_of_a_request_that_ended_the_intake_does_not_say_that_it_went_on(code):
    link = link_of(code)
    Request.objects.update(state="lost")
    page = world.browser().get(link).content.decode()
    assert "has been closed" in page
    assert "has gone on" not in page
