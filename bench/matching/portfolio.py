"""A thousand open briefs at once."""

import time

import numpy as np

from interregnum.stages.choose.engine import kernel
from interregnum.stages.choose.engine.plan import plan_of
from interregnum.stages.choose.engine.snapshot import Snapshot
from interregnum.stages.choose.rules.portfolio import total_of, value_of
from matching.briefs import briefs
from matching.table import say

BRIEFS, LONG = 1000, 50
ROUNDS = 7


def portfolio(snapshot: Snapshot) -> None:
    from interregnum.stages.choose.engine import solver

    started = time.perf_counter()
    lists = [first_of(snapshot, wanted, weights) for wanted, weights in briefs(BRIEFS, seed=8)]
    each = (time.perf_counter() - started) * 1000 / BRIEFS
    say(f"lists of {LONG} for {BRIEFS:,} open briefs, one after another", f"{each:.2f} ms each", "")
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        places = solver.best_of_all(lists)
        times.append((time.perf_counter() - started) * 1000)
    took = float(np.median(times))
    say(f"best assignment of {BRIEFS:,} briefs at once", f"{took:.0f} ms", "<= 100 ms", kept=took <= 100)
    best, first_come = total_of(lists, places), total_of(lists, in_turn(lists))
    say(
        "    its value above first come, first served",
        f"{100 * (best / first_come - 1):.2f} %",
        "> 0",
        kept=best >= first_come,
    )


def first_of(snapshot, wanted, weights):  # type: ignore[no-untyped-def]
    found = kernel.best(snapshot, plan_of(snapshot, wanted, weights), LONG)
    of = sum(weights.of.values())
    return [
        (row, value_of(total, weights=of))
        for row, total in zip(found.rows.tolist(), found.totals.tolist(), strict=True)
    ]


def in_turn(lists: list[list[tuple[int, int]]]) -> list[int]:
    """Each brief takes the first of its list who is still there."""
    taken: set[int] = set()
    places = []
    for one in lists:
        place = next((place for place, (manager, _value) in enumerate(one) if manager not in taken), -1)
        taken |= {one[place][0]} if place >= 0 else set()
        places.append(place)
    return places
