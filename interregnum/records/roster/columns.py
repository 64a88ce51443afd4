"""What is kept in memory of each profile, a column for each thing that can be asked."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import loads

import numpy as np
from django.db.models import TextField
from django.db.models.functions import Cast

from interregnum.people.models import Manager
from interregnum.people.rules.search_words import plain

LISTS = ("disciplines", "sectors", "languages", "categories")
READ = ("pk", "code", "name", "place", "email", "level", "is_active", "available_on", "days_a_week", "day_rate")
CHUNK = 5000
NOTHING = ""
HEAD = 3


@dataclass(frozen=True)
class Line:
    """One profile as it is read; the lists are still texts, of which there are few different ones."""

    key: int
    code: str
    name: str
    place: str
    email: str
    level: str
    is_active: bool
    available_on: date
    days_a_week: int
    cents: int
    lists: tuple[str, ...]


def lines(keys: Collection[int] | None = None) -> Iterator[Line]:
    """All profiles, or these; in no order."""
    rows = Manager.objects.order_by()
    texts = {f"{name}_text": Cast(name, TextField()) for name in LISTS}
    found = (rows if keys is None else rows.filter(pk__in=keys)).annotate(**texts).values_list(*READ, *texts)
    for key, code, name, place, email, level, active, free, days, rate, *lists in found.iterator(chunk_size=CHUNK):
        yield Line(key, code, name, place, email, str(level), active, free, days, rate.cents, tuple(lists))


class Words:
    """The different values of a column by number: what is the same is kept once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {NOTHING: 0}
        self.texts: list[str] = [NOTHING]

    def number(self, text: str) -> int:
        if text not in self.numbers:
            self.numbers[text] = len(self.texts)
            self.texts.append(text)
        return self.numbers[text]


class Columns:
    """Row n of each column is one profile; `rows` finds it by its key."""

    def __init__(self, found: Iterable[Line]) -> None:
        self.level, self.place = Words(), Words()
        self.towns: dict[str, str] = {}
        self.members: dict[str, dict[str, np.ndarray]] = {name: {} for name in LISTS}
        self._parsed: dict[str, tuple[str, ...]] = {}
        listed = list(found)
        self.keys = np.array([line.key for line in listed], np.int64)
        self.rows = {line.key: row for row, line in enumerate(listed)}
        self.codes = {line.code: row for row, line in enumerate(listed)}
        self.names: list[str] = [""] * len(listed)
        self.said: list[str] = [""] * len(listed)
        self.towns_said: list[str] = [""] * len(listed)
        self.numbers = {name: np.zeros(len(listed), np.int64) for name in ("free", "cents")}
        self.small = {name: np.zeros(len(listed), np.int32) for name in ("active", "level", "days", "place")}
        for row, line in enumerate(listed):
            self._put_plain(row, line)
        self._put_lists(listed)
        self.orders: dict[str, np.ndarray] = {}
        self.letters: dict[bool, tuple[np.ndarray, np.ndarray]] = {}

    @property
    def count(self) -> int:
        return len(self.names)

    def put(self, changed: Sequence[Line], gone: Iterable[int]) -> None:
        """Set profiles in place that were changed, add those that are new, and let go of those that are not there."""
        new = [line for line in changed if line.key not in self.rows]
        self._grow([line.key for line in new])
        for line in changed:
            row = self.codes[line.code] = self.rows[line.key]
            self._put_plain(row, line)
            self._put_list(row, line)
        for key in gone:
            if key in self.rows:
                self.small["active"][self.rows[key]] = 0
        self.orders, self.letters = {}, {}

    def _grow(self, keys: Sequence[int]) -> None:
        if not keys:
            return
        self.rows |= {key: self.count + number for number, key in enumerate(keys)}
        self.keys = np.concatenate([self.keys, np.array(keys, np.int64)])
        for texts in (self.names, self.said, self.towns_said):
            texts.extend([""] * len(keys))
        groups: list[dict[str, np.ndarray]] = [self.numbers, self.small, *self.members.values()]
        for group in groups:
            for name, column in group.items():
                group[name] = np.concatenate([column, np.zeros(len(keys), column.dtype)])

    def _put_plain(self, row: int, line: Line) -> None:
        town = plain(line.place.strip())
        place = self.place.number(town)
        self.towns.setdefault(town, line.place.strip())
        self.names[row] = plain(line.name)
        self.towns_said[row] = town
        self.said[row] = f"{self.names[row]}\n{town}\n{line.email.casefold()}"
        self.numbers["free"][row] = line.available_on.toordinal()
        self.numbers["cents"][row] = line.cents
        self.small["active"][row] = line.is_active
        self.small["days"][row] = line.days_a_week
        self.small["level"][row] = self.level.number(line.level)
        self.small["place"][row] = place

    def _values(self, text: str) -> tuple[str, ...]:
        if text not in self._parsed:
            self._parsed[text] = tuple(loads(text))
        return self._parsed[text]

    def _put_lists(self, listed: Sequence[Line]) -> None:
        """All at once: the rows of each value first, then a column of yes and no for each."""
        for at, name in enumerate(LISTS):
            rows: dict[str, list[int]] = {}
            for row, line in enumerate(listed):
                for value in self._values(line.lists[at]):
                    rows.setdefault(value, []).append(row)
            for value, having in rows.items():
                column = np.zeros(len(listed), bool)
                column[having] = True
                self.members[name][value] = column

    def _put_list(self, row: int, line: Line) -> None:
        for at, name in enumerate(LISTS):
            has = self._values(line.lists[at])
            for value in has:
                self.members[name].setdefault(value, np.zeros(self.count, bool))
            for value, column in self.members[name].items():
                column[row] = value in has

    def having(self, word: str, *, masked: bool) -> np.ndarray:
        """Which rows say a word somewhere: its first letters are looked for in all texts at once, the rest in few."""
        texts = self.towns_said if masked else self.said
        if masked not in self.letters:
            self.letters[masked] = _letters(texts)
        letters, starts = self.letters[masked]
        head = word.encode()[:HEAD]
        room = len(letters) - len(head) + 1
        hits = np.logical_and.reduce([letters[at : at + room] == letter for at, letter in enumerate(head)])
        found = np.logical_or.reduceat(hits, starts) if len(starts) else np.zeros(0, bool)
        if len(word.encode()) > HEAD:
            maybe = np.flatnonzero(found).tolist()
            found = np.zeros(self.count, bool)
            found[[row for row in maybe if word in texts[row]]] = True
        return found

    def order(self, by: str) -> np.ndarray:
        """The rows in an order; the key keeps apart what is equal."""
        if by not in self.orders:
            if by == "name":
                order = sorted(range(self.count), key=lambda row: (self.names[row], self.keys[row]))
                self.orders[by] = np.array(order, np.int64)
            else:
                self.orders[by] = np.lexsort((self.keys, self.numbers[by]))
        return self.orders[by]


def _letters(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """All texts in one row of bytes, and where each begins; a new line and room for a word stand behind each."""
    parts = [f"{text}\n".encode() for text in texts]
    starts = np.cumsum([0, *map(len, parts)])[:-1]
    return np.frombuffer(b"".join(parts) + b"\n" * HEAD, np.uint8), starts
