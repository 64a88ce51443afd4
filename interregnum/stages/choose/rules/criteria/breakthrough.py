"""D8: crowbar: opens what is stuck."""

from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted


def breakthrough(candidate: Candidate, wanted: Wanted) -> Judged:
    """D8: half the points for deadlocks broken, half for as many of them as a referee can confirm.

    Three deadlocks and one case with a referee: (750 + 400) div 2 = 575.
    """
    confirmed = confirmed_deadlocks(candidate)
    points = points_for_deadlocks(candidate.deadlocks_broken, confirmed=confirmed)
    return Judged(points, {"deadlocks": candidate.deadlocks_broken, "with_referee": confirmed})


def confirmed_deadlocks(candidate: Candidate) -> int:
    return min(candidate.deadlocks_broken, candidate.cases_with_referee)


def points_for_deadlocks(broken: int, *, confirmed: int) -> int:
    return (worth(broken) + worth(confirmed)) // 2
