"""E3: at home in the discipline."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted


def discipline(candidate: Candidate, wanted: Wanted) -> Judged:
    """E3: the share of the disciplines asked that the manager masters; two of three = 666."""
    if not wanted.disciplines:
        return Judged(FULL, {"asked": (), "shared": ()})
    shared = tuple(code for code in wanted.disciplines if code in candidate.disciplines)
    return Judged(FULL * len(shared) // len(wanted.disciplines), {"asked": wanted.disciplines, "shared": shared})
