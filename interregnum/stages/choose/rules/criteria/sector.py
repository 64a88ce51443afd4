"""E3: knows this corner of the market."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Facts, Judged, Wanted

ELSEWHERE = 400


def sector(candidate: Candidate, wanted: Wanted) -> Judged:
    """E3: full points in the sub-sector asked, 400 in another one of the firm's market, else none."""
    facts: Facts = {"asked": wanted.sector, "known": candidate.sectors}
    if not wanted.sector or wanted.sector in candidate.sectors:
        return Judged(FULL, facts)
    return Judged(ELSEWHERE if candidate.sectors else 0, facts)
