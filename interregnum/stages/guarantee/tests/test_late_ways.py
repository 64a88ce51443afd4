"""H1 H2: what may be chosen late: after an improvement plan, after the last day, and when the press was a mistake."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contracts_of
from interregnum.stages.guarantee.actions.close import drop
from interregnum.stages.guarantee.actions.complain import Way, choose_way
from interregnum.stages.guarantee.queries.clock import clock_of
from interregnum.stages.guarantee.rules.clock import Kept, Step
from interregnum.stages.guarantee.rules.states import CaseState, Choice, Dropped
from interregnum.stages.guarantee.tests.guarantee_world import ON, PRESSED, case_of, press, read
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.mission("H2"), pytest.mark.usefixtures("clock")]


def choose(life, code, choice, at):
    found = choose_way(complaint=code, way=Way(choice=choice), by=life.carla, at=at)
    return found.reasons[0].code if isinstance(found, Refused) else ""


def test_the_clock_blames_nobody_for_the_time_of_an_improvement_plan(life, clock):
    code = press(life, Choice.IMPROVE)
    at = PRESSED + timedelta(days=14)
    clock.move_to(at)
    assert choose(life, code, Choice.REPLACE, at) == ""
    found = {one.step: one for one in clock_of(case_of(code), at=at)}
    assert (found[Step.CHOSEN].kept(at), found[Step.CHOSEN].done_at) == (Kept.IN_TIME, PRESSED)
    # What follows from the choice counts from that choice.
    assert found[Step.LISTED].due_at > at
    assert found[Step.NAMED].due_at > at


def test_nobody_is_replaced_when_no_day_is_left_and_ending_is_still_there(life, clock):
    ends = Contract.objects.get(code=life.contract).runs_until
    late = datetime.combine(ends - timedelta(days=5), PRESSED.timetz())
    clock.move_to(late)
    code = press(life, Choice.IMPROVE, at=late)
    at = late + timedelta(days=9)
    clock.move_to(at)
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert 'value="replace"' not in page
    assert 'value="end"' in page
    for choice in (Choice.REPLACE, Choice.TALK):
        assert choose(life, code, choice, at) == "guarantee.no_days_left"
    assert choose(life, code, Choice.END, at) == ""
    assert (case_of(code).state, case_of(code).last_day) == (CaseState.ENDED, ends)


def test_a_mistake_is_not_undone_by_closing_once_the_client_chose_to_replace(life):
    code = press(life, Choice.REPLACE)
    found = drop(complaint=code, dropped=Dropped.MISTAKE, why="Vergissing.", by=life.anton, at=PRESSED)
    assert found.reasons[0].code == "guarantee.mistake_carried_out"
    page = read(life.cast.anton, "bureau:guarantee-case", code)
    assert 'value="mistake"' not in page
    assert "propose the manager anew" in page
    form = {"do": "drop", "dropped": "mistake", "why": "Vergissing."}
    assert browser(life.cast.anton).post(reverse("bureau:guarantee-case", args=[code]), form).status_code == 422
    assert case_of(code).state == CaseState.REPLACING


def test_before_a_choice_a_mistake_closes_it_and_the_manager_stays(life):
    code = press(life)
    assert 'value="mistake"' in read(life.cast.anton, "bureau:guarantee-case", code)
    assert drop(complaint=code, dropped=Dropped.MISTAKE, why="Vergissing.", by=life.anton, at=PRESSED) is None
    assert Contract.objects.get(code=life.contract).left_at is None


def test_after_ending_the_way_on_leads_somewhere_and_the_contract_says_its_last_day(life):
    code = press(life, Choice.END)
    page = read(life.cast.carla, "client:guarantee-case", code)
    way = reverse("client:handover-page", args=[life.assignment])
    assert way in page
    assert reverse("client:ensure-reviews-of", args=[life.assignment]) not in page
    assert browser(life.cast.carla).get(way).status_code == 200
    assert [one.ends_on for one in contracts_of(seen_by=life.carla)] == [ON]


@pytest.mark.parametrize(("took", "kept"), [(0.5, Kept.IN_TIME), (61, Kept.LATE)])
def test_the_clock_takes_the_moment_at_which_the_receipt_was_really_written(life, monkeypatch, took, kept):
    seconds = iter([100.0, 100.0 + took])
    monkeypatch.setattr("interregnum.stages.guarantee.actions.complain.perf_counter", lambda: next(seconds))
    row = case_of(press(life))
    assert row.acknowledged_at == PRESSED + timedelta(seconds=took)
    found = {one.step: one for one in clock_of(row, at=PRESSED)}
    assert found[Step.ACKNOWLEDGED].kept(PRESSED) == kept


def test_a_receipt_that_nobody_could_be_sent_is_none(life):
    Account.objects.filter(pk=life.cast.carla.pk).update(is_active=False)
    row = case_of(press(life))
    found = {one.step: one for one in clock_of(row, at=PRESSED)}
    assert found[Step.ACKNOWLEDGED].kept(PRESSED + timedelta(minutes=2)) == Kept.OVERDUE
