"""What matching needs of one manager as whole numbers that no brief changes: the narrow row that an engine reads.

The lists (disciplines, sub-sectors, languages, organisations) are kept beside it as numbers of a dictionary.
"""

from dataclasses import dataclass

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.stages.choose.rules.criteria.breakthrough import confirmed_deadlocks, points_for_deadlocks
from interregnum.stages.choose.rules.criteria.issue import REFEREES
from interregnum.stages.choose.rules.criteria.proof import ENOUGH
from interregnum.stages.choose.rules.criteria.speed import points_for_weeks
from interregnum.stages.choose.rules.places import grid_of
from interregnum.stages.choose.rules.values import Candidate

LEVELS = tuple(Level)
# Counts of cases in three bits each. Projects come last and have four: half of them may count beside another category.
REASONS = tuple(Reason)
CATEGORIES = (*(each for each in Category if each is not Category.PROJECT), Category.PROJECT)
BITS, IN_THREE = 3, 7
MOST_PROJECTS = 2 * ENOUGH + 1
MOST_CENTS, MOST_KM = 2**31 - 1, 2**15 - 1


@dataclass(frozen=True)
class Numbers:
    """`available` is the day's ordinal, `rate` the manager's own in cents a day, `level` its place in LEVELS,
    `reasons` and `categories` counts of cases (no more than earn points), `x` and `y` kilometres (-1: unknown town),
    `speed` and `breakthrough` points; the four roles are percent."""

    available: int
    rate: int
    days: int
    level: int
    travel: int
    x: int
    y: int
    reasons: int
    categories: int
    referees: int
    operational: int
    adviser: int
    coach: int
    change: int
    speed: int
    breakthrough: int
    permanent: int
    consents: int


def numbers_of(candidate: Candidate) -> Numbers:
    """The narrow row of one manager."""
    (x, y), mix = grid_of(candidate.place), candidate.role_mix
    return Numbers(
        candidate.available_on.toordinal(),
        min(candidate.day_rate.cents, MOST_CENTS),
        candidate.days_a_week,
        LEVELS.index(candidate.level),
        min(candidate.travel_km, MOST_KM),
        x,
        y,
        packed(tuple(candidate.reasons.get(each, 0) for each in REASONS), most_of_last=ENOUGH),
        packed(tuple(candidate.categories.get(each, 0) for each in CATEGORIES), most_of_last=MOST_PROJECTS),
        min(candidate.cases_with_referee, REFEREES),
        mix.operational,
        mix.adviser,
        mix.coach,
        mix.change,
        points_for_weeks(candidate.first_result_weeks),
        points_for_deadlocks(candidate.deadlocks_broken, confirmed=confirmed_deadlocks(candidate)),
        int(candidate.wants_permanent),
        int(candidate.consents),
    )


def packed(counts: tuple[int, ...], *, most_of_last: int) -> int:
    """Counts in one number, the first in its lowest three bits; more than earns points is not kept.

    >>> packed((2, 9), most_of_last=6)
    50
    """
    *all_but_last, last = counts
    kept = [min(count, ENOUGH) for count in all_but_last] + [min(last, most_of_last)]
    return sum(count << BITS * place for place, count in enumerate(kept))
