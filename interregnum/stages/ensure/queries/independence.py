"""Whether it was stated that a shadow manager is independent of the manager who works now, and where not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.queries.visible import assignment_of, visible_to
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.models import StatedIndependence


@dataclass(frozen=True)
class Stated:
    by: str
    at: datetime


@dataclass(frozen=True)
class IndependencePage:
    """`shadow` is empty while nobody is appointed."""

    code: str
    number: str
    client: str
    manager: str
    shadow: str
    stated: Stated | None


@dataclass(frozen=True)
class Unstated:
    """A shadow manager of whom it is not stated yet, beside this manager."""

    assignment: str
    client: str
    manager: str
    shadow: str


def stated_of(row: Any) -> Stated | None:
    """For this appointment and the manager who works now; `row` is an assignment."""
    appointment = getattr(row, "shadow_appointment", None)
    if appointment is None:
        return None
    whose = {"assignment": row, "shadow": appointment.shadow_id, "manager": row.manager_id}
    found = StatedIndependence.objects.filter(**whose, stated_at__gte=appointment.appointed_at)
    last = found.select_related("stated_by").first()
    return Stated(last.stated_by.name, last.stated_at) if last else None


def independence_page(assignment: str, *, seen_by: Actor) -> IndependencePage:
    """Raises Http404 for an assignment that is not theirs."""
    along = ("organisation", "manager", "shadow_appointment__shadow")
    row: Any = assignment_of(assignment, seen_by=seen_by, along=along)
    appointment = getattr(row, "shadow_appointment", None)
    shadow = appointment.shadow.name if appointment else ""
    names = (row.organisation.name, row.manager.name, shadow)
    return IndependencePage(row.code, row.number, *names, stated_of(row))


_SAME: Mapping[str, OuterRef] = {
    "assignment": OuterRef("pk"),
    "shadow": OuterRef("shadow_appointment__shadow"),
    "manager": OuterRef("manager"),
    "stated_at__gte": OuterRef("shadow_appointment__appointed_at"),
}


def independence_unstated(*, seen_by: Actor, most: int) -> tuple[Unstated, ...]:
    """Open assignments whose shadow manager stays on beside a manager for whom nobody stated it."""
    rows = visible_to(seen_by).filter(shadow_appointment__isnull=False).exclude(state=AssignmentState.CLOSED)
    rows = rows.filter(~Exists(StatedIndependence.objects.filter(**_SAME))).order_by("starts_on", "pk")
    names = ("code", "organisation__name", "manager__name", "shadow_appointment__shadow__name")
    return tuple(Unstated(*line) for line in rows.values_list(*names)[:most])
