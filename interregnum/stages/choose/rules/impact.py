"""Are groups selected alike? The impact ratio of each against the group selected most, with its uncertainty.

Four fifths: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4(D); in Dutch and European law a
sign to look closer, no proof (equal treatment: AWGB, WGBL). The interval is the log interval of a ratio of two shares:
Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469-474; with a half added where a group has nobody selected
(Walter 1975). No judgement of a group that is smaller than the firm's least number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt

FOUR_FIFTHS = 0.8
# Of the normal distribution: 95 % lies within so many standard errors.
Z = 1.959963984540054


class Verdict(StrEnum):
    TOO_FEW = "too_few"
    MOST = "most"
    ALIKE = "alike"
    CHANCE = "chance"
    SIGN = "sign"


@dataclass(frozen=True)
class Group:
    """Of `total` people (or times that a person could be selected) so many were `selected`."""

    name: str
    selected: int
    total: int


@dataclass(frozen=True)
class Compared:
    """`ratio` is the group's share divided by that of the group selected most, between `low` and `high` with 95 %
    certainty; None when there is no judgement."""

    group: Group
    verdict: Verdict
    ratio: float | None = None
    low: float | None = None
    high: float | None = None


def compare(groups: Iterable[Group], *, least: int) -> tuple[Compared, ...]:
    """Each group against the one with the highest share of those that are large enough, in the order given."""
    known = tuple(groups)
    large = [each for each in known if each.total >= least]
    most = max(large, key=lambda each: each.selected / each.total, default=None)
    if most is None or not most.selected or len(large) < 2:
        return tuple(Compared(each, Verdict.TOO_FEW) for each in known)
    return tuple(_against(each, most) if each.total >= least else Compared(each, Verdict.TOO_FEW) for each in known)


def _against(group: Group, most: Group) -> Compared:
    if group == most:
        return Compared(group, Verdict.MOST)
    ratio = (group.selected / group.total) / (most.selected / most.total)
    low, high = interval(group, most)
    verdict = Verdict.ALIKE if ratio >= FOUR_FIFTHS else Verdict.CHANCE if high >= 1 else Verdict.SIGN
    return Compared(group, verdict, ratio, low, high)


def interval(group: Group, other: Group) -> tuple[float, float]:
    """The 95 % interval of the ratio of two shares.

    Of 11,037 people 104 and of 11,034 people 189: the ratio 0.55 lies between 0.43 and 0.70.

    >>> tuple(round(edge, 2) for edge in interval(Group("a", 104, 11037), Group("b", 189, 11034)))
    (0.43, 0.7)
    """
    half = 0.0 if group.selected and other.selected else 0.5
    share, others = ((each.selected + half) / (each.total + half) for each in (group, other))
    error = sqrt((1 - share) / (group.selected + half) + (1 - others) / (other.selected + half))
    middle = log(share / others)
    return exp(middle - Z * error), exp(middle + Z * error)
