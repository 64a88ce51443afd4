"""H1: what becomes of those who were asked: each who agrees is named at once; the one who is picked succeeds."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.period import local_day
from interregnum.stages.choose.actions.stop_proposal import tell_taken_back
from interregnum.stages.choose.actions.succeed import close_invitations, keep_to_rate, present_agreed
from interregnum.stages.choose.facts import (
    AskingStopped,
    ManagerAnswered,
    ManagersInvited,
    ProposalAccepted,
    ProposalGaveWay,
    ProposalStopped,
)
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.contract.queries.access import contract_of, contract_of_candidacy
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.rules.ending import has_gone
from interregnum.stages.deliver.actions.pass_time import begin_successor
from interregnum.stages.ensure.actions.act_on_ladder import note_chosen
from interregnum.stages.guarantee.actions.carry_out import about
from interregnum.stages.guarantee.actions.look_again import keep_names
from interregnum.stages.guarantee.actions.reopen import stay_away
from interregnum.stages.guarantee.facts import GuaranteeInvoked, ReplacementDone, SuccessorNamed, SuccessorPicked
from interregnum.stages.guarantee.letters import tell_client, tell_owner
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.rows import cases_of, has_days
from interregnum.stages.guarantee.rules.states import CaseState


@action
def follow_invoked(fact: GuaranteeInvoked, by: Actor, at: datetime) -> None:
    """Where the ladder of escalation had come to the guarantee, that step is done by it."""
    note_chosen(assignment=fact.assignment, by=by, at=at)


@action
def follow_invited(fact: ManagersInvited, by: Actor, at: datetime) -> None:
    """Whom the bureau asks anew while a manager is being replaced, is asked to succeed: on the same terms."""
    rows = cases_of(HOUSE).filter(state=CaseState.REPLACING, successor=None, picked_at=None)
    row = rows.filter(contract__brief__code=fact.brief).first()
    if row is None:
        return
    keep_names(row)
    keep_to_rate(fact.proposal, terms_now(row.contract).client_rate)
    Complaint.objects.filter(pk=row.pk).update(proposal=proposal_row(fact.proposal, seen_by=HOUSE))


@action
def follow_stopped(fact: ProposalStopped | AskingStopped, by: Actor, at: datetime) -> None:
    """The bureau stopped it: the client reads here what now, also of those whose names were still to come."""
    row = cases_of(HOUSE).filter(state=CaseState.REPLACING, proposal__code=fact.proposal).first()
    if row is not None:
        may_look = has_days(row, local_day(at))
        tell_client(row, "mail/guarantee_stopped.txt" if may_look else "mail/guarantee_nobody.txt")
    elif isinstance(fact, ProposalStopped):
        tell_taken_back(fact.proposal)


@action
def follow_gave_way(fact: ProposalGaveWay, by: Actor, at: datetime) -> None:
    """What the bureau looked for itself gave way: who guards the client hears it, and the client who had seen it."""
    row = cases_of(HOUSE).filter(state=CaseState.REPLACING, contract__brief__code=fact.brief, closed_at=None).first()
    if row is None:
        return
    Complaint.objects.filter(pk=row.pk).update(gave_way=proposal_row(fact.proposal, seen_by=HOUSE))
    tell_owner(row, "mail/guarantee_room.txt", by=by)
    if fact.was_sent:
        tell_client(row, "mail/guarantee_instead.txt")


@action
def follow_answer(fact: ManagerAnswered, by: Actor, at: datetime) -> None:
    """Consent for this client and a check of conflicts of this very day: then the client reads the name."""
    row = cases_of(HOUSE).filter(state=CaseState.REPLACING, proposal__code=fact.proposal).first()
    if row is None or not fact.agreed:
        return
    if present_agreed(proposal=fact.proposal, by=HOUSE, at=at):
        record(SuccessorNamed(**about(row)), by=HOUSE, at=at)
        tell_client(row, "mail/guarantee_named.txt")


@action
def follow_pick(fact: ProposalAccepted, by: Actor, at: datetime) -> None:
    """Who takes the place of a manager who is being replaced; whoever was not picked hears it, also who had not
    answered yet."""
    contract = contract_of_candidacy(fact.candidacy)
    rows = cases_of(HOUSE).filter(state=CaseState.REPLACING, successor=None)
    row = rows.filter(contract=contract.replaces).first() if contract and contract.replaces else None
    if row is None or contract is None:
        return
    here = Complaint.objects.filter(pk=row.pk, state=CaseState.REPLACING, successor=None)
    if not here.update(picked_at=at, proposal=contract.candidacy.proposal):
        return
    close_invitations(fact.proposal, at=at)
    record(SuccessorPicked(**about(row)), by=by, at=at)


@action
def follow_signed(fact: ContractSigned, by: Actor, at: datetime) -> None:
    """Both have signed: the successor has the assignment."""
    contract = contract_of(fact.contract, seen_by=HOUSE)
    if contract.replaces is None:
        return
    rows = Complaint.objects.filter(contract=contract.replaces, state=CaseState.REPLACING, successor=None)
    rows.update(successor=contract)


def finish_replacements(at: datetime) -> int:
    """The first day of a successor came and their gates are open; returns how many replacements are done by it."""
    rows = cases_of(HOUSE).filter(state=CaseState.REPLACING, successor__starts_on__lte=local_day(at)).order_by("pk")
    return sum(_finish(row, at) for row in rows)


@action
def _finish(row: Complaint, at: datetime) -> bool:
    if not begin_successor(assignment=row.assignment.code, at=at):
        # The last day of the successor came before the first one did.
        gone = row.successor
        if gone is not None and has_gone(gone.left_at, gone.runs_until or gone.ends_on, on=local_day(at)):
            stay_away(row, by=HOUSE, at=at)
        return False
    here = Complaint.objects.filter(pk=row.pk, state=CaseState.REPLACING)
    if not here.update(state=CaseState.REPLACED, closed_at=at):
        return False
    record(ReplacementDone(**about(row)), by=HOUSE, at=at)
    return True
