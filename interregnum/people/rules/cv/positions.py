"""B2 D3: the positions of a CV: who was the employer, what was the function, from when until when."""

import re
from collections import defaultdict
from collections.abc import Sequence

from interregnum.people.rules.cv.entries import Entry, entries_of
from interregnum.people.rules.cv.fragments import ASIDE, HOUSE, TITLE, Piece, is_aside, soft_pieces, without_asides
from interregnum.people.rules.cv.labelled import labelled_entries
from interregnum.people.rules.cv.tables import table_rows
from interregnum.people.rules.cv.titles import house_points, leaning, title_points
from interregnum.people.rules.cv.towns import is_place, town_of
from interregnum.people.rules.cv.values import Line, Position, Work

_LEGAL_FORM = re.compile(r"^(?:[BN]\.?V\.?|Ltd\.?|Inc\.?|GmbH|plc|LLP|U\.?A\.?)$", re.IGNORECASE)

type Votes = dict[str, float]


def positions_of(lines: Sequence[Line]) -> tuple[list[Position], bool]:
    """The positions of a part, and whether a month of them was not said."""
    works = table_rows(lines) or labelled_entries(lines) or _from_entries(entries_of(lines))
    found = [Position(clean_house(work.house), clean_title(work.title), work.start, work.end) for work in works]
    kept = [one for one in found if one.title or one.employer]
    return kept, any(work.is_vague for work in works)


def _from_entries(entries: Sequence[Entry]) -> list[Work]:
    entries = [_trimmed(entry) for entry in entries]
    votes = _votes(entries)
    works: list[Work] = []
    house = ""
    for number, entry in enumerate(entries):
        title, employer = _told_apart(entry, votes)
        if not title and employer and _is_over_others(entry, entries[number + 1 :]):
            house = employer
            continue
        if not employer and (not entry.has_head or house):
            employer = house
        house = employer
        works.append(Work(title, employer, entry.span.start, entry.span.end, entry.span.is_vague))
    return works


def _is_over_others(entry: Entry, rest: Sequence[Entry]) -> bool:
    """An organisation with the whole of the time there, above the functions with their own."""
    if not rest:
        return False
    span, after = entry.span, rest[0].span
    end, end_after = span.end or "9999", after.end or "9999"
    return span.start <= after.start and end_after <= end and (span.start, end) != (after.start, end_after)


def _trimmed(entry: Entry) -> Entry:
    """What stands below is needed only as far as title and organisation are not there yet."""
    near = [piece for line in entry.above for piece in line] + entry.beside
    needed = 2 - len([piece for piece in near if piece.kind != ASIDE]) if entry.has_head or not near else 0
    if needed == 1 and len(near) == 1 and _holds_both(near[0].text):
        needed = 0
    labelled = [line for line in entry.below if line and line[0].kind]
    kept: list[list[Piece]] = []
    for line in entry.below:
        if needed > 0 and line not in labelled:
            kept.append(line)
            needed -= 2 if len(line) > 1 or _holds_both(line[0].text) else 1
    entry.below = kept + labelled
    return entry


def _holds_both(text: str) -> bool:
    return any(
        abs(leaning(a) - leaning(b)) >= 3 and leaning(a) * leaning(b) <= 0
        for a, b in soft_pieces(text)
        if not is_aside(a) and not is_aside(b)
    )


def _votes(entries: Sequence[Entry]) -> Votes:
    """For each place in an entry how much what stands there looks like functions, over all entries."""
    total: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        slots = entry.slots()
        for name, piece in slots:
            if len(slots) > 1 and not piece.kind:
                total[name].append(leaning(piece.text))
    return {name: sum(each) / len(each) for name, each in total.items()}


def _told_apart(entry: Entry, votes: Votes) -> tuple[str, str]:
    """Title and organisation: by labels, by their own words, and by what stands in the same place elsewhere."""
    slots = entry.slots()
    said = {piece.kind: piece.text for _name, piece in slots if piece.kind}
    rest = [(leaning(piece.text) + 0.9 * votes.get(name, 0), piece.text) for name, piece in slots if not piece.kind]
    title, house = said.get(TITLE, ""), said.get(HOUSE, "")
    if title and house:
        return title, house
    if title or house:
        other = max(rest)[1] if house and rest else min(rest)[1] if rest else ""
        return title or other, house or other
    if len(rest) == 1:
        return _of_one(rest[0][1], knows_house=not entry.has_head)
    return _of_many(rest) if rest else ("", "")


def _of_many(rest: Sequence[tuple[float, str]]) -> tuple[str, str]:
    """The one that looks most like a function, and the one that looks least like it; the first of equals."""
    title = max(range(len(rest)), key=lambda number: (rest[number][0], -number))
    others = [number for number in range(len(rest)) if number != title]
    house = min(others, key=lambda number: (rest[number][0], number))
    return rest[title][1], rest[house][1]


def _of_one(text: str, *, knows_house: bool) -> tuple[str, str]:
    """One piece for both: parted where its halves differ most."""
    ways = [(leaning(a) - leaning(b), a, b) for a, b in soft_pieces(text) if not is_aside(a) and not is_aside(b)]
    best = max(ways, key=lambda way: abs(way[0]), default=(0, "", ""))
    whole = leaning(text)
    if abs(best[0]) >= (4 if knows_house else 1):
        return (best[1], best[2]) if best[0] > 0 else (best[2], best[1])
    if knows_house or not ways:
        return (text, "") if whole > 0 or knows_house else ("", text)
    return (ways[0][1], ways[0][2]) if title_points(text) else ("", text)


def clean_title(text: str) -> str:
    """A function without the town, the hours or the agency behind it."""
    text = without_asides(text)
    head, comma, tail = text.rpartition(",")
    if comma and (town_of(tail.strip()) or is_aside(tail)):
        text = head
    return text.strip(" ,;:–—-|")


def clean_house(text: str) -> str:
    """An organisation without the town, the agency or the kind of business behind it."""
    text = without_asides(text)
    text = re.sub(r"\s+(?:via|through)\s+.+$", "", text)
    for mark in (", ", " – ", " — ", " - ", " | ", " te ", " in "):
        head, found, tail = text.rpartition(mark)
        tail = tail.strip(" .")
        if not found or not head or _LEGAL_FORM.match(tail):
            continue
        is_small = mark == ", " and len(tail.split()) <= 3 and "&" not in tail and not house_points(tail)
        if is_place(tail) or is_small or is_aside(tail):
            text = clean_house(head)
            break
    words = text.split()
    if len(words) > 2 and town_of(words[-1]) and _LEGAL_FORM.match(words[-2].strip(",")):
        text = " ".join(words[:-1])
    return text.strip(" ,;:–—-|")
