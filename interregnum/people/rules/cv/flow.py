"""Lines of DOCX, ODT and text in reading order: tables opened, boxes put beside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interregnum.people.rules.cv.dates import spans
from interregnum.people.rules.cv.headings import part_of
from interregnum.people.rules.cv.values import APART, Line, Streams

BULLET = re.compile(r"^\s*(?:[•●▪■◦‣∙·○▸►➢➤✓✔→»*+o\ue000-\uf8ff]|[-–—](?!\d))\s+(?=\S)")
_RULE = re.compile(r"^\s*[-=_*~#.─━═]{4,}\s*$")
_WIDE = re.compile(r"(?<=\S)(?: {3,}| *\t[\t ]*)(?=\S)")
_CELL = 100.0
_LONG_CELL = 6

type Item = Mapping[str, Any]


def streams_of(document: Mapping[str, Any]) -> Streams:
    """The lines of a text, or of the parts of an office file."""
    if document["kind"] == "text":
        return Streams(tuple(lines_of_text(str(document["text"]))))
    main: list[Line] = []
    beside: list[tuple[Line, ...]] = []
    edges: list[Line] = []
    for part in document["parts"]:
        aside: list[tuple[Line, ...]] = []
        lines = list(_lines(part["items"], aside))
        beside += aside
        if part["part"] == "body":
            main += lines
        elif part["part"] == "box":
            beside.append(tuple(lines))
        else:
            edges += lines
    return Streams(tuple(main), tuple(lines for lines in beside if lines), tuple(edges))


def lines_of_text(text: str) -> Iterator[Line]:
    """Plain text: wide gaps set pieces apart, a row of dashes below a line makes it a heading."""
    raw = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0c", "\n")
        .replace("\t", "   \t")
        .expandtabs(8)
        .split("\n")
    )
    raw = [
        re.sub(r"\*\*(\S.*?)\*\*|__(\S.*?)__", r"\1\2", one.strip("\u200b\ufeff").replace("\u00ad", "")) for one in raw
    ]
    gap = False
    for number, one in enumerate(raw):
        if not one.strip() or _RULE.match(one):
            gap = True
            continue
        is_heading = bool(number + 1 < len(raw) and _RULE.match(raw[number + 1]) and len(one.split()) < 7)
        is_heading = is_heading or one.startswith("#")
        yield _line(one.lstrip("# ") if one.startswith("#") else one, gap=gap, is_heading=is_heading)
        gap = False


def _line(text: str, *, gap: bool = False, flags: str = "", size: float = 0, is_heading: bool = False) -> Line:
    mark = BULLET.match(text)
    body = text[mark.end() :] if mark else text
    places = [0, *(found.end() for found in _WIDE.finditer(body))]
    return Line(
        text=_WIDE.sub(APART, body).strip(),
        xs=tuple(float(place) for place in places),
        size=size,
        is_bold="b" in flags,
        is_italic="i" in flags,
        is_bullet=bool(mark) or "*" in flags,
        is_heading=is_heading or "h" in flags,
        gap=gap,
    )


def _lines(items: Sequence[Item], aside: list[tuple[Line, ...]]) -> Iterator[Line]:
    gap = False
    for item in items:
        if "rows" in item:
            for number, line in enumerate(_of_table(item["rows"], aside)):
                yield replace(line, gap=True) if number == 0 else line
            gap = True
        elif not str(item["text"]).strip() or _RULE.match(str(item["text"])):
            gap = True
        else:
            text = str(item["text"]).replace("\u00ad", "").replace("\u00a0", " ")
            yield _line(text, gap=gap, flags=str(item["flags"]), size=float(item["size"]))
            gap = False


def _of_table(rows: Sequence[Sequence[Sequence[Item]]], aside: list[tuple[Line, ...]]) -> Iterator[Line]:
    for row in rows:
        cells = [[_in_cell(line, number) for line in _lines(cell, aside)] for number, cell in enumerate(row)]
        filled = [(number, cell) for number, cell in enumerate(cells) if cell]
        if len(filled) > 1 and _is_layout([cell for _number, cell in filled]):
            widest = max(filled, key=lambda one: sum(len(line.text) for line in one[1]))
            aside += [tuple(cell) for number, cell in filled if number != widest[0]]
            yield from widest[1]
        else:
            yield from joined(cells)


def _in_cell(line: Line, number: int) -> Line:
    return replace(line, xs=tuple(number * _CELL + min(x, _CELL * 0.9) for x in line.xs or (0.0,)))


def _is_layout(cells: Sequence[Sequence[Line]]) -> bool:
    """Columns of a page in the shape of a table: more than one of them is a text with headings or long by itself."""
    headed = [cell for cell in cells if any(part_of(line.text) for line in cell) and len(cell) > 2]
    return len(headed) > 1 or (bool(headed) and all(len(cell) > _LONG_CELL for cell in cells))


def joined(cells: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """One row: what stands first in each cell is one line, the rest of each cell follows; a heading goes alone."""
    cells = [cell for cell in cells if cell]
    if len(cells) < 2:
        yield from (replace(line, gap=line.gap or place == 0) for cell in cells for place, line in enumerate(cell))
        return
    for number in (2, 1):
        # A heading in a narrow column goes on in the line below it.
        heading = " ".join(line.text for line in cells[0][:number])
        if part_of(heading) and len(cells[0]) >= number:
            yield replace(cells[0][0], text=heading, gap=True, is_bullet=False)
            yield from joined([cells[0][number:], *cells[1:]])
            return
    tops = [_top(cell) for cell in cells]
    firsts = [first for first, _rest in tops]
    # Of a period and what stands beside it the latter gives the line its looks.
    lead = firsts[1] if spans(firsts[0].text) else firsts[0]
    text, xs = APART.join(line.text for line in firsts), tuple(x for line in firsts for x in line.xs)
    yield replace(lead, text=text, xs=xs, gap=True, is_bullet=firsts[0].is_bullet)
    for _first, rest in tops:
        yield from rest


def _top(cell: Sequence[Line]) -> tuple[Line, Sequence[Line]]:
    """The first line of a cell and the rest; a period that was broken in two or three is one line."""
    for number in (3, 2):
        whole = " ".join(line.text for line in cell[:number])
        found = spans(whole)
        before = len(" ".join(line.text for line in cell[: number - 1]))
        is_whole = len(cell) >= number and len(found) == 1 and found[0].is_range and found[0].first < 4
        if is_whole and found[0].last > before:
            return replace(cell[0], text=whole), cell[number:]
    return cell[0], cell[1:]
