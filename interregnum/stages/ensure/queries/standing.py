"""All running assignments by how they stand: the verdict, the worst signal, who acts, and the ladder with its clock."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries.signal_words import STANDINGS
from interregnum.stages.deliver.queries.signals import ALONG, VerdictView, known_on, verdicts_of
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.signals import Standing
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure import ladder_texts as words
from interregnum.stages.ensure.models import EscalationStep
from interregnum.stages.ensure.queries.ladder import badge_of
from interregnum.web.pieces import Badge

RANK = {Standing.RISK: 0, Standing.ATTENTION: 1, Standing.GOOD: 2}
A_PAGE = 50


@dataclass(frozen=True)
class StandingLine:
    """`step` is the name of the step of the ladder that it is on, "" for none, with its state and its clock."""

    code: str
    number: str
    client: str
    manager: str
    verdict: VerdictView
    step: object
    step_badge: Badge | None
    due_at: datetime | None


@dataclass(frozen=True)
class StandingPage:
    """`counts` are how many stand how, in words, with the value that the filter takes; `pages` how many pages."""

    lines: tuple[StandingLine, ...]
    counts: tuple[tuple[Standing, object, int], ...]
    shown: Standing | None
    page: int
    pages: int


def standing_page(*, shown: Standing | None, page: int, seen_by: Actor, at: datetime) -> StandingPage:
    """Those at risk first; of the same standing those whose clock ends first, then by number."""
    on = local_day(at)
    rows: Any = visible_to(seen_by).filter(state=AssignmentState.RUNNING).select_related(*ALONG)
    rows = {row.pk: row for row in rows.order_by("number")}
    found = verdicts_of(list(rows.values()), seen_by=seen_by, known=known_on(on), on=on)
    steps = _steps(rows)
    lines = [_line(rows[key], verdict, steps.get(key), at) for key, verdict in found.items()]
    lines.sort(key=lambda line: (RANK[line.verdict.standing or Standing.GOOD], line.due_at or _far(at), line.number))
    counted = Counter(line.verdict.standing for line in lines)
    kept = [line for line in lines if shown is None or line.verdict.standing == shown]
    pages = max(1, -(-len(kept) // A_PAGE))
    page = min(max(1, page), pages)
    return StandingPage(
        tuple(kept[(page - 1) * A_PAGE : page * A_PAGE]),
        tuple((one, STANDINGS[one], counted[one]) for one in RANK),
        shown,
        page,
        pages,
    )


def _far(at: datetime) -> datetime:
    return at.replace(year=9999)


def _steps(rows: dict[int, Any]) -> dict[int, EscalationStep]:
    """The newest step of each open ladder."""
    asked = EscalationStep.objects.filter(escalation__closed_at=None, escalation__assignment__in=rows).order_by("pk")
    return {one.escalation.assignment_id: one for one in asked.select_related("escalation")}


def _line(row: Any, verdict: VerdictView, step: EscalationStep | None, at: datetime) -> StandingLine:
    return StandingLine(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        verdict,
        words.LADDER_STEPS[step.step] if step else "",
        badge_of(step, at) if step else None,
        step.due_at if step and not step.done_at else None,
    )
