"""What holds for every brief and every manager."""

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.lists import Category, Reason
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.memory import plain, wanted_from
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.rules.values import Candidate, Wanted
from interregnum.stages.choose.tests.invented_pools import briefs, managers, pools, weightings


@given(managers, briefs)
@settings(deadline=None)
def test_points_are_whole_and_lie_between_0_and_1000(manager: Candidate, brief: Wanted):
    for criterion in CRITERIA.values():
        points, facts = criterion(manager, brief)
        assert type(points) is int and 0 <= points <= 1000
        assert facts and all(type(fact) in (int, str, bool, tuple) for fact in facts.values())


@given(briefs, pools, weightings, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_pool_never_matters(brief, pool, weights, chance):
    shuffled = list(pool)
    chance.shuffle(shuffled)
    drawn = draw_shortlist(brief, pool, weights=weights, limit=3)
    assert drawn == draw_shortlist(brief, shuffled, weights=weights, limit=3)


@given(briefs, pools, weightings)
@settings(max_examples=60, deadline=None)
def test_nobody_is_lost_and_no_excluded_manager_gets_points(brief, pool, weights):
    drawn = draw_shortlist(brief, pool, weights=weights, limit=len(pool))
    scored = {one.candidate_code for one in drawn.scored}
    excluded = {one.candidate_code for one in drawn.excluded}
    assert not scored & excluded
    assert scored | excluded == {one.code for one in pool}
    assert drawn.funnel[-1][1] == len(scored)
    assert [left for _, left in drawn.funnel] == sorted((left for _, left in drawn.funnel), reverse=True)


@given(briefs, pools, weightings)
@settings(max_examples=60, deadline=None)
def test_each_part_of_a_pool_gives_the_same_list_when_the_parts_are_merged(brief, pool, weights):
    whole = draw_shortlist(brief, pool, weights=weights, limit=3).scored
    halves = [draw_shortlist(brief, part, weights=weights, limit=3).scored for part in (pool[::2], pool[1::2])]
    merged = sorted((one for half in halves for one in half), key=lambda one: (-one.total, one.candidate_code))
    assert tuple(merged[:3]) == whole


@given(
    managers,
    briefs,
    st.sampled_from(["categories", "reasons"]),
    st.sampled_from(list(zip(Category, Reason, strict=True))),
)
@settings(deadline=None)
def test_one_more_proven_case_never_costs_points(manager, brief, kind, one_of):
    code = one_of[0] if kind == "categories" else one_of[1]
    known = getattr(manager, kind)
    richer = replace(manager, **{kind: {**known, code: known.get(code, 0) + 1}})
    for criterion in CRITERIA.values():
        assert criterion(richer, brief).points >= criterion(manager, brief).points


@given(managers, briefs, st.sampled_from(["deadlocks_broken", "cases_with_referee"]))
@settings(deadline=None)
def test_one_more_deadlock_or_referee_never_costs_points(manager, brief, kind):
    richer = replace(manager, **{kind: getattr(manager, kind) + 1})
    for criterion in CRITERIA.values():
        assert criterion(richer, brief).points >= criterion(manager, brief).points


@given(managers, briefs, weightings, st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_a_name_never_counts(manager, brief, weights, name):
    renamed = replace(manager, name=name)
    drawn = [draw_shortlist(brief, [one], weights=weights, limit=1) for one in (manager, renamed)]
    assert drawn[0] == drawn[1]


@given(briefs)
@settings(deadline=None)
def test_what_was_asked_can_be_kept_and_read_back(brief):
    assert wanted_from(json.loads(json.dumps(plain(brief)))) == brief
