"""The same lists with NumPy alone: the oracle beside the compiled loop, and what answers where that is not there."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from interregnum.stages.choose.engine import tables
from interregnum.stages.choose.engine.bits import packed_bits, rows_in
from interregnum.stages.choose.engine.plan import Plan
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.rules.numbers import BITS, CATEGORIES, IN_THREE

PROJECT = BITS * (len(CATEGORIES) - 1)


class Best(NamedTuple):
    """The best rows, best first, with total and points in the order of CODES; `seen` passed all hard constraints."""

    rows: np.ndarray
    totals: np.ndarray
    points: np.ndarray
    seen: int


def best(snapshot: Snapshot, plan: Plan, limit: int) -> Best:
    rows = passing(snapshot, plan)
    points = points_of(snapshot, plan, rows)
    totals = points @ plan.weights
    first = _first(totals, snapshot.order[rows], limit)
    return Best(rows[first], totals[first], points[first], len(rows))


def passing(snapshot: Snapshot, plan: Plan) -> np.ndarray:
    """The rows that pass every hard constraint."""
    table = snapshot.bits.table
    left = table[plan.must[0]].copy()
    for row in plan.must[1:]:
        left &= table[row]
    for start, end in zip(plan.ends, plan.ends[1:], strict=False):
        left &= np.bitwise_or.reduce(table[plan.groups[start:end]], axis=0)
    for barred in (plan.past, plan.conflict):
        left &= ~mask_of(snapshot, barred)
    if len(plan.unscreened):
        left &= ~plan.unscreened
    rows = rows_in(left)
    rows = rows[snapshot.rows["available"][rows] <= plan.limits[1]]
    rows = rows[snapshot.rows["rate"][rows] <= plan.limits[2]]
    return near_enough(snapshot, plan, rows)


def mask_of(snapshot: Snapshot, rows: np.ndarray) -> np.ndarray:
    """Some managers as a bitmap."""
    mask = np.zeros(len(snapshot.rows), bool)
    mask[rows] = True
    return packed_bits(mask, snapshot.bits.table.shape[1])


def near_enough(snapshot: Snapshot, plan: Plan, rows: np.ndarray) -> np.ndarray:
    distance = plan.near[snapshot.rows["town"][rows]]
    near: np.ndarray = rows[distance <= np.minimum(snapshot.rows["travel"][rows], plan.limits[3])]
    return near


def points_of(snapshot: Snapshot, plan: Plan, rows: np.ndarray) -> np.ndarray:
    """Points of each row, a column for each criterion."""
    record = snapshot.rows[rows]
    at_home, anywhere = (_has(snapshot, row, rows) for row in plan.sector)
    places = (
        np.maximum(record["available"] - plan.limits[0], 0),
        _issue(record, plan),
        _cases(record, plan),
        record["level"],
        _sum(len(rows), [_has(snapshot, row, rows) for row in plan.disciplines]),
        at_home + (at_home | anywhere),
        _distance(record, plan),
        record["speed"],
        plan.ties[rows] if len(plan.ties) else np.zeros(len(rows), np.int64),
        record["breakthrough"],
        record["days"],
        _sum(len(rows), [_has(snapshot, row, rows) for row in plan.concepts]),
        record["steadiness"],
        record["vouched"],
    )
    found = [table[place] if len(table) else place for table, place in zip(plan.tables, places, strict=True)]
    return np.stack(found, axis=1).astype(np.int64)


def _has(snapshot: Snapshot, row: int, managers: np.ndarray) -> np.ndarray:
    words = snapshot.bits.table[row][managers // 64]
    return np.asarray((words >> (managers % 64).astype(np.uint64)) & np.uint64(1), np.int64)


def _issue(record: np.ndarray, plan: Plan) -> np.ndarray:
    cases = [(record["reasons"].astype(np.int64) >> place) & IN_THREE for place in plan.reasons]
    together = _sum(len(record), cases)
    steps = _sum(len(record), [tables.WORTH_STEPS[each] for each in cases])
    return np.asarray(steps * tables.CONFIRMED + np.minimum(record["referees"], together))


def _cases(record: np.ndarray, plan: Plan) -> np.ndarray:
    place, beside = plan.category
    kept = record["categories"].astype(np.int64)
    projects = kept >> PROJECT
    cases = projects if place == PROJECT else (kept >> place) & IN_THREE
    return np.asarray(cases + projects // 2 * beside)


def _distance(record: np.ndarray, plan: Plan) -> np.ndarray:
    roles = ("operational", "adviser", "coach", "change")
    return _sum(len(record), [np.abs(record[role] - wanted) for role, wanted in zip(roles, plan.roles, strict=True)])


def _sum(length: int, parts: Sequence[np.ndarray]) -> np.ndarray:
    """Row by row; nought for each row when there is nothing to add."""
    return sum(parts, np.zeros(length, np.int64))


def _first(totals: np.ndarray, order: np.ndarray, limit: int) -> np.ndarray:
    """The highest totals; of equal ones the first code."""
    if len(totals) > limit:
        least = np.partition(totals, len(totals) - limit)[len(totals) - limit] if limit else np.iinfo(np.int64).max
        maybe = np.flatnonzero(totals >= least)
    else:
        maybe = np.arange(len(totals))
    return maybe[np.lexsort((order[maybe], -totals[maybe]))[:limit]]
