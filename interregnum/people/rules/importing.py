"""From rows of cells to values: which column holds what, and every cell that cannot be understood."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interregnum.people.rules import cells

SHOWN = 80
# What a spreadsheet shows where a formula failed, in English and Dutch.
FAILED = (
    *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"),
    *("#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!"),
)


class ImportKind(StrEnum):
    CLIENTS = "clients"
    ROSTER = "roster"


class ImportState(StrEnum):
    """Read; its columns being tried; tried; being taken over; done; broken off for good."""

    READ = "read"
    TRYING = "trying"
    TRIED = "tried"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"


class Outcome(StrEnum):
    """What a row does, or would do."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Field:
    """Something that a column may hold: how its cell is read, and by which headings it is recognised.

    `without` is the cell of each new row where a file has no such column.
    """

    read: Callable[[str], object]
    headings: tuple[str, ...] = ()
    without: str = ""

    @property
    def is_required(self) -> bool:
        """Whether a file without this column cannot be used."""
        try:
            self.read(self.without)
        except cells.CellError:
            return True
        return False


@dataclass(frozen=True)
class RowFault:
    """What is wrong, and where: line 1 is the header; line 0 with no column means the file as a whole."""

    line: int
    column: str
    value: str
    code: str


@dataclass(frozen=True)
class Line:
    """A row of the file with its line: the values of the fields that it has columns for, or what is wrong with it."""

    line: int
    values: Mapping[str, object]
    faults: tuple[RowFault, ...] = ()

    def refused(self, column: str, value: object, code: str) -> "Line":
        return Line(self.line, {}, (*self.faults, RowFault(self.line, column, printable(str(value)), code)))


type Fields = Mapping[str, Field]
type Columns = Mapping[str, int]


def printable(cell: str) -> str:
    """The beginning of a cell, as it can be kept in a table and shown."""
    return "".join("�" if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in cell[:SHOWN])


def folded(heading: str) -> str:
    """A heading without capitals, accents, spaces and signs.

    >>> folded("E-mail adres")
    'emailadres'
    """
    plain = unicodedata.normalize("NFKD", heading).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


def guessed(headings: Sequence[str], fields: Fields) -> dict[str, int]:
    """Which column holds which field, by the headings that people use for it; each column serves once."""
    places: dict[str, int] = {}
    for number, heading in enumerate(headings):
        places.setdefault(folded(heading), number)
    found: dict[str, int] = {}
    for name, field in fields.items():
        for heading in (name, *field.headings):
            place = places.get(folded(heading))
            if place is not None and place not in found.values():
                found[name] = place
                break
    return found


def lacking(columns: Columns, fields: Fields) -> tuple[str, ...]:
    """The fields that no file can do without and for which this one has no column."""
    return tuple(name for name, field in fields.items() if name not in columns and field.is_required)


def read_lines(
    rows: Iterable[tuple[int, Sequence[str]]], fields: Fields, columns: Columns, *, width: int
) -> Iterator[Line]:
    """Each row with its values. `width` is the number of headings: a row that is not as wide was broken."""
    for line, row in rows:
        if len(row) < width or any(cell.strip() for cell in row[width:]):
            yield Line(line, {}).refused("", len(row), "sheet.columns")
        else:
            yield _read_line(line, row, fields, columns)


def _read_line(line: int, row: Sequence[str], fields: Fields, columns: Columns) -> Line:
    values: dict[str, object] = {}
    wrong: list[RowFault] = []
    for name, place in columns.items():
        cell = cells.unguard(row[place].strip()) if place < len(row) else ""
        try:
            if cell.upper() in FAILED:
                raise cells.CellError("cell.formula")
            values[name] = fields[name].read(cell)
        except cells.CellError as bad:
            wrong.append(RowFault(line, name, printable(cell), bad.code))
    return Line(line, {} if wrong else values, tuple(wrong))
