"""A bureau person confirms or corrects what the rules proposed; both are kept."""

from dataclasses import dataclass
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Need
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Organisation
from interregnum.stages.ask.facts import RequestClosed, TriageConfirmed
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.ask.queries.pages import corrected_fields, request_of
from interregnum.stages.ask.rules.states import RequestState

WANTS_MANAGER = {Need.MANAGER, Need.ADVICE_FIRST}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a person says a request is; codes of the closed lists, "" where nothing was said."""

    organisation_name: str
    need: str
    category: str
    level: str
    context: str
    sector: str
    reasons: tuple[str, ...]
    grounds: tuple[str, ...]
    disciplines: tuple[str, ...]

    def values(self) -> dict[str, object]:
        lists = {name: list(getattr(self, name)) for name in ("reasons", "grounds", "disciplines")}
        return lists | {name: getattr(self, name) for name in ("need", "category", "level", "context", "sector")}


@action
def confirm_triage(*, request: str, verdict: Verdict, by: Actor, at: datetime) -> Refused | None:
    """Keep the verdict beside the proposal and take the request into the person's portfolio."""
    if verdict.need in WANTS_MANAGER and not verdict.category:
        return Refused.because("ask.category_needed", "category")
    row = request_of(request, seen_by=by)
    wants_manager = verdict.need in WANTS_MANAGER
    state = RequestState.CONFIRMED if wants_manager else RequestState.CLOSED
    # The filter carries the old state: of two people at once, one is first.
    if not Request.objects.filter(pk=row.pk, state=RequestState.RECEIVED).update(state=state):
        return Refused.because("ask.already_confirmed")
    organisation, _ = Organisation.objects.get_or_create(
        name=verdict.organisation_name, defaults={"sector": verdict.sector}
    )
    person = Account.objects.get(code=by.code)
    Request.objects.filter(pk=row.pk).update(organisation=organisation, owner=person)
    Triage.objects.filter(pk=row.pk).update(verdict=verdict.values(), confirmed_at=at, confirmed_by=person)
    corrected = corrected_fields(row.triage.proposal, verdict.values())
    fact = {"request": row.code, "organisation": organisation.code, "need": verdict.need}
    if wants_manager:
        record(TriageConfirmed(**fact, corrected=corrected), by=by, at=at)
    else:
        record(RequestClosed(**fact), by=by, at=at)
    return None
