"""Which managers are linked with which organisations, both ways, and changed in place."""

import numpy as np

from interregnum.stages.choose.engine.columns import Ragged

GONE = -1


class Links:
    """Rows of a snapshot on one side, numbers of the dictionary on the other.

    What was there at the beginning stands in two flat arrays; what changed since stands in two small dictionaries, and
    its places in the array of holders are struck out.
    """

    def __init__(self, lists: Ragged) -> None:
        self.lists = lists
        by_name = np.argsort(lists.flat, kind="stable")
        rows = np.repeat(np.arange(len(lists.ends) - 1, dtype=np.int32), np.diff(lists.ends))
        self.rows = rows[by_name]
        highest = int(lists.flat.max(initial=-1))
        self.ends = np.searchsorted(lists.flat[by_name], np.arange(highest + 2)).astype(np.int32)
        self.now: dict[int, tuple[int, ...]] = {}
        self.since: dict[int, list[int]] = {}

    def names(self, row: int) -> tuple[int, ...]:
        """What a row is linked with, in no order."""
        if row in self.now:
            return self.now[row]
        if row >= len(self.lists.ends) - 1:
            return ()
        return tuple(map(int, self.lists.row(row)))

    def holders(self, name: int) -> np.ndarray:
        """The rows linked with a name; a row that is linked twice comes twice."""
        found = self.rows[:0]
        if name < len(self.ends) - 1:
            found = self.rows[self.ends[name] : self.ends[name + 1]]
            if self.now:
                found = found[found != GONE]
        since = self.since.get(name)
        return np.concatenate([found, np.array(since, np.int32)]) if since else found

    def of_all(self, names: list[int]) -> np.ndarray:
        """The rows linked with any of the names, one after the other."""
        if not names:
            return self.rows[:0]
        return np.concatenate([self.holders(name) for name in names])

    def replace(self, row: int, names: tuple[int, ...]) -> None:
        if names == self.names(row):
            return
        for name in self.names(row):
            self._strike(name, row)
        self.now[row] = names
        for name in names:
            self.since.setdefault(name, []).append(row)

    def _strike(self, name: int, row: int) -> None:
        later = self.since.get(name, [])
        if row in later:
            later.remove(row)
            return
        places = self.rows[self.ends[name] : self.ends[name + 1]]
        places[np.flatnonzero(places == row)[0]] = GONE

    @property
    def nbytes(self) -> int:
        return int(self.lists.flat.nbytes + self.lists.ends.nbytes + self.rows.nbytes + self.ends.nbytes)
