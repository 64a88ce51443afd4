"""Which briefs somebody may know of, and a row as values."""

import json
from hashlib import sha256

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason, Stakes
from interregnum.people.rules.screening import ScreeningKind
from interregnum.stages.ask.queries.rows import visible_to as visible_requests
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.rules.values import BriefValues, from_plain, plain, results_from


def visible_to(actor: Actor) -> QuerySet[Brief]:
    """Whoever may know of the request may know of its brief; interim and shadow managers do not."""
    briefs = Brief.objects.select_related("request__organisation", "request__owner", "request__triage")
    return briefs.filter(request__in=visible_requests(actor).order_by().values("pk"))


def brief_row(code: str, *, seen_by: Actor) -> Brief:
    """Raises Http404 for a brief that is not there, or not theirs."""
    row = visible_to(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def held_values(row: Brief, *, version: int | None = None) -> BriefValues:
    """What client and firm agreed on, while the next version is being written too; before that the draft.

    `version`: the number of an approved version that counts, whatever was agreed since.
    """
    wanted = version or row.approved
    if wanted is None or (row.state == BriefState.AGREED and wanted == row.approved):
        return values_of(row)
    return from_plain(row.versions.values_list("content", flat=True).get(number=wanted))


def mark_of(values: BriefValues) -> str:
    """Tells whether a brief still says what somebody read."""
    return sha256(json.dumps(plain(values), sort_keys=True, default=str).encode()).hexdigest()


def values_of(row: Brief) -> BriefValues:
    return BriefValues(
        category=Category(row.category),
        reasons=tuple(map(Reason, row.reasons)),
        grounds=tuple(map(Ground, row.grounds)),
        problem=row.problem,
        result_wanted=row.result_wanted,
        level=Level(row.level) if row.level else None,
        context=Context(row.context) if row.context else None,
        disciplines=tuple(row.disciplines),
        sector=row.sector,
        role_mix=row.role_mix,
        starts_on=row.starts_on,
        weeks=row.weeks,
        days_a_week=row.days_a_week,
        rate_ceiling=row.rate_ceiling,
        place=row.place,
        languages=tuple(row.languages),
        assurance=Assurance(row.assurance),
        screenings=tuple(map(ScreeningKind, row.screenings)),
        problem_owner=row.problem_owner,
        results=results_from(row.results),
        scope=row.scope,
        limits=row.limits,
        mandate_wanted=row.mandate_wanted,
        sponsor_hours=row.sponsor_hours,
        risks=row.risks,
        successor=row.successor,
        stakes=Stakes(row.stakes) if row.stakes else None,
        assurance_reason=row.assurance_reason,
        budget=row.budget,
    )
