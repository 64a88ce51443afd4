"""Choices that managers contest, for those who answer."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import BUREAU, Actor
from interregnum.stages.choose.decision_texts import CONTEST_STATES
from interregnum.stages.choose.models import Contest, Listed, Shortlist
from interregnum.stages.choose.queries.rows import organisation_of, shortlists_of
from interregnum.stages.choose.queries.sentences import names
from interregnum.stages.choose.queries.shortlist import points_chart, scored_of
from interregnum.stages.choose.rules.contest import may_answer
from interregnum.stages.choose.rules.states import ContestState
from interregnum.web.charts.values import BarChart
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class ContestLine:
    code: str
    name: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class ContestPage:
    """`may_answer`: it is open, and the one who looks did not make the choice."""

    code: str
    shortlist: str
    redrawn: str
    manager: str
    name: str
    organisation_name: str
    state: ContestState
    badge: Badge
    words: str
    contested_at: datetime
    due_on: date
    decided_by: str
    may_answer: bool
    answer: str
    answered_at: datetime | None
    answered_by: str
    percent: int
    chart: BarChart | None


def contests_of(actor: Actor) -> QuerySet[Contest]:
    """Of the lists that somebody may know of."""
    rows = Contest.objects.select_related("manager", "answered_by", "redrawn", "shortlist__drawn_by")
    return rows.filter(shortlist__in=shortlists_of(actor).order_by().values("pk")).select_related(
        "shortlist__brief__request__organisation", "shortlist__brief__request__owner"
    )


def contest_row(code: str, *, seen_by: Actor) -> Contest:
    """Raises Http404 for one that is not there, or of somebody else's portfolio."""
    row = contests_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def deciders_of(row: Shortlist) -> frozenset[str]:
    """Who made the choice: drew the list, asked managers from it, or departed from it. Codes of accounts."""
    invited = row.proposals.exclude(invited_by=None).values_list("invited_by__code", flat=True)
    departed = row.departures.values_list("by", flat=True)
    return frozenset({row.drawn_by.code, *invited, *departed})


def contests_to_answer(*, seen_by: Actor, limit: int = 12) -> tuple[ContestLine, ...]:
    """Open ones that this person may answer, the first due first."""
    if seen_by.role not in BUREAU:
        return ()
    rows = contests_of(seen_by).filter(state=ContestState.OPEN).exclude(shortlist__drawn_by__code=seen_by.code)
    rows = rows.exclude(shortlist__proposals__invited_by__code=seen_by.code)
    told = rows.order_by("due_on", "pk").values_list("code", "manager__name", "due_on")
    return tuple(ContestLine(*line) for line in told[:limit])


def contest_page(code: str, *, seen_by: Actor) -> ContestPage:
    """For the bureau and the auditor. Raises Http404 for one of somebody else's portfolio."""
    row = contest_row(code, seen_by=seen_by)
    listed = Listed.objects.filter(shortlist=row.shortlist, manager=row.manager).select_related("manager").first()
    words, tone = CONTEST_STATES[row.state]
    is_mine = may_answer(seen_by.code, deciders_of(row.shortlist))
    scored = scored_of(listed) if listed else None
    return ContestPage(
        code=row.code,
        shortlist=row.shortlist.code,
        redrawn=row.redrawn.code if row.redrawn else "",
        manager=row.manager.code,
        name=row.manager.name,
        organisation_name=organisation_of(row.shortlist),
        state=row.state,
        badge=Badge(words, tone),
        words=row.words,
        contested_at=row.contested_at,
        due_on=row.due_on,
        decided_by=row.shortlist.drawn_by.name,
        may_answer=row.state == ContestState.OPEN and is_mine and seen_by.role in BUREAU,
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=row.answered_by.name if row.answered_by else "",
        percent=scored.percent if scored else 0,
        chart=points_chart(scored, names()) if scored else None,
    )
