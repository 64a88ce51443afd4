"""Evidence that was there and holds no longer: the gate shuts again, and a partner lets it through for as long."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.people.models import Insurance
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.actions.remind import remind_of_relations
from interregnum.stages.deliver.models import Assignment, GateMark, RelationCheck
from interregnum.stages.deliver.queries import relations_due, starts_waiting
from interregnum.stages.deliver.rules.gates import Gate, GateState
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.tests.test_gates import page_of, states
from tests import gates
from tests.life import STARTS_ON, Life
from tests.world import NOW, TODAY, browser

pytestmark = pytest.mark.usefixtures("on_monday")


def test_the_working_relation_is_asked_again_after_ninety_days(life: Life) -> None:
    life.cleared()
    start_assignments(NOW + timedelta(days=7))
    assert remind_of_relations(NOW + timedelta(days=75)) == 0
    soon, again = NOW + timedelta(days=76), NOW + timedelta(days=91)
    assert [remind_of_relations(soon) for _time in range(2)] == [1, 1]
    mails = Mail.objects.filter(template__startswith="mail/relation_")
    assert mails.count() == 1
    assert states(life, on=local_day(soon) + timedelta(days=14))[Gate.RELATION] is GateState.OPEN
    assert [remind_of_relations(again) for _time in range(2)] == [1, 1]
    assert mails.count() == 2
    assert states(life, on=local_day(again))[Gate.RELATION] is GateState.EXPIRED
    with time_machine.travel(again, tick=False):
        assert f"/bureau/contracts/{life.contract}/gates/relation/" in browser(life.cast.anton).get("/bureau/").text
        assert "The work goes on meanwhile" in browser(life.cast.anton).get(page_of(life)).text
    # A warning: the work is not stopped.
    start_assignments(again)
    assert Assignment.objects.get().state == AssignmentState.RUNNING
    gates.assess(life.contract, by=life.anton, at=again)
    assert relations_due(seen_by=life.anton, on=local_day(again)) == ()
    assert states(life, on=local_day(again))[Gate.RELATION] is GateState.OPEN


def test_nothing_starts_on_an_assessment_that_is_too_old(life: Life) -> None:
    life.cleared()
    RelationCheck.objects.update(assessed_on=STARTS_ON - timedelta(days=91))
    first_day = NOW + timedelta(days=7)
    assert start_assignments(first_day) == 0
    (line,) = starts_waiting(seen_by=life.anton, on=local_day(first_day), most=5)
    assert (line.gate, line.is_held) == (Gate.RELATION, True)
    url = f"/bureau/contracts/{life.contract}/gates/relation/override/"
    with time_machine.travel(first_day, tick=False):
        assert browser(life.cast.bea).post(url, {"reason": "De vragen volgen morgen."}).status_code == 302
    assert start_assignments(first_day) == 1
    # Let through for as long as an assessment holds; then it waits again, and a partner can decide anew.
    later = first_day + timedelta(days=91)
    assert states(life, on=local_day(later))[Gate.RELATION] is GateState.EXPIRED
    with time_machine.travel(later, tick=False):
        assert browser(life.cast.bea).post(url, {"reason": "Carla is ziek; volgende week."}).status_code == 302
    assert states(life, on=local_day(later))[Gate.RELATION] is GateState.OVERRIDDEN
    kept = [(mark.reason, mark.revoked_at is None) for mark in GateMark.objects.order_by("pk")]
    assert kept == [("De vragen volgen morgen.", False), ("Carla is ziek; volgende week.", True)]
    assert Entry.objects.filter(kind="OverrideRevoked").count() == 1


def test_a_working_relation_that_was_let_through_is_due_as_long_after_that(life: Life) -> None:
    life.cleared()
    start_assignments(NOW + timedelta(days=7))
    later = NOW + timedelta(days=91)
    url = f"/bureau/contracts/{life.contract}/gates/relation/override/"
    with time_machine.travel(later, tick=False):
        assert browser(life.cast.bea).post(url, {"reason": "Carla is ziek; volgende week."}).status_code == 302
    # What was let through is on no desk and in no mail before that too is over; what was taken back is there at once.
    assert relations_due(seen_by=life.anton, on=local_day(later) + timedelta(days=75)) == ()
    assert remind_of_relations(later + timedelta(days=75)) == 0
    (line,) = relations_due(seen_by=life.anton, on=local_day(later) + timedelta(days=76))
    assert line.due_on == local_day(later) + timedelta(days=90)
    with time_machine.travel(later, tick=False):
        assert browser(life.cast.bea).post(url, {}).status_code == 302
    (line,) = relations_due(seen_by=life.anton, on=local_day(later))
    assert line.due_on < local_day(later)


def test_an_insurance_and_a_declaration_shut_their_gate_again(life: Life) -> None:
    life.cleared()
    Insurance.objects.update(ends_on=STARTS_ON)
    assert start_assignments(NOW + timedelta(days=8)) == 0
    Insurance.objects.update(ends_on=STARTS_ON + timedelta(days=30))
    assert start_assignments(NOW + timedelta(days=8)) == 1
    ends = STARTS_ON + timedelta(days=31)
    assert states(life, on=ends - timedelta(days=1))[Gate.INSURANCE] is GateState.OPEN
    assert states(life, on=ends)[Gate.INSURANCE] is GateState.EXPIRED
    Contract.objects.update(runs_until=STARTS_ON + timedelta(days=500))
    much_later = states(life, on=STARTS_ON + timedelta(days=400))
    assert much_later[Gate.DECLARATION] is GateState.EXPIRED
    # Asked for on the first day alone.
    assert much_later[Gate.CONDUCT] is GateState.OPEN
    # What is over is judged as on its last day.
    Contract.objects.update(runs_until=STARTS_ON + timedelta(days=30))
    assert states(life, on=ends)[Gate.INSURANCE] is GateState.OPEN


def test_a_certificate_that_became_too_old_while_a_start_was_held_back_is_asked_anew(life: Life) -> None:
    life.cleared()
    holds = value("choose.screening_valid_days.conduct", on=TODAY)
    last = TODAY + timedelta(days=holds)
    Contract.objects.update(runs_until=last + timedelta(days=90))
    assert states(life, on=last)[Gate.CONDUCT] is GateState.OPEN
    assert states(life, on=last + timedelta(days=1))[Gate.CONDUCT] is GateState.EXPIRED
