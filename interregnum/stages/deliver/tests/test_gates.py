"""G3: the gates before a start, through their pages: evidence, who may know what, and a partner's override."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.period import local_day
from interregnum.stages.contract.actions.end_unsigned import withdraw_contract
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.models import Assignment, GateAnswer, GateMark
from interregnum.stages.deliver.queries import starts_waiting
from interregnum.stages.deliver.queries.gate_facts import contracts_with_gates, ways_of
from interregnum.stages.deliver.queries.never import NEVER, never_began
from interregnum.stages.deliver.rules.gates import Gate, GateState
from interregnum.stages.deliver.rules.relation import Question
from interregnum.stages.deliver.rules.states import AssignmentState
from tests import gates
from tests.life import STARTS_ON, Life
from tests.world import NOW, TODAY, Cast, browser

NO = {"construct": "own_business"} | {question.value: "no" for question in Question}
pytestmark = pytest.mark.usefixtures("on_monday")


def page_of(life: Life) -> str:
    return f"/bureau/contracts/{life.contract}/gates/"


def states(life: Life, *, on: date = TODAY) -> dict[Gate, GateState]:
    row = contracts_with_gates(life.anton).get(code=life.contract)
    return {line.gate: line.found.state for line in ways_of([row], on=on)[row.pk].lines}


def test_every_gate_opens_by_its_own_evidence(life: Life) -> None:
    shut = {gate for gate, state in states(life).items() if state is GateState.WAITS}
    assert shut == set(Gate) - {Gate.SIGNATURES, Gate.CONFLICTS, Gate.INSURANCE}
    gates.show_papers(life.max, at=NOW)
    gates.screen(life.cast, life.cast.max_profile.code, by=life.anton, at=NOW)
    gates.answer(life.contract, by=life.anton, at=NOW)
    gates.make_mandate(life.assignment, by=life.anton, at=NOW, on=TODAY)
    assert {gate for gate, state in states(life).items() if state is GateState.WAITS} == {Gate.FEASIBILITY}
    gates.judge(life.contract, by=life.cast.actor(life.cast.sara), at=NOW)
    assert not {gate for gate, state in states(life).items() if state is GateState.WAITS}


def test_the_bureau_writes_down_what_the_works_council_said(life: Life) -> None:
    url = f"/bureau/contracts/{life.contract}/gates/works_council/"
    crossed = {"answer": "positive", "asked_on": "2026-02-20", "answered_on": "2026-02-10", "note": "Voor."}
    refused = browser(life.cast.anton).post(url, crossed)
    assert refused.status_code == 422
    assert "Voor." in refused.text
    page = SimpleUploadedFile("advies.pdf", b"%PDF-1.7 advies")
    done = browser(life.cast.anton).post(url, crossed | {"answered_on": "2026-02-27", "proof": page})
    assert done.status_code == 302
    assert states(life)[Gate.WORKS_COUNCIL] is GateState.OPEN
    file = browser(life.cast.anton).get(f"{url}document/")
    assert file.content == b"%PDF-1.7 advies"


def test_a_start_that_was_held_back_ends_with_a_manager_who_left_meanwhile(life: Life) -> None:
    starts, last = NOW + timedelta(days=7), STARTS_ON + timedelta(days=2)
    start_assignments(starts)
    told = {"leaving": Leaving.ILL, "last_day": last}
    assert leave(contract=life.contract, **told, by=life.anton, at=starts) is None
    start_assignments(starts + timedelta(days=1))
    assert Assignment.objects.get().state == AssignmentState.LANDING
    for _time in range(2):
        assert start_assignments(starts + timedelta(days=2)) == 0
    row, contract = Assignment.objects.get(), Contract.objects.get()
    assert (row.state, row.ends_on, never_began(row)) == (AssignmentState.CLOSED, row.starts_on, True)
    assert contract.runs_until < contract.starts_on
    # Of before a term had a day at least.
    row.ends_on = row.starts_on - timedelta(days=1)
    assert never_began(row)
    assert Assignment.objects.filter(NEVER).exists()
    assert Entry.objects.filter(kind="AssignmentClosed").count() == 1


def test_a_hostile_file_is_refused_and_nothing_typed_is_lost(life: Life) -> None:
    url = f"/bureau/contracts/{life.contract}/gates/works_council/"
    typed = {"answer": "positive", "answered_on": "2026-02-27", "note": "Akkoord."}
    program = SimpleUploadedFile("advies.pdf", b"MZ\x90\x00")
    refused = browser(life.cast.anton).post(url, typed | {"proof": program})
    assert refused.status_code == 422
    assert "Akkoord." in refused.text
    assert not GateAnswer.objects.exists()


def test_the_working_relation_is_assessed_with_ten_questions(life: Life) -> None:
    url = f"/bureau/contracts/{life.contract}/gates/relation/"
    assert browser(life.cast.anton).post(url, {"construct": "own_business"}).status_code == 422
    assert browser(life.cast.anton).post(url, NO | {"direction": "yes", "line_seat": "yes"}).status_code == 302
    assert states(life)[Gate.RELATION] is GateState.WAITS
    assert browser(life.cast.anton).post(url, NO).status_code == 302
    assert states(life)[Gate.RELATION] is GateState.OPEN


def test_a_partner_lets_a_gate_through_with_a_reason_that_stays_and_takes_it_back(
    life: Life,
) -> None:
    url = f"/bureau/contracts/{life.contract}/gates/works_council/override/"
    assert browser(life.cast.anton).get(url).status_code == 404
    assert browser(life.cast.bea).post(url, {"reason": ""}).status_code == 422
    assert browser(life.cast.bea).post(url, {"reason": "Er is geen ondernemingsraad."}).status_code == 302
    assert states(life)[Gate.WORKS_COUNCIL] is GateState.OVERRIDDEN
    assert "Er is geen ondernemingsraad." in browser(life.cast.anton).get(page_of(life)).text
    assert browser(life.cast.bea).post(url, {}).status_code == 302
    assert states(life)[Gate.WORKS_COUNCIL] is GateState.WAITS
    mark = GateMark.objects.get()
    assert (mark.reason, mark.revoked_at is not None) == ("Er is geen ondernemingsraad.", True)


def test_a_screening_that_was_refused_cannot_be_let_through(life: Life) -> None:
    life.cast.max_profile.screenings.filter(code=life.cast.screening).update(
        outcome="not_passed", decided_on=TODAY, decided_by=life.cast.bea
    )
    url = f"/bureau/contracts/{life.contract}/gates/conduct/override/"
    assert browser(life.cast.bea).post(url, {"reason": "Toch maar."}).status_code == 422
    assert not GateMark.objects.exists()
    assert browser(life.cast.bea).get(page_of(life)).status_code == 200


def test_a_client_and_a_shadow_manager_read_the_state_and_nothing_of_the_screening(
    life: Life,
) -> None:
    gates.screen(life.cast, life.cast.max_profile.code, by=life.anton, at=NOW - timedelta(days=9))
    passed_on = "21\xa0Feb\xa02026"
    for client, desk in ((browser(life.cast.carla), "client"), (browser(life.cast.sara), "shadow")):
        assert passed_on not in client.get(f"/{desk}/contracts/{life.contract}/gates/").text
    assert passed_on in browser(life.cast.max).get(f"/manager/contracts/{life.contract}/gates/").text


@pytest.mark.mission("G2")
def test_only_the_shadow_manager_of_this_assignment_tests_it(life: Life) -> None:
    url = f"/shadow/contracts/{life.contract}/feasibility/"
    typed = {"verdict": "sent_back", "reason": "Het resultaat is niet te meten."}
    assert browser(life.cast.oscar).post(url, typed).status_code == 404
    assert "19 → 5 dagen" in browser(life.cast.sara).get(url).text
    assert browser(life.cast.sara).post(url, typed).status_code == 302
    assert states(life)[Gate.FEASIBILITY] is GateState.WAITS
    assert browser(life.cast.sara).post(url, typed | {"verdict": "feasible"}).status_code == 302
    assert states(life)[Gate.FEASIBILITY] is GateState.OPEN
    Assignment.objects.update(state=AssignmentState.RUNNING)
    assert 'name="verdict"' not in browser(life.cast.sara).get(url).text


def test_a_conflict_that_is_declared_later_shuts_the_gate_again(life: Life) -> None:
    assert states(life)[Gate.CONFLICTS] is GateState.OPEN
    life.cast.max_profile.conflicts = ["Bank De Proef N.V."]
    life.cast.max_profile.save()
    assert states(life)[Gate.CONFLICTS] is GateState.WAITS
    assert Contract.objects.get(code=life.contract).starts_on > local_day(NOW)


def test_what_is_not_ready_does_not_start_and_says_so_until_it_is(life: Life) -> None:
    first_day = NOW + timedelta(days=7)
    assert [start_assignments(first_day) for _time in range(2)] == [0, 0]
    row = Assignment.objects.get(code=life.assignment)
    assert (row.state, row.held_on) == (AssignmentState.LANDING, local_day(first_day))
    assert Mail.objects.filter(template="mail/start_held.txt", to="anton@example.org").count() == 1
    (line,) = starts_waiting(seen_by=life.anton, on=local_day(first_day), most=5)
    assert (line.is_held, line.contract) == (True, life.contract)
    own = starts_waiting(seen_by=life.max, on=local_day(first_day), most=5)
    assert [line.gate for line in own] == [Gate.DECLARATION]
    life.cleared()
    later = first_day + timedelta(days=3)
    assert start_assignments(later) == 1
    row.refresh_from_db()
    assert (row.state, row.starts_on) == (AssignmentState.RUNNING, local_day(later))
    assert starts_waiting(seen_by=life.anton, on=local_day(later), most=5) == ()


def test_a_contract_that_was_taken_back_has_no_gates(cast: Cast) -> None:
    life = Life(cast, until="accepted")
    assert browser(cast.bea).get(page_of(life)).status_code == 200
    assert withdraw_contract(contract=life.contract, reason="Toch niet.", by=cast.actor(cast.bea), at=NOW) is None
    assert browser(cast.bea).get(page_of(life)).status_code == 404
    address = reverse("bureau:deliver-override", args=[life.contract, Gate.INSURANCE])
    assert browser(cast.bea).post(address, {"reason": "Gezien."}).status_code == 404


def test_a_client_answers_its_own_gates_and_the_bureau_hears_of_it(life: Life) -> None:
    carla = browser(life.cast.carla)
    path = f"/client/contracts/{life.contract}/gates/"
    assert f"{path}successor/" in carla.get("/client/").content.decode()
    said = {"answer": "positive", "answered_on": "2026-03-02", "note": "Nora Tijdelijk, teamleider."}
    crossing = carla.post(f"{path}works_council/", said | {"asked_on": "2026-03-30"})
    assert crossing.status_code == 422 and "Nora Tijdelijk" in crossing.content.decode()
    assert carla.post(f"{path}successor/", said).status_code == 302
    assert states(life)[Gate.SUCCESSOR] is GateState.OPEN
    assert Mail.objects.get(template="mail/gate_answered.txt").to == life.cast.anton.email
    shown = carla.get(f"{path}successor/").content.decode()
    assert "Nora Tijdelijk" in shown and "<textarea" not in shown
    again = carla.post(f"{path}successor/", said | {"note": "Toch niemand."})
    assert again.status_code == 422 and "There is an answer already" in again.content.decode()
    assert GateAnswer.objects.get().note == "Nora Tijdelijk, teamleider."
    assert carla.get(f"{path}relation/").status_code == carla.get(f"{path}conflicts/").status_code == 404


def test_a_client_reads_no_reason_for_which_a_partner_let_its_gate_through(life: Life) -> None:
    path = f"contracts/{life.contract}/gates/works_council/"
    browser(life.cast.bea).post(f"/bureau/{path}override/", {"reason": "De raad komt pas in mei bijeen."})
    carla = browser(life.cast.carla)
    for page in (f"/client/{path}", f"/client/contracts/{life.contract}/gates/"):
        assert "in mei bijeen" not in carla.get(page).content.decode()
