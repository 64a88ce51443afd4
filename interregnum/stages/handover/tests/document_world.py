"""Max hands over to Sofie, who was named as successor in the line; a document goes out and is answered."""

from datetime import UTC, datetime
from typing import Any

from interregnum.stages.handover.actions.answer_document import answer_by_link, answer_document
from interregnum.stages.handover.actions.open_handover import open_handovers
from interregnum.stages.handover.actions.succeed import name_successor
from interregnum.stages.handover.actions.write_document import send_document
from interregnum.stages.handover.models import HandoverDocument
from interregnum.stages.handover.queries.links import token_of
from tests.life import Life
from tests.world import Cast

LATER = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
WORDS = {"opening": "Begin met de teamleiders.", "risks": "In augustus is iedereen weg."}


def succeeded(cast: Cast) -> Life:
    life = Life(cast, until="reported")
    open_handovers(LATER)
    name_successor(assignment=life.assignment, name="Sofie Lijn", email="sofie@bank.example", by=life.carla, at=LATER)
    return life


def send(life: Life, version: int = 0, **words: str) -> Any:
    return send_document(assignment=life.assignment, words=WORDS | words, version=version, by=life.max, at=LATER)


def sent(life: Life) -> HandoverDocument:
    assert send(life) is None
    return HandoverDocument.objects.get(state="sent")


def accept(life: Life, **said: Any) -> Any:
    return answer_document(assignment=life.assignment, **{"agrees": True} | said, by=life.carla, at=LATER)


def link(life: Life, **said: Any) -> Any:
    token = token_of(HandoverDocument.objects.order_by("number").last())
    return answer_by_link(token=token, **{"agrees": True} | said, at=LATER)
