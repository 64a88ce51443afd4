"""How the results of an assignment stand by what was measured, for later stages."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from interregnum.stages.deliver.models import Measurement, Result
from interregnum.stages.deliver.rules.measured import Measured, reached_since


def results_measured(assignment: int) -> tuple[Measured, ...]:
    """In the order of the plan; two queries. For whoever checked already who may look."""
    figures: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
    rows = Measurement.objects.filter(report__assignment=assignment, value__isnull=False)
    for key, monday, value in rows.order_by("report__monday").values_list("result", "report__monday", "value"):
        figures[key].append((monday, value or Decimal(0)))
    return tuple(_measured(row, figures[row.pk]) for row in Result.objects.filter(assignment=assignment))


def _measured(row: Result, figures: list[tuple[date, Decimal]]) -> Measured:
    monday, value = figures[-1] if figures else (None, None)
    return Measured(
        code=row.code,
        title=row.title,
        unit=row.unit,
        baseline=row.baseline,
        target=row.target,
        due_on=row.due_on,
        value=value,
        measured_on=monday,
        reached_on=reached_since(row.baseline, row.target, figures),
    )
