"""What cases prove: counts that matching reads. They only ever rise above what a roster said before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.role_mix import RoleMix


@dataclass(frozen=True, kw_only=True)
class CaseValues:
    """B2 D3 D4 D8: one assignment that a manager led; `client_shown_as` is what others read instead of the client."""

    client: str
    client_shown_as: str
    problem: str
    category: Category
    reasons: tuple[Reason, ...]
    level: Level
    discipline: str
    sector: str
    role_mix: RoleMix
    mandate: str
    result: str
    measure: str
    baseline: str
    figure: str
    first_result_weeks: int | None
    deadlock: str
    lasted: str
    started_on: date
    ended_on: date | None
    referee_name: str
    referee_function: str
    referee_email: str


@dataclass(frozen=True)
class Proof:
    """What one case counts for."""

    category: str
    reasons: tuple[str, ...]
    weeks: int | None
    has_deadlock: bool
    is_confirmed: bool


@dataclass(frozen=True)
class Counts:
    categories: dict[str, int]
    reasons: dict[str, int]
    first_result_weeks: int | None
    deadlocks_broken: int
    cases_with_referee: int


def raised(before: Counts, proofs: Iterable[Proof]) -> Counts:
    """D3 D4 D8: a profile's counts with its own cases; what was imported stays where it is higher.

    The weeks to a first result are the median over confirmed cases as soon as there is one.
    """
    told = list(proofs)
    sure = [one for one in told if one.is_confirmed]
    weeks = [one.weeks for one in sure if one.weeks is not None]
    return Counts(
        categories=_most(before.categories, Counter(one.category for one in told)),
        reasons=_most(before.reasons, Counter(reason for one in told for reason in one.reasons)),
        first_result_weeks=round(median(weeks)) if weeks else before.first_result_weeks,
        deadlocks_broken=max(before.deadlocks_broken, sum(one.has_deadlock for one in sure)),
        cases_with_referee=max(before.cases_with_referee, len(sure)),
    )


def _most(before: Mapping[str, int], found: Mapping[str, int]) -> dict[str, int]:
    return {code: max(before.get(code, 0), found.get(code, 0)) for code in {**before, **found}}
