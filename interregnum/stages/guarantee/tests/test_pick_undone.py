"""H1 H2: a pick that came to nothing leaves the client every way that was there before it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.end_unsigned import draw_anew, lapse_contracts, withdraw_contract
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.models import Assignment, Tenure
from interregnum.stages.guarantee.actions.close import drop
from interregnum.stages.guarantee.actions.complain import Way, choose_way
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.look_again import look_again
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.stages.guarantee.rules.states import CaseState, Choice, Dropped
from interregnum.stages.guarantee.tests.guarantee_world import (
    ON,
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    could_succeed,
    picked,
    press,
    read,
    succeeded,
)
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]
LATER = PRESSED + timedelta(days=30)


def first_word(answer):
    return answer.reasons[0].code if isinstance(answer, Refused) else answer


def end(life, code, at):
    return first_word(choose_way(complaint=code, way=Way(choice=Choice.END), by=life.carla, at=at))


def gone(life, contract, at, *, last_day=None):
    told = {"leaving": Leaving.ILL, "last_day": last_day or at.date()}
    return first_word(leave(contract=contract.code, **told, by=life.anton, at=at))


def held_back(life, clock):
    """The successor signed, a gate stays shut for weeks, and then that one leaves."""
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code, may_begin=False)
    clock.move_to(LATER)
    finish_replacements(LATER)
    assert end(life, code, LATER) == "guarantee.picked"
    assert gone(life, second, LATER) is None
    return code, second


def test_a_successor_who_leaves_before_the_first_day_leaves_the_place_open(life, clock):
    before = Assignment.objects.get(code=life.assignment)
    code, second = held_back(life, clock)
    case, row = case_of(code), Assignment.objects.get(code=life.assignment)
    assert (case.state, case.successor, case.picked_at) == (CaseState.REPLACING, None, None)
    assert (row.contract, row.manager, row.ends_on) == (before.contract, before.manager, before.ends_on)
    assert (row.manager_since, Tenure.objects.count()) == (None, 0)
    second.refresh_from_db()
    assert second.runs_until < second.starts_on
    noor = account_of_manager(second.manager)
    assert browser(noor).get(reverse("manager:deliver-assignment", args=[life.assignment])).status_code == 404
    tomorrow = LATER + timedelta(days=1)
    clock.move_to(tomorrow)
    finish_replacements(tomorrow)
    assert Assignment.objects.get(code=life.assignment).manager_since is None


def test_the_client_reads_it_and_looks_again_until_another_one_begins(life, clock):
    code, second = held_back(life, clock)
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "The successor you picked does not come" in page
    assert "I would rather end the assignment" in page
    assert "To the contract" not in page
    assert "The successor who was picked does not come" in read(life.cast.anton, "bureau:guarantee-case", code)
    could_succeed("Rosa")
    form = {"do": "again", "starts_on": "2026-04-20"}
    assert browser(life.cast.carla).post(reverse("client:guarantee-case", args=[code]), form).status_code == 302
    assert second.manager not in {one.manager for one in asked(code)}
    third = succeeded(life, code, at=LATER)
    case, row = case_of(code), Assignment.objects.get(code=life.assignment)
    assert (case.successor, row.contract, row.manager) == (third, third, third.manager)
    assert third.replaces == Contract.objects.get(code=life.contract)
    assert Tenure.objects.get().manager == life.cast.max_profile
    begins = LATER + timedelta(days=5)
    clock.move_to(begins)
    finish_replacements(begins)
    assert case_of(code).state == CaseState.REPLACED
    assert [one.manager for one in proof_page(code, seen_by=life.anton).turns] == [
        life.cast.max_profile.name,
        third.manager.name,
    ]


def test_the_client_may_end_it_then_and_the_bureau_may_close_it(life, clock):
    code, _second = held_back(life, clock)
    assert end(life, code, LATER) is None
    assert (case_of(code).state, Assignment.objects.get().ends_on) == (CaseState.ENDED, ON)


def test_the_bureau_may_close_it_then(life, clock):
    code, _second = held_back(life, clock)
    assert drop(complaint=code, dropped=Dropped.BANKRUPT, why="Failliet.", by=life.anton, at=LATER) is None
    assert case_of(code).state == CaseState.DROPPED


def test_before_the_first_day_a_successor_may_say_so_at_once_and_the_place_is_open(life):
    code = press(life, Choice.REPLACE)
    ends_on = Assignment.objects.get().ends_on
    second = succeeded(life, code)
    form = {"leaving": "ill", "last_day": ON.isoformat()}
    address = reverse("bureau:contract-leaving", args=[second.code])
    assert browser(life.cast.anton).post(address, form).status_code == 302
    case, row = case_of(code), Assignment.objects.get()
    assert (case.successor, case.picked_at) == (None, None)
    assert (row.manager, row.ends_on, row.state) == (life.cast.max_profile, ends_on, "running")
    second.refresh_from_db()
    assert second.runs_until == ON
    assert look_again(complaint=code, starts_on=date(2026, 3, 24), by=life.carla, at=PRESSED) is None


def test_a_successor_who_is_to_begin_first_and_leaves_later_keeps_the_place(life, clock):
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code)
    assert gone(life, second, PRESSED, last_day=date(2026, 6, 1)) is None
    assert case_of(code).successor == second
    begins = PRESSED + timedelta(days=7)
    clock.move_to(begins)
    finish_replacements(begins)
    assert (case_of(code).state, Assignment.objects.get().ends_on) == (CaseState.REPLACED, date(2026, 6, 1))


def test_a_last_day_that_comes_while_a_gate_is_shut_opens_the_place(life, clock):
    code = press(life, Choice.REPLACE)
    ends_on = Assignment.objects.get().ends_on
    second = succeeded(life, code, may_begin=False)
    assert gone(life, second, PRESSED, last_day=date(2026, 3, 25)) is None
    for days, waits in ((7, True), (8, True), (9, False), (10, False)):
        at = PRESSED + timedelta(days=days)
        clock.move_to(at)
        finish_replacements(at)
        assert (case_of(code).successor is not None) is waits, days
    assert Assignment.objects.get().ends_on == ends_on


@pytest.mark.parametrize("how", ["withdrawn", "lapsed"])
def test_no_contract_came_of_the_pick_and_the_client_looks_again(life, clock, how):
    code = press(life, Choice.REPLACE)
    drawn, at = picked(life, code), PRESSED
    if how == "withdrawn":
        assert withdraw_contract(contract=drawn.code, reason="Ziek", by=life.anton, at=at) is None
    else:
        at = PRESSED + timedelta(days=40)
        clock.move_to(at)
        assert lapse_contracts(at) == 1
    assert case_of(code).picked_at is None
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "The successor you picked does not come" in page
    assert "You picked a successor" not in page
    assert "To the contract" not in page
    before = case_of(code).proposal
    could_succeed("Rosa")
    Mail.objects.all().delete()
    assert look_again(complaint=code, starts_on=at.date() + timedelta(days=9), by=life.carla, at=at) is None
    assert case_of(code).proposal != before
    assert "Rosa Voorbeeld" in {one.manager.name for one in asked(code)}
    assert drawn.manager not in {one.manager for one in asked(code)}
    assert Mail.objects.filter(template="mail/choose_invitation.txt").exists()


def test_after_a_contract_that_was_taken_back_the_client_may_end_it_and_nothing_of_the_pick_is_left(life):
    code = press(life, Choice.REPLACE)
    drawn = picked(life, code)
    assert withdraw_contract(contract=drawn.code, reason="Ziek", by=life.anton, at=PRESSED) is None
    assert end(life, code, PRESSED) is None
    anew = draw_anew(contract=drawn.code, starts_on=date(2026, 3, 24), by=life.anton, at=PRESSED)
    assert first_word(anew) == "contract.drawn_already"


def test_the_bureau_closes_nothing_while_the_contract_of_a_pick_waits_for_signatures(life):
    code = press(life, Choice.REPLACE)
    drawn = picked(life, code)
    form = {"do": "drop", "dropped": "bankrupt", "why": "Failliet."}
    address = reverse("bureau:guarantee-case", args=[code])
    answer = browser(life.cast.anton).post(address, form)
    assert answer.status_code == 422
    assert "Take the contract back first" in answer.content.decode()
    assert case_of(code).state == CaseState.REPLACING
    assert withdraw_contract(contract=drawn.code, reason="Failliet", by=life.anton, at=PRESSED) is None
    assert browser(life.cast.anton).post(address, form).status_code == 302
    assert (case_of(code).state, case_of(code).proposal.state) == (
        CaseState.DROPPED,
        "ended",
    )


def test_a_contract_drawn_anew_is_the_same_pick(life):
    code = press(life, Choice.REPLACE)
    drawn = picked(life, code)
    assert withdraw_contract(contract=drawn.code, reason="Verkeerde dag", by=life.anton, at=PRESSED) is None
    assert isinstance(draw_anew(contract=drawn.code, starts_on=date(2026, 3, 24), by=life.anton, at=PRESSED), str)
    assert case_of(code).picked_at == PRESSED
    assert end(life, code, PRESSED) == "guarantee.picked"


def test_once_the_successor_signed_the_bureau_reads_how_the_case_closes(life):
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code, may_begin=False)
    form = {"do": "drop", "dropped": "bankrupt", "why": "Failliet."}
    address = reverse("bureau:guarantee-case", args=[code])
    answer = browser(life.cast.anton).post(address, form)
    assert (answer.status_code, case_of(code).state) == (422, CaseState.REPLACING)
    assert "closes by itself on the first day" in answer.content.decode()
    assert gone(life, second, PRESSED) is None
    assert browser(life.cast.anton).post(address, form).status_code == 302
