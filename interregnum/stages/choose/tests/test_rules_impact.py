"""Whether groups are selected alike, and when nothing can be said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.stages.choose.rules.impact import Compared, Group, Verdict, compare, interval

counts = st.integers(0, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
pairs = st.lists(counts, min_size=1, max_size=5)


def verdicts(*groups: tuple[int, int], least: int = 30) -> list[Verdict]:
    named = [Group(str(place), *group) for place, group in enumerate(groups)]
    return [each.verdict for each in compare(named, least=least)]


def test_the_interval_is_the_one_of_the_published_example():
    # Physicians' Health Study (1988): heart attacks with a placebo and with aspirin, ratio 1.82 (1.43 to 2.31).
    low, high = interval(Group("placebo", 189, 11034), Group("aspirin", 104, 11037))
    assert (round(low, 2), round(high, 2)) == (1.43, 2.31)


def test_a_share_below_four_fifths_is_a_sign_only_when_chance_hardly_explains_it():
    assert verdicts((200, 400), (100, 400)) == [Verdict.MOST, Verdict.SIGN]
    assert verdicts((15, 30), (10, 30)) == [Verdict.MOST, Verdict.CHANCE]
    assert verdicts((200, 400), (161, 400)) == [Verdict.MOST, Verdict.ALIKE]


def test_nothing_is_said_of_a_group_of_less_than_thirty():
    assert verdicts((20, 40), (0, 29)) == [Verdict.TOO_FEW, Verdict.TOO_FEW]
    assert verdicts((20, 40), (1, 40), (0, 29)) == [Verdict.MOST, Verdict.SIGN, Verdict.TOO_FEW]
    assert verdicts((0, 40), (0, 40)) == [Verdict.TOO_FEW] * 2
    assert verdicts() == []


@pytest.mark.parametrize("edge", [0, 40])
def test_nobody_or_everybody_selected_has_an_interval_too(edge):
    low, high = interval(Group("a", edge, 40), Group("b", 20, 40))
    assert 0 < low < high


@given(pairs)
@settings(deadline=None, max_examples=60)
def test_the_ratio_lies_in_its_interval_and_a_sign_is_surely_less(groups):
    for each in compare([Group(str(n), *pair) for n, pair in enumerate(groups)], least=30):
        assert isinstance(each, Compared)
        assert (each.group.total < 30) <= (each.verdict is Verdict.TOO_FEW)
        if each.ratio:
            assert each.low <= each.ratio <= each.high
            assert each.ratio <= 1
        if each.verdict is Verdict.SIGN:
            assert each.ratio < 0.8 and each.high < 1


@given(counts, counts, st.integers(2, 5))
@settings(deadline=None, max_examples=60)
def test_more_people_make_it_surer(one, other, times):
    if one[0] and other[0]:
        low, high = interval(Group("a", *one), Group("b", *other))
        groups = (Group("a", one[0] * times, one[1] * times), Group("b", other[0] * times, other[1] * times))
        closer_low, closer_high = interval(*groups)
        assert low - 1e-9 <= closer_low <= closer_high <= high + 1e-9
