"""D1: room to do more when the work turns out to be more."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

WEEK, ROOM, A_DAY = 5, 2, 200


def capacity(candidate: Candidate, wanted: Wanted) -> Judged:
    """D1: two days a week to spare (or the whole week) is full points; each day less costs 200."""
    best = min(WEEK, wanted.days_a_week + ROOM)
    short = max(0, best - candidate.days_a_week)
    return Judged(FULL - A_DAY * short, {"offered": candidate.days_a_week, "asked": wanted.days_a_week})
