"""E3: knows this corner of the market."""

from interregnum.stages.choose.rules.values import FULL, Candidate, Facts, Judged, Wanted

ELSEWHERE = 400


def sector(candidate: Candidate, wanted: Wanted) -> Judged:
    """E3: full points in the sub-sector asked, 400 in another one of the firm's market, else none."""
    facts: Facts = {"asked": wanted.sector, "known": candidate.sectors}
    at_home = not wanted.sector or wanted.sector in candidate.sectors
    return Judged(points_for_sector(at_home=at_home, elsewhere=bool(candidate.sectors)), facts)


def points_for_sector(*, at_home: bool, elsewhere: bool) -> int:
    if at_home:
        return FULL
    return ELSEWHERE if elsewhere else 0
