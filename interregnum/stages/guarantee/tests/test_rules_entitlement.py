"""H1 H2: when the clause can be invoked: nothing but these stands in the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.guarantee.rules.entitlement import Invoked, check_last_day, entitlement
from interregnum.stages.guarantee.rules.states import RUNNING, STATE_OF, UNDECIDED, CaseState, Choice, choices_in

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2")]
ON = date(2026, 3, 16)
RUNS = {
    "state": AssignmentState.RUNNING,
    "starts_on": date(2026, 3, 9),
    "runs_until": date(2026, 8, 28),
    "is_left": False,
    "is_honoured": False,
    "is_running": False,
}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"is_running": True}, "guarantee.running"),
        ({"state": AssignmentState.LANDING}, "guarantee.not_started"),
        ({"starts_on": date(2026, 3, 17)}, "guarantee.not_started"),
        ({"is_left": True}, None),
        ({"is_left": True, "runs_until": date(2026, 3, 17)}, None),
        ({"is_left": True, "runs_until": ON}, "guarantee.left"),
        ({"is_left": True, "is_honoured": True}, "guarantee.left"),
        ({"runs_until": date(2026, 3, 15)}, "guarantee.over"),
        ({"state": AssignmentState.CLOSED}, "guarantee.over"),
        ({"runs_until": ON, "starts_on": ON}, None),
    ],
)
def test_nothing_else_stands_in_the_way(changed, code):
    found = entitlement(Invoked(**(RUNS | changed)), on=ON)
    assert (found.reasons[0].code if isinstance(found, Refused) else None) == code


@given(st.dates(date(2026, 3, 9), date(2026, 12, 31)))
def test_a_manager_who_leaves_takes_no_right_before_the_last_day_comes(last_day):
    found = entitlement(Invoked(**(RUNS | {"is_left": True, "runs_until": last_day})), on=ON)
    assert (found is None) == (last_day > ON)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_the_last_day_lies_between_today_and_the_end_of_the_contract(day):
    refused = check_last_day(day, on=ON, first=ON, runs_until=RUNS["runs_until"])
    assert (refused is None) == (RUNS["runs_until"] >= day >= ON)


def test_replacing_and_ending_are_open_until_one_of_them_is_chosen():
    for state in UNDECIDED:
        assert {Choice.REPLACE, Choice.END} <= set(choices_in(state))
    assert choices_in(CaseState.REPLACING) == (Choice.END,)
    for state in set(CaseState) - set(RUNNING):
        assert choices_in(state) == ()


@given(st.sampled_from(CaseState), st.lists(st.sampled_from(Choice), max_size=6))
def test_no_choice_leads_to_where_nothing_more_can_be_chosen_but_an_ending(state, chosen):
    for choice in chosen:
        if choice in choices_in(state):
            state = STATE_OF[choice]
            assert state != CaseState.OPEN
            assert bool(choices_in(state)) == (choice != Choice.END)


def test_a_notice_that_the_contract_keeps_comes_before_the_last_day():
    known = {"on": ON, "first": ON + timedelta(days=14), "runs_until": RUNS["runs_until"]}
    assert check_last_day(ON + timedelta(days=13), **known).reasons[0].code == "guarantee.notice_stays"
    assert check_last_day(ON + timedelta(days=14), **known) is None
