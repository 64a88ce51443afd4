"""Why this manager stands where he or she stands, and what would change it: codes and numbers, no words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from interregnum.stages.choose.rules.criteria.issue import REFEREE_POINTS, REFEREES
from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Facts, Points, Scored


@dataclass(frozen=True)
class Change:
    """Something a person can do: its code, the criterion it helps, and by how much the total would rise at most.

    `overtakes` says that this alone would lift the manager above the next one up the list.
    """

    code: str
    criterion: str
    gain: int
    overtakes: bool
    facts: Facts


@dataclass(frozen=True)
class Explanation:
    """The three that add most, the one that misses most (none when nothing is missed), and the changes by gain."""

    strongest: tuple[Points, ...]
    weakest: tuple[Points, ...]
    changes: tuple[Change, ...]


def _number(part: Points, fact: str) -> int:
    return int(part.facts[fact])  # type: ignore[arg-type]


def _later_start(part: Points) -> int:
    """A brief that starts when the manager is free would miss nothing."""
    return part.missed


def _referees(part: Points) -> int:
    """Referees for cases that are already there."""
    if "cases" not in part.facts:
        return 0
    could = min(REFEREES, _number(part, "cases"))
    return part.weight * REFEREE_POINTS * max(0, could - _number(part, "with_referee"))


def _deadlock_referees(part: Points) -> int:
    return part.weight * (worth(_number(part, "deadlocks")) - part.points)


def _measured_result(part: Points) -> int:
    """Only who never had a first result measured can still have one looked up."""
    return 0 if part.facts["measured"] else part.missed


# What nobody can change today (a level, a sector, past employers) has no line here.
CHANGES: Mapping[str, tuple[str, Callable[[Points], int]]] = {
    "choose.start": ("choose.later_start", _later_start),
    "choose.issue": ("choose.name_referees", _referees),
    "choose.role_mix": ("choose.discuss_role_mix", lambda part: part.missed),
    "choose.speed": ("choose.look_up_first_result", _measured_result),
    "choose.breakthrough": ("choose.name_deadlock_referees", _deadlock_referees),
    "choose.capacity": ("choose.ask_more_days", lambda part: part.missed),
}


def explain(scored: Scored, *, above: Scored | None = None) -> Explanation:
    """D2-D8: `above` is the next one up the list, if there is one."""
    counting = [part for part in scored.points if part.weight]
    # The sort is stable: what adds as much keeps the order of the criteria.
    strongest = sorted((part for part in counting if part.points), key=lambda part: -part.gained)[:3]
    weakest = sorted((part for part in counting if part.missed), key=lambda part: -part.missed)[:1]
    gap = above.total - scored.total if above else 0
    changes = [
        Change(code, part.code, gain, above is not None and gain > gap, part.facts)
        for part in counting
        if part.code in CHANGES
        for code, reckon in (CHANGES[part.code],)
        if (gain := reckon(part))
    ]
    changes.sort(key=lambda change: -change.gain)
    return Explanation(tuple(strongest), tuple(weakest), tuple(changes))
