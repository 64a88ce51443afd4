"""Who is stopped by which hard constraint, and how many are left: from the bitmaps, exact, in the rules' order."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from interregnum.stages.choose.engine.bits import count_of, rows_in
from interregnum.stages.choose.engine.plan import Plan
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.engine.twin import mask_of, near_enough
from interregnum.stages.choose.rules.values import Wanted


@dataclass(frozen=True)
class Stopped:
    """`count` stop at this constraint, `left` are left after it; `first` are the keys of the first of them by code."""

    constraint: str
    count: int
    left: int
    first: tuple[int, ...]


def funnel(snapshot: Snapshot, plan: Plan, wanted: Wanted, *, names: int) -> tuple[Stopped, ...]:
    """Each constraint in order, with at most so many of those whom it is the first to stop."""
    before = snapshot.bits.table[snapshot.bits.row("active")]
    steps = []
    for constraint, left in _left(snapshot, plan, wanted, before):
        stopped = before & ~left
        steps.append(Stopped(constraint, count_of(stopped), count_of(left), _first(snapshot, stopped, names)))
        before = left
    return tuple(steps)


def _left(snapshot: Snapshot, plan: Plan, wanted: Wanted, left: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    table, row = snapshot.bits.table, snapshot.bits.row
    yield "choose.no_consent", (left := left & table[row("consents")])
    yield "choose.starts_too_late", (left := _within(snapshot, left, "available", int(plan.limits[1])))
    yield "choose.too_few_days", (left := left & table[row(("days", wanted.days_a_week))])
    yield "choose.above_ceiling", (left := _within(snapshot, left, "rate", int(plan.limits[2])))
    if len(plan.unscreened):
        left = left & ~plan.unscreened
    yield "choose.screening_impossible", left
    for language in plan.languages:
        left = left & table[language]
    yield "choose.language_missing", left
    if plan.asks_disciplines:
        left = left & np.bitwise_or.reduce(table[plan.disciplines], axis=0)
    yield "choose.discipline_missing", left
    yield "choose.level_too_low", (left := left & table[row(("level", wanted.level))])
    yield "choose.past_with_client", (left := left & ~mask_of(snapshot, plan.past))
    yield "choose.conflict_declared", (left := left & ~mask_of(snapshot, plan.conflict))
    yield "choose.wants_to_be_hired", (left := left & table[row("free")])
    yield "choose.too_far", mask_of(snapshot, near_enough(snapshot, plan, rows_in(left)))


def _within(snapshot: Snapshot, left: np.ndarray, name: str, limit: int) -> np.ndarray:
    """Those up to a limit: the bitmap of the edge above it, less those between its two edges who are over it."""
    table, row, edges = snapshot.bits.table, snapshot.bits.row, snapshot.edges[name]
    place = int(np.searchsorted(edges, limit))
    upper = left & table[row((name, place))]
    sure = table[row((name, place - 1))] if place else np.zeros_like(left)
    doubtful = rows_in(upper & ~sure)
    return np.asarray(upper & ~mask_of(snapshot, doubtful[snapshot.rows[name][doubtful] > limit]))


def _first(snapshot: Snapshot, stopped: np.ndarray, names: int) -> tuple[int, ...]:
    rows = rows_in(stopped) if names else np.zeros(0, np.int64)
    if len(rows) > names:
        rows = rows[np.argpartition(snapshot.order[rows], names)[:names]]
    rows = rows[np.argsort(snapshot.order[rows])]
    return tuple(map(int, snapshot.managers[rows]))
