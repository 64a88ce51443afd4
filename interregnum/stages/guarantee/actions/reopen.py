"""H1: a pick came to nothing: the client is where it was before it, and looks again or ends the assignment."""

from datetime import date, datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.stages.contract.actions.never_began import never_began
from interregnum.stages.contract.facts import ContractDrawn, ContractLapsed, ContractWithdrawn, ManagerLeft
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.deliver.actions.carry_on import carry_back
from interregnum.stages.guarantee.models import Complaint, HandOver
from interregnum.stages.guarantee.queries.rows import cases_of
from interregnum.stages.guarantee.rules.states import CaseState


@action
def follow_unsigned(fact: ContractWithdrawn | ContractLapsed, by: Actor, at: datetime) -> None:
    """No contract came of the pick; that of an amendment changes nothing."""
    contract = contract_of(fact.contract, seen_by=HOUSE)
    if contract.amends_id is None:
        rows = Complaint.objects.filter(state=CaseState.REPLACING, successor=None)
        rows.filter(proposal=contract.candidacy.proposal).update(picked_at=None)


@action
def follow_drawn(fact: ContractDrawn, by: Actor, at: datetime) -> None:
    """The contract of the same pick is drawn anew."""
    contract = contract_of(fact.contract, seen_by=HOUSE)
    rows = Complaint.objects.filter(state=CaseState.REPLACING, successor=None, picked_at=None)
    rows.filter(proposal=contract.candidacy.proposal).update(picked_at=at)


@action
def follow_left(fact: ManagerLeft, by: Actor, at: datetime) -> None:
    """The successor cannot go on, and never began."""
    row = cases_of(HOUSE).filter(state=CaseState.REPLACING, successor__code=fact.contract).first()
    if row is not None and date.fromisoformat(fact.last_day) < (row.assignment.manager_since or date.min):
        stay_away(row, by=by, at=at)


@action
def stay_away(row: Complaint, *, by: Actor, at: datetime) -> None:
    """The successor by this contract does not come: the assignment waits for another one."""
    if row.successor is None:
        return
    here = Complaint.objects.filter(pk=row.pk, state=CaseState.REPLACING, successor=row.successor)
    if not here.update(successor=None, picked_at=None):
        return
    # What was taken over, another one takes over.
    HandOver.objects.filter(complaint=row).update(taken_at=None)
    never_began(row.successor.code)
    carry_back(row.successor.code, by=by, at=at)
