"""Positions in a table with a row of headings: "Periode | Werkgever | Functie"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from interregnum.people.rules.cv.dates import spans
from interregnum.people.rules.cv.fragments import HOUSE, LABEL, PERIOD, TITLE, main_span
from interregnum.people.rules.cv.headings import bare
from interregnum.people.rules.cv.values import APART, Line, Work

_NEAR = 6.0


@dataclass
class _Row:
    cells: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, text: str) -> None:
        self.cells[kind] = f"{self.cells.get(kind, '')} {text}".strip()


def table_rows(lines: Sequence[Line]) -> list[Work]:
    """The positions, when the first lines hold the headings of a table; else none."""
    for place, line in enumerate(lines[:4]):
        columns = _columns(line)
        kinds = [kind for _x, kind in columns]
        if PERIOD in kinds and (HOUSE in kinds or TITLE in kinds):
            rows = [(row.cells, main_span(row.cells.get(PERIOD, ""))) for row in _rows(lines[place + 1 :], columns)]
            return [
                Work(cells.get(TITLE, ""), cells.get(HOUSE, ""), span.start, span.end, span.is_vague)
                for cells, span in rows
                if span
            ]
    return []


def _columns(line: Line) -> list[tuple[float, str]]:
    """Where each column begins, and what its heading says that it holds."""
    pieces = line.text.split(APART)
    if len(pieces) < 2 or len(pieces) != len(line.xs):
        return []
    return [(x, LABEL.get(bare(piece).strip(" :."), "other")) for x, piece in zip(line.xs, pieces, strict=True)]


def _rows(lines: Sequence[Line], columns: Sequence[tuple[float, str]]) -> list[_Row]:
    """A row begins with a new period; what has none goes on in the columns above it."""
    rows: list[_Row] = []
    for line in lines:
        pieces = line.text.split(APART)
        placed = [(_kind(x, columns), piece) for x, piece in zip(line.xs or (0.0,), pieces, strict=False)]
        period = next((piece for kind, piece in placed if kind == PERIOD), "")
        if period and spans(period) and not (rows and _completes(rows[-1].cells.get(PERIOD, ""), period)):
            rows.append(_Row())
        if rows:
            for kind, piece in placed:
                rows[-1].add(kind, piece)
    return rows


def _kind(x: float, columns: Sequence[tuple[float, str]]) -> str:
    return next((kind for start, kind in reversed(columns) if start <= x + _NEAR), columns[0][1])


def _completes(period: str, more: str) -> bool:
    """Whether a second line in the column of periods is the end of the first."""
    found = spans(f"{period} {more}")
    return len(found) == 1 and found[0].is_range and found[0].last > len(period)
