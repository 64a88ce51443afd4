"""What the bureau may know of the interim managers on its roster."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.lists import Category, Reason
from interregnum.people.facts import RosterExported
from interregnum.people.models import Manager, Position, Study
from interregnum.people.queries import list_names
from interregnum.people.roster import row_of
from interregnum.people.rules.cells import unguard
from interregnum.people.rules.roster import RosterRow, roster_line


@dataclass(frozen=True, kw_only=True)
class ManagerPage(RosterRow):
    """A profile as the bureau sees it; cases are counted for every category and reason, nought where there are none."""

    code: str
    conflicts: tuple[str, ...]


def managers_table(*, seen_by: Actor) -> QuerySet[Manager]:
    """The managers that somebody may know of: all for the bureau, nobody for others."""
    return Manager.objects.filter(is_active=True) if seen_by.is_bureau else Manager.objects.none()


@action
def note_export(*, number: int, reason: str, by: Actor, at: datetime) -> None:
    """Somebody takes so many profiles along in a file."""
    record(RosterExported(managers=number, reason=reason), by=by, at=at)


def is_masked_for(seen_by: Actor) -> bool:
    """An auditor judges the roster without knowing who is on it."""
    return seen_by.role is Role.AUDITOR


def masked_name(manager: Manager) -> str:
    """The same every time for the same profile, and telling nothing of the person."""
    return _("Interim manager %(mark)s") % {"mark": manager.code[:4].upper()}


def manager_page(
    code: str, *, seen_by: Actor, names: tuple[dict[str, str], dict[str, str]] | None = None
) -> ManagerPage:
    """Raises Http404 for a profile that is not there, or not to be seen.

    `names` are the words of the lists, where the page has them already.
    """
    manager = managers_table(seen_by=seen_by).filter(code=code).first()
    if manager is None:
        raise Http404
    values = vars(row_of(manager)) | {"code": manager.code, "conflicts": tuple(manager.conflicts)}
    if is_masked_for(seen_by):
        values |= {"name": masked_name(manager), "email": "", "phone": "", "former_employers": (), "summary": ""}
    disciplines, sectors = names or list_names()
    return ManagerPage(
        **values
        | {
            "disciplines": tuple(disciplines.get(code, code) for code in manager.disciplines),
            "sectors": tuple(sectors.get(code, code) for code in manager.sectors),
            "categories": {category: manager.categories.get(category, 0) for category in Category},
            "reasons": {reason: manager.reasons.get(reason, 0) for reason in Reason},
        }
    )


def workbook_line(manager: Manager) -> list[str]:
    """The same cells for a workbook, in which no text is run: without the mark that guards them elsewhere."""
    return [unguard(cell) for cell in export_line(manager)]


def positions_of(manager: str) -> QuerySet[Position]:
    """The functions that a manager had, the newest first."""
    return Position.objects.filter(manager__code=manager)


def studies_of(manager: str) -> QuerySet[Study]:
    return Study.objects.filter(manager__code=manager)


def export_line(manager: Manager) -> list[str]:
    """The cells of one manager in the order of the roster's header, safe to open in a spreadsheet."""
    return roster_line(row_of(manager))
