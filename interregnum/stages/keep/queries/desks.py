"""What aftercare asks of the client, the shadow manager and the firm, for the desks."""

from dataclasses import dataclass

from django.db.models import Q

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.keep.queries.rows import cares_of
from interregnum.stages.keep.rules.states import OPEN, CareState


@dataclass(frozen=True)
class CareDue:
    """`code` is that of the assignment."""

    code: str
    client: str
    months: int
    is_late: bool


def care_waiting(*, seen_by: Actor, limit: int = 5) -> tuple[CareDue, ...]:
    """The shadow manager follows what was asked; the firm calls where nobody answered. Nothing of the interim
    manager; the client has the link in a mail."""
    if seen_by.role in (Role.MANAGER, Role.CLIENT, Role.DELEGATE):
        return ()
    rows = cares_of(seen_by)
    called = Q(escalated_at__isnull=False, state__in=OPEN) | Q(state=CareState.LAPSED, answered_at=None)
    rows = rows.filter(Q(state__in=OPEN) | called if seen_by.role is Role.SHADOW else called)
    return tuple(
        CareDue(row.assignment.code, row.assignment.organisation.name, row.months, row.escalated_at is not None)
        for row in rows.order_by("due_on", "pk")[:limit]
    )
