"""From the words of a page with their places to segments and lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from interregnum.people.rules.cv.dates import spans
from interregnum.people.rules.cv.flow import BULLET
from interregnum.people.rules.cv.headings import part_of
from interregnum.people.rules.cv.values import APART, Line

# So much of the height of a line is a gap that sets the pieces of a line apart.
WIDE, SPACED = 1.1, 1.9
_SAME_LINE = 0.35
# A line of fewer signs than this was not too long for its column.
_FULL = 12
_MARKS = frozenset("•●▪■◦‣∙·○▸►➢➤✓✔→»*+o–—-")

type Word = Sequence[float | str]


@dataclass(frozen=True)
class Segment:
    """Words that stand beside one another; `base` is the baseline, from above."""

    left: float
    right: float
    base: float
    height: float
    style: str
    text: str
    page: int = 0
    # How the first and the last word look.
    starts: str = ""
    ends: str = ""


def segments_of(words: Iterable[Word], page: int) -> list[Segment]:
    """The words of a page put together where no wide gap parts them, from above and from the left."""
    each = [_segment(word, page) for word in words]
    return [segment for row in rows_of(each) for segment in _put_together(row)]


def _segment(word: Word, page: int) -> Segment:
    left, right, base, height, style, text = word
    look = str(style)
    return Segment(float(left), float(right), float(base), float(height), look, str(text), page, look, look)


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Those on one baseline together, each row from the left."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (one.base, one.left)):
        last = rows[-1][-1] if rows else None
        if last and segment.base - last.base <= _SAME_LINE * max(min(segment.height, last.height), 4):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _put_together(row: Sequence[Segment]) -> Iterator[Segment]:
    groups: list[list[Segment]] = []
    for word in row:
        last = groups[-1][-1] if groups else None
        # Of a word whose letters were set apart the spaces are wider as well.
        wide = SPACED if last and max(len(last.text), len(word.text)) < 3 else WIDE
        near = last and word.left - last.right <= wide * max(word.height, last.height)
        is_mark = last and len(groups[-1]) == 1 and last.text in _MARKS and word.left - last.right < 3 * last.height
        if near or is_mark:
            groups[-1].append(word)
        else:
            groups.append([word])
    yield from map(_one, groups)


def _one(words: Sequence[Segment]) -> Segment:
    heaviest = max(words, key=lambda word: len(word.text))
    letters = sum(len(word.text) for word in words)
    bold = sum(len(word.text) for word in words if "b" in word.style)
    italic = sum(len(word.text) for word in words if "i" in word.style)
    return replace(
        heaviest,
        left=words[0].left,
        right=max(word.right for word in words),
        height=max(word.height for word in words if len(word.text) > 1 or len(words) < 3 or word.text.isalpha()),
        style="b" * (bold * 2 > letters or "b" in words[0].style) + "i" * (italic * 2 > letters),
        text=_closed_up(words),
        starts=words[0].style,
        ends=words[-1].style,
    )


def _is_spaced(words: Sequence[Segment]) -> bool:
    """Letters that were set apart one by one."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    few = sum(len(word.text) < 3 and word.text.isalpha() for word in words)
    return len(words) > 3 and single >= 0.6 * len(words) and few >= 0.9 * len(words)


def _closed_up(words: Sequence[Segment]) -> str:
    """The words with spaces; letters that were set apart one by one are words again."""
    texts = [word.text for word in words]
    if not _is_spaced(words):
        return " ".join(texts)
    gaps = [after.left - before.right for before, after in pairwise(words)]
    wide = median(gaps) + 0.3 * words[0].height
    return texts[0] + "".join(" " * (gap > wide) + text for gap, text in zip(gaps, texts[1:], strict=True))


