"""What a pulse tells the early warning of an assignment: what was published alone, as on its own page."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from interregnum.stages.pulse.models import Round
from interregnum.stages.pulse.queries.results import read
from interregnum.stages.pulse.queries.terms import floor_on
from interregnum.stages.pulse.rules.publishing import trend
from interregnum.stages.pulse.rules.signals import most_answered, tenths_fallen
from interregnum.stages.pulse.rules.states import RoundState


def quality_of(assignments: Collection[int], on: date) -> Mapping[int, Mapping[str, Any]]:
    """The newest round that is over, beside the one before."""
    rows = Round.objects.filter(survey__assignment__in=assignments, state=RoundState.CLOSED, closes_on__lte=on)
    closed: dict[int, list[Any]] = defaultdict(list)
    for key, asked, result in rows.order_by("number").values_list("survey__assignment", "asked", "result"):
        if result is not None:
            closed[key].append((asked, read(result)))
    floor = floor_on(on) if closed else 0
    return {key: _of_rounds(rounds, floor) for key, rounds in closed.items()}


def _of_rounds(rounds: list[Any], floor: int) -> dict[str, Any]:
    asked, now = rounds[-1]
    moved: tuple[Any, ...] = ()
    if len(rounds) > 1:
        asked_before, before = rounds[-2]
        moved = trend(before, now, moved=abs(asked - asked_before), floor=floor)
    return {"pulse_fall": tenths_fallen(moved), "pulse_answered": most_answered(now.step, asked=asked)}
