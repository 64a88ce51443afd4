"""E1: slightly over-qualified is best; much over-qualified is bored and dear."""

from interregnum.kernel.lists import Level
from interregnum.stages.choose.rules.levels import RANK, steps_above
from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

BY_STEPS = {-1: 400, 0: 850, 1: FULL, 2: 700, 3: 400, 4: 100}
NO_SPECIALIST = {1: 700, 2: 700, 3: 700, 4: 500, 5: 300}
LINES_OF_THEIR_OWN = frozenset({Level.SPECIALIST, Level.PROGRAMME})


def seniority(candidate: Candidate, wanted: Wanted) -> Judged:
    """E1: best is one level above the role; programme managers and specialists are best in a role of their own kind."""
    points = points_for_level(candidate.level, asked=wanted.level)
    return Judged(points, {"offered": candidate.level.value, "asked": wanted.level.value})


def points_for_level(offered: Level, *, asked: Level) -> int:
    if offered is asked and asked in LINES_OF_THEIR_OWN:
        return FULL
    if asked is Level.SPECIALIST:
        return NO_SPECIALIST[RANK[offered]]
    return BY_STEPS.get(steps_above(offered, asked), 0)
