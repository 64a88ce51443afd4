"""What cases prove, beside what a roster or manager declared: of the two come the figures that matching reads."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
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
    referee_language: str


@dataclass(frozen=True)
class Proof:
    """What one case counts for; `is_confirmed` is None until its referee has answered.

    `failed`: an assignment of the firm that ended by a cause in the manager or in the match.
    """

    category: str
    reasons: tuple[str, ...]
    weeks: int | None
    has_deadlock: bool
    is_confirmed: bool | None
    failed: bool = False


@dataclass(frozen=True)
class Counts:
    """Numbers of cases, and the weeks to a first result: declared, or as matching reads them."""

    categories: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    first_result_weeks: int | None = None
    deadlocks_broken: int = 0
    cases_with_referee: int = 0

    @classmethod
    def of(cls, row: object) -> "Counts":
        """Those of a profile or of a row of a roster; what was never led is left out."""
        values = {field.name: getattr(row, field.name) for field in fields(cls)}
        return cls(**values | {name: _some(values[name]) for name in ("categories", "reasons")})


def figures(declared: Counts, proofs: Iterable[Proof]) -> Counts:
    """D3 D4 D8: the figures of a profile. What was declared holds until cases prove more of it.

    A case that its referee denies counts for nothing, one without an answer for its category and reasons alone. The
    weeks to a first result are the median over confirmed cases as soon as there is one. One that failed takes away a
    case of its category and of each of its reasons.

    >>> figures(Counts({"crisis": 1}), [Proof("crisis", (), 4, False, True)] * 2).categories
    {'crisis': 2}
    """
    known = tuple(proofs)
    told = [one for one in known if one.is_confirmed is not False and not one.failed]
    failed = [one for one in known if one.failed]
    sure = [one for one in told if one.is_confirmed]
    weeks = [one.weeks for one in sure if one.weeks is not None]
    categories, reasons = _counted(told)
    return Counts(
        categories=_less(_most(declared.categories, categories), _counted(failed)[0]),
        reasons=_less(_most(declared.reasons, reasons), _counted(failed)[1]),
        first_result_weeks=round(median(weeks)) if weeks else declared.first_result_weeks,
        deadlocks_broken=max(declared.deadlocks_broken, sum(one.has_deadlock for one in sure)),
        cases_with_referee=max(declared.cases_with_referee, len(sure)),
    )


def declared_anew(declared: Counts, said: Counts, *, shown: Counts) -> Counts:
    """What is declared after a sheet said something: its figures, but not those that only repeat what was `shown`.

    So a roster that was downloaded and comes back does not turn what cases proved into something declared.
    """
    return Counts(
        categories=_anew(declared.categories, said.categories, shown.categories),
        reasons=_anew(declared.reasons, said.reasons, shown.reasons),
        **{
            name: getattr(declared if getattr(said, name) == getattr(shown, name) else said, name)
            for name in ("first_result_weeks", "deadlocks_broken", "cases_with_referee")
        },
    )


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {str(code): number for code, number in counts.items() if number}


def _most(before: Mapping[str, int], found: Mapping[str, int]) -> dict[str, int]:
    return _some({code: max(before.get(code, 0), found.get(code, 0)) for code in {**before, **found}})


def _counted(proofs: Iterable[Proof]) -> tuple[Counter[str], Counter[str]]:
    known = tuple(proofs)
    return Counter(one.category for one in known), Counter(reason for one in known for reason in one.reasons)


def _less(found: Mapping[str, int], failed: Mapping[str, int]) -> dict[str, int]:
    return _some({code: max(0, number - failed.get(code, 0)) for code, number in found.items()})


def _anew(declared: Mapping[str, int], said: Mapping[str, int], shown: Mapping[str, int]) -> dict[str, int]:
    """Code by code, so that one figure of a downloaded roster can be corrected."""
    return _some(
        {
            code: (declared if said.get(code, 0) == shown.get(code, 0) else said).get(code, 0)
            for code in {**declared, **said, **shown}
        }
    )
