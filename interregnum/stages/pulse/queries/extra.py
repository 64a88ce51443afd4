"""What employees said at the end of an assignment and months after it, for the stages that come after."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.stages.pulse import texts
from interregnum.stages.pulse.models import Round
from interregnum.stages.pulse.queries.results import read
from interregnum.stages.pulse.rules.states import Occasion, RoundState


@dataclass(frozen=True)
class ExtraRound:
    """`tenths` is the mean of all questions, from 10 to 50; None while it is open, or where too few answered."""

    is_open: bool
    closes_on: date
    tenths: int | None
    step: object
    asked: int

    @property
    def mark(self) -> float | None:
        return None if self.tenths is None else self.tenths / 10


def extra_round(assignment: str, *, occasion: Occasion, months: int = 0) -> ExtraRound | None:
    """None where employees were not asked."""
    return extra_rounds(assignment).get((occasion, months))


def extra_rounds(assignment: str) -> Mapping[tuple[str, int], ExtraRound]:
    """By occasion and months; one query."""
    rows = Round.objects.filter(survey__assignment__code=assignment).exclude(occasion=Occasion.REGULAR)
    return {(str(row.occasion), row.months): _extra(row) for row in rows}


def _extra(row: Round) -> ExtraRound:
    is_open = row.state == RoundState.OPEN
    step = texts.STEPS[read(row.result).step] if row.result else ""
    return ExtraRound(is_open, row.closes_on, _tenths(row.result), step, row.asked)


def closing_attitudes(assignments: Collection[int]) -> Mapping[int, int]:
    """What was published of the last pulse, by the key of the assignment; one query."""
    rows = Round.objects.filter(survey__assignment__in=assignments, occasion=Occasion.CLOSING, result__isnull=False)
    found = {key: _tenths(result) for key, result in rows.values_list("survey__assignment", "result")}
    return {key: tenths for key, tenths in found.items() if tenths is not None}


def _tenths(result: Any) -> int | None:
    figures = read(result).figures if result else ()
    return int(10 * sum(one.value for one in figures) / len(figures)) if figures else None
