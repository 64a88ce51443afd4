"""What others than the manager and the shadow manager may know of commitment: groups of five people or more.

Groups that the manager notes as a whole and that are large enough are counted by level. Persons, and groups too
small, are taken together by circle; circles too small are merged, and what was merged once stays merged. Of such a
block no level stands by itself with fewer than `floor` people in it: neighbouring levels are told together. A block
is told anew only when at least `floor` people in it moved or joined, so that no difference tells of one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Whatever value a firm chooses: never fewer than this (5.2 of the field: results from five people on).
LEAST = 5


@dataclass(frozen=True)
class Band:
    """So many people at the levels from `first` to `last` (places in the list of levels)."""

    first: int
    last: int
    people: int


def bands_of(counts: Sequence[int], *, floor: int) -> tuple[Band, ...]:
    """Levels from the lowest on, taken together until each band holds enough; one band says how many and no more.

    >>> bands_of((0, 12, 9, 0), floor=5)
    (Band(first=0, last=1, people=12), Band(first=2, last=3, people=9))
    """
    found: list[Band] = []
    first = people = 0
    for place, count in enumerate(counts):
        people += count
        if people >= floor:
            found.append(Band(first, place, people))
            first, people = place + 1, 0
    if first < len(counts):
        # What is left is too few: it joins the band below it.
        below = found.pop() if found else Band(first, first, 0)
        found.append(Band(below.first, len(counts) - 1, below.people + people))
    return tuple(found)


def blocks_of[C: str](
    people: Mapping[C, int], *, floor: int, merged: Sequence[frozenset[C]] = ()
) -> tuple[frozenset[C], ...]:
    """Circles as they are told: those with too few people together, and with the smallest other one if need be."""
    blocks = [frozenset(block) for block in merged]
    blocks += [frozenset({circle}) for circle in people if not any(circle in block for block in blocks)]

    def size(block: frozenset[C]) -> tuple[int, str]:
        return sum(people.get(circle, 0) for circle in block), min(block)

    blocks.sort(key=size)
    small = [block for block in blocks if size(block)[0] < floor]
    large = blocks[len(small) :]
    if not small:
        return tuple(large)
    pool = frozenset[C]().union(*small)
    if size(pool)[0] < floor and large:
        pool |= large.pop(0)
    return (*large, pool) if size(pool)[0] >= floor else ()


def is_told_anew(changed: int, *, known_before: bool, floor: int) -> bool:
    """`changed` is the number of people that moved or joined since the block was told; the first time all are new."""
    return changed >= floor or not known_before