def lines_of(segments: Sequence[Segment], edge: float) -> list[Line]:
    """One line for each row; what had no room before `edge`, the end of the column, goes on in the row below it."""
    rows = rows_of(segments)
    pitch = _pitch(rows)
    lines: list[Line] = []
    bullet: float | None = None
    for number, row in enumerate(rows):
        before = rows[number - 1][0] if number else None
        step = row[0].base - before.base if before and before.page == row[0].page else pitch * 9
        line = _line(row, gap=step > pitch * 1.35)
        if before and not line.gap and _wraps(rows[number - 1], row, edge) and _goes_on(lines[-1], line):
            lines[-1] = replace(lines[-1], text=glued(lines[-1].text, line.text))
            continue
        if line.is_bullet:
            bullet = row[0].left
        elif bullet is not None and not line.gap and row[0].left > bullet + 2:
            line = replace(line, is_bullet=True)
        else:
            bullet = None
        lines.append(line)
    return lines


def edge_of(segments: Sequence[Segment]) -> float:
    """Where the lines of a column end; one that runs over it does not count."""
    rights = sorted(segment.right for segment in segments)
    if len(rights) < 2:
        return float("inf")
    edge = rights[-1 - len(rights) // 12]
    width = edge - min(segment.left for segment in segments)
    # A list of short lines has no edge: several lines must reach it.
    near = sum(right > edge - 0.15 * width for right in rights)
    return edge if near > 1 else float("inf")


def _wraps(row: Sequence[Segment], after: Sequence[Segment], edge: float) -> bool:
    """Whether the first word of a row had no room at the end of the one above it."""
    if len(row) > 1 or len(after) > 1 or " " not in row[0].text or len(row[0].text) < _FULL:
        return False
    if ("b" in row[0].ends) != ("b" in after[0].starts):
        return False
    indent = after[0].left - row[0].left
    if not (2 < indent < 3 * row[0].height if BULLET.match(row[0].text) else abs(indent) < 3):
        return False
    first = after[0].text.split()[0]
    width = (after[0].right - after[0].left) * len(first) / max(len(after[0].text), 1)
    return row[0].right + width + row[0].height * 0.15 > edge


def _goes_on(one: Line, other: Line) -> bool:
    """Of one size, and no mark or heading that begins something new."""
    same = one.is_italic == other.is_italic and abs(one.size - other.size) < 0.8
    begins = spans(other.text)[:1]
    is_new = other.is_bullet or bool(part_of(one.text) or part_of(other.text)) or bool(begins and not begins[0].first)
    return same and not is_new


def glued(first: str, second: str) -> str:
    """Two lines as one, a word that was broken between them whole again."""
    if _is_broken(first, second):
        # The hyphen of an address of mail or of the web belongs to it.
        return first + second if re.search(r"[@/]\S*$", first) else first.rstrip("-\u00ad‐") + second
    return f"{first} {second}"


def _pitch(rows: Sequence[Sequence[Segment]]) -> float:
    """The usual way from one baseline to the next."""
    steps = [after[0].base - before[0].base for before, after in pairwise(rows)]
    near = sorted(step for step, row in zip(steps, rows, strict=False) if 0 < step < row[0].height * 2.2)
    return near[len(near) // 3] if near else max((row[0].height for row in rows), default=12)


def _line(row: Sequence[Segment], *, gap: bool) -> Line:
    text = APART.join(segment.text for segment in row)
    mark = BULLET.match(text.replace(APART, " ", 1))
    lead = max(row, key=lambda segment: ("b" in segment.style, len(segment.text)))
    return Line(
        text=text[mark.end() :] if mark else text,
        xs=tuple(segment.left for segment in row),
        size=max(segment.height for segment in row),
        is_bold="b" in lead.style,
        is_italic=all("i" in segment.style for segment in row),
        is_bullet=bool(mark),
        gap=gap,
    )


def unbroken(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines with the words that were broken at their ends put together."""
    held: Line | None = None
    for line in lines:
        if held and not line.gap and _is_broken(held.text, line.text) and _goes_on(held, line):
            held = replace(held, text=glued(held.text, line.text))
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_broken(first: str, second: str) -> bool:
    """A hyphen after a letter, and a small letter below it: but not "in- en verkoop"."""
    if len(first) < 4 or not first.endswith(("-", "\u00ad", "‐")) or not first[-2].islower():
        return False
    next_word = second.split()[0] if second.split() else ""
    return next_word[:1].islower() and next_word not in {"en", "of", "and", "or", "&"}
