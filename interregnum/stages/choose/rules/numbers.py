"""What matching needs of one manager as whole numbers that no brief changes: the narrow row that an engine reads.

The lists (disciplines, sub-sectors, languages, organisations) are kept beside it as numbers of a dictionary.
"""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.people.rules.screening import IMPOSSIBLE, REQUIRABLE
from interregnum.stages.choose.rules.criteria.breakthrough import confirmed_deadlocks, points_for_deadlocks
from interregnum.stages.choose.rules.criteria.issue import REFEREES
from interregnum.stages.choose.rules.criteria.proof import ENOUGH, worth
from interregnum.stages.choose.rules.criteria.speed import points_for_weeks
from interregnum.stages.choose.rules.criteria.steadiness import stress_of
from interregnum.stages.choose.rules.places import grid_of
from interregnum.stages.choose.rules.values import Candidate

LEVELS = tuple(Level)
ROLES = ("operational", "adviser", "coach", "change")
# Counts of cases in three bits each. Projects come last and have four: half of them may count beside another category.
REASONS = tuple(Reason)
CATEGORIES = (*(each for each in Category if each is not Category.PROJECT), Category.PROJECT)
BITS, IN_THREE = 3, 7
MOST_PROJECTS = 2 * ENOUGH + 1
MOST_CENTS, MOST_KM = 2**31 - 1, 2**15 - 1
NOT_SCREENED, NEVER = 0, -1


@dataclass(frozen=True)
class Numbers:
    """`available` is the day's ordinal, `rate` the manager's own in cents a day, `level` its place in LEVELS,
    `reasons` and `categories` counts of cases (no more than earn points), `x` and `y` kilometres (-1: unknown town),
    `speed` to `vouched` points; the four roles are percent. `conduct` to `suitability`: the ordinal of the day on which
    that screening was passed, NOT_SCREENED or NEVER."""

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
    steadiness: int
    vouched: int
    permanent: int
    consents: int
    conduct: int
    employment: int
    suitability: int


def numbers_of(candidate: Candidate) -> Numbers:
    """The narrow row of one manager."""
    (x, y), mix = grid_of(candidate.place), candidate.role_mix
    reasons, categories = _cases(candidate)
    return Numbers(
        available=candidate.available_on.toordinal(),
        rate=min(candidate.day_rate.cents, MOST_CENTS),
        days=candidate.days_a_week,
        level=LEVELS.index(candidate.level),
        travel=min(candidate.travel_km, MOST_KM),
        x=x,
        y=y,
        reasons=reasons,
        categories=categories,
        referees=min(candidate.cases_with_referee, REFEREES),
        **dict(zip(ROLES, mix, strict=True)),
        **_points(candidate),
        permanent=int(candidate.wants_permanent),
        consents=int(candidate.consents),
        **{str(kind): screened(candidate.screenings.get(kind, "")) for kind in REQUIRABLE},
    )


def screened(stands: str) -> int:
    """A screening as a number.

    >>> screened(""), screened("not_passed"), screened("2026-03-02")
    (0, -1, 739677)
    """
    if not stands:
        return NOT_SCREENED
    return NEVER if stands in IMPOSSIBLE else date.fromisoformat(stands).toordinal()


def _cases(candidate: Candidate) -> tuple[int, int]:
    reasons = tuple(candidate.reasons.get(each, 0) for each in REASONS)
    categories = tuple(candidate.categories.get(each, 0) for each in CATEGORIES)
    return packed(reasons, most_of_last=ENOUGH), packed(categories, most_of_last=MOST_PROJECTS)


def _points(candidate: Candidate) -> dict[str, int]:
    """What no brief changes is worth the same for all."""
    confirmed = confirmed_deadlocks(candidate)
    return {
        "speed": points_for_weeks(candidate.first_result_weeks),
        "breakthrough": points_for_deadlocks(candidate.deadlocks_broken, confirmed=confirmed),
        "steadiness": worth(max(stress_of(candidate))),
        "vouched": worth(candidate.cases_with_referee),
    }


def packed(counts: tuple[int, ...], *, most_of_last: int) -> int:
    """Counts in one number, the first in its lowest three bits; more than earns points is not kept.

    >>> packed((2, 9), most_of_last=6)
    50
    """
    *all_but_last, last = counts
    kept = [min(count, ENOUGH) for count in all_but_last] + [min(last, most_of_last)]
    return sum(count << BITS * place for place, count in enumerate(kept))
