"""H1: the guarantee where the bureau looks already, or looks anew: one search, never dearer, and tied to the case."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager, Seat
from interregnum.stages.choose.actions import succeed
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import Invitee, invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.choose.rules.states import ProposalState
from interregnum.stages.choose.texts import REFUSALS
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.guarantee.actions.complain import Way, choose_way
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from interregnum.stages.guarantee.tests.guarantee_world import (
    PRESSED,
    asked,
    case_of,
    could_succeed,
    press,
    read,
    says_yes,
)
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.usefixtures("clock")]
DEARER = Money(1400)
WHY = "Zij kunnen niet op tijd beginnen."


def proposed(life, *names: str, client_rate: Money = DEARER) -> Proposal:
    """The bureau asks these of a list of its own."""
    drawn = draw_shortlist(brief=life.brief, by=life.anton, at=PRESSED)
    listed = Shortlist.objects.get(code=drawn).listed.filter(manager__name__in=[f"{name} Voorbeeld" for name in names])
    chosen = tuple(
        Invitee(manager=each.manager.code, rationale="Kan dit.", client_rate=client_rate, starts_on=date(2026, 3, 24))
        for each in listed.select_related("manager")
    )
    told = {"why": "other", "words": "De klant kent deze managers van eerder."}
    code = invite_managers(shortlist=drawn, chosen=chosen, by=life.anton, at=PRESSED, **told)
    assert isinstance(code, str), code
    return Proposal.objects.get(code=code)


def told(template: str) -> list[str]:
    return sorted(Mail.objects.filter(template=f"mail/{template}.txt").values_list("to", flat=True))


def leaves(life) -> None:
    told = {"leaving": Leaving.RESIGNS, "last_day": date(2026, 4, 10), "agreed_by": "Carla Klant"}
    assert leave(contract=life.contract, **told, by=life.anton, at=PRESSED) is None


def beside(life) -> Proposal:
    """Max stops in April, so the bureau looks already; two agree, and Carla has the proposal."""
    leaves(life)
    proposal = proposed(life, "Noor", "Piet")
    for one in proposal.candidacies.select_related("manager"):
        says_yes(life.cast, one)
    assert send_proposal(proposal=proposal.code, alone_why="Er is geen ander.", by=life.anton, at=PRESSED) is None
    return proposal


def replace(life, code: str) -> str:
    found = choose_way(complaint=code, way=Way(choice=Choice.REPLACE), by=life.carla, at=PRESSED)
    return found.reasons[0].code if isinstance(found, Refused) else ""


def accept(life, proposal: Proposal) -> Candidacy:
    one = proposal.candidacies.filter(state="agreed").first()
    assert accept_proposal(proposal=proposal.code, candidacy=one.code, by=life.carla, at=PRESSED) is None
    return one


def test_a_search_of_the_bureau_gives_way_to_one_that_is_not_dearer(life):
    proposal = beside(life)
    code = press(life, Choice.REPLACE)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.ENDED
    assert case_of(code).proposal not in (None, proposal)
    most = Contract.objects.get(code=life.contract).client_rate
    assert asked(code)
    assert all(one.client_rate <= most for one in asked(code))
    assert told("choose_stopped") == ["noor@example.org", "piet@example.org"]
    assert told("guarantee_room") == ["anton@example.org"]
    assert told("guarantee_instead") == ["carla@example.org"]
    assert Entry.objects.filter(kind="ProposalGaveWay", abouts__code=proposal.code).count() == 1
    assert "gave way to the guarantee; whoever was asked" in read(life.cast.anton, "bureau:guarantee-case", code)
    assert "gave way to your guarantee" in read(life.cast.carla, "client:guarantee-case", code)
    assert "your own proposal gave way" in browser(life.cast.anton).get(reverse("bureau:home")).content.decode()


def test_the_client_hears_nothing_of_a_proposal_that_was_never_sent(life):
    leaves(life)
    proposed(life, "Noor")
    code = press(life, Choice.REPLACE)
    assert told("guarantee_room") == ["anton@example.org"]
    assert told("guarantee_instead") == []
    assert "gave way to your guarantee" not in read(life.cast.carla, "client:guarantee-case", code)


def test_whoever_was_chosen_already_for_the_time_after_is_no_successor_under_the_guarantee(life):
    accept(life, beside(life))
    code = press(life)
    assert replace(life, code) == "guarantee.chosen_already"
    assert (case_of(code).state, Contract.objects.get(code=life.contract).leaving) == (CaseState.OPEN, "resigns")
    address, form = reverse("client:guarantee-case", args=[code]), {"do": "choose", "choice": "replace"}
    answer = browser(life.cast.carla).post(address, form)
    assert answer.status_code == 422
    assert "you chose somebody already" in answer.content.decode()
    # From the first page too, and then nothing is kept.
    Complaint.objects.all().delete()
    address = reverse("client:guarantee-complain", args=[life.assignment])
    answer = browser(life.cast.carla).post(address, {"reason": "result", "words": "", "choice": "replace"})
    assert (answer.status_code, Complaint.objects.count()) == (422, 0)


def test_whoever_was_chosen_already_does_not_keep_the_client_from_ending(life):
    accept(life, beside(life))
    assert case_of(press(life, Choice.END)).state == CaseState.ENDED


def stopped(life, *, is_named: bool) -> str:
    """The bureau stops what the guarantee asked; returns the code of the case."""
    code = press(life, Choice.REPLACE)
    if is_named:
        says_yes(life.cast, asked(code)[0])
    Mail.objects.all().delete()
    proposal = case_of(code).proposal
    seen = ProposalState.SENT if is_named else ProposalState.INVITING
    assert stop_proposal(proposal=proposal.code, reason=WHY, seen=seen, by=life.anton, at=PRESSED) is None
    return code


@pytest.mark.parametrize("is_named", [True, False])
def test_the_client_hears_that_those_asked_do_not_come_and_what_now(life, is_named):
    code = stopped(life, is_named=is_named)
    told = Mail.objects.filter(to="carla@example.org").values_list("template", flat=True)
    assert list(told) == ["mail/guarantee_stopped.txt"]
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "We go on without these managers" in page
    assert "Nobody is free on these terms now" not in page
    # What is for colleagues stays with them; what the client could choose from was taken back with a reason.
    assert (WHY in page) is is_named
    assert "These managers are asked no more" in read(life.cast.anton, "bureau:guarantee-case", code)


def test_the_page_says_who_is_not_asked_again(life):
    page = read(life.cast.carla, "client:guarantee-case", stopped(life, is_named=False))
    assert "whoever was asked before is not asked again" in page


def test_when_no_day_is_left_the_client_is_not_told_to_look_again(life):
    ends_on = Contract.objects.get(code=life.contract).ends_on
    code = press(life, Choice.REPLACE, at=PRESSED)
    Mail.objects.all().delete()
    at = datetime.combine(ends_on, PRESSED.timetz())
    proposal = case_of(code).proposal
    told_why = {"reason": WHY, "seen": ProposalState.INVITING}
    assert stop_proposal(proposal=proposal.code, **told_why, by=life.anton, at=at) is None
    assert (told("guarantee_nobody"), told("guarantee_stopped")) == (["carla@example.org"], [])


def test_a_new_proposal_of_the_bureau_belongs_to_the_case(life):
    code = stopped(life, is_named=True)
    could_succeed("Rosa")
    proposal = proposed(life, "Rosa")
    most = Contract.objects.get(code=life.contract).client_rate
    assert (case_of(code).proposal, proposal.candidacies.get().client_rate) == (proposal, most)
    says_yes(life.cast, proposal.candidacies.get())
    page = read(life.cast.carla, "client:guarantee-case", code)
    assert "Rosa Voorbeeld" in page
    assert "We go on without these managers" not in page
    accept(life, proposal)
    assert case_of(code).picked_at == PRESSED


def test_a_pick_is_tied_to_the_case_by_whom_its_contract_replaces(life):
    code = stopped(life, is_named=True)
    could_succeed("Rosa")
    proposal = proposed(life, "Rosa")
    Complaint.objects.filter(code=code).update(proposal=None)
    says_yes(life.cast, proposal.candidacies.get())
    assert send_proposal(proposal=proposal.code, alone_why="Er is geen ander.", by=life.anton, at=PRESSED) is None
    accept(life, proposal)
    assert (case_of(code).picked_at, case_of(code).proposal) == (PRESSED, proposal)


def test_nobody_dearer_than_what_the_client_pays_is_asked_to_succeed(life):
    code = stopped(life, is_named=True)
    (rosa,) = could_succeed("Rosa")
    most = Contract.objects.get(code=life.contract).client_rate
    drawn = draw_shortlist(brief=life.brief, by=life.anton, at=PRESSED)
    Manager.objects.filter(pk=rosa.pk).update(day_rate=most + Money(50))
    chosen = (Invitee(manager=rosa.code, rationale="Kan dit.", client_rate=DEARER, starts_on=date(2026, 3, 24)),)
    told = {"why": "other", "words": "De klant kent deze managers van eerder."}
    refused = invite_managers(shortlist=str(drawn), chosen=chosen, by=life.anton, at=PRESSED, **told)
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == ["choose.dearer_than_before"]
    assert "Rosa Voorbeeld" in str(REFUSALS["choose.dearer_than_before"] % refused.reasons[0].facts)
    assert not Proposal.objects.filter(candidacies__manager=rosa).exists()
    assert case_of(code).proposal is not None


def test_who_agreed_to_a_search_that_began_after_the_complaint_is_asked_again(life):
    """While the client first wants a talk, the bureau looks ahead."""
    leaves(life)
    code = press(life, Choice.TALK)
    proposal = proposed(life, "Noor", "Piet")
    for one in proposal.candidacies.select_related("manager"):
        says_yes(life.cast, one)
    assert replace(life, code) == ""
    assert {"Noor Voorbeeld", "Piet Voorbeeld"} <= {one.manager.name for one in asked(code)}


def test_a_proposal_of_the_bureau_in_the_very_moment_gives_way_as_well(life, monkeypatch):
    code, real = press(life), succeed.open_proposal

    def beaten(kept, **told):
        monkeypatch.setattr(succeed, "open_proposal", real)
        proposed(life, "Noor")
        return real(kept, **told)

    monkeypatch.setattr(succeed, "open_proposal", beaten)
    assert replace(life, code) == ""
    assert asked(code)
    live = Proposal.objects.filter(brief__code=life.brief, state__in=("inviting", "sent"))
    assert live.get() == case_of(code).proposal


def test_who_guards_the_assignment_is_not_asked_to_carry_it_out(life):
    noor = Manager.objects.get(email="noor@example.org")
    Seat.objects.create(account=life.cast.sara, role="manager", manager=noor)
    code = press(life, Choice.REPLACE)
    assert noor.pk not in {one.manager_id for one in asked(code)}
    assert asked(code)
