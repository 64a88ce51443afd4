"""What two people can press at the same moment: who presses what, what the second is told, and what stands once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from django.db.models import Model

from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.people import accounts
from interregnum.people.models import Invitation, Manager, Note, Screening
from interregnum.people.notes import finish_next_action
from interregnum.people.rules.screening import Outcome
from interregnum.people.screening import decide_screening
from interregnum.records.merging import merge_managers
from interregnum.records.models import DataRequest
from interregnum.records.requests import ask_for_data, grant_request
from interregnum.records.states import Wanted
from interregnum.stages.ask.actions.confirm_triage import confirm_triage
from interregnum.stages.ask.actions.handle_request import end_request, release_request
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.rules.states import RequestState
from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal, decline_proposal
from interregnum.stages.choose.actions.invite_managers import Invitee, invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.contract.actions.ask_to_sign import ask_again
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.actions.agree_plan import agree_plan, propose_plan, send_back_plan
from interregnum.stages.deliver.actions.pass_time import miss_reports, start_assignments
from interregnum.stages.deliver.actions.report_week import mark_read, report_week
from interregnum.stages.deliver.models import Assignment, MissedWeek, PlanVersion, WeeklyReport
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from interregnum.stages.ensure.models import ShadowAppointment
from tests.house.forms_of_briefs import agree_twice, offer_twice
from tests.life import STARTS_ON, Life, verdict_for, week_of
from tests.signing import signature, signed_long_ago
from tests.together import allow_two, forget_state, make_another
from tests.world import NOW

type Act = Callable[[], Any]
LATER = NOW + timedelta(days=12)
# The first week of the assignment is over, and its report is late.
A_WEEK_LATE = NOW + timedelta(days=16)


@dataclass(frozen=True)
class Race:
    """`told` is the refusal that the second one gets, "" when both are content. Of each of `facts` (one of several is
    written with a bar) one stands in the journal. `without` takes away what makes it hold."""

    until: str
    acts: Callable[[Life], tuple[Act, Act]]
    told: str
    facts: tuple[str, ...]
    without: Callable[[pytest.MonkeyPatch], None]


def state_of(model: type[Model]) -> Callable[[pytest.MonkeyPatch], None]:
    """The action asks for the old state in its filter."""
    return lambda patch: forget_state(patch, model)


def only_one(model: type[Model]) -> Callable[[pytest.MonkeyPatch], None]:
    """The action takes the row that is there."""
    return lambda patch: make_another(patch, model)


def both(life: Life, action: Callable[..., Any], **words: Any) -> tuple[Act, Act]:
    """Two people of the firm who both see everything: an account manager who comes second would see nothing more."""
    partners = life.cast.actor(life.cast.bea), replace(life.anton, role=Role.PARTNER)
    one, other = (partial(action, **words, by=by, at=NOW) for by in partners)
    return one, other


def twice(action: Callable[..., Any], **words: Any) -> tuple[Act, Act]:
    """One person, in two windows."""
    return partial(action, **words), partial(action, **words)


def _invite(life: Life) -> tuple[Act, Act]:
    max_ = life.cast.max_profile.code
    chosen = Invitee(manager=max_, rationale="Past.", client_rate=Money(1250), starts_on=STARTS_ON)
    return both(life, invite_managers, shortlist=life.shortlist, chosen=(chosen,))


def _answer(life: Life) -> tuple[Act, Act]:
    answer = partial(answer_invitation, candidacy=life.candidacy, remark="", by=life.max, at=NOW)
    return partial(answer, agrees=True), partial(answer, agrees=False)


def _send(life: Life) -> tuple[Act, Act]:
    return both(life, send_proposal, proposal=life.proposal, alone_why="Er is geen ander.")


def _sent_long_ago(patch: pytest.MonkeyPatch) -> None:
    """Both had the page open before either pressed, and the filter does not ask for the old state."""
    module = import_module(send_proposal.__module__)
    read = module.proposal_row

    def read_long_ago(code: str, **seen_by: Any) -> Proposal:
        row: Proposal = read(code, **seen_by)
        row.state = "inviting"
        return row

    patch.setattr(module, "proposal_row", read_long_ago)
    forget_state(patch, Proposal)


def _accept(life: Life) -> Act:
    return partial(accept_proposal, proposal=life.proposal, candidacy=life.candidacy, by=life.carla, at=NOW)


def _decline(life: Life) -> Act:
    return partial(decline_proposal, proposal=life.proposal, reason="Toch niet.", by=life.carla, at=NOW)


def _sign(life: Life) -> tuple[Act, Act]:
    make_documents.call(life.contract)
    ready = signature(life.contract, Side.CLIENT, life.carla, at=NOW)
    assert isinstance(ready, dict)
    return twice(sign_agreement, **ready, at=NOW)


def _appoint(life: Life) -> tuple[Act, Act]:
    sara = life.cast.sara.code
    told = {"shadow": sara, "reason": "Kent het vak.", "is_independent": True}
    return both(life, appoint_shadow_manager, assignment=life.assignment, **told)


def _send_plan(life: Life) -> tuple[Act, Act]:
    Assignment.objects.filter(code=life.assignment).update(plan_state="draft")
    return twice(propose_plan, assignment=life.assignment, by=life.max, at=LATER)


def _agree_plan(life: Life) -> Act:
    return partial(agree_plan, assignment=life.assignment, version=1, by=life.carla, at=LATER)


def _send_back(life: Life) -> Act:
    return partial(send_back_plan, assignment=life.assignment, note="Noem de eigenaar.", by=life.carla, at=LATER)


def _ask_again(life: Life) -> tuple[Act, Act]:
    make_documents.call(life.contract)
    return both(life, ask_again, contract=life.contract)


def _let_in(life: Life) -> tuple[Act, Act]:
    Request.objects.filter(code=life.request).update(state="held", signs=["links"])
    return both(life, release_request, request=life.request)


def _decide_screening(life: Life) -> tuple[Act, Act]:
    Screening.objects.update(entered_by=life.cast.sara)
    return both(life, decide_screening, code=Screening.objects.latest("pk").code, outcome=Outcome.PASSED)


def _merge(life: Life) -> tuple[Act, Act]:
    winner, loser = life.cast.max_profile.code, life.cast.olga_profile.code
    return both(life, merge_managers, winner=winner, loser=loser, from_loser=())


def _grant(life: Life) -> tuple[Act, Act]:
    asked = ask_for_data(wanted=Wanted.ACCESS, by=life.carla, at=NOW)
    return both(life, grant_request, code=asked)


def _report(life: Life) -> tuple[Act, Act]:
    return twice(report_week, assignment=life.assignment, week=week_of(STARTS_ON), by=life.max, at=LATER)


def _open_account(life: Life) -> tuple[Act, Act]:
    bea = life.cast.actor(life.cast.bea)
    accounts.invite(email="nora@example.org", name="Nora", role=Role.SHADOW, by=bea, at=NOW)
    Invitation.objects.update(token_hash=accounts.hash_of("bekend"))
    return twice(accounts.accept_invitation, token="bekend", password="een-heel-lang-wachtwoord", at=NOW)


RACES: dict[str, Race] = {
    "confirm a request": Race(
        "told",
        lambda life: both(life, confirm_triage, request=life.request, verdict=verdict_for(life.cast)),
        "ask.already_confirmed",
        ("TriageConfirmed", "BriefDrafted"),
        state_of(Request),
    ),
    "offer a brief": Race("agreed", offer_twice, "brief.already_agreed", ("BriefOffered",), state_of(Brief)),
    "agree a brief": Race("agreed", agree_twice, "brief.already_answered", ("BriefAgreed",), state_of(BriefVersion)),
    "invite managers": Race(
        "drawn",
        _invite,
        "choose.live_proposal",
        ("ManagersInvited",),
        lambda _patch: allow_two(Proposal, "one_live_proposal_a_brief"),
    ),
    "answer an invitation": Race(
        "invited", _answer, "choose.already_answered", ("ManagerAnswered",), state_of(Candidacy)
    ),
    "send a proposal": Race("answered", _send, "choose.already_sent", ("ProposalSent",), _sent_long_ago),
    "accept a proposal": Race(
        "sent",
        lambda life: (_accept(life), _accept(life)),
        "choose.already_decided",
        ("ProposalAccepted", "ContractDrawn"),
        state_of(Proposal),
    ),
    "accept and decline": Race(
        "sent",
        lambda life: (_accept(life), _decline(life)),
        "choose.already_decided",
        ("ProposalAccepted|ProposalDeclined",),
        state_of(Proposal),
    ),
    "sign an agreement": Race("accepted", _sign, "contract.already_signed", ("AgreementSigned",), signed_long_ago),
    "appoint a shadow manager": Race(
        "signed", _appoint, "ensure.already_appointed", ("ShadowAppointed",), only_one(ShadowAppointment)
    ),
    "ask again for a signature": Race(
        "accepted",
        _ask_again,
        "contract.asked_just_now",
        ("SigningAsked",),
        lambda patch: patch.setattr(import_module(ask_again.__module__), "names_beginning", lambda _name: []),
    ),
    "let a held request in": Race(
        "asked", _let_in, "ask.released_already", ("RequestReleased", "RequestReceived"), state_of(Request)
    ),
    "decide a screening": Race(
        "asked", _decide_screening, "people.screening_decided", ("ScreeningDecided",), state_of(Screening)
    ),
    "close a request": Race(
        "asked",
        lambda life: both(life, end_request, request=life.request, state=RequestState.LOST, reason="Te duur."),
        "ask.cannot_end",
        ("RequestEnded",),
        state_of(Request),
    ),
    "do the next action": Race(
        "asked",
        lambda life: both(life, finish_next_action, note=life.note),
        "people.next_action_done",
        ("NextActionDone",),
        state_of(Note),
    ),
    "merge two profiles": Race("asked", _merge, "people.merged_already", ("ManagersMerged",), state_of(Manager)),
    "give somebody their own data": Race(
        "asked", _grant, "records.decided_already", ("DataGranted",), state_of(DataRequest)
    ),
    "send a plan": Race("planned", _send_plan, "deliver.plan_with_client", ("PlanProposed",), state_of(Assignment)),
    "agree a plan": Race(
        "planned",
        lambda life: (_agree_plan(life), _agree_plan(life)),
        "deliver.plan_not_proposed",
        ("PlanAgreed",),
        state_of(PlanVersion),
    ),
    "agree a plan and send it back": Race(
        "planned",
        lambda life: (_agree_plan(life), _send_back(life)),
        "deliver.plan_not_proposed",
        ("PlanAgreed|PlanSentBack",),
        state_of(PlanVersion),
    ),
    "report a week": Race("running", _report, "", ("WeekReported",), only_one(WeeklyReport)),
    "read a report": Race(
        "reported",
        lambda life: twice(mark_read, report=life.report, by=life.carla, at=LATER),
        "",
        ("ReportRead",),
        state_of(WeeklyReport),
    ),
    "open an account": Race(
        "asked", _open_account, "people.invitation_over", ("InvitationAccepted",), state_of(Invitation)
    ),
    "start an assignment": Race(
        "cleared",
        lambda _life: twice(start_assignments, at=LATER),
        "",
        ("AssignmentStarted",),
        state_of(Assignment),
    ),
    "miss a report": Race(
        "running", lambda _life: twice(miss_reports, at=A_WEEK_LATE), "", ("ReportMissed",), only_one(MissedWeek)
    ),
}
