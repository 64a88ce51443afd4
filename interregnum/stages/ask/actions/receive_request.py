"""A problem comes in: it is kept word for word and triaged at once."""

from dataclasses import asdict, dataclass
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.models import Organisation
from interregnum.stages.ask.actions.ask_second_opinion import ask_second_opinion, plugged_in
from interregnum.stages.ask.facts import RequestReceived
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.models import Triage as TriageRow
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.rules.plain import as_values
from interregnum.stages.ask.rules.triage import triage
from interregnum.stages.ask.rules.values import Problem


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
    if plugged_in():
        ask_second_opinion.enqueue(request.code)
    return request.code
