"""Closed assignments, for the stages that come after: index, results reached, and what the three said."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interregnum.kernel.period import local_day
from interregnum.stages.handover.models import Evaluation, Handover
from interregnum.stages.handover.rules.states import Ending, Judge
from interregnum.stages.pulse.queries.extra import closing_attitudes


@dataclass(frozen=True, kw_only=True)
class Marks:
    """F3: what one of the three gave: 1 to 10, `again` 0 to 10."""

    score: int
    knowledge: int
    skills: int
    mobilising: int
    again: int


@dataclass(frozen=True, kw_only=True)
class ClosedAssignment:
    """`attitude`: tenths of the last pulse, 10 to 50, None without one."""

    assignment: str
    organisation: str
    manager: str
    category: str
    starts_on: date
    closed_on: date
    ending: Ending
    index: int
    results: int
    reached: int
    attitude: int | None
    marks: Mapping[Judge, Marks] = field(default_factory=dict)


def closed_assignments(
    *,
    managers: Collection[str] | None = None,
    assignments: Collection[str] | None = None,
    since: date | None = None,
) -> tuple[ClosedAssignment, ...]:
    """All of the firm, or of some managers, in the order in which they were closed; four queries."""
    rows = Handover.objects.filter(closed_at__isnull=False)
    if managers is not None:
        rows = rows.filter(assignment__manager__code__in=managers)
    if assignments is not None:
        rows = rows.filter(assignment__code__in=assignments)
    if since is not None:
        rows = rows.filter(closed_at__date__gte=since)
    rows = rows.select_related("assignment__organisation", "assignment__manager")
    found = list(rows.prefetch_related("evaluations", "closed_results").order_by("closed_at"))
    last = closing_attitudes([row.assignment_id for row in found])
    return tuple(_closed(row, last.get(row.assignment_id, row.attitude)) for row in found)


# By key of the assignment: the day, who judged, and the score from 1 to 10.
type Judged = Mapping[int, list[tuple[date, Judge, int]]]


def judged_of(assignments: Collection[int]) -> Judged:
    """F3: what the three said at the end of assignments by key; one query."""
    rows = Evaluation.objects.filter(handover__assignment__in=assignments).order_by("pk")
    found: dict[int, list[tuple[date, Judge, int]]] = defaultdict(list)
    for key, written_at, judge, score in rows.values_list("handover__assignment", "written_at", "judge", "score"):
        found[key].append((local_day(written_at), Judge(judge), score))
    return found


def _closed(row: Any, attitude: int | None) -> ClosedAssignment:
    about, results = row.assignment, list(row.closed_results.all())
    return ClosedAssignment(
        assignment=about.code,
        organisation=about.organisation.code,
        manager=about.manager.code,
        category=str(about.category),
        starts_on=about.starts_on,
        closed_on=local_day(row.closed_at),
        ending=row.ending,
        index=row.index_at_close or 0,
        results=len(results),
        reached=sum(one.is_reached for one in results),
        attitude=attitude,
        marks={Judge(one.judge): _marks(one) for one in row.evaluations.all()},
    )


def _marks(one: Any) -> Marks:
    names = ("score", "knowledge", "skills", "mobilising", "again")
    return Marks(**{name: getattr(one, name) for name in names})
