"""D1: room to do more when the work turns out to be more."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

WEEK, ROOM, A_DAY = 5, 2, 200


def capacity(candidate: Candidate, wanted: Wanted) -> Judged:
    """D1: two days a week to spare (or the whole week) is full points; each day less costs 200."""
    points = points_for_days(candidate.days_a_week, asked=wanted.days_a_week)
    return Judged(points, {"offered": candidate.days_a_week, "asked": wanted.days_a_week})


def points_for_days(offered: int, *, asked: int) -> int:
    return FULL - A_DAY * max(0, min(WEEK, asked + ROOM) - offered)
