"""A CV cut at its headings into parts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from interregnum.people.rules.cv.headings import Part, is_weak, looks, part_of, part_of_loosely
from interregnum.people.rules.cv.values import APART, Line

_MAJOR = frozenset({Part.WORK, Part.STUDY, Part.LANGUAGES, Part.COURSES})


@dataclass(frozen=True)
class Section:
    """A part with its lines; None for what stands above the first heading."""

    part: Part | None
    lines: tuple[Line, ...]


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """The parts of one stream of lines, in order."""
    lines = _with_side_headings(lines)
    heads = _headings(lines)
    # A heading that was too long for one line goes on in the next: the first half says what it is.
    halves = {place for place in heads if place - 1 in heads and not lines[place].gap}
    starts = [-1, *(place for place in heads if place not in halves)]
    cuts = zip(starts, [*starts[1:], len(lines)], strict=True)
    return [
        Section(heads.get(start), tuple(lines[place] for place in range(start + 1, end) if place not in halves))
        for start, end in cuts
        if end > start + 1 or start >= 0
    ]


def _with_side_headings(lines: Sequence[Line]) -> list[Line]:
    """A heading that stands at the left of its text becomes a line of its own."""
    found: list[Line] = []
    for line in lines:
        first, apart, rest = line.text.partition(APART)
        if apart and part_of(first) and not is_weak(first):
            found.append(replace(line, text=first, xs=line.xs[:1], gap=True))
            line = replace(line, text=rest, xs=line.xs[1:], gap=False, is_heading=False, is_bold=False)
        found.append(line)
    return found


def _headings(lines: Sequence[Line]) -> dict[int, Part]:
    """Place of each heading -> its part. What looks otherwise than the headings of work and study is none of them."""
    found = {
        place: part
        for place, line in enumerate(lines)
        if not (line.is_bullet and not line.is_heading) and (part := part_of(line.text))
    }
    major = {looks(lines[place]) for place, part in found.items() if part in _MAJOR and not is_weak(lines[place].text)}
    if not major:
        return {place: part for place, part in found.items() if not _is_inside(lines, place)}
    # A file without any looks, or headings as plain as the text itself: words decide.
    plain = {looks(line) for line in lines if len(line.plain) > 60}
    if major & plain:
        return {place: part for place, part in found.items() if not _is_inside(lines, place)}
    kept = {
        place: part
        for place, part in found.items()
        if (looks(lines[place]) in major or _stands_out(lines, place)) and not _is_label(lines[place])
    }
    return _by_looks(lines, major) | kept


def _by_looks(lines: Sequence[Line], major: set[tuple[object, ...]]) -> dict[int, Part]:
    """What looks like the other headings, and names its part only loosely.

    A function in bold may hold the same words: only what is larger or in capitals is a heading by its looks alone.
    """
    usual = median(line.size for line in lines)
    return {
        place: part
        for place, line in enumerate(lines)
        if looks(line) in major
        and (line.text.isupper() or line.size > 1.08 * usual > 0)
        and (part := part_of_loosely(line.text))
    }


def _stands_out(lines: Sequence[Line], place: int) -> bool:
    """A heading of another kind, larger than all that follows it."""
    line = lines[place]
    after = lines[place + 1 : place + 4]
    return line.is_heading or bool(
        line.size
        and after
        and line.size > max(one.size for one in after) * 1.08
        and not line.text.rstrip().endswith(":")
    )


def _is_inside(lines: Sequence[Line], place: int) -> bool:
    """A label inside a job: "Resultaten:" or "Projecten" without any white above it."""
    line = lines[place]
    return is_weak(line.text) and place > 0 and (not line.gap or _is_label(line))


def _is_label(line: Line) -> bool:
    return is_weak(line.text) and line.text.rstrip().endswith(":")
