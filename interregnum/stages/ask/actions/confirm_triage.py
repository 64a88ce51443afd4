"""A bureau person confirms what a request is; whatever they had not judged yet is confirmed as it stands."""

from dataclasses import dataclass, fields
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Need
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Organisation
from interregnum.stages.ask.actions.decline import write_refusal
from interregnum.stages.ask.actions.judge_field import judge, said_since
from interregnum.stages.ask.actions.pass_intake import pass_when_ready
from interregnum.stages.ask.facts import RequestClosed, TriageConfirmed
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.ask.queries.rows import request_of
from interregnum.stages.ask.rules.judging import Outcome
from interregnum.stages.ask.rules.states import OPEN, WANTS_MANAGER, state_after


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a person says a request is; codes of the closed lists, "" where nothing was said.

    None is no word at all: what was understood of the field holds. `starts` is an ISO day, `rate` euros excl. VAT and
    what they are paid for ("1100.00 day"), `role_mix` percent by role.
    """

    organisation_name: str
    need: str
    category: str
    level: str
    context: str
    sector: str
    reasons: tuple[str, ...]
    grounds: tuple[str, ...]
    disciplines: tuple[str, ...]
    second: str | None = None
    urgency: str | None = None
    starts: str | None = None
    weeks: int | None = None
    days_a_week: int | None = None
    place: str | None = None
    rate: str | None = None
    role_mix: dict[str, int] | None = None

    def values(self) -> dict[str, object]:
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "organisation_name"}
        spoken = {name: value for name, value in said.items() if value is not None}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in spoken.items()}


@action
def confirm_triage(
    *, request: str, verdict: Verdict, by: Actor, at: datetime, seen: int | None = None
) -> Refused | None:
    """Keep the verdict beside the proposal and take the request into the person's portfolio.

    `seen` is the last word of a colleague that was read: nothing is confirmed that came after it.
    """
    if verdict.need in WANTS_MANAGER and not verdict.category:
        return Refused.because("ask.category_needed", "category")
    row = request_of(request, seen_by=by)
    if seen is not None and row.state in OPEN and said_since(row, seen, by=by):
        return Refused.because("ask.changed_meanwhile")
    # The filter carries the old state: of two people at once, one is first.
    if not Request.objects.filter(pk=row.pk, state__in=OPEN).update(state=state_after(verdict.need)):
        return Refused.because("ask.already_confirmed")
    organisation, _ = Organisation.objects.get_or_create(
        name=verdict.organisation_name, defaults={"sector": verdict.sector}
    )
    person = Account.objects.get(code=by.code)
    Request.objects.filter(pk=row.pk).update(organisation=organisation, owner=person)
    said = verdict.values()
    done = {field: judge(row, field, value, by=by, at=at) for field, value in said.items()}
    Triage.objects.filter(pk=row.pk).update(verdict=said, confirmed_at=at, confirmed_by=person)
    fact = {"request": row.code, "organisation": organisation.code, "need": verdict.need}
    if verdict.need in WANTS_MANAGER:
        corrected = [field for field, how in done.items() if how != Outcome.KEPT]
        record(TriageConfirmed(**fact, corrected=corrected), by=by, at=at)
        pass_when_ready(row.code, by=by, at=at)
        return None
    record(RequestClosed(**fact), by=by, at=at)
    if verdict.need == Need.OUT_OF_SCOPE:
        write_refusal(row)
    return None
