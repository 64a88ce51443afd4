"""Import of a roster: good rows come in as a whole or not at all, and the same file twice adds nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Reason
from interregnum.people.facts import RosterImported
from interregnum.people.models import Discipline, Manager, Sector
from interregnum.people.rules.roster import RosterRow, RowFault, read_roster

ADDRESS = re.compile(r"""[^\s,;|"'<>]+@[^\s,;|"'<>]+""")
MIX = ("operational", "adviser", "coach", "change")
PLAIN = tuple(field.name for field in fields(RosterRow) if field.name != "role_mix")


@dataclass(frozen=True)
class ChangedRow:
    """A manager who is known already, and the columns in which the file says something else."""

    row: RosterRow
    columns: tuple[str, ...]


@dataclass(frozen=True)
class RosterReport:
    """What a file does, or would do: rows in the order of the file, and every fault with its line."""

    added: tuple[RosterRow, ...]
    changed: tuple[ChangedRow, ...]
    unchanged: tuple[RosterRow, ...]
    faults: tuple[RowFault, ...]

    @property
    def writes(self) -> int:
        """How many profiles are written."""
        return len(self.added) + len(self.changed)


@action
def import_roster(*, text: str, by: Actor, at: datetime, dry_run: bool = False) -> RosterReport:
    """D3: take over the good rows of a CSV file; a manager is known by e-mail address. A dry run only tells."""
    rows, faults = read_roster(text)
    rows, unknown = _with_known_lists(rows, text)
    known = {row.email.casefold(): row for row in map(row_of, Manager.objects.all())}
    report = _compared(rows, known, (*faults, *unknown))
    if not dry_run and report.writes:
        _write(report)
        counts = {"changed": len(report.changed), "unchanged": len(report.unchanged), "refused": len(report.faults)}
        record(RosterImported(added=len(report.added), **counts), by=by, at=at)
    return report


def row_of(manager: Manager) -> RosterRow:
    """A stored profile as a row of a roster, so that the two can be compared and written to a file."""
    lists = {
        name: tuple(getattr(manager, name)) for name in ("disciplines", "sectors", "languages", "former_employers")
    }
    cases: dict[str, Mapping[str, int]] = {
        "categories": {Category(code): number for code, number in manager.categories.items()},
        "reasons": {Reason(code): number for code, number in manager.reasons.items()},
    }
    values = {name: getattr(manager, name) for name in PLAIN}
    return RosterRow(**(values | lists | cases), role_mix=manager.role_mix)


def _with_known_lists(rows: Iterable[RosterRow], text: str) -> tuple[tuple[RosterRow, ...], tuple[RowFault, ...]]:
    """Leave out rows with a discipline or sub-sector that this firm does not have in its lists."""
    lists = {"disciplines": _codes(Discipline), "sectors": _codes(Sector)}
    good: list[RosterRow] = []
    wrong: list[tuple[str, str, str]] = []
    for row in rows:
        unknown = [(name, code) for name, codes in lists.items() for code in getattr(row, name) if code not in codes]
        wrong += [(row.email, name, code) for name, code in unknown]
        if not unknown:
            good.append(row)
    lines = _lines_of_addresses(text) if wrong else {}
    faults = (
        RowFault(lines.get(email.casefold(), 0), name, code, "roster.unknown_code") for email, name, code in wrong
    )
    return tuple(good), tuple(faults)


def _codes(model: type[Discipline] | type[Sector]) -> set[str]:
    return set(model.objects.values_list("code", flat=True))


def _lines_of_addresses(text: str) -> dict[str, int]:
    """The line of the file on which each e-mail address stands first."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for address in ADDRESS.findall(line):
            lines.setdefault(address.casefold(), number)
    return lines


def _compared(rows: Iterable[RosterRow], known: Mapping[str, RosterRow], faults: tuple[RowFault, ...]) -> RosterReport:
    added: list[RosterRow] = []
    changed: list[ChangedRow] = []
    unchanged: list[RosterRow] = []
    for row in rows:
        present = known.get(row.email.casefold())
        if present is None:
            added.append(row)
            continue
        # The address is what a manager is known by; its capitals are no change.
        columns = tuple(name for name in (*PLAIN, "role_mix") if getattr(row, name) != getattr(present, name))
        columns = tuple(name for name in columns if name != "email")
        if columns:
            changed.append(ChangedRow(replace(row, email=present.email), columns))
        else:
            unchanged.append(row)
    return RosterReport(
        tuple(added), tuple(changed), tuple(unchanged), tuple(sorted(faults, key=lambda fault: fault.line))
    )


def _write(report: RosterReport) -> None:
    """One statement for all rows; where two imports run at once, the later one has the last word."""
    rows = [*report.added, *(change.row for change in report.changed)]
    written = [name for name in (*PLAIN, *MIX) if name != "email"]
    Manager.objects.bulk_create(
        [_manager(row) for row in rows], update_conflicts=True, unique_fields=["email"], update_fields=written
    )


def _manager(row: RosterRow) -> Manager:
    values = {name: getattr(row, name) for name in PLAIN}
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    cases = {name: {str(code): number for code, number in values[name].items()} for name in ("categories", "reasons")}
    return Manager(**(values | lists | cases), **dict(zip(MIX, row.role_mix, strict=True)))
