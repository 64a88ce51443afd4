"""A problem comes in: it is kept word for word and triaged at once."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.models import Organisation
from interregnum.stages.ask.facts import RequestReceived
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.models import Triage as TriageRow
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem, Triage


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What somebody filled in."""

    text: str
    organisation_name: str
    contact_name: str
    contact_email: str
    contact_phone: str = ""
    language: str = "nl"


@action
def receive_request(*, stated: Stated, by: Actor, at: datetime) -> str:
    """Keep a request and what the rules make of it; returns its code. A client's own request is theirs at once."""
    organisation = Organisation.objects.filter(code=by.organisation).first() if by.role == Role.CLIENT else None
    request = Request.objects.create(**asdict(stated), received_at=at, organisation=organisation)
    understood = triage(Problem(text=stated.text), lexicon=lexicon(), on=local_day(at))
    TriageRow.objects.create(request=request, proposal=as_values(understood))
    record(
        RequestReceived(request=request.code, category=understood.category or "", need=understood.need), by=by, at=at
    )
    return request.code


def as_values(understood: Triage) -> dict[str, Any]:
    """A triage as plain values for the table; evidence as [field, code, quote, start, end]."""
    values = {name: value for name, value in asdict(understood).items() if name != "evidence"}
    values["starts"] = understood.starts.isoformat() if understood.starts else None
    values["evidence"] = [[row.field, row.code, row.quote, row.start, row.end] for row in understood.evidence]
    return values
