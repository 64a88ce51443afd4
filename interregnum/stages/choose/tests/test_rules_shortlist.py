"""The list that comes out of it: order, funnel, weights, explanation."""

import pytest

from interregnum.kernel.lists import Category, Reason
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.choose.rules.criteria import CRITERIA
from interregnum.stages.choose.rules.eligibility import CONSTRAINTS
from interregnum.stages.choose.rules.explain import explain
from interregnum.stages.choose.rules.shortlist import check_weights, draw_shortlist, score
from interregnum.stages.choose.rules.values import Weights
from interregnum.stages.choose.tests.rules_world import EVEN, a_brief, a_manager


def test_the_best_comes_first_and_a_tie_goes_by_code():
    pool = [a_manager("b"), a_manager("a"), a_manager("z", reasons={Reason.PERFORMANCE: 6})]
    drawn = draw_shortlist(a_brief(), pool, weights=EVEN, limit=10)
    assert [one.candidate_code for one in drawn.scored] == ["z", "a", "b"]


def test_the_list_is_cut_and_the_funnel_is_not():
    pool = [a_manager(f"m{n}") for n in range(5)] + [
        a_manager("x", wants_permanent=True),
        a_manager("y", days_a_week=1),
    ]
    drawn = draw_shortlist(a_brief(), pool, weights=EVEN, limit=2)
    assert len(drawn.scored) == 2
    assert [one.candidate_code for one in drawn.excluded] == ["x", "y"]
    assert [code for code, _ in drawn.funnel] == list(CONSTRAINTS)
    assert dict(drawn.funnel)["choose.starts_too_late"] == 7
    assert dict(drawn.funnel)["choose.too_few_days"] == 6
    assert drawn.funnel[-1] == ("choose.too_far", 5)


def test_an_empty_pool_gives_an_empty_list():
    drawn = draw_shortlist(a_brief(), [], weights=EVEN, limit=5)
    assert (drawn.scored, drawn.excluded) == ((), ())
    assert all(left == 0 for _, left in drawn.funnel)


def test_two_briefs_that_differ_give_two_lists():
    calm = a_manager("calm", categories={Category.BRIDGING: 6}, role_mix=RoleMix(70, 10, 15, 5))
    bold = a_manager("bold", categories={Category.CHANGE: 6})
    bridging = a_brief(category=Category.BRIDGING, role_mix=RoleMix(65, 10, 20, 5))
    for brief, first in ((a_brief(), "bold"), (bridging, "calm")):
        assert draw_shortlist(brief, [calm, bold], weights=EVEN, limit=1).scored[0].candidate_code == first


def test_the_total_is_the_sum_of_weight_times_points():
    scored = score(a_manager(), a_brief(), weights=Weights({"choose.start": 3, "choose.capacity": 2}))
    assert scored.total == 3 * 1000 + 2 * 800
    assert [part.code for part in scored.points] == list(CRITERIA)
    assert scored.percent == 92


def test_an_unknown_town_is_a_note_beside_the_points():
    assert score(a_manager(place="Nergenshuizen"), a_brief(), weights=EVEN).notes == ("choose.place_unknown",)
    assert score(a_manager(), a_brief(), weights=EVEN).notes == ()


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"choose.charm": 5}, ["choose.weight_unknown"]),
        ({"choose.start": 101}, ["choose.weight_out_of_range"]),
        ({"choose.start": -1}, ["choose.weight_out_of_range"]),
        ({"choose.start": 0}, ["choose.weights_all_nought"]),
        ({}, ["choose.weights_all_nought"]),
    ],
)
def test_weights_that_make_no_sense_are_refused(given, codes):
    refused = check_weights(given)
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == codes


def test_weights_that_make_sense():
    weights = check_weights({"choose.start": 40})
    assert isinstance(weights, Weights)
    assert (weights["choose.start"], weights["choose.issue"]) == (40, 0)


def test_weights_made_in_code_must_be_right():
    with pytest.raises(ValueError, match="at least one"):
        Weights({"choose.start": 0})


def test_the_explanation_names_what_carries_and_what_lacks():
    weights = Weights({"choose.start": 50, "choose.issue": 30, "choose.capacity": 10, "choose.breakthrough": 10})
    told = explain(score(a_manager(), a_brief(), weights=weights))
    assert [part.code for part in told.strongest] == ["choose.start", "choose.issue", "choose.capacity"]
    assert [part.code for part in told.weakest] == ["choose.issue"]


def test_a_third_referee_would_lift_max_above_the_next_one_up():
    weights = Weights({"choose.issue": 30, "choose.capacity": 10})
    max_ = score(a_manager(), a_brief(), weights=weights)
    above = score(a_manager("m2", days_a_week=5), a_brief(), weights=weights)
    referees, days = explain(max_, above=above).changes
    assert (referees.code, referees.gain, referees.overtakes) == ("choose.name_referees", 3000, True)
    assert (days.code, days.gain, days.overtakes) == ("choose.ask_more_days", 2000, False)
    better = score(a_manager(cases_with_referee=3), a_brief(), weights=weights)
    assert better.total == max_.total + referees.gain


def test_what_cannot_be_changed_is_not_offered():
    weights = Weights({"choose.sector": 50, "choose.speed": 10, "choose.issue": 5, "choose.breakthrough": 5})
    slow = a_manager(sectors=(), first_result_weeks=30, deadlocks_broken=0)
    assert explain(score(slow, a_brief(reasons=()), weights=weights)).changes == ()
    unknown = a_manager(first_result_weeks=None, cases_with_referee=0)
    codes = [change.code for change in explain(score(unknown, a_brief(), weights=weights)).changes]
    assert codes == ["choose.look_up_first_result", "choose.name_referees", "choose.name_deadlock_referees"]


def test_perfection_has_no_weakest_point():
    scored = score(a_manager(), a_brief(), weights=Weights({"choose.start": 1}))
    assert explain(scored).weakest == ()
