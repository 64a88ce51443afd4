"""B3: does the manager do what was agreed, or has the role become another one?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from interregnum.kernel.role_mix import RoleMix

ROLES = ("operational", "adviser", "coach", "change")


class DriftLevel(StrEnum):
    OK = "ok"
    NOTICE = "notice"
    LARGE = "large"


@dataclass(frozen=True)
class Drift:
    """`distance` in points 0..200; `grew` is the role that grew most, "" when none did, by `by` percent points."""

    distance: int
    grew: str
    by: int
    level: DriftLevel


def mean_mix(mixes: Sequence[RoleMix]) -> RoleMix:
    """The average of at least one mix in whole percents that still add up to 100.

    >>> tuple(mean_mix([RoleMix(40, 20, 20, 20), RoleMix(60, 10, 10, 20)]))
    (50, 15, 15, 20)
    """
    sums = [sum(shares) for shares in zip(*mixes, strict=True)]
    floors = [total // len(mixes) for total in sums]
    # The points that rounding down left over go to the largest remainders, the first role first.
    by_remainder = sorted(range(len(sums)), key=lambda place: (-(sums[place] % len(mixes)), place))
    for place in by_remainder[: 100 - sum(floors)]:
        floors[place] += 1
    return RoleMix(*floors)


def drift(agreed: RoleMix, reported: RoleMix, *, notice: int, large: int) -> Drift:
    """B3: the distance between what was agreed and what was done, worth a notice or a talk from these distances on.

    >>> drift(RoleMix(40, 20, 20, 20), RoleMix(70, 10, 10, 10), notice=30, large=60)
    Drift(distance=60, grew='operational', by=30, level=<DriftLevel.LARGE: 'large'>)
    """
    distance = agreed.distance(reported)
    growth = [now - then for then, now in zip(agreed, reported, strict=True)]
    most = max(growth)
    grew = ROLES[growth.index(most)] if most else ""
    level = DriftLevel.LARGE if distance >= large else DriftLevel.NOTICE if distance >= notice else DriftLevel.OK
    return Drift(distance, grew, most, level)
