"""A problem comes in: it is kept word for word and triaged at once; what looks like spam waits for a person."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.models import Organisation
from interregnum.stages.ask.actions.ask_second_opinion import ask_second_opinion, plugged_in
from interregnum.stages.ask.actions.mail_link import mail_link, mail_receipt
from interregnum.stages.ask.facts import RequestHeld, RequestReceived
from interregnum.stages.ask.lexicon import resembles
from interregnum.stages.ask.models import IntakeAnswer, Request
from interregnum.stages.ask.models import Triage as TriageRow
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.queries.promise import promised_call
from interregnum.stages.ask.rules.plain import as_values
from interregnum.stages.ask.rules.spam import Sent, is_held, signs
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What somebody filled in; `details` are fields of the proposal that stood beside the words, such as a start."""

    text: str
    organisation_name: str
    contact_name: str
    contact_email: str
    contact_phone: str = ""
    language: str = "nl"
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a public form was sent: what stands in its trap, and the seconds since it was opened, None for never."""

    trap: str = ""
    seconds: float | None = None


def receive_request(*, stated: Stated, by: Actor, at: datetime, manner: Manner | None = None) -> str:
    """Keep a request and what the rules make of it; returns its code. A client's own request is theirs at once.

    Whoever sent something that looks like spam gets the same answer, but no mail: the address may be somebody else's.
    The text is read first: on SQLite a transaction keeps all other writers waiting, and the encoder takes its time.
    """
    return _receive(stated, proposal_for(stated.text, at=at), by=by, at=at, manner=manner)


@action
def _receive(stated: Stated, proposal: dict[str, Any], *, by: Actor, at: datetime, manner: Manner | None) -> str:
    organisation = Organisation.objects.filter(code=by.organisation).first() if by.role == Role.CLIENT else None
    found = _signs(stated, manner, at) if manner else ()
    held = bool(found) and is_held(found, hold_at=value("ask.spam", on=local_day(at))["hold_at"])
    request = Request.objects.create(
        **{name: told for name, told in asdict(stated).items() if name != "details"},
        received_at=at,
        organisation=organisation,
        call_by=promised_call(proposal["urgency"], at=at),
        state=RequestState.HELD if held else RequestState.RECEIVED,
        signs=list(found),
    )
    TriageRow.objects.create(request=request, proposal=proposal)
    _answered_beside(request, stated, by=by, at=at)
    if held:
        record(RequestHeld(request=request.code, signs=list(found)), by=by, at=at)
        return request.code
    record(
        RequestReceived(request=request.code, category=proposal["category"] or "", need=proposal["need"]), by=by, at=at
    )
    if organisation is None:
        mail_link(request, at=at)
    else:
        mail_receipt(request)
    if plugged_in():
        ask_second_opinion.enqueue(request.code)
    return request.code


def _answered_beside(request: Request, stated: Stated, *, by: Actor, at: datetime) -> None:
    """What was filled in beside the words is an answer of the client like those of the intake."""
    who = {"by_bureau": by.is_bureau, "who": by.name or stated.contact_name}
    for name, told in stated.details.items():
        IntakeAnswer.objects.create(request=request, field=name, number=1, value=told, at=at, **who)


def _signs(stated: Stated, manner: Manner, at: datetime) -> tuple[str, ...]:
    sent = Sent(
        text=stated.text,
        names=f"{stated.organisation_name} {stated.contact_name}",
        trap=manner.trap,
        seconds=manner.seconds,
    )
    return signs(sent, quick_seconds=value("ask.spam", on=local_day(at))["quick_seconds"])


def proposal_for(text: str, *, at: datetime) -> dict[str, Any]:
    """What the rules make of a text today, as plain values."""
    return as_values(triage(Problem(text=text), lexicon=lexicon(), on=local_day(at), resemblance=resembles(text)))
