"""E1: slightly over-qualified is best; much over-qualified is bored and dear."""

from interregnum.kernel.lists import Level
from interregnum.stages.choose.rules.levels import RANK, steps_above
from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

BY_STEPS = {-1: 400, 0: 850, 1: FULL, 2: 700, 3: 400, 4: 100}
NO_SPECIALIST = {1: 700, 2: 700, 3: 700, 4: 500, 5: 300}
LINES_OF_THEIR_OWN = frozenset({Level.SPECIALIST, Level.PROGRAMME})


def seniority(candidate: Candidate, wanted: Wanted) -> Judged:
    """E1: best is one level above the role; programme managers and specialists are best in a role of their own kind."""
    facts = {"offered": candidate.level.value, "asked": wanted.level.value}
    if candidate.level is wanted.level and wanted.level in LINES_OF_THEIR_OWN:
        return Judged(FULL, facts)
    if wanted.level is Level.SPECIALIST:
        return Judged(NO_SPECIALIST[RANK[candidate.level]], facts)
    return Judged(BY_STEPS.get(steps_above(candidate.level, wanted.level), 0), facts)
