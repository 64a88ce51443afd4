"""Spam is held and never dropped, a sender has a limit, and the list of requests with its states."""

import pytest

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import VISITOR
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.rules.states import RequestState
from tests import world

pytestmark = pytest.mark.django_db
FORM = {
    "text": "Onze directeur financiën is vertrokken; iemand moet de afdeling draaiende houden.",
    "organisation_name": "Bank De Proef",
    "contact_name": "Carla",
    "contact_email": "carla@example.org",
}
SPAM = FORM | {
    "text": "Best SEO services, click here: http://x.example http://y.example",
    "website": "http://x.example",
}


@pytest.fixture
def code(cast):
    return receive_request(stated=Stated(**FORM), by=VISITOR, at=world.NOW)


def handle(browser, code, do, **more):
    return browser.post(f"/bureau/requests/{code}/handle/", {"do": do, "once": f"{do}{more}", **more})


def test_spam_waits_for_a_person_and_its_sender_sees_a_normal_answer(cast):
    answer = world.browser().post("/ask/", SPAM, follow=True)
    assert "We have received your request" in answer.content.decode()
    held = Request.objects.get()
    assert held.state == RequestState.HELD
    assert not Mail.objects.filter(to="carla@example.org").exists()
    bea = world.browser(cast.bea)
    assert held.code not in bea.get("/bureau/requests/").content.decode()
    assert bea.get(f"/bureau/requests/{held.code}/").status_code == 404
    page = bea.get("/bureau/requests/held/").content.decode()
    assert "A field that people cannot see was filled in" in page
    assert held.code in page


def test_a_person_releases_it_or_throws_it_away_and_may_take_that_back(cast):
    world.browser().post("/ask/", SPAM)
    held, bea = Request.objects.get(), world.browser(cast.bea)
    bea.post("/bureau/requests/held/", {"request": held.code, "do": "throw_away", "once": "weg"})
    assert Request.objects.get().state == RequestState.THROWN_AWAY
    bea.post("/bureau/requests/held/", {"request": held.code, "do": "release", "once": "toch"})
    assert Request.objects.get().state == RequestState.RECEIVED
    assert Mail.objects.filter(to="carla@example.org", template="mail/ask_received.txt").exists()
    assert bea.get(f"/bureau/requests/{held.code}/").status_code == 200


def test_whoever_sends_very_often_is_told_so_and_loses_nothing(cast):
    visitor = world.browser()
    for number in range(10):
        assert visitor.post("/ask/", FORM | {"once": str(number)}).status_code == 302
    answer = visitor.post("/ask/", FORM | {"once": "elf"})
    assert answer.status_code == 429
    assert FORM["text"] in answer.content.decode()
    assert Request.objects.count() == 10
    assert world.browser(cast.bea).post("/ask/", FORM | {"once": "bureau"}).status_code == 302


def test_a_text_of_200_kb_is_taken_whole(cast):
    text = "Onze afdeling loopt vast. " * 8000
    assert world.browser().post("/ask/", FORM | {"text": text}).status_code == 302
    assert Request.objects.get().text == text.strip()


def test_german_gets_a_clear_word_and_is_taken(cast):
    text = "Wir suchen einen Interimsmanager für unsere Bank, bitte sofort."
    page = world.browser(language="nl").post("/ask/", FORM | {"text": text}, follow=True).content.decode()
    assert "Wij verstaan Nederlands en Engels" in page
    assert Request.objects.get().text == text


def test_a_request_is_lost_with_a_reason_and_opened_again(cast, code):
    bea = world.browser(cast.bea)
    assert handle(bea, code, "lost").status_code == 422
    handle(bea, code, "lost", reason="Te duur.")
    row = Request.objects.get()
    assert (row.state, row.state_reason) == (RequestState.LOST, "Te duur.")
    handle(bea, code, "reopen")
    assert Request.objects.get().state == RequestState.REOPENED
    assert "Confirm the request of Bank De Proef" in bea.get("/bureau/").content.decode()
    assert handle(bea, code, "reopen", reason="nog eens").status_code == 422


def test_not_our_trade_is_refused_politely_by_mail(cast, code):
    handle(world.browser(cast.bea), code, "declined")
    assert Request.objects.get().state == RequestState.DECLINED
    mail = Mail.objects.get(template="mail/ask_declined.txt")
    assert "Wij hebben haar met zorg gelezen" in mail.text


def test_a_request_is_given_to_somebody_else(cast, code):
    bea = world.browser(cast.bea)
    handle(bea, code, "give", owner=cast.anton.code)
    assert Request.objects.get().owner == cast.anton
    assert world.browser(cast.aad).get(f"/bureau/requests/{code}/").status_code == 404
    assert handle(bea, code, "give", owner=cast.carla.code).status_code == 422


def test_the_list_is_filtered_by_owner_and_urgency_and_taken_out(cast, code):
    bea = world.browser(cast.bea)
    Request.objects.update(owner=cast.anton, organisation_name="=cmd()")
    assert "=cmd()" in bea.get(f"/bureau/requests/?owner={cast.anton.code}").content.decode()
    assert "=cmd()" not in bea.get(f"/bureau/requests/?owner={cast.bea.code}").content.decode()
    assert "=cmd()" not in bea.get("/bureau/requests/?urgency=high&state=lost").content.decode()
    lines = b"".join(bea.get("/bureau/requests/export/?q=directeur")).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("'=cmd()")


def test_the_desk_says_when_a_call_was_promised_and_that_it_is_late(cast, code):
    page = world.browser(cast.bea).get("/bureau/").content.decode()
    assert "badge-bad" in page
    assert "call was promised" in page
