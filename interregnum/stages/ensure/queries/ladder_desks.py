"""The ladder on the desks: the steps that wait for the reader."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.ensure.models import EscalationStep
from interregnum.stages.ensure.rules.ladder import OF_PARTNER, LadderStep

MOST = 12


@dataclass(frozen=True)
class LadderLine:
    assignment: str
    client: str
    manager: str
    step: LadderStep
    due_at: datetime


def steps_waiting(*, seen_by: Actor) -> tuple[LadderLine, ...]:
    """The shadow manager's first two, the partner's last two; for the bureau also those without a shadow manager."""
    newest = EscalationStep.objects.filter(escalation=OuterRef("escalation")).order_by("-pk").values("pk")
    rows = EscalationStep.objects.filter(
        pk=Subquery(newest[:1]),
        done_at=None,
        escalation__closed_at=None,
        escalation__assignment__in=visible_to(seen_by).order_by(),
    )
    match seen_by.role:
        case Role.SHADOW:
            rows = rows.exclude(step__in=OF_PARTNER)
        case Role.PARTNER:
            rows = rows.filter(step__in=OF_PARTNER) | rows.filter(escalation__assignment__shadow_appointment=None)
        case _:
            rows = rows.exclude(step__in=OF_PARTNER).filter(escalation__assignment__shadow_appointment=None)
    names = ("code", "organisation__name", "manager__name")
    asked = rows.order_by("due_at", "pk").values_list(
        *(f"escalation__assignment__{name}" for name in names), "step", "due_at"
    )
    return tuple(LadderLine(*line) for line in asked[:MOST])
