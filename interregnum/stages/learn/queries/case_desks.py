"""What the case library asks of each side, for the desks."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.learn.models import Case
from interregnum.stages.learn.rules.case_states import WITH_CLIENT, CaseState


class CaseWanted(StrEnum):
    ANSWER = "answer"
    READ = "read"
    WRITE = "write"
    CHANGE = "change"
    HELD = "held"
    AGAIN = "again"


@dataclass(frozen=True)
class CaseLine:
    """`assignment` is its code."""

    assignment: str
    client: str
    wanted: CaseWanted


# A client answers, and the manager reads before that; what is held back already was read.
ASKED = {Role.CLIENT: Q(state=CaseState.ASKED), Role.MANAGER: Q(state=CaseState.ASKED, objected_at=None)}
OWN = {Role.CLIENT: CaseWanted.ANSWER, Role.MANAGER: CaseWanted.READ}
OF_BUREAU = {
    CaseState.DRAFT: CaseWanted.WRITE,
    CaseState.CHANGE: CaseWanted.CHANGE,
    CaseState.EXPIRED: CaseWanted.AGAIN,
}
HELD = Q(state__in=WITH_CLIENT, objected_at__isnull=False)


def cases_waiting(*, seen_by: Actor, limit: int = 5) -> tuple[CaseLine, ...]:
    """Those that wait longest first; one query."""
    if seen_by.role not in BUREAU | OWN.keys():
        return ()
    waits = ASKED.get(seen_by.role, Q(state__in=OF_BUREAU) | HELD)
    rows = Case.objects.filter(waits, assignment__in=visible_to(seen_by).order_by().values("pk"))
    found = rows.order_by("changed_at", "pk").values_list("assignment__code", "assignment__organisation__name", "state")
    return tuple(
        CaseLine(code, client, OWN.get(seen_by.role) or OF_BUREAU.get(CaseState(state), CaseWanted.HELD))
        for code, client, state in found[:limit]
    )
