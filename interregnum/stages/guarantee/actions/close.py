"""A guarantee closes without anything carried out: the client is content again, or nobody is left to choose; and what
still runs at a client that is bankrupt."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.choose.actions.hold import hold_proposal
from interregnum.stages.choose.actions.release_choice import end_choice, keep_choice
from interregnum.stages.contract.rules.ending import BY_GUARANTEE
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.guarantee.actions.carry_out import about, seek_no_more
from interregnum.stages.guarantee.facts import GuaranteeDropped, GuaranteeSettled, TrusteeGoesOn
from interregnum.stages.guarantee.letters import tell_manager, tell_of_bankruptcy
from interregnum.stages.guarantee.models import Complaint, TrusteeWord
from interregnum.stages.guarantee.queries.bankrupt import bankrupt_assignment
from interregnum.stages.guarantee.queries.rows import case_row
from interregnum.stages.guarantee.rules.states import UNDECIDED, CaseState, Dropped


@action
def settle(*, complaint: str, by: Actor, at: datetime) -> Refused | None:
    """By the client: the manager stays. The guarantee itself stays as it was signed, for another time."""
    row = case_row(complaint, seen_by=by)
    if row.manager.died_at:
        return Refused.because("guarantee.died_choose")
    open_to = Complaint.objects.filter(pk=row.pk, state__in=UNDECIDED)
    if not open_to.update(state=CaseState.SETTLED, closed_at=at):
        return Refused.because("guarantee.not_now")
    record(GuaranteeSettled(**about(row)), by=by, at=at)
    tell_manager(row, "mail/guarantee_settled.txt")
    return None


@action
def drop(*, complaint: str, dropped: Dropped, why: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau, with its reason; a contract that has ended by it stays ended. Once it has, no mistake is undone by
    closing: the assignment would be left without anybody."""
    row = case_row(complaint, seen_by=by)
    if dropped == Dropped.MISTAKE and row.state == CaseState.REPLACING:
        return Refused.because("guarantee.mistake_carried_out", "dropped")
    if row.picked_at is not None and row.state == CaseState.REPLACING:
        return Refused.because("guarantee.drop_signed" if row.successor else "guarantee.drop_picked")
    # A pick in this very moment is one that waits for signatures; it holds the proposal before the case, as this does.
    hold_proposal(row.proposal_id)
    open_to = Complaint.objects.filter(pk=row.pk, state=row.state, closed_at=None, picked_at=None)
    if not open_to.update(state=CaseState.DROPPED, closed_at=at, dropped=dropped, dropped_why=why.strip()):
        return Refused.because("guarantee.not_now")
    seek_no_more(row, by=by, at=at)
    record(GuaranteeDropped(**about(row), why=dropped), by=by, at=at)
    if dropped == Dropped.BANKRUPT or row.contract.leaving in BY_GUARANTEE:
        keep_choice(row.contract.candidacy.proposal.code)
    if dropped == Dropped.BANKRUPT:
        tell_of_bankruptcy(row, by=by)
    return None


@action
def note_trustee(*, assignment: str, words: str, by: Actor, at: datetime) -> Refused | None:
    """By the bureau: an assignment of the bankrupt client goes on, as was agreed with the trustee."""
    row, case = bankrupt_assignment(assignment, seen_by=by)
    told = {"words": words.strip(), "noted_by": Account.objects.get(code=by.code), "noted_at": at}
    # One word an assignment: of two people the first one stands.
    if row.state == AssignmentState.CLOSED or not TrusteeWord.objects.get_or_create(assignment=row, defaults=told)[1]:
        return Refused.because("guarantee.nothing_to_settle")
    if row.contract.left_at is not None:
        # Nobody works on it: for what goes on somebody is looked for again.
        end_choice(row.contract.candidacy.proposal.code, by=by, at=at)
    record(TrusteeGoesOn(**about(case) | {"assignment": row.code}), by=by, at=at)
    return None
