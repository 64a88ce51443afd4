"""What a later stage learns of the pulse on assignments that are over: what was published alone."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from interregnum.stages.pulse.models import Round
from interregnum.stages.pulse.queries.results import read
from interregnum.stages.pulse.rules.states import RoundState


def published_of(assignments: Collection[int]) -> Mapping[int, list[tuple[date, int]]]:
    """The day on which each round closed, and the mean of its questions in tenths of a scale from 1 to 5; one query."""
    rows = Round.objects.filter(survey__assignment__in=assignments, state=RoundState.CLOSED, result__isnull=False)
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for key, closes_on, result in rows.order_by("number").values_list("survey__assignment", "closes_on", "result"):
        if figures := read(result or {}).figures:
            found[key].append((closes_on, round(10 * sum(one.value for one in figures) / len(figures))))
    return found
