"""Which months of the books are closed, and what was done to each."""

from datetime import date

from django.db.models import QuerySet

from interregnum.stages.invoice.models import ClosedMonth


def closed_months() -> frozenset[date]:
    return frozenset(ClosedMonth.objects.filter(opened_at=None).values_list("month", flat=True))


def closings() -> QuerySet[ClosedMonth]:
    """Every closing, the latest month first."""
    return ClosedMonth.objects.select_related("closed_by", "opened_by")
