"""G1 H1: what follows after a replacement was chosen: its cause, the successor's gates, the hand-over, the clock."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager
from interregnum.stages.choose.actions.decide_proposal import decline_proposal
from interregnum.stages.choose.engine import store
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.record_evidence import judge_feasibility
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import Assignment, GateMark
from interregnum.stages.deliver.queries.quality.bounds import WINDOWS, bounds_on
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.queries.signals import known_on
from interregnum.stages.deliver.rules.gates import Gate, MarkKind, Verdict
from interregnum.stages.deliver.rules.hours import days_of
from interregnum.stages.deliver.rules.signals import SignalLevel, measures_of, signals_of
from interregnum.stages.deliver.signal_texts import evidence_of
from interregnum.stages.ensure.queries.no_commission import statements_of
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.remind import warn_of_overdue
from interregnum.stages.guarantee.queries.causes import causes_of
from interregnum.stages.guarantee.queries.clock import clock_of
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.stages.guarantee.rules.clock import Step
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    ON,
    PRESSED,
    account_of_manager,
    asked,
    case_of,
    could_succeed,
    nobody_else,
    press,
    read,
    running,
    says_yes,
    succeeded,
)
from tests.gates import let_pass
from tests.window import shown_on
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.usefixtures("clock")]
FIRST_DAY = date(2026, 3, 23)


def test_a_cause_that_lies_with_the_organisation_gives_a_signal_until_it_is_mended(life):
    code = press(life, Choice.REPLACE)
    succeeded(life, code)
    bureau = reverse("bureau:guarantee-case", args=[code])
    cause = {"do": "cause", "cause": "mandate", "words": "Hij mocht niets.", "lesson": "Eerst het mandaat."}
    for form in ({"do": "not_heard", "not_heard": "Onbereikbaar"}, cause):
        assert browser(life.cast.anton).post(bureau, form).status_code == 302
    key = Assignment.objects.get(code=life.assignment).pk
    assert causes_of([key], ON + timedelta(days=4)) == {key: {"cause_days": 4}}
    row = Assignment.objects.filter(pk=key).select_related("contract__brief").get()
    on = ON + timedelta(days=4)
    measured = measures_of(gather([row], windows=known_on(on)[WINDOWS], on=on)[key])
    found = {one.code: one for one in signals_of(measured, bounds_on(on))}
    assert (found["cause_stays"].level, found["cause_stays"].number) == (SignalLevel.AMBER, 4)
    # Nobody beside the firm reads in the signal what the cause is.
    assert "mandate" not in evidence_of(found["cause_stays"])
    assert browser(life.cast.anton).post(bureau, {"do": "mend", "how": ""}).status_code == 422
    assert browser(life.cast.anton).post(bureau, {"do": "mend", "how": "De raad gaf een mandaat."}).status_code == 302
    assert browser(life.cast.anton).post(bureau, {"do": "mend", "how": "Nog eens."}).status_code == 422
    assert causes_of([key], ON + timedelta(days=4)) == {}
    assert "De raad gaf een mandaat." in read(life.cast.bea, "bureau:guarantee-case", code)


@pytest.mark.parametrize("cause", ["manager", "match"])
def test_a_cause_that_left_with_the_manager_gives_no_signal(life, cause):
    code = press(life, Choice.REPLACE)
    bureau = reverse("bureau:guarantee-case", args=[code])
    told = {"do": "cause", "cause": cause, "words": "Paste niet.", "lesson": "Beter kijken."}
    for form in ({"do": "not_heard", "not_heard": "Onbereikbaar"}, told):
        assert browser(life.cast.anton).post(bureau, form).status_code == 302
    key = Assignment.objects.get(code=life.assignment).pk
    assert causes_of([key], ON + timedelta(days=4)) == {}
    assert browser(life.cast.anton).post(bureau, {"do": "mend", "how": "Niets."}).status_code == 422


def test_a_successor_whose_gates_are_shut_does_not_begin_and_the_first_day_moves_on(life, clock):
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code, may_begin=False)
    first_day = PRESSED + timedelta(days=7)
    clock.move_to(first_day)
    for _twice in range(2):
        finish_replacements(first_day)
    row = Assignment.objects.get(code=life.assignment)
    assert (case_of(code).state, row.manager_since, row.held_on) == (
        CaseState.REPLACING,
        FIRST_DAY + timedelta(days=1),
        FIRST_DAY,
    )
    assert Mail.objects.filter(template="mail/start_held.txt").count() == 1
    noor = life.cast.actor(account_of_manager(second.manager))
    hours = Hours(monday=FIRST_DAY, minutes={FIRST_DAY: 480})
    assert not isinstance(write_hours(assignment=life.assignment, hours=hours, send=True, by=noor, at=first_day), str)
    later = first_day + timedelta(days=2)
    clock.move_to(later)
    let_pass(second, at=later)
    finish_replacements(later)
    row.refresh_from_db()
    assert (case_of(code).state, row.manager_since) == (CaseState.REPLACED, FIRST_DAY + timedelta(days=1))


def test_the_shadow_manager_tests_again_whether_it_can_be_done_before_a_successor_begins(life, clock):
    code = press(life, Choice.REPLACE)
    second = succeeded(life, code, may_begin=False)
    first_day = PRESSED + timedelta(days=7)
    clock.move_to(first_day)
    window, address = browser(life.cast.sara), reverse("shadow:deliver-feasibility", args=[second.code])
    assert address in window.get(reverse("shadow:deliver-gates", args=[second.code])).content.decode()
    form = {"verdict": Verdict.FEASIBLE, "reason": "Het kan, als de raad blijft staan."}
    form |= shown_on(window.get(address).content.decode(), *form) | form
    assert window.post(address, form).status_code == 302
    open_but = [gate for gate in Gate if gate is not Gate.FEASIBILITY]
    GateMark.objects.bulk_create(
        GateMark(contract=second, gate=gate, kind=MarkKind.BEFORE, made_at=first_day) for gate in open_but
    )
    finish_replacements(first_day)
    assert case_of(code).state == CaseState.REPLACED
    told = {"verdict": Verdict.FEASIBLE, "reason": "Te laat.", "at": first_day + timedelta(days=1)}
    late = judge_feasibility(contract=second.code, by=life.cast.actor(life.cast.sara), **told)
    assert isinstance(late, Refused)
    assert late.reasons[0].code == "deliver.started_already"


def test_days_of_both_are_hand_over_where_nobody_chose_others(life, clock):
    code = press(life, Choice.REPLACE, last_day=date(2026, 3, 26))
    second = succeeded(life, code)
    noor = life.cast.actor(account_of_manager(second.manager))
    at = PRESSED + timedelta(days=12)
    clock.move_to(at)
    days = days_of(FIRST_DAY)
    for who, count in ((life.max, 4), (noor, 5)):
        hours = Hours(monday=FIRST_DAY, minutes=dict.fromkeys(days[:count], 480))
        week = write_hours(assignment=life.assignment, hours=hours, send=True, by=who, at=at)
        assert isinstance(week, str), week
        assert answer_hours(week=week, version=1, by=life.carla, at=at) is None
    page = proof_page(code, seen_by=life.anton)
    # Of the four days on which both were there the clause makes three the firm's; on the fourth one of them is billed.
    assert page.handover == tuple(days[:3])
    assert (page.overlap, page.billed) == ((), second.client_rate * 2)


def test_the_clock_keeps_the_names_of_the_drawing_before(cast):
    life = running(cast, roster=("Noor", "Piet"))
    nobody_else(life.cast)
    Manager.objects.filter(name__in=("Noor Voorbeeld", "Piet Voorbeeld")).update(is_active=True)
    store.work_off()
    code = press(life, Choice.REPLACE)
    first = asked(code)[0]
    says_yes(cast, first)
    proposal = case_of(code).proposal
    assert decline_proposal(proposal=proposal.code, reason="Niet wat wij zoeken.", by=life.carla, at=PRESSED) is None
    could_succeed("Rosa")
    again = {"do": "again", "starts_on": "2026-03-30"}
    assert browser(cast.carla).post(reverse("client:guarantee-case", args=[code]), again).status_code == 302
    says_yes(cast, asked(code)[0], at=PRESSED + timedelta(hours=30))
    case = case_of(code)
    assert len(case.named_before) == 1
    named = next(one for one in clock_of(case, at=PRESSED + timedelta(hours=40)) if one.step == Step.NAMED)
    assert named.done_at == PRESSED + timedelta(hours=30)


def test_a_promise_that_is_not_kept_is_mailed_once_to_who_guards_the_client_and_to_the_partners(life, clock):
    press(life, Choice.UNSURE)
    template = "mail/guarantee_overdue.txt"
    for hours, told in ((24, 0), (63, 2), (64, 2)):
        at = PRESSED + timedelta(hours=hours)
        clock.move_to(at)
        warn_of_overdue(at)
        assert Mail.objects.filter(template=template).count() == told, hours
    assert set(Mail.objects.filter(template=template).values_list("to", flat=True)) == {
        "anton@example.org",
        "bea@example.org",
    }


def test_who_was_replaced_states_of_the_last_month_that_no_commission_was_paid(life):
    code = press(life, Choice.REPLACE)
    answer_hours(week=life.hours, version=1, by=life.carla, at=PRESSED)
    succeeded(life, code)
    later = PRESSED + timedelta(days=20)
    finish_replacements(later)
    page = reverse("manager:ensure-introduced", args=[life.assignment])
    with time_machine.travel(later, tick=False):
        assert page in browser(life.cast.max).get("/manager/").text
        shown = browser(life.cast.max).get(page)
        assert shown.status_code == 200
        assert "Note a person" not in shown.text
        assert browser(life.cast.max).post(page, {"do": "state", "month": "2026-03-01"}).status_code == 302
        note = {"do": "note", "name": "Nog Iemand", "introduced_on": "2026-03-20"}
        assert browser(life.cast.max).post(page, note).status_code == 404
        assert page not in browser(life.cast.max).get("/manager/").text
    assert list(statements_of(life.assignment)) == [(life.cast.max_profile.code, date(2026, 3, 1))]
