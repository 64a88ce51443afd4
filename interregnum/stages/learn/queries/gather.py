"""What the stages before know of each turn of a manager, as the rules of a record read it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.stages.deliver.queries.past import Past, past_of
from interregnum.stages.deliver.queries.past import Turn as Tenure
from interregnum.stages.ensure.queries.past import scores_of
from interregnum.stages.ensure.rules.reviews import Side
from interregnum.stages.guarantee.queries.past import causes_of
from interregnum.stages.handover.queries.closed import judged_of
from interregnum.stages.keep.queries.retention import stood_of
from interregnum.stages.learn.rules.lines import STANDS, Turn
from interregnum.stages.pulse.queries.past import published_of


@dataclass(frozen=True)
class Found:
    """A turn, and by keys whose it is and of what."""

    assignment: int
    manager: int
    manager_code: str
    turn: Turn


@dataclass(frozen=True)
class Heard:
    """What was said of one assignment: in reviews, in the pulse, at its end, and in aftercare."""

    scores: Sequence[tuple[date, str, int]] = ()
    rounds: Sequence[tuple[date, int]] = ()
    judged: Sequence[tuple[date, str, int]] = ()
    stood: Sequence[tuple[int, int, int, date]] = ()


def turns_of(assignments: Collection[int], *, on: date) -> Iterator[Found]:
    """A dozen queries, however many assignments there are."""
    past = past_of(assignments, on=on)
    causes, scores, rounds = causes_of(past), scores_of(past), published_of(past)
    judged, stood = judged_of(past), stood_of(past)
    for key, one in past.items():
        heard = Heard(scores.get(key, ()), rounds.get(key, ()), judged.get(key, ()), stood.get(key, ()))
        for tenure in one.turns:
            cause = causes.get((key, tenure.manager))
            told = _told(one, tenure, heard)
            turn = Turn(**told, is_replaced=tenure.is_replaced or cause is not None, cause=cause or "")
            yield Found(key, tenure.manager, tenure.manager_code, turn)


def _told(one: Past, tenure: Tenure, heard: Heard) -> Mapping[str, Any]:
    """What came after the last day is of whoever was there then."""
    is_last = tenure.last == one.ends_on

    def own(day: date) -> bool:
        return tenure.first <= day <= tenure.last or (is_last and day > tenure.last)

    def given(side: Side) -> list[int]:
        return [10 * score for day, who, score in (*heard.scores, *heard.judged) if who == side and own(day)]

    return {
        "first": tenure.first,
        "last": tenure.last,
        "reached": one.reached(on=tenure.last),
        "promised": len(one.results),
        "first_result_on": one.first_reached_on(),
        "stands": [line for line in heard.stood if is_last and line[0] in STANDS],
        "client": given(Side.CLIENT),
        "shadow": given(Side.SHADOW),
        "employees": [tenths for day, tenths in heard.rounds if own(day)],
        "waited_days": [days for day, days in one.taken if own(day)],
        "offered": one.offered,
        "shown": [mix for day, mix in one.mixes if own(day)],
    }
