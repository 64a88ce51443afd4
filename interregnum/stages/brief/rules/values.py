"""A brief as plain values: what is looked for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason, Stakes
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.screening import ScreeningKind


@dataclass(frozen=True, kw_only=True)
class ResultWanted:
    """A result that can be measured: from `baseline` to `target`, in `unit`, on a day. None is not known yet."""

    title: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    due_on: date | None = None
    measured_by: str = ""

    @property
    def is_measurable(self) -> bool:
        """A1: whether it can be said on the last day if it was reached."""
        known = None not in (self.baseline, self.target, self.due_on)
        return known and bool(self.unit.strip() and self.measured_by.strip())


@dataclass(frozen=True, kw_only=True)
class BriefValues:
    """What a person fills in; None or empty is not said yet.

    `rate_ceiling`: euros a day excl. VAT, for the client; `budget`: euros in all, excl. VAT; `sponsor_hours`: hours a
    week of the problem owner; `assurance_reason`: why the firm watches less closely, or not at all.
    """

    category: Category
    reasons: tuple[Reason, ...]
    grounds: tuple[Ground, ...]
    problem: str
    result_wanted: str
    level: Level | None
    context: Context | None
    disciplines: tuple[str, ...]
    sector: str
    role_mix: RoleMix
    starts_on: date | None
    weeks: int | None
    days_a_week: int
    rate_ceiling: Money | None
    place: str
    languages: tuple[str, ...]
    assurance: Assurance
    screenings: tuple[ScreeningKind, ...] = ()
    problem_owner: str = ""
    results: tuple[ResultWanted, ...] = ()
    scope: str = ""
    limits: str = ""
    mandate_wanted: str = ""
    sponsor_hours: int | None = None
    risks: str = ""
    successor: str = ""
    stakes: Stakes | None = None
    assurance_reason: str = ""
    budget: Money | None = None


def plain(values: BriefValues) -> dict[str, Any]:
    """A brief as a version keeps it: words, whole numbers and lists."""
    kept = {name: getattr(values, name) for name in BriefValues.__dataclass_fields__}
    return kept | {
        "role_mix": list(values.role_mix),
        "results": plain_results(values.results),
        "starts_on": values.starts_on.isoformat() if values.starts_on else None,
        "rate_ceiling": values.rate_ceiling.cents if values.rate_ceiling else None,
        "budget": values.budget.cents if values.budget else None,
    }


def from_plain(kept: Mapping[str, Any]) -> BriefValues:
    """The same back. A field that came later than the version is empty."""
    lists = {name: tuple(kept.get(name) or ()) for name in ("disciplines", "languages")}
    cents = {name: kept.get(name) for name in ("rate_ceiling", "budget")}
    typed: dict[str, Any] = {
        "category": Category(kept["category"]),
        "reasons": tuple(map(Reason, kept["reasons"])),
        "grounds": tuple(map(Ground, kept["grounds"])),
        "screenings": tuple(map(ScreeningKind, kept.get("screenings") or ())),
        "level": Level(kept["level"]) if kept.get("level") else None,
        "context": Context(kept["context"]) if kept.get("context") else None,
        "stakes": Stakes(kept["stakes"]) if kept.get("stakes") else None,
        "assurance": Assurance(kept["assurance"]),
        "role_mix": RoleMix(*kept["role_mix"]),
        "results": results_from(kept.get("results") or ()),
        "starts_on": date.fromisoformat(kept["starts_on"]) if kept.get("starts_on") else None,
    }
    money = {name: None if one is None else Money.from_cents(one) for name, one in cents.items()}
    known = {name: value for name, value in kept.items() if name in BriefValues.__dataclass_fields__}
    return BriefValues(**(known | lists | money | typed))


def plain_results(results: tuple[ResultWanted, ...]) -> list[dict[str, Any]]:
    return [
        asdict(one) | {name: None if getattr(one, name) is None else str(getattr(one, name)) for name in _AS_TEXT}
        for one in results
    ]


def results_from(kept: Any) -> tuple[ResultWanted, ...]:
    return tuple(
        replace(
            ResultWanted(title=one["title"], unit=one["unit"], measured_by=one["measured_by"]),
            baseline=None if one["baseline"] is None else Decimal(one["baseline"]),
            target=None if one["target"] is None else Decimal(one["target"]),
            due_on=date.fromisoformat(one["due_on"]) if one["due_on"] else None,
        )
        for one in kept
    )


_AS_TEXT = ("baseline", "target", "due_on")
