"""A brief as plain values: what is looked for."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules.screening import ScreeningKind


@dataclass(frozen=True, kw_only=True)
class BriefValues:
    """What a person fills in; None or empty is not said yet. `rate_ceiling`: euros a day excl. VAT, for the client."""

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
