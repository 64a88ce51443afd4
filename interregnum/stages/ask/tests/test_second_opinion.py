"""A language model may be asked for a second opinion: it sees no names, decides nothing and can break nothing."""

import json

import pytest

from interregnum.kernel.actor import VISITOR
from interregnum.stages.ask.actions.ask_second_opinion import ask_second_opinion
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries import triage_page
from tests import world
from tests.model_server import model_server

pytestmark = pytest.mark.django_db

TEXT = """Van: Pieter Verzonnen <p.verzonnen@proefbank.example>
Onderwerp: hoofd Schade

Beste mevrouw Bedenksel,

Bij Verzekeraar Nergenshuizen is ons hoofd Schade, Truus Fantasma, ziek. Bel haar op 06-12345678 of kijk op
www.nergenshuizen.example. Wij zoeken een interim-manager die de afdeling draaiende houdt. Fantasma komt in mei terug.

Met vriendelijke groet,
Pieter Verzonnen
Nergensstraat 1, 1234 AB Nergenshuizen
"""
NAMES = (
    "verzonnen",
    "bedenksel",
    "fantasma",
    "truus",
    "pieter",
    "nergens",
    "12345678",
    "1234 ab",
    "proef",
    "carla",
    "@",
)
GOOD = {"category": "crisis", "second": "bridging", "need": "manager", "level": "middle", "reasons": ["restore_order"]}


@pytest.fixture
def model(settings):
    with model_server() as server:
        settings.SECOND_OPINION = {"address": server.address, "model": "m", "key": "sleutel", "seconds": 0.4}
        yield server


def received() -> str:
    stated = Stated(text=TEXT, organisation_name="Proef BV", contact_name="Carla", contact_email="carla@example.org")
    return receive_request(stated=stated, by=VISITOR, at=world.NOW)


def kept(code: str) -> dict[str, object]:
    return Request.objects.get(code=code).triage.second_opinion


def test_it_stands_beside_the_proposal_and_changes_nothing_in_it(cast, model, settings):
    model.says = "Here you are: " + json.dumps(GOOD | {"remark": "Looks like a crisis."})
    code = received()
    with_model = Request.objects.get(code=code).triage
    settings.SECOND_OPINION = settings.SECOND_OPINION | {"address": ""}
    alone = Request.objects.get(code=received()).triage
    assert with_model.proposal == alone.proposal
    assert with_model.proposal["category"] == "bridging"
    assert kept(code)["category"] == "crisis"
    opinion = triage_page(code, seen_by=cast.actor(cast.bea), at=world.NOW).second_opinion
    assert (opinion.failed, opinion.remark) == ("", "Looks like a crisis.")
    assert {str(name) for name in opinion.differs} >= {"Categorie"}
    assert opinion.said


def test_it_never_sees_a_name(model):
    received()
    (heard,) = model.heard
    sent = json.dumps(heard["sent"], ensure_ascii=False).lower()
    assert [name for name in NAMES if name in sent] == []
    assert "draaiende houdt" in sent
    assert (heard["path"], heard["key"]) == ("/v1/chat/completions", "Bearer sleutel")


def test_nobody_is_asked_unless_a_model_was_plugged_in(cast):
    code = received()
    assert kept(code) is None
    assert triage_page(code, seen_by=cast.actor(cast.bea), at=world.NOW).second_opinion is None
    ask_second_opinion.call(code)
    assert kept(code) is None


@pytest.mark.parametrize("mood", ["hangs", "drips", "fails", "moved", "garbage"])
def test_a_model_that_fails_does_no_harm(cast, model, mood):
    model.mood = mood
    code = received()
    assert kept(code)["failed"]
    assert triage_page(code, seen_by=cast.actor(cast.bea), at=world.NOW).second_opinion.failed
    assert len(model.heard) == 1


@pytest.mark.parametrize(
    "says",
    ["", "no", "{}", "[1]", '{"category": "war"}', '{"category": ["crisis"], "need": 3}', "{" * 5000, '{"a":' * 5000],
)
def test_nonsense_is_called_nonsense(model, says):
    model.says = says
    assert kept(received()) == {"model": "m", "failed": "nonsense"}


def test_a_model_that_is_not_there_does_no_harm(settings):
    settings.SECOND_OPINION = {"address": "http://127.0.0.1:9/v1", "model": "m", "key": "", "seconds": 2}
    assert kept(received())["failed"]
    settings.SECOND_OPINION["address"] = "file:///etc/passwd"
    assert kept(received())["failed"]


def test_a_request_that_is_gone_is_no_error(model):
    ask_second_opinion.call("none")
    assert model.heard == []
