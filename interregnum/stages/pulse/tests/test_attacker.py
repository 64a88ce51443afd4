"""Whoever reads every published view of a pulse finds nobody; with the rules off the same attacker finds people."""

import random
from itertools import pairwise, product

import pytest

from interregnum.stages.pulse.rules.figures import Bound, figure_of
from interregnum.stages.pulse.tests.attacker import (
    learns,
    published,
    random_design,
    same_in_each_round,
    subtracts,
    sums_of,
    unguarded_views,
    views_of,
)

# bench/pulse_attack.py tries ten thousand.
DESIGNS = 150


@pytest.mark.mission("F2")
@pytest.mark.parametrize("steady", [False, True])
def test_nobody_is_found_in_random_surveys(steady):
    for seed in range(DESIGNS):
        design = random_design(random.Random(seed), steady=steady)
        for question in range(design.questions):
            views = views_of(design, question)
            views = same_in_each_round(views) if steady else views
            assert not views or not subtracts(views), (seed, design.groups)
            assert not views or not learns(views), (seed, design.groups)
            for person in sorted(views[0].people)[:1] if views else ():
                own = design.rounds[person[0]].answers[person[1]][question]
                assert not learns(views, own=(person, own)), (seed, design.groups)


def test_the_same_attacker_finds_people_where_the_rules_are_off():
    found = {"all": 0, "five or more": 0}
    for seed in range(DESIGNS):
        design = random_design(random.Random(seed), steady=False)
        for name, least in (("all", 1), ("five or more", 5)):
            views = unguarded_views(design, 0, least=least)
            found[name] += bool(views) and (subtracts(views) or learns(views))
    # Five or more alone is what many tools promise: the group that was left out is what remains of the total.
    assert found["all"] > DESIGNS / 2
    assert found["five or more"] > DESIGNS / 5


def test_what_was_taken_together_once_stays_so():
    for seed in range(DESIGNS):
        rounds = published(random_design(random.Random(seed), steady=False))
        for before, after in pairwise(rounds):
            for block in before.blocks if after.blocks else ():
                if len(block.groups) > 1:
                    assert any(set(block.groups) <= set(other.groups) for other in after.blocks), seed


def test_of_five_or_more_no_figure_rules_out_any_answer_of_anybody():
    """Every way in which five to seven people can answer, and every sum of up to sixty."""
    for people in (5, 6, 7):
        for scores in product(range(1, 6), repeat=people):
            if scores == tuple(sorted(scores)):
                _is_open([scores.count(score) for score in range(1, 6)])
    for people in range(8, 61):
        for extra in range(4 * people + 1):
            # As even as can be: only the sum counts.
            base, more = divmod(extra, people)
            counts = [0] * 5
            counts[base] += people - more
            if more:
                counts[base + 1] += more
            _is_open(counts)


def _is_open(counts: list[int]) -> None:
    people, whole = sum(counts), sum(score * count for score, count in enumerate(counts, start=1))
    low, high = sums_of(figure_of(counts), people)
    assert low <= whole <= high
    # One person may have answered one, and may have answered five, whatever the others did within the scale.
    assert low - 5 * (people - 1) <= 1, counts
    assert high - (people - 1) >= 5, counts


def test_when_all_answer_alike_nobody_reads_what():
    for people in (5, 9, 10, 40):
        assert figure_of((0, 0, 0, 0, people)).bound is Bound.AT_LEAST
        assert figure_of((people, 0, 0, 0, 0)).bound is Bound.AT_MOST
