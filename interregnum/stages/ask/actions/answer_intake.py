"""One answer to one question of the intake, by whoever asked or by the bureau on the telephone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import hash_of
from interregnum.stages.ask.actions.receive_request import proposal_for
from interregnum.stages.ask.facts import IntakeAnswered
from interregnum.stages.ask.models import IntakeAnswer, IntakeLink, Request, Triage
from interregnum.stages.ask.queries.rows import request_of
from interregnum.stages.ask.rules.states import OPEN, RequestState


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`seen` is the number of the answer that stood there when this one was typed, 0 for none."""

    field: str
    value: Any
    seen: int = 0


@dataclass(frozen=True)
class Other:
    """Somebody else answered meanwhile: theirs stands, and a person chooses."""

    value: Any
    who: str
    at: datetime
    number: int


def answer_intake(*, request: str, answer: Answer, by: Actor, at: datetime) -> IntakeAnswer | Other | Refused:
    """For somebody who is signed in: the client, or the bureau."""
    return _read_and_answer(request_of(request, seen_by=by), answer, by=by, who=by.name, at=at)


def answer_by_code(*, request: str, answer: Answer, at: datetime) -> IntakeAnswer | Other | Refused:
    """For whoever sent the request a moment ago from this very browser; the view knows that they did."""
    row = Request.objects.get(code=request)
    return _read_and_answer(row, answer, by=VISITOR, who=row.contact_name, at=at)


def answer_by_link(*, token: str, answer: Answer, at: datetime) -> IntakeAnswer | Other | Refused:
    """For whoever has the link of the mail, while it can be used."""
    links = IntakeLink.objects.select_related("request")
    link = links.filter(token_hash=hash_of(token), expires_at__gt=at).first()
    if link is None:
        return Refused.because("ask.link_over")
    return _read_and_answer(link.request, answer, by=VISITOR, who=link.request.contact_name, at=at)


def _read_and_answer(
    row: Request, answer: Answer, *, by: Actor, who: str, at: datetime
) -> IntakeAnswer | Other | Refused:
    """The rules read what was told later under the request itself; places in the text before it stay what they were.

    They do so before the transaction, which on SQLite keeps all other writers waiting.
    """
    proposal = None
    if answer.field == "told":
        row.added = str(answer.value)
        proposal = proposal_for(row.told, at=at)
    return _answer(row.pk, answer, proposal, by=by, who=who, at=at)


@action
def _answer(
    request: int, answer: Answer, proposal: dict[str, Any] | None, *, by: Actor, who: str, at: datetime
) -> IntakeAnswer | Other | Refused:
    row = Request.objects.get(pk=request)
    settled = Request.objects.filter(pk=row.pk, brief__isnull=False).exists()
    if settled or row.state not in {*OPEN, RequestState.CONFIRMED, RequestState.HELD}:
        return Refused.because("ask.intake_over")
    last = row.answers.filter(field=answer.field).last()
    if last is not None and last.value == answer.value:
        return last
    if last is not None and last.number != answer.seen:
        return Other(last.value, last.who, last.at, last.number)
    try:
        with transaction.atomic():
            kept = IntakeAnswer.objects.create(
                request=row,
                field=answer.field,
                number=answer.seen + 1,
                value=answer.value,
                by_bureau=by.is_bureau,
                who=who,
                at=at,
            )
    except IntegrityError:
        # At the very same moment: the number was taken between the look and the write.
        first = row.answers.filter(field=answer.field).latest("number")
        return Other(first.value, first.who, first.at, first.number)
    if proposal is not None:
        Request.objects.filter(pk=row.pk).update(added=str(answer.value))
        Triage.objects.filter(pk=row.pk).update(proposal=proposal)
    record(IntakeAnswered(request=row.code, field=answer.field), by=by, at=at)
    return kept
