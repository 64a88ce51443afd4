"""What the stages before know of each turn of a manager, as the rules of a record read it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.stages.deliver.queries.past import Past, past_of
from interregnum.stages.deliver.queries.past import Turn as Tenure
from interregnum.stages.ensure.queries.past import scores_of
from interregnum.stages.ensure.rules.reviews import Side
from interregnum.stages.guarantee.queries.past import causes_of
from interregnum.stages.learn.rules.lines import Turn
from interregnum.stages.pulse.queries.past import published_of


@dataclass(frozen=True)
class Found:
    """A turn, and by keys whose it is and of what."""

    assignment: int
    manager: int
    manager_code: str
    turn: Turn


def turns_of(assignments: Collection[int], *, on: date) -> Iterator[Found]:
    """Ten queries, however many assignments there are."""
    past = past_of(assignments, on=on)
    causes, scores, rounds = causes_of(past), scores_of(past), published_of(past)
    for key, one in past.items():
        for tenure in one.turns:
            cause = causes.get((key, tenure.manager))
            told = _told(one, tenure, scores.get(key, []), rounds.get(key, []))
            turn = Turn(**told, is_replaced=tenure.is_replaced or cause is not None, cause=cause or "")
            yield Found(key, tenure.manager, tenure.manager_code, turn)


def _told(
    one: Past, tenure: Tenure, scores: list[tuple[date, str, int]], rounds: list[tuple[date, int]]
) -> Mapping[str, Any]:
    def own(day: date) -> bool:
        return tenure.first <= day <= tenure.last

    return {
        "first": tenure.first,
        "last": tenure.last,
        "reached": one.reached(on=tenure.last),
        "promised": len(one.results),
        "first_result_on": one.first_result_on,
        "client": [10 * score for day, side, score in scores if side == Side.CLIENT and own(day)],
        "shadow": [10 * score for day, side, score in scores if side == Side.SHADOW and own(day)],
        "employees": [tenths for day, tenths in rounds if own(day)],
        "waited_days": [days for day, days in one.taken if own(day)],
        "offered": one.offered,
        "shown": [mix for day, mix in one.mixes if own(day)],
    }
