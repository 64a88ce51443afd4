"""D8: crowbar: opens what is stuck."""

from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted


def breakthrough(candidate: Candidate, wanted: Wanted) -> Judged:
    """D8: half the points for deadlocks broken, half for as many of them as a referee can confirm.

    Three deadlocks and one case with a referee: (750 + 400) div 2 = 575.
    """
    confirmed = min(candidate.deadlocks_broken, candidate.cases_with_referee)
    points = (worth(candidate.deadlocks_broken) + worth(confirmed)) // 2
    return Judged(points, {"deadlocks": candidate.deadlocks_broken, "with_referee": confirmed})
