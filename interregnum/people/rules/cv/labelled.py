"""Positions whose every line says what it holds: "Functie: …", "Werkgever: …", "Periode: …"."""

from collections.abc import Sequence

from interregnum.people.rules.cv.fragments import HOUSE, PERIOD, TITLE, is_aside, is_head, label_of, main_span
from interregnum.people.rules.cv.titles import leaning
from interregnum.people.rules.cv.values import Line, Work

_FEWEST = 2


def labelled_entries(lines: Sequence[Line]) -> list[Work]:
    """The positions, when functions or employers are labelled more than once and periods as well; else none."""
    said = [(label_of(line), place) for place, line in enumerate(lines)]
    kinds = [label[0] for label, _place in said if label]
    if kinds.count(PERIOD) < 1 or max(kinds.count(TITLE), kinds.count(HOUSE)) < min(_FEWEST, kinds.count(PERIOD)):
        return []
    works = []
    for group in _groups(lines, said):
        span = main_span(group.get(PERIOD, ""))
        title, house, head = group.get(TITLE, ""), group.get(HOUSE, ""), group.get("head", "")
        if head and not (title and house):
            title, house = (title or head, house) if not title and leaning(head) > -1 else (title, house or head)
        if span and (title or house):
            works.append(Work(title, house, span.start, span.end, span.is_vague))
    return works


def _groups(lines: Sequence[Line], said: Sequence[tuple[tuple[str, str] | None, int]]) -> list[dict[str, str]]:
    """What was said of one position together: a label that comes again begins the next."""
    groups: list[dict[str, str]] = []
    current: dict[str, str] = {}
    for label, place in said:
        if label is None:
            continue
        kind, value = label
        value = value or _next(lines, place)
        if kind in current and kind in {TITLE, HOUSE, PERIOD}:
            groups.append(current)
            current = {}
        if not current and (head := _head(lines, place)):
            current["head"] = head
        current.setdefault(kind, value)
    return [*groups, current]


def _next(lines: Sequence[Line], place: int) -> str:
    """The value of a label that stands alone: the line below it."""
    after = lines[place + 1] if place + 1 < len(lines) else None
    return "" if after is None or label_of(after) else after.plain


def _head(lines: Sequence[Line], place: int) -> str:
    """A line above the first label that names the employer or the function."""
    before = lines[place - 1] if place else None
    if before is None or label_of(before) or not is_head(before) or is_aside(before.plain):
        return ""
    stands_out = before.gap or before.is_bold or before.is_heading or place == 1
    return before.plain if stands_out else ""
