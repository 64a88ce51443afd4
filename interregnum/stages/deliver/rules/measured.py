"""A1: whether a result stands reached, by what was measured and by nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interregnum.stages.deliver.rules.progress import way_percent

THERE = 100


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A result as it is now. `value` was measured last, in the week of `measured_on`; `reached_on` is the week from
    which on every figure stood at the target or beyond it, None while the last one does not."""

    code: str
    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    due_on: date
    value: Decimal | None = None
    measured_on: date | None = None
    reached_on: date | None = None


def reached_since(baseline: Decimal, target: Decimal, figures: Sequence[tuple[date, Decimal]]) -> date | None:
    """The first week of those, in their order, from which on no figure fell short; None when the last one does.

    >>> weeks = [(date(2026, 3, day), Decimal(value)) for day, value in ((2, 8), (9, 12), (16, 7), (23, 8))]
    >>> reached_since(Decimal(19), Decimal(8), weeks)
    datetime.date(2026, 3, 16)
    """
    found = None
    for monday, value in figures:
        is_there = baseline != target and way_percent(baseline, target, value=value) >= THERE
        found = (found or monday) if is_there else None
    return found
