"""What a snapshot is made of, and what is put into one later: the narrow rows of some managers, column by column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from interregnum.outside.chance import ALPHABET
from interregnum.people.rules.screening import REQUIRABLE
from interregnum.stages.choose.rules.numbers import Numbers

# One record of 32 bytes a manager: whoever passes the bitmaps costs one line of the processor's cache, not a dozen.
FIELDS = {
    "available": "i4", "rate": "i4", "categories": "u2", "reasons": "i2", "speed": "i2", "breakthrough": "i2",
    "steadiness": "i2", "vouched": "i2", "travel": "i2", "town": "i2", "days": "i1", "level": "i1", "referees": "i1",
    "operational": "i1", "adviser": "i1", "coach": "i1", "change": "i1",
}  # fmt: skip
ROW = np.dtype({"names": list(FIELDS), "formats": list(FIELDS.values()), "itemsize": 32})
COPIED = tuple(name for name in FIELDS if name != "town")
NUMBERS = tuple(field.name for field in fields(Numbers))
SCREENED = tuple(map(str, REQUIRABLE))
TYPES = FIELDS | {"x": "i2", "y": "i2", "permanent": "i1", "consents": "i1"} | dict.fromkeys(SCREENED, "i4")
LISTS = ("marks", "employers", "conflicts")

# Codes are compared by their first twelve signs as one number. Two of a million random codes have these in common once
# in a million pools, and then only the order of two with the same total could differ.
SIGNS, FIRST_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz", 12
_PLACE = np.zeros(128, np.int64)
_PLACE[[ord(sign) for sign in SIGNS]] = np.arange(1, len(SIGNS) + 1)
_WORTH = (len(SIGNS) + 1) ** np.arange(FIRST_SIGNS - 1, -1, -1)
assert set(ALPHABET) <= set(SIGNS)


@dataclass(frozen=True)
class Ragged:
    """Lists of different lengths, end to end: the list of row n is `flat[ends[n] : ends[n + 1]]`."""

    flat: np.ndarray
    ends: np.ndarray

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> "Ragged":
        ends = np.zeros(len(lists) + 1, np.int32)
        np.cumsum([len(one) for one in lists], out=ends[1:])
        return cls(np.array([number for one in lists for number in one], np.int32), ends)

    @classmethod
    def written(cls, texts: Sequence[str]) -> "Ragged":
        """From lists as they stand in the narrow table: " 3  17 "."""
        ends = np.zeros(len(texts) + 1, np.int32)
        np.cumsum([text.count(" ") // 2 for text in texts], out=ends[1:])
        flat = np.fromstring("".join(texts), np.int32, sep=" ") if ends[-1] else np.zeros(0, np.int32)
        return cls(flat, ends)

    @classmethod
    def joined(cls, parts: Sequence["Ragged"]) -> "Ragged":
        lengths = np.concatenate([[0], *(np.diff(part.ends) for part in parts)])
        return cls(np.concatenate([part.flat for part in parts]), np.cumsum(lengths).astype(np.int32))

    def row(self, number: int) -> np.ndarray:
        return self.flat[self.ends[number] : self.ends[number + 1]]


@dataclass(frozen=True)
class Columns:
    """`managers` are keys, `order` the codes as numbers, `active` says who is in the pool, `numbers` maps a name of
    `Numbers` to its column, `lists` a name of LISTS to numbers of the dictionary."""

    managers: np.ndarray
    order: np.ndarray
    active: np.ndarray
    numbers: Mapping[str, np.ndarray]
    lists: Mapping[str, Ragged]

    def __len__(self) -> int:
        return len(self.managers)


def orders_of(codes: Sequence[str]) -> np.ndarray:
    """Numbers that sort as the codes do.

    >>> [int(each) for each in np.argsort(orders_of(["b", "abd", "abc"]))]
    [2, 1, 0]
    """
    signs = np.array(codes, f"U{FIRST_SIGNS}").view(np.uint32).reshape(-1, FIRST_SIGNS)
    return np.asarray(_PLACE[np.minimum(signs, len(_PLACE) - 1)] @ _WORTH, np.int64)


def written(numbers: Sequence[int]) -> str:
    """A list for the narrow table, each number between spaces of its own, so that SQL can find and count " 17 "."""
    return "".join(f" {number} " for number in numbers)


def columns_of(rows: Sequence[tuple[Any, ...]]) -> Columns:
    """From rows of the narrow table: manager, code, active, the numbers, the lists."""
    width = 3 + len(NUMBERS) + len(LISTS)
    managers, codes, active, *rest = zip(*rows, strict=True) if rows else [()] * width
    return Columns(
        np.array(managers, np.int64),
        orders_of(codes),
        np.array(active, np.int8),
        {name: np.array(column, TYPES[name]) for name, column in zip(NUMBERS, rest, strict=False)},
        {name: Ragged.written(column) for name, column in zip(LISTS, rest[len(NUMBERS) :], strict=True)},
    )


def joined(parts: Sequence[Columns]) -> Columns:
    """Columns that were read in parts, as one."""
    if not parts:
        return columns_of(())
    return Columns(
        np.concatenate([part.managers for part in parts]),
        np.concatenate([part.order for part in parts]),
        np.concatenate([part.active for part in parts]),
        {name: np.concatenate([part.numbers[name] for part in parts]) for name in NUMBERS},
        {name: Ragged.joined([part.lists[name] for part in parts]) for name in LISTS},
    )
