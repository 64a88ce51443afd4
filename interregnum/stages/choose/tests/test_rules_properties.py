"""What holds for every brief and every manager."""

import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.lists import Category, Context, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.memory import plain, wanted_from
from interregnum.stages.choose.rules.shortlist import draw_shortlist
from interregnum.stages.choose.rules.values import Candidate, Wanted, Weights
from interregnum.stages.choose.tests.rules_world import MONDAY, a_brief, a_manager

ORGANISATIONS = ("Voorbeeldbank N.V.", "Proefpolis", "Schijnlease B.V.", "Fabelbetaal")


def some(*values):
    return st.lists(st.sampled_from(values), unique=True, max_size=len(values)).map(tuple)


disciplines, sectors = some("back_office", "finance", "sales"), some("bank", "insurer")
cuts = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted)
mixes = cuts.map(lambda cut: RoleMix(cut[0], cut[1] - cut[0], cut[2] - cut[1], 100 - cut[2]))
cases = st.integers(0, 9)
managers = st.builds(
    a_manager,
    code=st.integers(1, 99).map(lambda number: f"m{number}"),
    name=st.text(max_size=5),
    place=st.sampled_from(["Utrecht", "Amsterdam", "Maastricht", "Nergenshuizen"]),
    travel_km=st.integers(0, 250),
    available_on=st.integers(-40, 60).map(lambda days: MONDAY + timedelta(days=days)),
    days_a_week=st.integers(1, 5),
    day_rate=st.integers(500, 2500).map(Money),
    level=st.sampled_from(Level),
    disciplines=disciplines,
    sectors=sectors,
    role_mix=mixes,
    categories=st.dictionaries(st.sampled_from(Category), cases),
    reasons=st.dictionaries(st.sampled_from(Reason), cases),
    first_result_weeks=st.none() | st.integers(0, 60),
    deadlocks_broken=cases,
    cases_with_referee=cases,
    former_employers=some(*ORGANISATIONS),
    wants_permanent=st.booleans(),
    conflicts=some(*ORGANISATIONS),
    consents=st.booleans(),
)
briefs = st.builds(
    a_brief,
    category=st.sampled_from(Category),
    level=st.sampled_from(Level),
    role_mix=mixes,
    slack_days=st.integers(0, 40),
    days_a_week=st.integers(1, 5),
    client_name=st.sampled_from(ORGANISATIONS),
    reasons=some(*Reason),
    disciplines=disciplines,
    sector=st.sampled_from(["", "bank", "leasing"]),
    context=st.none() | st.sampled_from(Context),
    rate_ceiling=st.none() | st.integers(800, 2500).map(Money),
    place=st.sampled_from(["", "Utrecht", "Nergenshuizen"]),
    max_km=st.none() | st.integers(0, 200),
    market=some(*ORGANISATIONS),
)
pools = st.lists(managers, max_size=8, unique_by=lambda one: one.code)
weightings = (
    st.dictionaries(st.sampled_from(list(CRITERIA)), st.integers(0, 100))
    .filter(lambda of: any(of.values()))
    .map(Weights)
)


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
