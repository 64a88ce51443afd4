"""All open briefs at once: the assignment with the best total, each manager to one brief at most. Exact.

A flow of the least cost: one unit from each brief to a manager of its list, or past all of them at no gain.
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from interregnum.stages.choose.rules.portfolio import Lists


def best_of_all(lists: Lists) -> list[int]:
    """For each brief the place on its list of (manager, value) that is best for all together, -1 for nobody.

    Of several assignments with the same total one is given, always the same.
    """
    briefs = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
    flat = np.array([pair for one in lists for pair in one], np.int64).reshape(-1, 2)
    if not len(flat):
        return [-1] * len(lists)
    chosen = _flow(briefs, flat[:, 0], flat[:, 1], len(lists))
    firsts = np.searchsorted(briefs, np.arange(len(lists)))
    places = np.full(len(lists), -1)
    places[briefs[chosen]] = chosen - firsts[briefs[chosen]]
    return [int(place) for place in places]


def _flow(briefs: np.ndarray, managers: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    """The numbers of the pairs that are taken."""
    who, place = np.unique(managers, return_inverse=True)
    start, end = count + len(who), count + len(who) + 1
    every, ones, nothing = np.arange(count), np.ones(count, int), np.zeros(count, int)
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(np.full(count, start), every, ones, nothing)
    pairs = flow.add_arcs_with_capacity_and_unit_cost(briefs, count + place, np.ones(len(briefs), int), -values)
    to_end = count + np.arange(len(who))
    flow.add_arcs_with_capacity_and_unit_cost(
        to_end, np.full(len(who), end), np.ones(len(who), int), np.zeros(len(who), int)
    )
    flow.add_arcs_with_capacity_and_unit_cost(every, np.full(count, end), ones, nothing)
    flow.set_node_supply(start, count)
    flow.set_node_supply(end, -count)
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("a flow that can always be had was not found")
    return np.flatnonzero(flow.flows(pairs) > 0)
