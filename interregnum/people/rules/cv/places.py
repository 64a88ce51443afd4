"""From the words of a page with their places to segments and lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from interregnum.people.rules.cv.flow import BULLET
from interregnum.people.rules.cv.values import APART, Line

# So much of the height of a line is a gap that sets the pieces of a line apart.
WIDE, SPACED = 1.1, 1.9
_SAME_LINE = 0.35
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


def segments_of(words: Iterable[Word], page: int) -> list[Segment]:
    """The words of a page put together where no wide gap parts them, from above and from the left."""
    each = [_segment(word, page) for word in words]
    return [segment for row in rows_of(each) for segment in _put_together(row)]


def _segment(word: Word, page: int) -> Segment:
    left, right, base, height, style, text = word
    return Segment(float(left), float(right), float(base), float(height), str(style), str(text), page)


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
        wide = SPACED if last and len(last.text) == len(word.text) == 1 else WIDE
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
    )


def _is_spaced(words: Sequence[Segment]) -> bool:
    """Letters that were set apart one by one."""
    letters = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    return len(words) > 3 and letters >= 0.8 * len(words)


def _closed_up(words: Sequence[Segment]) -> str:
    """The words with spaces; letters that were set apart one by one are words again."""
    texts = [word.text for word in words]
    if not _is_spaced(words):
        return " ".join(texts)
    gaps = [after.left - before.right for before, after in pairwise(words)]
    wide = median(gaps) * 1.6
    return texts[0] + "".join(" " * (gap > wide) + text for gap, text in zip(gaps, texts[1:], strict=True))


def lines_of(segments: Sequence[Segment]) -> list[Line]:
    """One line for each row; what wraps below a bullet belongs to it, and a word that was broken is whole again."""
    rows = rows_of(segments)
    pitch = _pitch(rows)
    lines: list[Line] = []
    bullet: float | None = None
    for number, row in enumerate(rows):
        before = rows[number - 1][0] if number else None
        step = row[0].base - before.base if before and before.page == row[0].page else pitch * 9
        line = _line(row, gap=step > pitch * 1.35)
        if line.is_bullet:
            bullet = row[0].left
        elif bullet is not None and not line.gap and row[0].left > bullet + 2:
            line = replace(line, is_bullet=True)
        else:
            bullet = None
        lines.append(line)
    return lines


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
        if held and _is_broken(held, line):
            # The hyphen of an address of mail or of the web belongs to it.
            glue = held.text if re.search(r"[@/]\S*$", held.text) else held.text.rstrip("-\u00ad‐")
            held = replace(held, text=f"{glue}{line.text}")
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_broken(first: Line, second: Line) -> bool:
    """A hyphen after a letter, and a small letter below it: but not "in- en verkoop"."""
    if len(first.text) < 4 or not first.text.endswith(("-", "\u00ad", "‐")) or not first.text[-2].islower():
        return False
    next_word = second.text.split()[0] if second.text.split() else ""
    same = first.is_bold == second.is_bold and abs(first.size - second.size) < 1 and not second.gap
    return same and next_word[:1].islower() and next_word not in {"en", "of", "and", "or", "&"}
