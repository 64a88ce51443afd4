"""The results of a closed assignment, as they were handed over and as they are measured since, for aftercare."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.models import ClosedResult, NewMeasure


def closed_results(assignment: str) -> QuerySet[ClosedResult]:
    rows = ClosedResult.objects.filter(handover__assignment__code=assignment)
    return rows.order_by("position", "pk")


def new_measures(assignment: str) -> Mapping[int, NewMeasure]:
    """Of the results that are measured otherwise since the end, by key: the measure that holds now; one query."""
    rows = NewMeasure.objects.filter(result__handover__assignment__code=assignment).order_by("pk")
    return {row.result_id: row for row in rows}


def closed_result(code: str, *, seen_by: Actor) -> ClosedResult:
    """Raises Http404 for a result that is not of an assignment of theirs."""
    rows = ClosedResult.objects.select_related("handover__assignment__organisation").filter(code=code)
    row = rows.filter(handover__assignment__in=visible_to(seen_by).order_by().values("pk")).first()
    if row is None or seen_by.role is Role.DELEGATE:
        raise Http404
    return row
