"""Columns of a page: read one after the other, unless they are the rows of a list with periods or headings beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interregnum.people.rules.cv.dates import spans, years
from interregnum.people.rules.cv.flow import joined
from interregnum.people.rules.cv.fragments import LABEL
from interregnum.people.rules.cv.headings import bare, part_of
from interregnum.people.rules.cv.places import Segment, edge_of, lines_of, rows_of
from interregnum.people.rules.cv.values import Line

_FEWEST = 3
_CONTACT = re.compile(r"@|\+31|\b06[ -]|linkedin\.com", re.IGNORECASE)
_NARROWER = 0.8
_NEAR = 4.0
# Baselines of one row differ by less.
_LEVEL = 2.0
_BETWEEN = frozenset({"to", "tot", "t/m", "until", "till", "tot en met", "–", "-", "—"})
# Of so many rows one may run over its column.
_FEW_OVER = 6


@dataclass(frozen=True)
class Split:
    """A gutter: `x` where the right side begins, and the rows from `top` to `end` (exclusive) that it parts."""

    x: float
    top: float
    end: float
    score: int


@dataclass(frozen=True)
class Sheet:
    """How wide the page is, and where the lines of the column end that is being read."""

    width: float
    edge: float


@dataclass
class Read:
    """What one page gives: `main` in order, and narrow columns by their side."""

    main: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)


def read_page(segments: Sequence[Segment], width: float) -> Read:
    """The lines of a page, its columns apart."""
    table = _table_of(segments)[1]
    for split in _splits(segments, width)[:8]:
        if table and split.top <= table[0].base <= split.end:
            continue
        left, right, above, below = _parted(segments, split)
        if min(len(left), len(right)) >= _FEWEST and _is_alone(left, right) and _is_alone(right, left):
            return _in_columns(left, right, above, below, width)
    return Read(main=list(_in_rows(segments, Sheet(width, edge_of(segments)), 0)))


def _in_columns(
    left: list[Segment], right: list[Segment], above: list[Segment], below: list[Segment], width: float
) -> Read:
    read = Read()
    edge = edge_of([*above, *right, *below])
    read.main += _in_rows(above, Sheet(width, edge), 0)
    sides = [list(_in_rows(side, Sheet(width, edge_of(side)), 0)) for side in (left, right)]
    wide = [_width(side) for side in (left, right)]
    if wide[0] < wide[1] * _NARROWER:
        read.left, sides = sides[0], [sides[1]]
    elif wide[1] < wide[0] * _NARROWER:
        read.right, sides = sides[1], [sides[0]]
    for side in sides:
        read.main += side
    read.main += _in_rows(below, Sheet(width, edge), 0)
    return read


def _splits(segments: Sequence[Segment], width: float) -> list[Split]:
    """Gutters of a page, the one that parts most first."""
    lefts = sorted({round(one.left) for one in segments if 0.12 * width < one.left < 0.88 * width})
    found = [split for x in lefts if (split := _split(segments, x))]
    return sorted(found, key=lambda one: (-one.score, one.x))


def _split(segments: Sequence[Segment], x: float) -> Split | None:
    """The longest run of rows that this place parts; a row here and there may run over its column."""
    found: list[Split | None] = []
    run: list[Segment] = []
    rows = over = 0
    for row in rows_of(segments):
        is_crossed = any(one.left < x - _NEAR and one.right > x - 1 for one in row)
        if is_crossed and (over + 1) * _FEW_OVER > rows:
            found.append(_of_run(run, x))
            run, rows, over = [], 0, 0
            continue
        run, rows, over = run + row, rows + 1, over + is_crossed
    found.append(_of_run(run, x))
    return max((one for one in found if one), key=lambda one: one.score, default=None)


def _of_run(run: Sequence[Segment], x: float) -> Split | None:
    left = sum(one.right < x for one in run)
    right = [one for one in run if one.left >= x - _NEAR]
    beginning = sum(one.left < x + _NEAR for one in right)
    if left < 2 or beginning < 2:
        return None
    return Split(x, run[0].base - _LEVEL, run[-1].base + _LEVEL, min(left, len(right)) * 4 + beginning)


def _parted(
    segments: Sequence[Segment], split: Split
) -> tuple[list[Segment], list[Segment], list[Segment], list[Segment]]:
    inside = [one for one in segments if split.top <= one.base <= split.end]
    left = [one for one in inside if one.left < split.x - _NEAR]
    right = [one for one in inside if one.left >= split.x - _NEAR]
    above = [one for one in segments if one.base < split.top]
    below = [one for one in segments if one.base > split.end]
    return left, right, above, below


def _is_alone(side: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """A text that can be read by itself: with headings or ways to reach somebody, and more than keys to the other."""
    rows = [" ".join(one.text for one in row) for row in rows_of(side)]
    if sum(_is_key(text) for text in rows) > 0.6 * len(rows):
        return False
    if not any(part_of(text) for text in rows) and sum(bool(_CONTACT.search(text)) for text in rows) < 2:
        return False
    periods = _periods(side)
    is_list = periods >= 2 and periods > 0.2 * len(rows) and not _periods(other)
    return not (is_list and _width(side) < _width(other))


def _width(side: Sequence[Segment]) -> float:
    return max(one.right for one in side) - min(one.left for one in side)


def _periods(side: Sequence[Segment]) -> int:
    return sum(any(span.is_range for span in spans(one.text)) for one in side)


def _is_key(text: str) -> bool:
    """A period, a year, the heading of a part, a label: what says something of what stands beside it."""
    found = spans(text)
    if found and found[0].last - found[0].first >= len(text) * 0.5:
        return True
    return bool(part_of(text)) or text.endswith(":") or (bool(years(text)) and len(text) < 12) or len(text) < 3


def _in_rows(segments: Sequence[Segment], sheet: Sheet, depth: int) -> Iterator[Line]:
    """Rows; where periods or headings stand in a column at the left, each with all that stands beside it."""
    above, table, below = _table_of(segments)
    if table:
        yield from _in_rows(above, sheet, depth)
        yield from lines_of(table, float("inf"))
        yield from _in_rows(below, sheet, depth)
        return
    split = _keyed(segments, sheet.width) if depth < 3 else None
    if split is None:
        yield from lines_of(segments, sheet.edge)
        return
    left, right, above, below = _parted(segments, split)
    yield from _in_rows(above, sheet, depth + 1)
    for block, beside in _blocks(left, right):
        yield from joined([lines_of(block, float("inf")), list(_in_rows(beside, sheet, depth + 1))])
    yield from _in_rows(below, sheet, depth + 1)


def _table_of(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment], list[Segment]]:
    """A table with a row of headings, up to the next part: what stands above it, itself, and what stands below."""
    rows = rows_of(segments)
    for place, row in enumerate(rows):
        if len(row) > 1 and all(bare(one.text).strip(" :.") in LABEL for one in row):
            after = [n for n, one in enumerate(rows) if n > place and len(one) == 1 and part_of(one[0].text)]
            end = after[0] if after else len(rows)
            return _flat(rows[:place]), _flat(rows[place:end]), _flat(rows[end:])
    return list(segments), [], []


def _flat(rows: Sequence[Sequence[Segment]]) -> list[Segment]:
    return [one for row in rows for one in row]


def _keyed(segments: Sequence[Segment], width: float) -> Split | None:
    """The gutter behind a narrow column at the left that holds periods, years or headings."""
    for split in _splits(segments, width)[:6]:
        bands = [band for band in _bands(segments, split) if _is_keyed(segments, band, width)]
        if bands:
            return max(bands, key=lambda band: band.score)
    return None


def _bands(segments: Sequence[Segment], split: Split) -> list[Split]:
    """The rows of a split, and those between two headings that stand there alone."""
    rows = [row for row in rows_of(segments) if split.top <= row[0].base <= split.end]
    heads = [number for number, row in enumerate(rows) if len(row) == 1 and part_of(row[0].text)]
    cuts = zip([-1, *heads], [*heads, len(rows)], strict=True)
    parts = [rows[first + 1 : end] for first, end in cuts if end > first + 1]
    inner = [
        Split(split.x, part[0][0].base - _LEVEL, part[-1][0].base + _LEVEL, len(part))
        for part in parts
        if len(parts) > 1
    ]
    return [split, *inner]


def _is_keyed(segments: Sequence[Segment], band: Split, width: float) -> bool:
    left, right, _above, _below = _parted(segments, band)
    rows = [" ".join(one.text for one in row) for row in rows_of(left)]
    if len(rows) < 2 or len(right) < 2 or max(one.right for one in left) >= 0.5 * width:
        return False
    keys = sum(_is_key(text) for text in rows)
    return keys > 0.5 * len(rows) or (_periods(left) >= 2 and keys >= 0.25 * len(rows))


def _blocks(left: list[Segment], right: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """What stands together in the left column, with all that stands beside it until the next."""
    blocks: list[list[Segment]] = []
    for row in rows_of(left):
        last = blocks[-1][-1] if blocks else None
        starts = any(_is_key(one.text) and not _goes_on(last, one) for one in row)
        if last is None or starts or row[0].base - last.base > 2.2 * max(row[0].height, last.height):
            blocks.append([])
        blocks[-1] += row
    tops = [block[0].base - block[0].height * 0.8 for block in blocks]
    before = [one for one in right if tops and one.base < tops[0]]
    if before:
        yield [], before
    for number, block in enumerate(blocks):
        end = tops[number + 1] if number + 1 < len(tops) else float("inf")
        yield block, [one for one in right if tops[number] <= one.base < end]


def _goes_on(last: Segment | None, segment: Segment) -> bool:
    """The second half of a period or of a heading that was broken in two."""
    if last is None:
        return False
    if segment.text.strip(" .") in _BETWEEN or last.text.strip(" .") in _BETWEEN:
        return True
    if part_of(f"{last.text} {segment.text}") and segment.base - last.base < 1.6 * segment.height:
        return True
    whole = spans(f"{last.text} {segment.text}")
    return len(whole) == 1 and whole[0].is_range and whole[0].last > len(last.text)
