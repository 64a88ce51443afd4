"""D3: the profile speaks of the same subjects as the problem."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted


def same_subjects(candidate: Candidate, wanted: Wanted) -> Judged:
    """D3: the share of the subjects in the brief's text that the profile speaks of; one of three = 333.

    Words alone prove nothing: proven cases weigh heavier. A brief of which no subject is known takes nobody any points.
    """
    shared = tuple(concept for concept in wanted.concepts if concept in candidate.concepts)
    points = points_for_subjects(len(shared), asked=len(wanted.concepts))
    return Judged(points, {"asked": wanted.concepts, "shared": shared})


def points_for_subjects(shared: int, *, asked: int) -> int:
    return FULL * shared // asked if asked else FULL
