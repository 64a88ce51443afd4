"""What a hand-over asks of each side, for the desks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.models import Evaluation, Handover
from interregnum.stages.handover.rules.states import Judge


class HandoverWanted(StrEnum):
    CARDS = "cards"
    EVALUATE = "evaluate"
    CLOSE = "close"


@dataclass(frozen=True)
class HandoverLine:
    assignment: str
    client: str
    manager: str
    wanted: HandoverWanted
    is_late: bool


JUDGES = {Role.CLIENT: Judge.CLIENT, Role.MANAGER: Judge.MANAGER, Role.SHADOW: Judge.SHADOW}


def handovers_waiting(*, seen_by: Actor, at: datetime, limit: int = 5) -> tuple[HandoverLine, ...]:
    """Cards that lack while it runs; after the last day an evaluation of each of the three, and the end by the firm."""
    on = local_day(at)
    said = Evaluation.objects.filter(handover=OuterRef("pk"), judge=JUDGES.get(seen_by.role, ""))
    rows = Handover.objects.filter(assignment__in=visible_to(seen_by).order_by().values("pk"), closed_at=None)
    rows = rows.select_related("assignment__organisation", "assignment__manager").annotate(said=Exists(said))
    found = rows.prefetch_related("cards").order_by("assignment__ends_on", "pk")
    lines = [line for row in found if (line := _line(row, seen_by, is_over=row.assignment.ends_on < on))]
    return tuple(lines[:limit])


def _line(row: Handover, seen_by: Actor, *, is_over: bool) -> HandoverLine | None:
    wanted = None
    owned = sum(bool(card.owner) for card in row.cards.all())
    if is_over:
        wanted = HandoverWanted.CLOSE if seen_by.role not in JUDGES else HandoverWanted.EVALUATE
        wanted = None if getattr(row, "said", False) else wanted
    elif seen_by.role in (Role.CLIENT, Role.MANAGER) and owned < len(row.results):
        wanted = HandoverWanted.CARDS
    about = row.assignment
    return HandoverLine(about.code, about.organisation.name, about.manager.name, wanted, is_over) if wanted else None
