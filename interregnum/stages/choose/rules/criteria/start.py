"""D2: quick to deploy."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted


def earliest_start(candidate: Candidate, wanted: Wanted) -> Judged:
    """D2: full points when free on the start date; each day later costs its share of the slack.

    Free 7 days after the start date with 13 days slack: 1000 - 7000 div 14 = 500.
    """
    late = max(0, (candidate.available_on - wanted.starts_on).days)
    points = points_for_delay(late, slack_days=wanted.slack_days)
    return Judged(points, {"days_late": late, "available_on": candidate.available_on.isoformat()})


def points_for_delay(days_late: int, *, slack_days: int) -> int:
    return max(0, FULL - FULL * days_late // (slack_days + 1))
