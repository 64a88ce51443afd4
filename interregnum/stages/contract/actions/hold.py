"""Of two people who sign, end or leave a contract at once one is first; and what leaves nothing to sign any more."""

from datetime import date, datetime

from interregnum.journal.record import record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.ask_to_sign import say_over
from interregnum.stages.contract.facts import ContractWithdrawn
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import late_contracts
from interregnum.stages.contract.rules.states import OVER, ContractState


def hold(row: Contract) -> None:
    """Until the end of the transaction, with how it stands now; what an amendment amends before itself, everywhere."""
    if row.amends:
        row.amends = Contract.objects.select_for_update().get(pk=row.amends.pk)
    row.state = Contract.objects.select_for_update().get(pk=row.pk).state


def why_closed(row: Contract, *, on: date) -> Refused | None:
    """Why nothing of a contract is signed any more."""
    if row.state in OVER:
        return Refused.because(f"contract.{row.state}")
    # Also between midnight and the night's work, which says so to both sides.
    if late_contracts(on).filter(pk=row.pk).exists():
        return Refused.because("contract.lapsed")
    if row.amends and row.amends.left_at:
        return Refused.because("contract.amends_left")
    return None


def about(row: Contract) -> dict[str, str]:
    """What each fact of an end before two signatures says."""
    return {
        "contract": row.code,
        "brief": row.brief.code,
        "request": row.brief.request.code,
        "organisation": row.organisation.code,
        "manager": row.manager.code,
    }


def withdraw_amendments(row: Contract, *, by: Actor, at: datetime) -> None:
    """Part of an action by which a contract ended for its manager: what waits for signatures changes nothing any more.

    Both sides are told. Who calls this holds the contract itself.
    """
    for amendment in row.amendments.filter(state=ContractState.DRAWN).order_by("pk"):
        drawn = Contract.objects.filter(pk=amendment.pk, state=ContractState.DRAWN)
        if drawn.update(state=ContractState.WITHDRAWN, ended_at=at):
            record(ContractWithdrawn(**about(row) | {"contract": amendment.code}), by=by, at=at)
            say_over(amendment.code, "mail/contract_withdrawn.txt")
