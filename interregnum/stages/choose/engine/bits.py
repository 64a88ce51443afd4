"""One bit a manager for each thing that can be asked with yes or no: 125 kB for a million of them."""

from collections.abc import Hashable, Sequence

import numpy as np

WORD = 64
SPARE_ROWS = 8


def words_for(managers: int) -> int:
    return (managers + WORD - 1) // WORD


def packed_bits(mask: np.ndarray, words: int) -> np.ndarray:
    """A mask of true and false as words of 64 bits, the first manager in the lowest bit."""
    packed = np.zeros(words * 8, np.uint8)
    found = np.packbits(mask, bitorder="little")
    packed[: len(found)] = found
    return packed.view(np.uint64)


def rows_in(words: np.ndarray) -> np.ndarray:
    """The numbers of the bits that are set, upwards; only words that hold any are looked into."""
    filled = np.flatnonzero(words)
    bits = np.unpackbits(words[filled].view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    which, bit = np.nonzero(bits)
    return filled[which] * WORD + bit


def count_of(words: np.ndarray) -> int:
    return int(np.bitwise_count(words).sum())


class Bits:
    """Rows of bits with a key each; the first row is empty and stands for what nobody has."""

    def __init__(self, managers: int) -> None:
        self.row_of: dict[Hashable, int] = {"nobody": 0}
        self.table = np.zeros((1, words_for(managers)), np.uint64)

    def add(self, key: Hashable, mask: np.ndarray) -> None:
        """One more row; the table grows by half when it is full."""
        place, words = len(self.row_of), self.table.shape[1]
        if place == len(self.table):
            self.table = np.vstack([self.table, np.zeros((place // 2 + SPARE_ROWS, words), np.uint64)])
        self.row_of[key] = place
        self.table[place] = packed_bits(mask, words)

    def trim(self) -> None:
        """Give back the rows that nothing was put in, but a few."""
        self.table = self.table[: len(self.row_of) + SPARE_ROWS].copy()

    def widen(self, managers: int) -> None:
        """Make room for more managers."""
        more = words_for(managers) - self.table.shape[1]
        if more > 0:
            self.table = np.ascontiguousarray(np.pad(self.table, ((0, 0), (0, more))))

    def put(self, manager: int, rows: Sequence[int]) -> None:
        """Set exactly these bits of one manager."""
        column = self.table[:, manager // WORD]
        bit = np.uint64(1 << manager % WORD)
        column &= ~bit
        column[rows] |= bit

    def row(self, key: Hashable) -> int:
        """The empty row for a key that nobody has."""
        return self.row_of.get(key, 0)
