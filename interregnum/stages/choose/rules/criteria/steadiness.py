"""Steady under stress: who has kept a cool head before."""

from interregnum.kernel.lists import Category, Reason
from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted


def steadiness(candidate: Candidate, wanted: Wanted) -> Judged:
    """Proven crises, or order restored, whichever are more: one case may well be both. No test of character."""
    crises, restored = stress_of(candidate)
    return Judged(worth(max(crises, restored)), {"crises": crises, "restored": restored})


def stress_of(candidate: Candidate) -> tuple[int, int]:
    return candidate.categories.get(Category.CRISIS, 0), candidate.reasons.get(Reason.RESTORE_ORDER, 0)
