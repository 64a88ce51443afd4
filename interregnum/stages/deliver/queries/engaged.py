"""When managers are taken by assignments: days and terms, and not at whom, for whoever plans the whole roster."""

from collections.abc import Collection

from interregnum.kernel.period import Period
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState


def engagements_of(managers: Collection[str], *, within: Period) -> dict[str, tuple[Engagement, ...]]:
    """By the manager's code, as far as it touches `within`; one query. Who has no assignment then has no entry."""
    rows = Assignment.objects.filter(manager__code__in=managers, starts_on__lte=within.last, ends_on__gte=within.first)
    found: dict[str, tuple[Engagement, ...]] = {}
    terms = rows.exclude(state=AssignmentState.CLOSED).order_by("starts_on", "pk")
    for code, first, last, days in terms.values_list("manager__code", "starts_on", "ends_on", "contract__days_a_week"):
        found[code] = (*found.get(code, ()), Engagement(Period(first, last), days))
    return found
