"""What everything is worth, asked of the rules once and kept as small tables: an engine only looks up and adds up."""

from functools import lru_cache
from math import gcd

import numpy as np

from interregnum.kernel.lists import Level
from interregnum.stages.choose.rules.criteria.capacity import WEEK, points_for_days
from interregnum.stages.choose.rules.criteria.discipline import points_for_shared
from interregnum.stages.choose.rules.criteria.issue import REFEREES, points_for_issue
from interregnum.stages.choose.rules.criteria.level import points_for_level
from interregnum.stages.choose.rules.criteria.outsider import points_for_ties
from interregnum.stages.choose.rules.criteria.proof import ENOUGH, WORTH, worth
from interregnum.stages.choose.rules.criteria.role_mix import points_for_distance
from interregnum.stages.choose.rules.criteria.sector import points_for_sector
from interregnum.stages.choose.rules.criteria.start import points_for_delay
from interregnum.stages.choose.rules.criteria.text import points_for_subjects
from interregnum.stages.choose.rules.numbers import BITS, LEVELS
from interregnum.stages.choose.rules.places import NOWHERE, between, grid_of
from interregnum.stages.choose.rules.values import FULL

MOST_TIES = 4
MOST_DISTANCE = 200
UNKNOWN = -1


def _table(points: list[int]) -> np.ndarray:
    return np.array(points, np.int64)


NONE = _table([])
# By number of cases; together with half of the projects they may be more than earn points.
FOR_CASES = _table([worth(cases) for cases in range(2 * ENOUGH + 2)])
FOR_TIES = _table([points_for_ties(ties) for ties in range(MOST_TIES + 1)])
FOR_DISTANCE = _table([points_for_distance(distance) for distance in range(MOST_DISTANCE + 1)])
# What cases are worth, in steps that all of it is made of; so a sum of them is a place in a small table.
STEP = gcd(*WORTH)
WORTH_STEPS = _table([worth(cases) // STEP for cases in range(2**BITS)])
CONFIRMED = REFEREES + 1


@lru_cache(maxsize=8)
def for_issue(asked: int) -> np.ndarray:
    """By steps of worth of all the reasons asked, times CONFIRMED, and how many cases a referee confirms."""
    if not asked:
        return _table([FULL] * CONFIRMED)
    steps = range(asked * FULL // STEP + 1)
    return _table(
        [points_for_issue(STEP * step, asked=asked, confirmed=each) for step in steps for each in range(CONFIRMED)]
    )


@lru_cache(maxsize=256)
def for_delay(slack_days: int) -> np.ndarray:
    """By days late, as far as that is not too late."""
    return _table([points_for_delay(late, slack_days=slack_days) for late in range(slack_days + 1)])


@lru_cache(maxsize=16)
def for_level(asked: Level) -> np.ndarray:
    return _table([points_for_level(offered, asked=asked) for offered in LEVELS])


@lru_cache(maxsize=16)
def for_days(asked: int) -> np.ndarray:
    return _table([points_for_days(offered, asked=asked) for offered in range(WEEK + 1)])


@lru_cache(maxsize=64)
def for_shared(asked: int) -> np.ndarray:
    return _table([points_for_shared(shared, asked=asked) for shared in range(asked + 1)])


@lru_cache(maxsize=64)
def for_subjects(asked: int) -> np.ndarray:
    return _table([points_for_subjects(shared, asked=asked) for shared in range(asked + 1)])


@lru_cache(maxsize=2)
def for_sector(*, asked: bool) -> np.ndarray:
    """None at all, another one, the one that is asked."""
    if not asked:
        return _table([points_for_sector(at_home=True, elsewhere=False)] * 3)
    cases = ((False, False), (False, True), (True, True))
    return _table([points_for_sector(at_home=home, elsewhere=some) for home, some in cases])


@lru_cache(maxsize=256)
def distances(place: str, towns: tuple[tuple[int, int], ...]) -> np.ndarray:
    """Kilometres to each town; UNKNOWN where one of the two does not stand on the map, and that excludes nobody."""
    return between_towns(grid_of(place) if place else NOWHERE, towns)


def between_towns(here: tuple[int, int], towns: tuple[tuple[int, int], ...]) -> np.ndarray:
    if here == NOWHERE:
        return np.full(len(towns), UNKNOWN, np.int64)
    return _table([UNKNOWN if town == NOWHERE else between(here, town) for town in towns])
