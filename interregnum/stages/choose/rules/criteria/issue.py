"""D3: experience with the issue itself, proven."""

from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

REFEREES = 3
CASES_SHARE, REFEREE_POINTS = 70, 100


def proven_issue(candidate: Candidate, wanted: Wanted) -> Judged:
    """D3: 70 % for proven cases with the reasons of the brief (their mean), 10 % for each of three with a referee.

    Two cases with the one reason asked, a referee for both: 600 x 70 % + 200 = 620.
    """
    if not wanted.reasons:
        return Judged(FULL, {"asked": 0})
    cases = [candidate.reasons.get(reason, 0) for reason in wanted.reasons]
    # Which case has the referee is not told; it can never be more cases than there are.
    confirmed = min(candidate.cases_with_referee, sum(cases))
    points = points_for_issue(sum(map(worth, cases)), asked=len(cases), confirmed=confirmed)
    return Judged(points, {"asked": len(cases), "cases": sum(cases), "with_referee": confirmed})


def points_for_issue(worths: int, *, asked: int, confirmed: int) -> int:
    """`worths` is the sum of what the cases of each of the reasons asked are worth."""
    return worths // asked * CASES_SHARE // 100 + REFEREE_POINTS * min(confirmed, REFEREES)
