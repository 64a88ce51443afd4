"""The whole pool in memory: records of 32 bytes, bitmaps, and who worked where. Made at once, then changed in place."""

from collections.abc import Hashable, Iterable, Iterator

import numpy as np

from interregnum.stages.choose.engine import tables
from interregnum.stages.choose.engine.bits import Bits, count_of
from interregnum.stages.choose.engine.columns import COPIED, ROW, SCREENED, Columns
from interregnum.stages.choose.engine.links import Links
from interregnum.stages.choose.engine.names import Kind, Names
from interregnum.stages.choose.rules.eligibility import has_level
from interregnum.stages.choose.rules.numbers import LEVELS
from interregnum.stages.choose.rules.places import NOWHERE, between

DAYS = range(1, 6)
EDGES = {"available": 24, "rate": 32}
SPARE = 256
MOST_TOWNS = 64
# By the level that is asked and the level that is offered.
HAS_LEVEL = np.array([[has_level(offered, asked=asked) for offered in LEVELS] for asked in LEVELS])
YES_OR_NO = ("active", "consents", "free", "sectored")


class Snapshot:
    """`count` managers; row n of `rows`, `order` and `managers` and bit n of each bitmap are one manager."""

    def __init__(self, columns: Columns, names: Names) -> None:
        self.names, self.count = names, len(columns)
        room = self.count + self.count // 64 + SPARE
        self.rows = np.zeros(room, ROW)
        self.order = np.zeros(room, np.int64)
        self.managers = np.zeros(room, np.int64)
        # Few briefs ask for a screening: its days stand apart, and the records stay as small as they are.
        self.screened = {kind: np.zeros(room, np.int32) for kind in SCREENED}
        self.later: dict[int, int] = {}
        # The first town is the one that nobody knows where it lies.
        self.towns = [NOWHERE]
        self.town_of = {NOWHERE: 0}
        # Of some towns: kilometres to each other one.
        self.reached: dict[int, np.ndarray] = {}
        self._first = self.count
        self._fill(columns)
        self.employers = Links(columns.lists["employers"])
        self.conflicts = Links(columns.lists["conflicts"])
        self.edges = {name: _edges(self.rows[name][: self.count], number) for name, number in EDGES.items()}
        self.bits = Bits(room)
        self._draw_bits(columns)

    def _fill(self, columns: Columns) -> None:
        count = self.count
        for name in COPIED:
            self.rows[name][:count] = columns.numbers[name]
        for kind, days in self.screened.items():
            days[:count] = columns.numbers[kind]
        self.rows["town"][:count] = self._towns(columns.numbers["x"], columns.numbers["y"])
        self.order[:count] = columns.order
        self.managers[:count] = columns.managers
        if count and np.any(np.diff(columns.managers) <= 0):
            raise ValueError("the managers come by key, each once")

    def _towns(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        both = x.astype(np.int64) * 2**20 + y
        known, which = np.unique(both, return_inverse=True)
        first = np.unique(both, return_index=True)[1]
        numbers = [self._town((int(x[place]), int(y[place]))) for place in first]
        return np.array(numbers, np.int16)[which] if len(known) else np.zeros(0, np.int16)

    def _town(self, place: tuple[int, int]) -> int:
        if place not in self.town_of:
            self.town_of[place] = len(self.towns)
            self.towns.append(place)
        return self.town_of[place]

    def _draw_bits(self, columns: Columns) -> None:
        for key, mask in self._masks(columns):
            self.bits.add(key, mask)
        self.bits.trim()

    def _masks(self, columns: Columns) -> Iterator[tuple[Hashable, np.ndarray]]:
        rows, numbers, marks = self.rows[: self.count], columns.numbers, Links(columns.lists["marks"])
        sectored = np.zeros(self.count, bool)
        for number, kind in self.names.marks.items():
            mask = np.zeros(self.count, bool)
            mask[marks.holders(number)] = True
            if kind == Kind.SECTOR:
                sectored |= mask
            yield ("mark", number), mask
        flags = (columns.active == 1, numbers["consents"] == 1, numbers["permanent"] == 0, sectored)
        yield from zip(YES_OR_NO, flags, strict=True)
        yield from ((("level", asked), enough[rows["level"]]) for asked, enough in zip(LEVELS, HAS_LEVEL, strict=True))
        yield from ((("days", each), rows["days"] >= each) for each in DAYS)
        for name, edges in self.edges.items():
            yield from (((name, place), rows[name] <= edge) for place, edge in enumerate(edges))
        for town in self._largest_towns():
            near = self.reached[town] = tables.between_towns(self.towns[town], tuple(self.towns))
            yield ("reach", town), near[rows["town"]] <= rows["travel"]

    @property
    def pool(self) -> int:
        """How many managers are in the pool: active ones."""
        return count_of(self.bits.table[self.bits.row_of["active"]])

    @property
    def nbytes(self) -> int:
        links = self.employers.nbytes + self.conflicts.nbytes
        arrays = (self.rows, self.order, self.managers, self.bits.table, *self.screened.values())
        return int(sum(array.nbytes for array in arrays) + links)

    def row_of(self, manager: int) -> int | None:
        place = int(np.searchsorted(self.managers[: self._first], manager))
        if place < self._first and self.managers[place] == manager:
            return place
        return self.later.get(manager)

    def put(self, columns: Columns) -> None:
        """Set what is known of some managers, new ones too."""
        for place in range(len(columns)):
            self._put_one(columns, place)

    def _put_one(self, columns: Columns, place: int) -> None:
        manager = int(columns.managers[place])
        row = self.row_of(manager)
        if row is None:
            row = self._new_row(manager)
        record, numbers = self.rows[row], {name: int(column[place]) for name, column in columns.numbers.items()}
        for name in COPIED:
            record[name] = numbers[name]
        town = self._town((numbers["x"], numbers["y"]))
        record["town"] = town
        for kind, days in self.screened.items():
            days[row] = numbers[kind]
        self.order[row] = columns.order[place]
        marks, employers, conflicts = (
            tuple(map(int, columns.lists[name].row(place))) for name in ("marks", "employers", "conflicts")
        )
        self.employers.replace(row, employers)
        self.conflicts.replace(row, conflicts)
        self.bits.put(row, [*self._bits_of(numbers, town, marks, active=int(columns.active[place]))])

    def _new_row(self, manager: int) -> int:
        row = self.count
        if row == len(self.rows):
            room = row + row // 64 + SPARE
            for name in ("rows", "order", "managers"):
                setattr(self, name, _longer(getattr(self, name), room))
            self.screened = {kind: _longer(days, room) for kind, days in self.screened.items()}
            self.bits.widen(room)
        self.count += 1
        self.managers[row] = manager
        self.later[manager] = row
        return row

    def _bits_of(self, numbers: dict[str, int], town: int, marks: tuple[int, ...], *, active: int) -> Iterable[int]:
        row_of = self.bits.row_of
        sectored = any(self.names.marks.get(mark) == Kind.SECTOR for mark in marks)
        flags = (active, numbers["consents"], not numbers["permanent"], sectored)
        yield from (row_of[key] for key, flag in zip(YES_OR_NO, flags, strict=True) if flag)
        yield from (
            row_of["level", asked] for asked, enough in zip(LEVELS, HAS_LEVEL, strict=True) if enough[numbers["level"]]
        )
        yield from (row_of["reach", each] for each, near in self._reached(town) if near <= numbers["travel"])
        yield from (row_of["days", each] for each in DAYS if numbers["days"] >= each)
        for name, edges in self.edges.items():
            first = int(np.searchsorted(edges, numbers[name]))
            yield from (row_of[name, each] for each in range(first, len(edges)))
        yield from (self._known("mark", mark) for mark in marks)

    def _reached(self, home: int) -> Iterable[tuple[int, int]]:
        for town, near in self.reached.items():
            # A town that came later stands in no table yet.
            if home < len(near):
                yield town, int(near[home])
            else:
                yield town, between(self.towns[town], self.towns[home])

    def _largest_towns(self) -> list[int]:
        """Where most managers live, clients ask for managers too. The unknown town is none of them."""
        homes = np.bincount(self.rows["town"][: self.count], minlength=1)
        return [int(town) for town in np.argsort(-homes, kind="stable")[:MOST_TOWNS] if town and homes[town]]

    def _known(self, kind: str, number: int) -> int:
        key: Hashable = (kind, number)
        if key not in self.bits.row_of:
            self.bits.add(key, np.zeros(0, bool))
        return self.bits.row_of[key]


def _longer(array: np.ndarray, room: int) -> np.ndarray:
    return np.concatenate([array, np.zeros(room - len(array), array.dtype)])


def _edges(column: np.ndarray, number: int) -> np.ndarray:
    """Rising values that cut a column in parts of about the same size; the last is above all that will ever come."""
    cuts = np.quantile(column, np.linspace(0, 1, number)[1:-1], method="nearest") if len(column) else column
    return np.unique(np.append(cuts, np.iinfo(np.int32).max)).astype(np.int64)
