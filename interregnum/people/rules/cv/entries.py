"""The entries of a part: what stands with each period, above it, on its line and below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from interregnum.people.rules.cv.dates import Span
from interregnum.people.rules.cv.fragments import (
    BORN,
    LASTED,
    Piece,
    ends_sentence,
    is_aside,
    is_head,
    label_of,
    main_span,
    pieces_of,
    without,
)
from interregnum.people.rules.cv.values import Line

_MOST_ABOVE = 3
_SHORT = 100
_INDENT = 8.0


@dataclass
class Entry:
    """One period with its pieces by where they stand; `has_head` is false below another of the same organisation."""

    span: Span
    above: list[list[Piece]] = field(default_factory=list)
    beside: list[Piece] = field(default_factory=list)
    below: list[list[Piece]] = field(default_factory=list)
    has_head: bool = True

    def slots(self) -> list[tuple[str, Piece]]:
        """Every piece with the name of its place, the same in each entry of a part."""
        found = [(f"b{number}", piece) for number, piece in enumerate(self.beside)]
        for side, lines in (("a", self.above[::-1]), ("c", self.below)):
            found += [(f"{side}{row}.{n}", piece) for row, line in enumerate(lines) for n, piece in enumerate(line)]
        return found


def entries_of(lines: Sequence[Line]) -> list[Entry]:
    """The entries of a part that has a period in each."""
    lines = _without_durations(lines)
    anchors = _anchors(lines)
    if not anchors:
        return []
    above = _heads_above(lines, anchors)
    entries = []
    for number, (place, span) in enumerate(anchors):
        line = lines[place]
        end = above[number + 1][0] if number + 1 < len(anchors) else len(lines)
        first, is_full = above[number]
        beside = pieces_of(without(line.text, span))
        entries.append(
            Entry(
                span=span,
                above=[pieces for one in lines[first:place] if (pieces := _pieces(one))],
                beside=beside,
                below=_below(lines[place + 1 : end], line, is_alone=not beside and first == place),
                has_head=is_full,
            )
        )
    return entries


def _without_durations(lines: Sequence[Line]) -> list[Line]:
    """ "6 jaar 2 maanden" on a line of its own says nothing that the periods do not."""
    return [line for line in lines if not LASTED.match(line.plain)]


def _pieces(line: Line) -> list[Piece]:
    label = label_of(line)
    if label:
        return [Piece(label[1], label[0])] if label[1] else []
    return pieces_of(line.text)


def _anchors(lines: Sequence[Line]) -> list[tuple[int, Span]]:
    """The lines that carry the period of an entry: ranges where there are any, else single moments."""
    found = [(place, span) for place, line in enumerate(lines) if (span := _carried(line))]
    ranges = [one for one in found if one[1].is_range]
    if not ranges:
        return [one for one in found if not lines[one[0]].is_bullet] or found
    # A single year among ranges is an entry of one year where its line is a head.
    found = [one for one in found if one[1].is_range or _is_one_year(lines[one[0]], one[1])]
    lead = [one for one in found if not lines[one[0]].is_bullet]
    return lead if len(lead) * 2 >= len(found) else found


def _carried(line: Line) -> Span | None:
    """The period of a line, if the line is about it: it stands at the start or the end of a short line or a piece."""
    span = main_span(line.text)
    if span is None or BORN.search(line.text):
        return None
    before, after = line.text[: span.first], line.text[span.last :]
    rest = without(line.text, span)
    if len(rest) > _SHORT + 30 or (len(rest) > 60 and ends_sentence(rest)):
        return None
    opens = not before.strip(" ([") or before.rstrip(" ([").endswith(("\t", "|", "–", "-", ",", "•", "·", ":"))
    closes = not after.strip(" )].,:") or after.lstrip(" )]").startswith(("\t", "|", "–", "-", ":", "•", "·", "("))
    closes = closes and (before.endswith((" ", "\t", "(", "[")) or not before)
    label = label_of(line)
    is_single = not span.is_range and (line.is_bullet or not (opens and (closes or span.first == 0)))
    if is_single and not (closes and len(rest) < 70 and not line.is_bullet):
        return None
    return span if opens or closes or (label and label[0] == "period") else None


def _is_one_year(line: Line, span: Span) -> bool:
    at_edge = span.first < 3 or not line.text[span.last :].strip(" )].")
    return at_edge and is_head(line) and (line.gap or line.is_bold)


def _heads_above(lines: Sequence[Line], anchors: Sequence[tuple[int, Span]]) -> list[tuple[int, bool]]:
    """For each anchor where its heads begin, and whether all of them are there."""
    place = anchors[0][0]
    first = _contiguous(lines, place, 0)
    pattern = lines[first:place][::-1]
    found = [(first, True)]
    for (before, _), (here, _span) in pairwise(anchors):
        start = _contiguous(lines, here, before + 1)
        number = min(_matching(lines[start:here][::-1], pattern), here - start)
        number = _to_gap(lines, here, number, start, len(pattern))
        found.append((here - number, number >= len(pattern)))
    return found


def _contiguous(lines: Sequence[Line], place: int, start: int) -> int:
    """Up from a line over those that may be heads."""
    first = place
    while first > start and (place - first < _MOST_ABOVE or label_of(lines[first - 1])):
        if not is_head(lines[first - 1]) or _is_indented(lines[first - 1], lines[place]):
            break
        first -= 1
    return first


def _is_indented(line: Line, anchor: Line) -> bool:
    """Further to the right than all that stands on the line of the period: an item of a list whose mark is drawn."""
    if not line.xs or not anchor.xs or line.xs[0] < min(anchor.xs) + _INDENT:
        return False
    return not any(abs(x - line.xs[0]) < _INDENT for x in anchor.xs)


def _matching(looks: Sequence[Line], pattern: Sequence[Line]) -> int:
    """How many heads, from the nearest up, look like those of the first entry."""
    number = 0
    while number < min(len(looks), len(pattern)) and _alike(looks[number], pattern[number]):
        number += 1
    return number


def _alike(one: Line, other: Line) -> bool:
    same = (one.is_bold, one.is_italic, one.is_heading) == (other.is_bold, other.is_italic, other.is_heading)
    return same and abs(one.size - other.size) < 0.8 and bool(label_of(one)) == bool(label_of(other))


def _to_gap(lines: Sequence[Line], here: int, number: int, start: int, most: int) -> int:
    """No further up than to the white above an entry; as far as that when it is near."""
    for step in range(min(here - start, most + 1)):
        line = lines[here - step]
        if line.gap and step <= number:
            return step if step or not number or not most else _over_gap(lines, here, number)
    return number


def _over_gap(lines: Sequence[Line], here: int, number: int) -> int:
    """White right above the period itself: the heads count only if white stands above them as well."""
    for step in range(1, number + 1):
        if lines[here - step].gap:
            return step
    return 0


def _below(lines: Sequence[Line], anchor: Line, *, is_alone: bool) -> list[list[Piece]]:
    """The lines right below a period that may be heads, two at most; labels as long as they last.

    `is_alone`: nothing else names the function or the organisation, so they may stand further in.
    """
    found: list[list[Piece]] = []
    for line in lines:
        if label_of(line):
            found += [pieces] if (pieces := _pieces(line)) else []
            continue
        if len(found) > 1 or not is_head(line) or (line.gap and found):
            break
        if not is_alone and _is_indented(line, anchor):
            break
        if not is_aside(line.plain):
            found.append(pieces_of(line.text))
    return [pieces for pieces in found if pieces]
