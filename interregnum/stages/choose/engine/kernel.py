"""One fused loop, compiled: bitmaps are combined in pieces that stay in the cache, and whoever is left gets points.

The formulas are those of the twin beside it, looked up in the same tables of the rules.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
from numba import njit
from numpy.typing import NDArray

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.engine import tables
from interregnum.stages.choose.engine.columns import columns_of
from interregnum.stages.choose.engine.names import Names
from interregnum.stages.choose.engine.plan import CODES, Plan, plan_of
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.engine.twin import PROJECT, Best
from interregnum.stages.choose.rules.numbers import IN_THREE
from interregnum.stages.choose.rules.values import FULL, Wanted, Weights

# 128 words of 8 bytes: a kilobyte of each bitmap at a time, and the records of whoever it leaves stay near.
PIECE = 128
# A large table is gone through in two halves at once, one of them by this thread of its own: smaller ones are done
# before it would have woken up.
WORTH_HALVING, HALVES = 4096, min(2, os.cpu_count() or 1)
_beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="half")
CRITERIA = len(CODES)
ANYTHING = Wanted(
    category=Category.CHANGE,
    level=Level.SENIOR,
    role_mix=RoleMix(25, 25, 25, 25),
    starts_on=date(2026, 1, 5),
    days_a_week=3,
    client_name="",
)
WORTH_STEPS, CONFIRMED = tables.WORTH_STEPS, tables.CONFIRMED


def best(snapshot: Snapshot, plan: Plan, limit: int) -> Best:
    table, rows = snapshot.bits.table, snapshot.rows
    judged = (
        plan.limits,
        plan.disciplines,
        plan.concepts,
        plan.sector,
        plan.ties,
        plan.roles,
        plan.reasons,
        plan.category,
    )

    def among(first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
        managers, totals = np.zeros(limit, np.int64), np.zeros(limit, np.int64)
        count, seen = _best(
            table, rows, snapshot.order, plan.must, plan.groups, plan.ends, plan.past, plan.conflict, plan.unscreened,
            plan.near, *judged, plan.weights, plan.book, plan.starts, first, last, managers, totals,
        )  # fmt: skip
        return managers[:count], totals[:count], seen

    words = table.shape[1]
    half = words // HALVES if words >= WORTH_HALVING else words
    other = _beside.submit(among, half, words) if half < words else None
    managers, totals, seen = among(0, half)
    if other:
        more_managers, more_totals, more_seen = other.result()
        managers, totals = np.concatenate((managers, more_managers)), np.concatenate((totals, more_totals))
        first = np.lexsort((snapshot.order[managers], -totals))[:limit]
        managers, totals, seen = managers[first], totals[first], seen + more_seen
    points = np.zeros((len(managers), CRITERIA), np.int64)
    _tell(table, rows, *judged, plan.tables, managers, points)
    return Best(managers, totals, points, seen)


@njit(cache=True, nogil=True, inline="always")
def _bar(barred, managers):  # type: ignore[no-untyped-def]
    for manager in managers:
        barred[manager >> 6] |= np.uint64(1) << np.uint64(manager & 63)


@njit(cache=True, nogil=True, inline="always")
def _combine(table, must, groups, ends, barred, start, size, left, any_of):  # type: ignore[no-untyped-def]
    """What is left of one piece of the bitmaps."""
    first, without = table[must[0], start : start + size], barred[start : start + size]
    for place in range(size):
        left[place] = first[place] & ~without[place]
    for row in must[1:]:
        bits = table[row, start : start + size]
        for place in range(size):
            left[place] &= bits[place]
    for group in range(len(ends) - 1):
        any_of[:size] = 0
        for row in groups[ends[group] : ends[group + 1]]:
            bits = table[row, start : start + size]
            for place in range(size):
                any_of[place] |= bits[place]
        for place in range(size):
            left[place] &= any_of[place]


@njit(cache=True, nogil=True, inline="always")
def _lowest(word):  # type: ignore[no-untyped-def]
    """The place of the lowest bit that is set: the number of bits below it."""
    below = (word & (~word + np.uint64(1))) - np.uint64(1)
    below -= (below >> np.uint64(1)) & np.uint64(0x5555555555555555)
    below = (below & np.uint64(0x3333333333333333)) + ((below >> np.uint64(2)) & np.uint64(0x3333333333333333))
    below = (below + (below >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((below * np.uint64(0x0101010101010101)) >> np.uint64(56))


@njit(cache=True, nogil=True, inline="always")
def _has(table, row, manager):  # type: ignore[no-untyped-def]
    return np.int64((table[row, manager >> 6] >> np.uint64(manager & 63)) & np.uint64(1))


@njit(cache=True, nogil=True, inline="always")
def _passes(row, near, limits):  # type: ignore[no-untyped-def]
    """1 or 0: what falls between two edges, and how far it is, is looked at one by one."""
    is_near = near[row.town] <= min(np.int64(row.travel), limits[3])
    return np.int64((row.available <= limits[1]) & (row.rate <= limits[2]) & is_near)


@njit(cache=True, nogil=True, inline="always")
def _in_record(row, manager, limits, ties, roles, reasons, category):  # type: ignore[no-untyped-def]
    """Where one manager stands in the tables of the criteria that his or her record tells: 0 to 3, 6 to 10, 12, 13."""
    steps, cases = np.int64(0), np.int64(0)
    for each in range(len(reasons)):
        count = (np.int64(row.reasons) >> reasons[each]) & IN_THREE
        steps += WORTH_STEPS[count]
        cases += count
    kept = np.int64(row.categories)
    projects = kept >> PROJECT
    own = projects if category[0] == PROJECT else (kept >> category[0]) & IN_THREE
    return (
        max(np.int64(row.available) - limits[0], 0),
        steps * CONFIRMED + min(np.int64(row.referees), cases),
        own + (projects >> 1) * category[1],
        np.int64(row.level),
        abs(np.int64(row.operational) - roles[0])
        + abs(np.int64(row.adviser) - roles[1])
        + abs(np.int64(row.coach) - roles[2])
        + abs(np.int64(row.change) - roles[3]),
        np.int64(row.speed),
        np.int64(ties[manager]) if len(ties) else np.int64(0),
        np.int64(row.breakthrough),
        np.int64(row.days),
        np.int64(row.steadiness),
        np.int64(row.vouched),
    )


@njit(cache=True, nogil=True, inline="always")
def _in_bits(table, manager, disciplines, sector, concepts):  # type: ignore[no-untyped-def]
    """The same for the criteria that bitmaps tell: 4, 5 and 11."""
    shared, subjects = np.int64(0), np.int64(0)
    for each in range(len(disciplines)):
        shared += _has(table, disciplines[each], manager)
    for each in range(len(concepts)):
        subjects += _has(table, concepts[each], manager)
    at_home = _has(table, sector[0], manager)
    return shared, at_home + (at_home | _has(table, sector[1], manager)), subjects


@njit(cache=True, nogil=True, inline="always")
def _insert(found, limit, total, manager, order, managers, totals):  # type: ignore[no-untyped-def]
    """Put somebody among the best so far, when he or she belongs there; returns how many there are now."""
    if found == limit:
        last = found - 1
        if total < totals[last] or (total == totals[last] and order[manager] > order[managers[last]]):
            return found
        found -= 1
    place = found
    while place and (
        total > totals[place - 1] or (total == totals[place - 1] and order[manager] < order[managers[place - 1]])
    ):
        totals[place], managers[place] = totals[place - 1], managers[place - 1]
        place -= 1
    totals[place], managers[place] = total, manager
    return found + 1


@njit(cache=True, nogil=True)
def _best(  # type: ignore[no-untyped-def]
    table, rows, order, must, groups, ends, past, conflict, unscreened, near, limits, disciplines, concepts, sector,
    ties, roles, reasons, category, weights, book, starts, first, last, managers, totals,
):  # fmt: skip
    """Goes through the words of the bitmaps from `first` until `last`."""
    words, limit = table.shape[1], len(managers)
    barred = unscreened.copy() if len(unscreened) else np.zeros(words, np.uint64)
    _bar(barred, past)
    _bar(barred, conflict)
    left, any_of = np.empty(PIECE, np.uint64), np.empty(PIECE, np.uint64)
    here = np.empty(PIECE * 64, np.int32)
    found, seen, most = 0, 0, FULL * (weights[4] + weights[5] + weights[11])
    for start in range(first, last, PIECE):
        size = min(PIECE, last - start)
        _combine(table, must, groups, ends, barred, start, size, left, any_of)
        # A short loop first: what it reads of one manager is on its way while it looks at the next.
        count = 0
        for place in range(size):
            word = left[place]
            while word:
                here[count] = ((start + place) << 6) + _lowest(word)
                count += _passes(rows[here[count]], near, limits)
                word &= word - np.uint64(1)
        seen += count
        for place in range(count if limit else 0):
            manager = np.int64(here[place])
            at = _in_record(rows[manager], manager, limits, ties, roles, reasons, category)
            total = (
                book[starts[0] + at[0]] + book[starts[1] + at[1]] + book[starts[2] + at[2]]
                + book[starts[3] + at[3]] + book[starts[6] + at[4]] + weights[7] * at[5] + book[starts[8] + at[6]]
                + weights[9] * at[7] + book[starts[10] + at[8]] + weights[12] * at[9] + weights[13] * at[10]
            )  # fmt: skip
            # Whoever would not be among the best with all points of the rest needs no look at the bitmaps.
            if found == limit and total + most < totals[limit - 1]:
                continue
            bits = _in_bits(table, manager, disciplines, sector, concepts)
            total += book[starts[4] + bits[0]] + book[starts[5] + bits[1]] + book[starts[11] + bits[2]]
            found = _insert(found, limit, total, manager, order, managers, totals)
    return found, seen


@njit(cache=True, nogil=True)
def _tell(  # type: ignore[no-untyped-def]
    table, rows, limits, disciplines, concepts, sector, ties, roles, reasons, category, worth, managers, points
):
    """The points of those who were found, criterion by criterion."""
    for place in range(len(managers)):
        manager = managers[place]
        at = _in_record(rows[manager], manager, limits, ties, roles, reasons, category)
        bits = _in_bits(table, manager, disciplines, sector, concepts)
        every = (*at[:4], bits[0], bits[1], *at[4:9], bits[2], at[9], at[10])
        for criterion in range(CRITERIA):
            points[place, criterion] = worth[criterion][every[criterion]] if len(worth[criterion]) else every[criterion]


def try_out() -> None:
    """Answer once, so that what is compiled is in memory, and in the cache on disk."""
    snapshot = Snapshot(columns_of(()), Names())
    best(snapshot, plan_of(snapshot, ANYTHING, Weights(dict.fromkeys(CODES, 1))), 1)
