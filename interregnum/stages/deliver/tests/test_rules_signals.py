"""Early warning: each signal from its threshold on, and the verdict that they make together."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.parameters.first_values import first_values
from interregnum.stages.deliver.queries.quality.bounds import bounds_from
from interregnum.stages.deliver.rules.drift import Drift, DriftLevel
from interregnum.stages.deliver.rules.seen import Behind, Ready, Seen, Waiting, Who
from interregnum.stages.deliver.rules.signals import (
    PARTS,
    SIGNALS,
    VEIL,
    Bound,
    Signal,
    SignalLevel,
    Standing,
    level_of,
    measures_of,
    signals_of,
    standing,
    veiled,
)
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.stages.deliver.signal_names import EXPLAINED, TITLES
from interregnum.stages.deliver.signal_texts import EVIDENCE, evidence_of

START = date(2026, 3, 2)
BOUNDS = bounds_from(first_values())
CALM = Seen(on=START + timedelta(days=60), starts_on=START, ends_on=START + timedelta(days=300), announced_on=START)
AMBER, RED = SignalLevel.AMBER, SignalLevel.RED


def on(days: int) -> date:
    return START + timedelta(days=days)


def ago(days: int) -> date:
    return CALM.on - timedelta(days=days)


def waiting(days: int, *, late: int = 0) -> tuple[Waiting, ...]:
    return (Waiting("Het budget", "Carla", days, late),)


def drifted(distance: int) -> Drift:
    return Drift(distance, "operational", 20, DriftLevel.OK)


def found(seen: Seen) -> tuple[Signal, ...]:
    return signals_of(measures_of(seen), BOUNDS)


# The table of early warnings of the practice: number, part, from where on amber and red ("-": below it).
TABLE = """
1 sponsor_silent 10 15
1 sponsor_cancels 1 2
2 mandate_unannounced 4 11
3 plan_late 28 42
4 deviation_days 15 31
4 deviation_count - 2
5 score_gap 2 3
5 score_low 7 6
5 score_drop - 2
6 result_behind 10 25
6 decision_open 11 21
7 commitment_falls 1 2
7 against_change 1 2
8 pulse_fall 3 6
8 pulse_silent 50 35
9 attendance_low 70 50
10 old_way 14 42
11 missed_reports 1 2
11 missed_reviews 1 2
12 heirless 50 75
13 budget_unused 80 60
14 load_long 5 8
14 isolation 5 8
15 declared_late 1 -
15 undeclared - 1
16 past_end 30 90
16 long_running 30 90
17 staff_leaving 1 2
18 odds_low 14 18
"""


@pytest.mark.mission("G1")
def test_the_bounds_of_all_eighteen_are_those_of_the_practice() -> None:
    rows = [line.split() for line in TABLE.strip().splitlines()]
    assert {int(number) for number, *_rest in rows} == set(range(1, 19))
    numbers = {part.code: rule.number for rule in SIGNALS for part in rule.parts}
    for number, part, *limits in rows:
        bound = Bound(*(None if limit == "-" else float(limit) for limit in limits))
        assert (numbers[part], BOUNDS[part]) == (int(number), bound), part
    windows = first_values()["deliver.signal_windows"]
    assert (windows["leaving_days"], windows["long_months"]) == (60, 12)


def test_where_nothing_is_wrong_it_goes_well() -> None:
    assert found(CALM) == ()
    assert standing(()) is Standing.GOOD


@pytest.mark.mission("G1")
@pytest.mark.parametrize(
    ("changes", "part", "level"),
    [
        # 1 sponsor
        ({"met_on": (ago(9),)}, "", None),
        ({"met_on": (ago(40), ago(10))}, "sponsor_silent", AMBER),
        ({"met_on": (ago(15),)}, "sponsor_silent", RED),
        ({"says_sponsor": True, "met_on": ()}, "sponsor_silent", RED),
        ({"cancels": 1}, "sponsor_cancels", AMBER),
        ({"cancels": 2}, "sponsor_cancels", RED),
        ({"sponsor": (96, 96), "sponsor_asked": 120}, "", None),
        ({"sponsor": (60, 120), "sponsor_asked": 120}, "sponsor_short", AMBER),
        ({"sponsor": (0, 60), "sponsor_asked": 120}, "sponsor_short", RED),
        ({"sponsor": (0,), "sponsor_asked": 0}, "", None),
        # 2 mandate
        ({"announced_on": None, "on": on(3)}, "", None),
        ({"announced_on": on(9), "on": on(4)}, "mandate_unannounced", AMBER),
        ({"announced_on": None, "on": on(11)}, "mandate_unannounced", RED),
        # 3 plan
        ({"plan_state": PlanState.DRAFT, "on": on(27)}, "", None),
        ({"plan_state": PlanState.DRAFT, "on": on(28)}, "plan_late", AMBER),
        ({"plan_state": PlanState.SENT_BACK, "on": on(42)}, "plan_late", RED),
        # 4 deviation
        ({"deviations": (14,)}, "", None),
        ({"deviations": (15,)}, "deviation_days", AMBER),
        ({"deviations": (31,)}, "deviation_days", RED),
        ({"deviations": (1, 1)}, "deviation_count", RED),
        # 5 scores
        ({"client_score": 7, "manager_score": 8}, "", None),
        ({"client_score": 7, "manager_score": 9}, "score_gap", AMBER),
        ({"client_score": 7, "manager_score": 10}, "score_gap", RED),
        ({"client_score": 6}, "score_low", AMBER),
        ({"client_score": 5}, "score_low", RED),
        ({"client_score": 7, "score_before": 9}, "score_drop", RED),
        ({"client_score": 9, "score_before": 7}, "", None),
        # 6 lag
        ({"behind": (Behind("Dagen", 9, is_overdue=False),)}, "", None),
        ({"behind": (Behind("Dagen", 10, is_overdue=False),)}, "result_behind", AMBER),
        ({"behind": (Behind("Dagen", 25, is_overdue=False),)}, "result_behind", RED),
        ({"behind": (Behind("Dagen", 5, is_overdue=True),)}, "result_overdue", RED),
        ({"decisions": waiting(10)}, "", None),
        ({"decisions": waiting(3, late=1)}, "decision_overdue", AMBER),
        ({"decisions": waiting(11)}, "decision_open", AMBER),
        ({"decisions": waiting(21)}, "decision_open", RED),
        # 7 stakeholders
        ({"fallen": 0, "against": 0}, "", None),
        ({"fallen": 1}, "commitment_falls", AMBER),
        ({"fallen": 2}, "commitment_falls", RED),
        ({"against": 1}, "against_change", AMBER),
        ({"against": 2}, "against_change", RED),
        # 8 pulse
        ({"pulse_fall": 2.9}, "", None),
        ({"pulse_fall": 3.0}, "pulse_fall", AMBER),
        ({"pulse_fall": 6.0}, "pulse_fall", RED),
        ({"pulse_answered": 50.0}, "", None),
        ({"pulse_answered": 49.9}, "pulse_silent", AMBER),
        ({"pulse_answered": 34.0}, "pulse_silent", RED),
        # 9 attendance
        ({"attendance": 70}, "", None),
        ({"attendance": 69}, "attendance_low", AMBER),
        ({"attendance": 49}, "attendance_low", RED),
        # 10 old way
        ({"old_days": 13}, "", None),
        ({"old_days": 14}, "old_way", AMBER),
        ({"old_days": 42}, "old_way", RED),
        # 11 agenda
        ({"missed": 1}, "missed_reports", AMBER),
        ({"missed": 2}, "missed_reports", RED),
        ({"reviews_missed": 1}, "missed_reviews", AMBER),
        ({"reviews_missed": 2}, "missed_reviews", RED),
        ({"reviews_moved": 1}, "", None),
        ({"reviews_moved": 2}, "reviews_moved", AMBER),
        ({"reviews_unprepared": 1, "unprepared": ("client",)}, "reviews_unprepared", AMBER),
        ({"reviews_unprepared": 2, "unprepared": ("manager",)}, "reviews_unprepared", RED),
        # 12 heir: 301 days
        ({"has_heir": False, "on": on(149)}, "", None),
        ({"has_heir": False, "on": on(150)}, "heirless", AMBER),
        ({"has_heir": False, "on": on(225)}, "heirless", RED),
        # 13 budget
        ({"budget": 80}, "", None),
        ({"budget": 79}, "budget_unused", AMBER),
        ({"budget": 59}, "budget_unused", RED),
        # 14 load
        ({"worked": (6, 5, 6, 6, 6, 6)}, "", None),
        ({"worked": (5, 6, 6, 6, 6, 6)}, "load_long", AMBER),
        ({"worked": (6,) * 8}, "load_long", RED),
        ({"is_guarded": True, "spoke_on": ago(34)}, "", None),
        ({"is_guarded": True, "spoke_on": ago(35)}, "isolation", AMBER),
        ({"is_guarded": True}, "isolation", RED),
        ({"is_guarded": False}, "", None),
        # 15 integrity
        ({"declared_late": 1}, "declared_late", AMBER),
        ({"undeclared": 1}, "undeclared", RED),
        # 16 term
        ({"ends_on": ago(29)}, "", None),
        ({"ends_on": ago(30)}, "past_end", AMBER),
        ({"ends_on": ago(90)}, "past_end", RED),
        # 17 leaving
        ({"leavers": 0}, "", None),
        ({"leavers": 1}, "staff_leaving", AMBER),
        ({"leavers": 2}, "staff_leaving", RED),
        # 18 odds
        ({"odds": 13}, "", None),
        ({"odds": 14}, "odds_low", AMBER),
        ({"odds": 17}, "odds_low", AMBER),
        ({"odds": 18}, "odds_low", RED),
        # of the house
        ({"drift": drifted(29)}, "", None),
        ({"drift": drifted(30)}, "role_drift", AMBER),
        ({"drift": drifted(60)}, "role_drift", RED),
        ({"hours_days": 5}, "", None),
        ({"hours_days": 6}, "hours_unapproved", AMBER),
        ({"hours_days": 11}, "hours_unapproved", RED),
        ({"unmet": (6,)}, "", None),
        ({"unmet": (2, 7)}, "resistance_unmet", AMBER),
        ({"unmet": (14,)}, "resistance_unmet", RED),
        ({"unseen": (0,)}, "effect_unseen", AMBER),
        ({"unseen": (14,)}, "effect_unseen", RED),
        ({"ready": (Ready("middle", 4),)}, "", None),
        ({"ready": (Ready("middle", 4), Ready("leadership", 3))}, "readiness_low", AMBER),
        ({"ready": (Ready("middle", 2),)}, "readiness_low", RED),
    ],
)
def test_a_signal_comes_from_its_threshold_on(changes: dict[str, Any], part: str, level: SignalLevel | None) -> None:
    signals = found(replace(CALM, **changes))
    assert [(one.part, one.level) for one in signals] == ([(part, level)] if part else [])
    for one in signals:
        assert "%(" not in evidence_of(one)
        assert "None" not in evidence_of(one)


def test_a_long_assignment_is_decided_anew_or_asks_attention() -> None:
    long = replace(CALM, on=date(2027, 4, 1), ends_on=date(2027, 12, 31))
    assert [(one.part, one.level) for one in found(long)] == [("long_running", AMBER)]
    assert [one.level for one in found(replace(long, on=date(2027, 5, 31)))] == [RED]
    assert found(replace(long, redecided_on=date(2027, 3, 20))) == ()


def test_red_signals_come_first_and_put_it_at_risk() -> None:
    signals = found(replace(CALM, missed=1, decisions=waiting(30)))
    assert [one.code for one in signals] == ["lag", "agenda"]
    assert standing(signals) is Standing.RISK
    assert standing(signals[1:]) is Standing.ATTENTION


def test_of_one_signal_the_worst_part_speaks() -> None:
    (signal,) = found(replace(CALM, missed=1, reviews_missed=2))
    assert (signal.code, signal.part, signal.level) == ("agenda", "missed_reviews", RED)


def test_who_must_act_is_whoever_has_it_on_the_desk() -> None:
    late = replace(CALM, on=on(30), plan_state=PlanState.DRAFT)
    assert found(late)[0].who is Who.MANAGER
    assert found(replace(late, plan_state=PlanState.PROPOSED))[0].who is Who.CLIENT
    assert found(replace(CALM, decisions=waiting(11)))[0].name == "Carla"


def test_others_read_of_people_that_there_is_something_and_not_what() -> None:
    signals = found(replace(CALM, fallen=1, unmet=(20,), missed=1))
    shown = veiled(signals)
    assert [one.code for one in shown] == [VEIL, "agenda"]
    assert (shown[0].level, dict(shown[0].facts), shown[0].number) == (RED, {}, None)
    assert standing(shown) is standing(signals)


def test_the_eighteen_are_there_and_each_has_its_words() -> None:
    assert sorted(one.number for one in SIGNALS if one.number) == list(range(1, 19))
    assert set(EVIDENCE) == {*PARTS, VEIL}
    assert set(TITLES) == {*EXPLAINED, VEIL} == {one.code for one in SIGNALS} | {VEIL}
    assert all(BOUNDS[part] != Bound() for part in PARTS)


@given(st.floats(-50, 150), st.floats(-50, 150), st.floats(0, 60), st.floats(0, 60), st.sampled_from(list(PARTS)))
def test_worse_is_never_a_better_level(number: float, amber: float, further: float, worse: float, part: str) -> None:
    """Whatever the bounds: who goes on in the wrong direction keeps at least the level."""
    sign = -1 if PARTS[part].is_low else 1
    bound = Bound(amber, amber + sign * further)
    rank = {None: 0, AMBER: 1, RED: 2}
    before = level_of(PARTS[part], number, bound)
    assert rank[level_of(PARTS[part], number + sign * worse, bound)] >= rank[before]
    assert level_of(PARTS[part], None, bound) is None
