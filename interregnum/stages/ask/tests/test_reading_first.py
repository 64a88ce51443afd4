"""A text is read before the transaction that keeps it: on SQLite that one makes all other writers wait."""

from collections.abc import Sequence

import pytest

from interregnum.journal import record
from interregnum.kernel.actor import VISITOR
from interregnum.stages.ask import lexicon
from interregnum.stages.ask.actions.answer_intake import Answer, answer_by_code
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.ask.models import IntakeAnswer, Request
from tests import world

pytestmark = pytest.mark.django_db


def test_the_encoder_is_never_asked_while_other_writers_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    plain = lexicon.all_encoded

    def watched(texts: Sequence[str]) -> list[list[float]]:
        asked.append(record._open.get() is not None)
        return plain(texts)

    monkeypatch.setattr(lexicon, "all_encoded", watched)
    stated = Stated(
        text="Ons hoofd schade is ziek, wij zoeken vervanging.",
        organisation_name="Proef BV",
        contact_name="Carla",
        contact_email="carla@example.org",
    )
    code = receive_request(stated=stated, by=VISITOR, at=world.NOW)
    told = Answer(field="told", value="Het moet ook anders: wij willen de afdeling reorganiseren.")
    assert isinstance(answer_by_code(request=code, answer=told, at=world.NOW), IntakeAnswer)
    assert asked == [False, False]
    request = Request.objects.get(code=code)
    assert request.added == told.value
    assert "reorganiseren" in str(request.triage.proposal["evidence"])
