"""A2: what stayed, for the stages that come after: the retention of each assignment at each look back."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from interregnum.kernel.period import local_day
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.rules.retention import Retention, together
from interregnum.stages.keep.rules.states import CareState


@dataclass(frozen=True, kw_only=True)
class Kept:
    assignment: str
    manager: str
    months: int
    due_on: date
    retention: Retention


def retentions(*, managers: Collection[str] | None = None) -> tuple[Kept, ...]:
    """Every look back that was answered, wholly or in part; one query."""
    rows = Aftercare.objects.filter(answered_at__isnull=False).order_by("due_on", "pk")
    if managers is not None:
        rows = rows.filter(assignment__manager__code__in=managers)
    names = ("assignment__code", "assignment__manager__code", "months", "due_on", "stands", "known", "delivered")
    return tuple(
        Kept(assignment=code, manager=manager, months=months, due_on=due, retention=Retention(*figures))
        for code, manager, months, due, *figures in rows.values_list(*names)
    )


# By key of the assignment: the months, how many stood of how many that were known, and the day of the answer.
type Stood = Mapping[int, list[tuple[int, int, int, date]]]


def stood_of(assignments: Collection[int]) -> Stood:
    """Of assignments by key, each look back that was answered; one query."""
    rows = Aftercare.objects.filter(assignment__in=assignments, answered_at__isnull=False)
    found: dict[int, list[tuple[int, int, int, date]]] = defaultdict(list)
    names = ("assignment", "months", "stands", "known", "answered_at")
    for key, months, stands, known, answered_at in rows.order_by("months").values_list(*names):
        if answered_at:
            found[key].append((months, stands, known, local_day(answered_at)))
    return found


def curve_of(kept: Collection[Kept]) -> dict[int, Retention]:
    """By the months after the end, all of them together."""
    terms = sorted({one.months for one in kept})
    return {months: together(one.retention for one in kept if one.months == months) for months in terms}


def marks_given() -> tuple[int, ...]:
    """Whether clients would recommend the firm, from 0 to 10: the newest mark of each assignment."""
    rows = Aftercare.objects.filter(again__isnull=False).order_by("months").values_list("assignment", "again")
    return tuple({assignment: again for assignment, again in rows if again is not None}.values())


def unanswered() -> int:
    """How many looks back lapsed without an answer."""
    return Aftercare.objects.filter(state=CareState.LAPSED, answered_at=None).count()
