"""Early warning: each signal from its threshold on, and the verdict that they make together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from interregnum.parameters.first_values import first_values
from interregnum.stages.deliver.rules.drift import Drift, DriftLevel
from interregnum.stages.deliver.rules.signals import (
    RULES,
    Behind,
    Ready,
    Seen,
    Signal,
    SignalLevel,
    Standing,
    Waiting,
    Who,
    signals_of,
    standing,
)
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.stages.deliver.signal_texts import EVIDENCE, evidence_of

START = date(2026, 3, 2)
BOUNDS = first_values()["deliver.signal_bounds"] | {"plan_amber": 29, "announce_amber": 4}
CALM = Seen(bounds=BOUNDS, on=START + timedelta(days=60), starts_on=START, announced_on=START)
AMBER, RED = SignalLevel.AMBER, SignalLevel.RED


def on(days: int) -> date:
    return START + timedelta(days=days)


def waiting(days: int, *, is_overdue: bool = False) -> tuple[Waiting, ...]:
    return (Waiting("Het budget", "Carla", days, is_overdue),)


def drifted(level: DriftLevel) -> Drift:
    return Drift(40, "operational", 20, level)


def test_where_nothing_is_wrong_it_goes_well() -> None:
    assert signals_of(CALM) == ()
    assert standing(()) is Standing.GOOD


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"missed": 1}, "missed_reports", AMBER),
        ({"missed": 2}, "missed_reports", RED),
        ({"behind": (Behind("Dagen", 20, is_overdue=False),)}, "result_behind", AMBER),
        ({"behind": (Behind("Dagen", 30, is_overdue=False),)}, "result_behind", RED),
        ({"behind": (Behind("Dagen", 5, is_overdue=True),)}, "result_overdue", RED),
        ({"plan_state": PlanState.DRAFT, "on": on(28)}, "", None),
        ({"plan_state": PlanState.DRAFT, "on": on(29)}, "plan_late", AMBER),
        ({"plan_state": PlanState.SENT_BACK, "on": on(42)}, "plan_late", RED),
        ({"announced_on": None, "on": on(3)}, "", None),
        ({"announced_on": on(9), "on": on(4)}, "mandate_unannounced", AMBER),
        ({"announced_on": None, "on": on(11)}, "mandate_unannounced", RED),
        ({"drift": drifted(DriftLevel.OK)}, "", None),
        ({"drift": drifted(DriftLevel.NOTICE)}, "role_drift", AMBER),
        ({"drift": drifted(DriftLevel.LARGE)}, "role_drift", RED),
        ({"decisions": waiting(10)}, "", None),
        ({"decisions": waiting(3, is_overdue=True)}, "decision_open", AMBER),
        ({"decisions": waiting(11)}, "decision_open", AMBER),
        ({"decisions": waiting(21)}, "decision_open", RED),
        ({"sponsor": (96, 96), "asked": 120}, "", None),
        ({"sponsor": (60, 120), "asked": 120}, "sponsor_short", AMBER),
        ({"sponsor": (0, 60), "asked": 120}, "sponsor_short", RED),
        ({"sponsor": (0,), "asked": 0}, "", None),
        ({"hours_days": 5}, "", None),
        ({"hours_days": 6}, "hours_unapproved", AMBER),
        ({"hours_days": 11}, "hours_unapproved", RED),
        ({"unmet": (6,)}, "", None),
        ({"unmet": (2, 7)}, "resistance_unmet", AMBER),
        ({"unmet": (14,)}, "resistance_unmet", RED),
        ({"unseen": (0,)}, "effect_unseen", AMBER),
        ({"unseen": (14,)}, "effect_unseen", RED),
        ({"ready": (Ready("Middle", 4),)}, "", None),
        ({"ready": (Ready("Middle", 4), Ready("Top", 3))}, "readiness_low", AMBER),
        ({"ready": (Ready("Middle", 2),)}, "readiness_low", RED),
        ({"fallen": 1}, "commitment_falls", AMBER),
        ({"fallen": 2}, "commitment_falls", RED),
    ],
)
def test_a_signal_comes_from_its_threshold_on(changes: dict[str, object], code: str, level: SignalLevel | None) -> None:
    found = signals_of(replace(CALM, **changes))  # type: ignore[arg-type]
    assert [(one.code, one.level) for one in found] == ([(code, level)] if code else [])
    for one in found:
        assert "%(" not in evidence_of(one)


def test_red_signals_come_first_and_put_it_at_risk() -> None:
    found = signals_of(replace(CALM, missed=1, decisions=waiting(30)))
    assert [one.code for one in found] == ["decision_open", "missed_reports"]
    assert standing(found) is Standing.RISK
    assert standing(found[1:]) is Standing.ATTENTION


def test_who_must_act_is_whoever_has_it_on_the_desk() -> None:
    late = replace(CALM, on=on(30), plan_state=PlanState.DRAFT)
    assert signals_of(late)[0].who is Who.MANAGER
    assert signals_of(replace(late, plan_state=PlanState.PROPOSED))[0].who is Who.CLIENT
    assert signals_of(replace(CALM, decisions=waiting(11)))[0].name == "Carla"


def test_another_rule_is_another_line_in_the_table() -> None:
    def always(_seen: Seen) -> Signal:
        return Signal("missed_reports", AMBER, Who.BUREAU, {"count": 1})

    assert len(signals_of(CALM, (*RULES, always))) == 1


def test_every_signal_has_a_sentence() -> None:
    assert len(EVIDENCE) == len(RULES) + 1
