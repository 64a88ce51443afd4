"""D4: quick result."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

AT_ONCE_WEEKS = 2
A_WEEK = 50


def first_result(candidate: Candidate, wanted: Wanted) -> Judged:
    """D4: full points for a first result within 2 weeks, each week more costs 50; never measured proves nothing."""
    weeks = candidate.first_result_weeks
    if weeks is None:
        return Judged(0, {"measured": False})
    return Judged(points_for_weeks(weeks), {"measured": True, "weeks": weeks})


def points_for_weeks(weeks: int | None) -> int:
    return 0 if weeks is None else max(0, FULL - A_WEEK * max(0, weeks - AT_ONCE_WEEKS))
