"""What the templates of the bureau's own pages are given."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from interregnum.people.managers import ManagerPage
from interregnum.people.roster import RosterReport
from interregnum.people.rules.roster import RowFault
from interregnum.people.texts import COLUMNS, fault_words
from interregnum.web.pieces import Badge, Cell, Column, Definition, Figure, Meter, Row, Table, Tone
from interregnum.web.words import ROLE_MIX, word_of

# A page with thousands of lines helps nobody; the figures above it count all of them.
SHOWN = 200


@dataclass(frozen=True)
class ImportPage:
    """What a file would do; `can_import` is false when nothing in it is new."""

    is_tried: bool
    can_import: bool
    figures: tuple[Figure, ...] = ()
    faults: Table | None = None
    rows: Table | None = None
    left_out: int = 0


def import_page(report: RosterReport | None) -> ImportPage:
    """The page of a trial, or of no trial yet."""
    if report is None:
        return ImportPage(is_tried=False, can_import=False)
    figures = (
        Figure(_("New"), len(report.added), _("will be added")),
        Figure(_("Changed"), len(report.changed), _("will be updated")),
        Figure(_("Unchanged"), len(report.unchanged), _("stay as they are")),
        Figure(_("Cells refused"), len(report.faults), _("their rows stay out") if report.faults else ""),
    )
    rows = _outcomes(report)
    return ImportPage(
        is_tried=True,
        can_import=bool(report.writes),
        figures=figures,
        faults=_fault_table(report.faults[:SHOWN]) if report.faults else None,
        rows=_table("rows", (_("Manager"), _("What happens"), _("Columns")), rows[:SHOWN]),
        left_out=max(0, len(rows) - SHOWN) + max(0, len(report.faults) - SHOWN),
    )


def _table(name: str, labels: Sequence[object], rows: Sequence[Row]) -> Table:
    columns = tuple(Column(str(number), label) for number, label in enumerate(labels))
    return Table(id=name, columns=columns, rows=rows, searchable=False)


def _fault_table(faults: Sequence[RowFault]) -> Table:
    rows = [
        Row((fault.line or "–", COLUMNS.get(fault.column, "–"), fault.value, fault_words(fault))) for fault in faults
    ]
    return _table("faults", (_("Line"), _("Column"), _("In the file"), _("Why not")), rows)


def _outcomes(report: RosterReport) -> list[Row]:
    added = [Row((Cell(row.name, row.email), Badge(_("New"), Tone.GOOD), "")) for row in report.added]
    changed = [
        Row(
            (
                Cell(change.row.name, change.row.email),
                Badge(_("Changed"), Tone.INFO),
                ", ".join(str(COLUMNS[name]) for name in change.columns),
            )
        )
        for change in report.changed
    ]
    unchanged = [Row((Cell(row.name, row.email), Badge(_("Unchanged")), "")) for row in report.unchanged]
    return [*added, *changed, *unchanged]


@dataclass(frozen=True)
class ProfilePage:
    """A manager as the bureau sees one."""

    code: str
    name: str
    lead: str
    figures: tuple[Figure, ...]
    categories: tuple[Meter, ...]
    reasons: tuple[Meter, ...]
    roles: tuple[Meter, ...]
    terms: tuple[Definition, ...]
    contact: ManagerPage
    former_employers: tuple[str, ...]
    conflicts: tuple[str, ...]
    summary: str


def profile_page(manager: ManagerPage) -> ProfilePage:
    weeks = manager.first_result_weeks
    return ProfilePage(
        code=manager.code,
        name=manager.name,
        lead=f"{word_of(manager.level)} · {manager.place}",
        figures=(
            Figure(_("Day rate"), manager.day_rate, _("own rate, excluding VAT")),
            Figure(_("Available from"), manager.available_on, _days(manager.days_a_week)),
            Figure(
                _("First result"), "–" if weeks is None else weeks, _("weeks, median") if weeks else _("not measured")
            ),
            Figure(_("Cases with a referee"), manager.cases_with_referee, _deadlocks(manager.deadlocks_broken)),
        ),
        categories=_cases(manager.categories),
        reasons=_cases(manager.reasons),
        roles=tuple(
            Meter(label, part, 100, f"{part}%") for label, part in zip(ROLE_MIX, manager.role_mix, strict=True)
        ),
        terms=(
            Definition(_("Disciplines"), ", ".join(manager.disciplines)),
            Definition(_("Sub-sectors"), ", ".join(manager.sectors) or "–"),
            Definition(_("Languages"), ", ".join(map(_language, manager.languages))),
            Definition(_("Travels"), _("up to %(km)s km") % {"km": manager.travel_km}),
            Definition(_("Wants a permanent job"), manager.wants_permanent),
        ),
        contact=manager,
        former_employers=manager.former_employers,
        conflicts=manager.conflicts,
        summary=manager.summary,
    )


def _cases(found: object) -> tuple[Meter, ...]:
    """Bars on the scale of the highest one, five cases at least."""
    counts = dict(found)  # type: ignore[call-overload]
    most = max(5, *counts.values())
    return tuple(Meter(word_of(code), number, most, str(number)) for code, number in counts.items())


def _language(code: str) -> str:
    return str(get_language_info(code)["name_translated"]) if code in LANG_INFO else code


def _days(number: int) -> str:
    return ngettext("%(number)s day a week", "%(number)s days a week", number) % {"number": number}


def _deadlocks(number: int) -> str:
    return ngettext("%(number)s deadlock broken", "%(number)s deadlocks broken", number) % {"number": number}
