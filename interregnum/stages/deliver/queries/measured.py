"""Where the results of an assignment were last measured, for the stages that come after."""

from datetime import date
from decimal import Decimal

from interregnum.stages.deliver.models import Measurement


def last_measured(assignment: str, *, before: date | None = None) -> dict[str, Decimal]:
    """By the code of the result; one that was never measured has no entry. `before`: in weeks that began before it."""
    rows = Measurement.objects.filter(result__assignment__code=assignment, value__isnull=False)
    rows = rows.filter(report__monday__lt=before) if before else rows
    told = rows.order_by("report__monday").values_list("result__code", "value")
    return {code: value for code, value in told if value is not None}
