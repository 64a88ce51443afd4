"""A roster of managers as CSV: the good rows come in, every cell that cannot be understood is named."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from interregnum.kernel.lists import Category, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.rules import cells

if TYPE_CHECKING:
    from _csv import Reader

LARGEST_BYTES = 5_000_000
SHOWN = 80


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One manager. `day_rate` is the manager's own, a day excluding VAT; `travel_km` is as the crow flies, one way.

    `categories` and `reasons` count proven cases (D3); `first_result_weeks` is the median over past cases (D4),
    None when none was measured; `wants_permanent` is the manager's own declaration (D7).
    """

    name: str
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
    wants_permanent: bool


@dataclass(frozen=True, kw_only=True)
class RosterRow(Profile):
    """A profile with the ways to reach somebody, as it stands in a file."""

    email: str
    phone: str
    summary: str


@dataclass(frozen=True)
class RowFault:
    """What is wrong, and where: line 1 is the header; line 0 with no column means the file as a whole."""

    line: int
    column: str
    value: str
    code: str


READ: Mapping[str, Callable[[str], object]] = {
    "name": lambda cell: cells.text(cell, longest=120),
    "email": cells.mail,
    "phone": cells.phone,
    "place": lambda cell: cells.text(cell, longest=80),
    "travel_km": lambda cell: cells.count(cell, lowest=0, highest=500),
    "available_on": cells.day,
    "days_a_week": lambda cell: cells.count(cell, lowest=1, highest=5),
    "day_rate": cells.money,
    "level": lambda cell: cells.one_of(cell, Level, "cell.level"),
    "disciplines": cells.codes,
    "sectors": lambda cell: cells.codes(cell, required=False),
    "languages": lambda cell: cells.codes(cell, pattern=cells.LANGUAGE),
    "role_mix": cells.role_mix,
    "categories": lambda cell: cells.cases(cell, Category),
    "reasons": lambda cell: cells.cases(cell, Reason),
    "first_result_weeks": lambda cell: cells.count(cell, lowest=0, highest=520) if cell else None,
    "deadlocks_broken": lambda cell: cells.count(cell, lowest=0, highest=99),
    "cases_with_referee": lambda cell: cells.count(cell, lowest=0, highest=99),
    "former_employers": cells.names,
    "wants_permanent": cells.yes_or_no,
    "summary": lambda cell: cells.text(cell, longest=2_000, required=False),
}
HEADER = tuple(READ)


def read_roster(text: str) -> tuple[tuple[RosterRow, ...], tuple[RowFault, ...]]:
    """D3: the managers of a CSV file (comma or semicolon), and every fault in it, in the order of the file."""
    text = text.removeprefix("\ufeff")
    if len(text.encode("utf-8", "replace")) > LARGEST_BYTES:
        return (), (RowFault(0, "", "", "roster.too_large"),)
    first_line = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first_line.count(";") else ",")
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
        missing = [name for name in HEADER if header.count(name) != 1]
        if missing:
            return (), (RowFault(1, "", ", ".join(missing), "roster.header"),)
        return _sorted_out(_numbered(reader), header)
    except csv.Error:
        return (), (RowFault(reader.line_num, "", "", "roster.unreadable"),)


def _numbered(reader: "Reader") -> Iterator[tuple[int, list[str]]]:
    """Each row that holds anything, with the line of the file on which it begins."""
    before = reader.line_num
    for row in reader:
        if any(cell.strip() for cell in row):
            yield before + 1, row
        before = reader.line_num


def _sorted_out(
    rows: Iterator[tuple[int, list[str]]], header: list[str]
) -> tuple[tuple[RosterRow, ...], tuple[RowFault, ...]]:
    good: dict[str, RosterRow] = {}
    faults: list[RowFault] = []
    for line, row in rows:
        if len(row) != len(header):
            faults.append(RowFault(line, "", str(len(row)), "roster.columns"))
            continue
        found, wrong = _read_row(line, dict(zip(header, row, strict=True)))
        faults += wrong
        if wrong:
            continue
        manager = RosterRow(**found)  # type: ignore[arg-type]
        if good.setdefault(manager.email.casefold(), manager) is not manager:
            faults.append(RowFault(line, "email", manager.email[:SHOWN], "roster.double"))
    return tuple(good.values()), tuple(faults)


def _read_row(line: int, row: Mapping[str, str]) -> tuple[dict[str, object], list[RowFault]]:
    found: dict[str, object] = {}
    wrong: list[RowFault] = []
    for column, read in READ.items():
        cell = cells.unguard(row[column].strip())
        try:
            found[column] = read(cell)
        except cells.CellError as bad:
            wrong.append(RowFault(line, column, cell[:SHOWN], bad.code))
    return found, wrong


def roster_line(row: RosterRow) -> list[str]:
    """The inverse of reading: the cells of one manager in the order of HEADER, safe to open in a spreadsheet."""
    return [cells.guard(_written(getattr(row, column))) for column in HEADER]


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case RoleMix(operational, adviser, coach, change):
            return f"operational:{operational}|adviser:{adviser}|coach:{coach}|change:{change}"
        case tuple():
            # A bar inside a name would split it on the way back.
            return cells.LIST.join(part.replace(cells.LIST, "/") for part in value)
        case Mapping():
            return cells.LIST.join(f"{code}:{number}" for code, number in value.items() if number)
        case _:
            return str(value)
