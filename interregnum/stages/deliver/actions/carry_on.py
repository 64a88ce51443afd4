"""H1: the assignment goes on with the manager who succeeds under the guarantee, under the same number; or it waits for
another one, when that one does not come."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.people.models import Manager
from interregnum.stages.contract.queries import ContractFacts, contract_facts
from interregnum.stages.contract.queries.access import contract_of
from interregnum.stages.contract.queries.replaced import agreed_end
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import ManagerSucceeded, SuccessorStayedAway
from interregnum.stages.deliver.models import Assignment, Tenure


def carry_on(facts: ContractFacts, *, by: Actor, at: datetime) -> str:
    """Plan, stakeholders, results, reports and reviews stay where they are. Who was replaced keeps their own hours and
    sees nothing new; the confidential notebook belongs to two people, and the successor begins another one.

    Asked again, nothing is done twice. Raises Assignment.DoesNotExist when there was none.
    """
    before, contract = facts.replaces, contract_of(facts.contract, seen_by=HOUSE)
    row = Assignment.objects.filter(contract__code=facts.contract).first()
    if row is not None:
        return str(row.code)
    row = Assignment.objects.select_related("contract", "manager").get(contract__code=before)
    left, gone = row.contract, row.manager
    last_on = max(left.runs_until or left.ends_on, row.starts_on)
    Tenure.objects.create(
        assignment=row,
        contract=left,
        manager=gone,
        first_on=min(row.manager_since or row.starts_on, last_on),
        last_on=last_on,
    )
    successor = Manager.objects.get(code=facts.manager)
    held = {"contract": contract, "manager": successor, "ends_on": facts.ends_on, "manager_since": facts.starts_on}
    # Whoever reached this first holds the contract that was left.
    Assignment.objects.filter(pk=row.pk, contract=left).update(**held)
    fact = ManagerSucceeded(
        assignment=row.code,
        contract=facts.contract,
        request=facts.request,
        organisation=facts.organisation,
        manager=facts.manager,
    )
    record(fact, by=by, at=at)
    row.refresh_from_db()
    for role, address in ((Role.CLIENT, "client:deliver-assignment"), (Role.MANAGER, "manager:deliver-assignment")):
        tell(row, role, template="mail/assignment_opened.txt", address=address)
    return str(row.code)


@action
def carry_back(contract: str, *, by: Actor, at: datetime) -> None:
    """The successor by this contract never began: the assignment is as it was before that one had it."""
    facts = contract_facts(contract)
    row = Assignment.objects.get(contract__code=contract)
    gone = Tenure.objects.select_related("contract", "manager").get(assignment=row, contract__code=facts.replaces)
    since = gone.first_on if gone.contract.replaces_id else None
    held = {"contract": gone.contract, "manager": gone.manager, "ends_on": agreed_end(gone.contract)}
    Assignment.objects.filter(pk=row.pk).update(**held, manager_since=since)
    gone.delete()
    fact = SuccessorStayedAway(
        assignment=row.code,
        contract=facts.contract,
        request=facts.request,
        organisation=facts.organisation,
        manager=facts.manager,
    )
    record(fact, by=by, at=at)
