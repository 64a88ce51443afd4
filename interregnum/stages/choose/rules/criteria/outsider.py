"""D5: the fresh eye of an outsider."""

from functools import lru_cache

from interregnum.stages.choose.rules.organisations import words_of
from interregnum.stages.choose.rules.values import FULL, Candidate, Judged, Wanted

A_TIE = 250


def outsider(candidate: Candidate, wanted: Wanted) -> Judged:
    """D5: each former employer in the client's own market costs 250 points.

    A past with the client itself excludes and is no matter of points. When the firm knows no other
    organisation in the client's sub-sector, nobody is known to be an insider and everyone has full points.
    """
    market = _names(wanted.market)
    ties = tuple(name for name in candidate.former_employers if words_of(name) in market)
    return Judged(points_for_ties(len(ties)), {"market": len(wanted.market), "ties": ties})


def points_for_ties(ties: int) -> int:
    return max(0, FULL - A_TIE * ties)


@lru_cache(maxsize=64)
def _names(market: tuple[str, ...]) -> frozenset[frozenset[str]]:
    return frozenset(map(words_of, market))
