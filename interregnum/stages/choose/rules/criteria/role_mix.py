"""B3: four roles at once, in the proportion that is asked."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted


def role_mix(candidate: Candidate, wanted: Wanted) -> Judged:
    """B3: 1000 less 5 for each point of distance between the two mixes (0..200)."""
    distance = candidate.role_mix.distance(wanted.role_mix)
    return Judged(points_for_distance(distance), {"distance": distance})


def points_for_distance(distance: int) -> int:
    return FULL - 5 * distance
