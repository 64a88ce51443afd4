"""E3: at home in the discipline."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted


def discipline(candidate: Candidate, wanted: Wanted) -> Judged:
    """E3: the share of the disciplines asked that the manager masters; two of three = 666."""
    if not wanted.disciplines:
        return Judged(FULL, {"asked": (), "shared": ()})
    shared = tuple(code for code in wanted.disciplines if code in candidate.disciplines)
    points = points_for_shared(len(shared), asked=len(wanted.disciplines))
    return Judged(points, {"asked": wanted.disciplines, "shared": shared})


def points_for_shared(shared: int, *, asked: int) -> int:
    return FULL * shared // asked if asked else FULL
