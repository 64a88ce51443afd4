"""The term of an assignment follows the contract, as amendments move the last day, or a manager leaves."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.stages.contract.facts import AmendmentSigned, GuaranteeHonoured, LeftEarlier, ManagerLeft, NoticeGiven
from interregnum.stages.contract.queries import contract_facts
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.deliver.actions.open_assignment import asked_of
from interregnum.stages.deliver.facts import AssignmentClosed, TermMoved
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState


@action
def follow_term(fact: AmendmentSigned, by: Actor, at: datetime) -> None:
    """The assignment runs until the last day that the amendment says, and is what its version of the brief asks."""
    facts = contract_facts(fact.contract)
    Assignment.objects.filter(contract__code=fact.amends).update(**asked_of(facts))
    _move(fact.amends, facts.ends_on, fact, by=by, at=at)


@action
def end_for_manager(fact: ManagerLeft | NoticeGiven, by: Actor, at: datetime) -> None:
    """The assignment ends for this manager on the day. One that was still to begin never does: it is closed."""
    last = date.fromisoformat(fact.last_day)
    row = Assignment.objects.filter(contract__code=fact.contract, state=AssignmentState.LANDING).first()
    if row is None or last >= row.starts_on:
        _move(fact.contract, last, fact, by=by, at=at)
        return
    close_unbegun(row, by=by, at=at)


@action
def end_earlier(fact: LeftEarlier, by: Actor, at: datetime) -> None:
    """H1: an assignment that is replaced goes on until the day that was agreed."""
    if not fact.is_replaced:
        end_for_manager(fact, by, at)


def close_unbegun(row: Assignment, *, by: Actor, at: datetime) -> None:
    """Part of an action. A term has a day at least; the contract tells that none of it was worked."""
    closed = {"state": AssignmentState.CLOSED, "ends_on": row.starts_on}
    if Assignment.objects.filter(pk=row.pk, state=AssignmentState.LANDING).update(**closed):
        record(AssignmentClosed(assignment=row.code), by=by, at=at)


@action
def end_by_guarantee(fact: GuaranteeHonoured, by: Actor, at: datetime) -> None:
    """H2: the assignment ends with its contract. H1: one that is replaced goes on until the day that was agreed."""
    if not fact.is_replaced:
        _move(fact.contract, date.fromisoformat(fact.last_day), fact, by=by, at=at)
        return
    row = Assignment.objects.select_related("contract").filter(contract__code=fact.contract).first()
    if row and row.ends_on != agreed_end(row.contract):
        _move(fact.contract, agreed_end(row.contract), fact, by=by, at=at)


def _move(
    contract: str,
    ends_on: date,
    fact: AmendmentSigned | ManagerLeft | NoticeGiven | GuaranteeHonoured,
    *,
    by: Actor,
    at: datetime,
) -> None:
    row = Assignment.objects.filter(contract__code=contract).first()
    if row is None:
        return
    Assignment.objects.filter(pk=row.pk).update(ends_on=ends_on)
    record(TermMoved(assignment=row.code, manager=fact.manager, ends_on=ends_on.isoformat()), by=by, at=at)
