"""Two instruments: how ready a group is, and whether a change has the odds with it. Both in our own words.

Readiness follows the order in which people come along: they know why, they want to, they know how, they can, and it
holds. The odds score is made in the manner of the published DICE study (Sirkin, Keenan and Jackson, 2005): five
scores from 1 (best) to 4, of which the team and the backing at the top count double.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """In the order in which people come along."""

    WHY = "why"
    WILL = "will"
    HOW = "how"
    ABLE = "able"
    HOLDS = "holds"


STEPS = tuple(Step)


def barrier(scores: Mapping[Step, int], *, low: int) -> Step | None:
    """The first step, in their order, that scores `low` or less (of 5): there to begin. None when nothing holds up."""
    return next((step for step in STEPS if scores[step] <= low), None)


class OddsPart(StrEnum):
    PACE = "pace"
    TEAM = "team"
    TOP = "top"
    FLOOR = "floor"
    LOAD = "load"


WEIGHTS = {OddsPart.PACE: 1, OddsPart.TEAM: 2, OddsPart.TOP: 2, OddsPart.FLOOR: 1, OddsPart.LOAD: 1}


class Outlook(StrEnum):
    WITH = "with"
    DOUBT = "doubt"
    AGAINST = "against"


@dataclass(frozen=True)
class OddsBounds:
    """Totals above these ask for attention, or point at failure."""

    doubt_above: int
    against_above: int


def odds_total(scores: Mapping[OddsPart, int]) -> int:
    """pace + 2 x team + 2 x top + floor + load: 7 (all best) to 28."""
    return sum(WEIGHTS[part] * scores[part] for part in OddsPart)


def outlook(total: int, bounds: OddsBounds) -> Outlook:
    if total > bounds.against_above:
        return Outlook.AGAINST
    return Outlook.DOUBT if total > bounds.doubt_above else Outlook.WITH
