"""When managers are taken by assignments: days and terms, and not at whom, for whoever plans the whole roster."""

from collections.abc import Collection

from interregnum.kernel.period import Period
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.queries.room import parts_of
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState


def engagements_of(managers: Collection[str], *, within: Period) -> dict[str, tuple[Engagement, ...]]:
    """By the manager's code, as far as it touches `within`; two queries. Who has no assignment then has no entry."""
    rows = Assignment.objects.filter(manager__code__in=managers, starts_on__lte=within.last, ends_on__gte=within.first)
    terms = rows.exclude(state=AssignmentState.CLOSED).order_by("starts_on", "pk")
    taken = list(terms.values_list("manager__code", "contract"))
    parts = parts_of([contract for _code, contract in taken])
    found: dict[str, tuple[Engagement, ...]] = {}
    for code, contract in taken:
        touching = (part for part in parts.get(contract, ()) if part.period.overlaps(within))
        found[code] = (*found.get(code, ()), *touching)
    return found
