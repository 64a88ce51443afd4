"""Which months of the books are closed, and what was done to each."""

from datetime import date

from django.db.models import Min, QuerySet

from interregnum.stages.invoice.models import BilledDay, BilledExtra, Books, ClosedMonth, Invoice, PaidDay


def closed_months() -> frozenset[date]:
    return frozenset(ClosedMonth.objects.filter(opened_at=None).values_list("month", flat=True))


def closings() -> QuerySet[ClosedMonth]:
    """Every closing, the latest month first."""
    return ClosedMonth.objects.select_related("closed_by", "opened_by")


def first_day() -> date:
    """The first day that is invoiced here, to clients and by managers alike; the beginning of time where all are."""
    return Books.objects.values_list("begins_on", flat=True).first() or date.min


def first_billed() -> date | None:
    """The earliest day that stands on an invoice of either side; None before there is one."""
    kept = ((BilledDay, "day"), (BilledExtra, "extra__day"), (PaidDay, "day"))
    found = [table.objects.aggregate(first=Min(name))["first"] for table, name in kept]
    return min((day for day in found if day), default=None)


def first_month() -> date | None:
    """The first month of the books: that in which they begin, or in which the first invoice was issued."""
    begins = Books.objects.values_list("begins_on", flat=True).first()
    issued = Invoice.objects.aggregate(first=Min("issued_on"))["first"]
    days = [day.replace(day=1) for day in (begins, issued) if day]
    return min(days, default=None)
