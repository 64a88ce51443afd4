"""All open briefs at once: as good as it can be, and what it costs whom."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.choose.rules.portfolio import assign, cost_to_others, shares, total_of, value_of

ONE_LIST = st.dictionaries(st.integers(1, 5), st.integers(1, 9), max_size=4).map(
    lambda values: sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
)
LISTS = st.lists(ONE_LIST, max_size=5)


def best_by_trying(lists):
    best = 0
    for places in product(*([-1, *range(len(one))] for one in lists)):
        taken = [one[place][0] for one, place in zip(lists, places, strict=True) if place >= 0]
        if len(taken) == len(set(taken)):
            best = max(best, total_of(lists, places))
    return best


@given(LISTS)
@settings(max_examples=150, deadline=None)
def test_no_other_assignment_is_worth_more(lists):
    places = assign(lists)
    taken = [one[place][0] for one, place in zip(lists, places, strict=True) if place >= 0]
    assert len(taken) == len(set(taken))
    assert total_of(lists, places) == best_by_trying(lists)


def test_two_briefs_want_the_same_manager():
    """The second loses least by taking another one, so the first gets the manager whom both want."""
    lists = [[(7, 900), (8, 200)], [(7, 950), (9, 900)]]
    places = assign(lists)
    assert places == [0, 1]
    first, second = shares(lists, places)
    assert (first.place, first.less, first.instead) == (0, 0, ())
    assert (second.place, second.less, second.instead) == (1, 50, (0,))
    assert cost_to_others(lists, places, 0, solve=assign) == 50
    assert cost_to_others(lists, places, 1, solve=assign) == 0


def test_a_brief_for_which_nobody_is_left_costs_nobody_anything():
    lists = [[(7, 900)], [(7, 500)], []]
    places = assign(lists)
    assert places == [0, -1, -1]
    assert [share.instead for share in shares(lists, places)] == [(), (0,), ()]
    assert [cost_to_others(lists, places, brief, solve=assign) for brief in range(3)] == [500, 0, 0]


def test_briefs_with_other_weights_compare():
    assert value_of(50_000, weights=100) == value_of(25_000, weights=50) == 500_000


@pytest.mark.drill
@given(LISTS)
@settings(max_examples=100, deadline=None)
def test_the_solver_is_as_good_as_the_rule(lists):
    from interregnum.stages.choose.engine.solver import best_of_all

    places = best_of_all(lists)
    taken = [one[place][0] for one, place in zip(lists, places, strict=True) if place >= 0]
    assert len(taken) == len(set(taken))
    assert total_of(lists, places) == total_of(lists, assign(lists))
