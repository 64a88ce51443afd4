"""The results of a closed assignment, as they were handed over, for aftercare."""

from django.db.models import QuerySet

from interregnum.stages.handover.models import ClosedResult


def closed_results(assignment: str) -> QuerySet[ClosedResult]:
    rows = ClosedResult.objects.filter(handover__assignment__code=assignment)
    return rows.order_by("position", "pk")
