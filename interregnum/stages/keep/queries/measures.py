"""By what each result is and was measured after the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.stages.handover.queries.results import closed_result


@dataclass(frozen=True)
class Measured:
    """`since` is None for what was handed over."""

    unit: str
    baseline: Decimal
    norm: Decimal
    since: date | None = None
    why: str = ""


@dataclass(frozen=True)
class ResultLine:
    """A result with its measures, the newest first."""

    code: str
    title: str
    measures: tuple[Measured, ...]


@dataclass(frozen=True, kw_only=True)
class MeasurePage:
    assignment: str
    number: str
    client: str
    title: str
    measures: tuple[Measured, ...]


def measured(row: Any) -> Measured:
    return Measured(row.unit, row.baseline, row.norm, row.since, row.why)


def lines_of(results: Any, new: Mapping[int, Any]) -> tuple[ResultLine, ...]:
    """What was handed over, and before it what holds since."""
    found = []
    for row in results:
        was = Measured(row.unit, row.baseline, row.norm)
        newer = (measured(new[row.pk]),) if row.pk in new else ()
        found.append(ResultLine(row.code, row.title, (*newer, was)))
    return tuple(found)


def measure_page(result: str, *, seen_by: Actor) -> MeasurePage:
    """Raises Http404 for a result that is not of an assignment of theirs."""
    row = closed_result(result, seen_by=seen_by)
    about = row.handover.assignment
    was = Measured(row.unit, row.baseline, row.norm)
    return MeasurePage(
        assignment=about.code,
        number=about.number,
        client=about.organisation.name,
        title=row.title,
        measures=(*(measured(one) for one in row.measures.order_by("-pk")), was),
    )
