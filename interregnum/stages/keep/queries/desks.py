"""What aftercare asks of the client, the shadow manager and the firm, for the desks."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.queries.rows import cares_of
from interregnum.stages.keep.rules.states import OPEN, CareState, Proposal


@dataclass(frozen=True)
class CareDue:
    """`code` is that of the assignment."""

    code: str
    client: str
    months: int
    is_late: bool
    care: str = ""


def care_waiting(*, seen_by: Actor, limit: int = 5) -> tuple[CareDue, ...]:
    """The client answers, the shadow manager follows what was asked, the firm calls where nobody answered. Nothing of
    the interim manager."""
    if seen_by.role in (Role.MANAGER, Role.DELEGATE):
        return ()
    rows = cares_of(seen_by)
    called = Q(escalated_at__isnull=False, state__in=OPEN) | Q(state=CareState.LAPSED, answered_at=None)
    asked = {Role.CLIENT: Q(state__in=OPEN), Role.SHADOW: Q(state__in=OPEN) | called}
    rows = rows.filter(asked.get(seen_by.role, called))
    return _due(rows.order_by("due_on", "pk")[:limit])


def relapses_waiting(*, seen_by: Actor, limit: int = 5) -> tuple[CareDue, ...]:
    """Looks back in which something slips that nobody decided about: for the shadow manager, else for the firm."""
    slips = ResultCheck.objects.filter(care=OuterRef("pk"), decided="").exclude(proposal=Proposal.NOTHING)
    rows = cares_of(seen_by).filter(Exists(slips))
    if seen_by.role in (Role.MANAGER, Role.CLIENT, Role.DELEGATE):
        return ()
    if seen_by.role is not Role.SHADOW:
        rows = rows.filter(assignment__shadow_appointment=None)
    return _due(rows.order_by("due_on", "pk")[:limit])


def talks_waiting(*, seen_by: Actor, limit: int = 5) -> tuple[CareDue, ...]:
    """The newest look back of each assignment, as long as nobody noted what the successor says: for the shadow manager,
    else for the firm."""
    newer = Aftercare.objects.filter(assignment=OuterRef("assignment"), months__gt=OuterRef("months"))
    rows = cares_of(seen_by).filter(talk="").exclude(state__in=(CareState.PLANNED, CareState.GONE))
    rows = rows.exclude(Exists(newer.exclude(state__in=(CareState.PLANNED, CareState.GONE))))
    if seen_by.role in (Role.MANAGER, Role.CLIENT, Role.DELEGATE):
        return ()
    if seen_by.role is not Role.SHADOW:
        rows = rows.filter(assignment__shadow_appointment=None)
    return _due(rows.order_by("due_on", "pk")[:limit])


def _due(rows: QuerySet[Aftercare]) -> tuple[CareDue, ...]:
    told = rows.values_list("assignment__code", "assignment__organisation__name", "months", "escalated_at", "code")
    return tuple(
        CareDue(assignment, client, months, escalated_at is not None, code)
        for assignment, client, months, escalated_at, code in told
    )


def care_of(assignment: str, months: int) -> str | None:
    """The code of a look back by its months after the end; None when none was planned."""
    rows = Aftercare.objects.filter(assignment__code=assignment, months=months)
    return rows.values_list("code", flat=True).first()
