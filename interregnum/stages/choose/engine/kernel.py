"""One fused loop, compiled: bitmaps are combined in pieces that stay in the cache, and whoever is left gets points.

The formulas are those of the twin beside it, looked up in the same tables of the rules.
"""

from datetime import date

import numpy as np
from numba import njit

from interregnum.kernel.lists import Category, Level
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.engine import tables
from interregnum.stages.choose.engine.columns import columns_of
from interregnum.stages.choose.engine.names import Names
from interregnum.stages.choose.engine.plan import CODES, Plan, plan_of
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.engine.twin import PROJECT, Best
from interregnum.stages.choose.rules.numbers import IN_THREE
from interregnum.stages.choose.rules.values import Wanted, Weights

# 512 words of 8 bytes: 4 kB of each bitmap at a time.
PIECE = 512
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
    found = np.zeros(limit, np.int64), np.zeros(limit, np.int64), np.zeros((limit, CRITERIA), np.int64)
    count, seen = _best(
        snapshot.bits.table, snapshot.rows, snapshot.order, plan.must, plan.groups, plan.ends, plan.past, plan.conflict,
        plan.limits, plan.near, plan.disciplines, plan.sector, plan.ties, plan.weights, plan.roles, plan.reasons,
        plan.category, plan.tables, plan.weighed, *found,
    )  # fmt: skip
    return Best(found[0][:count], found[1][:count], found[2][:count], seen)


@njit(cache=True, nogil=True, inline="always")
def _combine(table, must, groups, ends, barred, start, size, left, any_of):  # type: ignore[no-untyped-def]
    """What is left of one piece of the bitmaps."""
    for place in range(size):
        left[place] = table[must[0], start + place] & ~barred[start + place]
    for row in must[1:]:
        for place in range(size):
            left[place] &= table[row, start + place]
    for group in range(len(ends) - 1):
        any_of[:size] = 0
        for row in groups[ends[group] : ends[group + 1]]:
            for place in range(size):
                any_of[place] |= table[row, start + place]
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
def _places(table, row, manager, limits, disciplines, sector, ties, roles, reasons, category):  # type: ignore[no-untyped-def]
    """Where one manager stands in the table of each criterion, in the order of CODES."""
    steps, cases = np.int64(0), np.int64(0)
    for place in reasons:
        count = (np.int64(row.reasons) >> place) & IN_THREE
        steps += WORTH_STEPS[count]
        cases += count
    kept = np.int64(row.categories)
    projects = kept >> PROJECT
    own = projects if category[0] == PROJECT else (kept >> category[0]) & IN_THREE
    shared = np.int64(0)
    for each in disciplines:
        shared += _has(table, each, manager)
    at_home = _has(table, sector[0], manager)
    return (
        max(np.int64(row.available) - limits[0], 0),
        steps * CONFIRMED + min(np.int64(row.referees), cases),
        own + (projects >> 1) * category[1],
        np.int64(row.level),
        shared,
        at_home + (at_home | _has(table, sector[1], manager)),
        abs(np.int64(row.operational) - roles[0])
        + abs(np.int64(row.adviser) - roles[1])
        + abs(np.int64(row.coach) - roles[2])
        + abs(np.int64(row.change) - roles[3]),
        np.int64(row.speed),
        np.int64(ties[manager]) if len(ties) else np.int64(0),
        np.int64(row.breakthrough),
        np.int64(row.days),
    )


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
def _best(  # type: ignore[no-untyped-def]  # noqa: C901 - one loop, and every call in it would cost
    table, rows, order, must, groups, ends, past, conflict, limits, near, disciplines, sector, ties, weights, roles,
    reasons, category, worth, weighed, managers, totals, points,
):  # fmt: skip
    words, limit = table.shape[1], len(managers)
    barred = np.zeros(words, np.uint64)
    for them in (past, conflict):
        for manager in them:
            barred[manager >> 6] |= np.uint64(1) << np.uint64(manager & 63)
    left, any_of = np.empty(PIECE, np.uint64), np.empty(PIECE, np.uint64)
    found, seen = 0, 0
    for start in range(0, words, PIECE):
        size = min(PIECE, words - start)
        _combine(table, must, groups, ends, barred, start, size, left, any_of)
        for place in range(size):
            word = left[place]
            while word:
                manager = ((start + place) << 6) + _lowest(word)
                word &= word - np.uint64(1)
                row = rows[manager]
                if row.available > limits[1] or row.rate > limits[2]:
                    continue
                if near[row.town] > min(np.int64(row.travel), limits[3]):
                    continue
                seen += 1
                if not limit:
                    continue
                at = _places(table, row, manager, limits, disciplines, sector, ties, roles, reasons, category)
                total = (
                    weighed[0][at[0]] + weighed[1][at[1]] + weighed[2][at[2]] + weighed[3][at[3]] + weighed[4][at[4]]
                    + weighed[5][at[5]] + weighed[6][at[6]] + weights[7] * at[7] + weighed[8][at[8]]
                    + weights[9] * at[9] + weighed[10][at[10]]
                )  # fmt: skip
                found = _insert(found, limit, total, manager, order, managers, totals)
    for place in range(found):
        manager = managers[place]
        at = _places(table, rows[manager], manager, limits, disciplines, sector, ties, roles, reasons, category)
        for criterion in range(CRITERIA):
            points[place, criterion] = worth[criterion][at[criterion]] if len(worth[criterion]) else at[criterion]
    return found, seen


def try_out() -> None:
    """Answer once, so that what is compiled is in memory, and in the cache on disk."""
    snapshot = Snapshot(columns_of(()), Names())
    best(snapshot, plan_of(snapshot, ANYTHING, Weights(dict.fromkeys(CODES, 1))), 1)
