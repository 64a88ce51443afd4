"""What the bureau may know of the interim managers on its roster."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.models import Manager
from interregnum.people.queries import discipline_choices, sector_choices
from interregnum.people.roster import row_of
from interregnum.people.rules.roster import roster_line


@dataclass(frozen=True, kw_only=True)
class ManagerPage:
    """A profile; `day_rate` is the manager's own, excluding VAT. Cases are proven ones, nought where there are none."""

    code: str
    name: str
    email: str
    phone: str
    place: str
    travel_km: int
    available_on: date
    days_a_week: int
    day_rate: Money
    level: Level
    disciplines: tuple[str, ...]
    sectors: tuple[str, ...]
    languages: tuple[str, ...]
    role_mix: RoleMix
    categories: Mapping[Category, int]
    reasons: Mapping[Reason, int]
    first_result_weeks: int | None
    deadlocks_broken: int
    cases_with_referee: int
    former_employers: tuple[str, ...]
    conflicts: tuple[str, ...]
    wants_permanent: bool
    summary: str


def managers_table(*, seen_by: Actor) -> QuerySet[Manager]:
    """The managers that somebody may know of: all for the bureau, nobody for others.

    `discipline_codes` is the list as text, for both databases can search that.
    """
    managers = Manager.objects.filter(is_active=True) if seen_by.is_bureau else Manager.objects.none()
    return managers.annotate(discipline_codes=Cast("disciplines", TextField()))


def manager_page(code: str, *, seen_by: Actor) -> ManagerPage:
    """Raises Http404 for a profile that is not there, or not to be seen."""
    manager = managers_table(seen_by=seen_by).filter(code=code).first()
    if manager is None:
        raise Http404
    values = vars(row_of(manager)) | {"code": manager.code, "conflicts": tuple(manager.conflicts)}
    disciplines, sectors = dict(discipline_choices()), dict(sector_choices())
    return ManagerPage(
        **values
        | {
            "disciplines": tuple(disciplines.get(code, code) for code in manager.disciplines),
            "sectors": tuple(sectors.get(code, code) for code in manager.sectors),
            "categories": {category: manager.categories.get(category, 0) for category in Category},
            "reasons": {reason: manager.reasons.get(reason, 0) for reason in Reason},
        }
    )


def export_line(manager: Manager) -> list[str]:
    """The cells of one manager in the order of the roster's header, safe to open in a spreadsheet."""
    return roster_line(row_of(manager))
