"""A manager cannot go on: the assignment ends for them, and a search begins from the same brief. Not the guarantee."""

from datetime import date, datetime

from interregnum.journal.record import action, must, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import ManagerDied, note_death
from interregnum.stages.choose.actions.release_choice import end_choice, release_choice
from interregnum.stages.contract.actions.ask_to_sign import say_to
from interregnum.stages.contract.actions.hold import withdraw_amendments
from interregnum.stages.contract.facts import LeftEarlier, ManagerLeft
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.notice import notice_of
from interregnum.stages.contract.rules.absence import days_over
from interregnum.stages.contract.rules.ending import KEEP_NOTICE, Leaving, fault_of_leaving, fault_of_resigning
from interregnum.stages.contract.rules.states import ContractState, Side


@action
def leave(
    *, contract: str, leaving: Leaving, last_day: date, agreed_by: str = "", by: Actor, at: datetime
) -> Refused | None:
    """By the manager in person or the bureau; the client is told with care, and reads no reason.

    `agreed_by`: who at the client agrees to an earlier day than the notice as signed; the bureau alone can say so.
    """
    row, on = contract_of(contract, seen_by=by), local_day(at)
    agreed_by = agreed_by.strip() if leaving in KEEP_NOTICE and by.role is not Role.MANAGER else ""
    if row.state != ContractState.SIGNED or row.amends_id or row.runs_until is None:
        return Refused.because("contract.wish_unsigned")
    if row.left_at:
        return Refused.because("contract.left_already")
    has_died, keeps = leaving == Leaving.DIED, leaving in KEEP_NOTICE
    kept = fault_of_resigning(notice_of(row), last_day, agreed_by=agreed_by, on=on) if keeps else None
    term = {"starts_on": row.starts_on, "runs_until": row.runs_until}
    for fault in (kept, fault_of_leaving(last_day, **term, on=on, has_died=has_died)):
        if fault is not None:
            return fault
    told = {"left_at": at, "leaving": leaving, "runs_until": last_day, "decided_by": agreed_by}
    # The filter carries the old state: of two who say so at once one is first.
    if not Contract.objects.filter(pk=row.pk, left_at=None).update(**told, **days_over(last_day, on=on)):
        return Refused.because("contract.left_already")
    if has_died:
        # Before anything is written: nobody writes to a manager who died.
        note_death(manager=row.manager.code, by=by, at=at)
    withdraw_amendments(row, by=by, at=at)
    release_choice(row.candidacy.code)
    end_choice(row.candidacy.proposal.code, by=by, at=at)
    record(ManagerLeft(**_about(row), last_day=last_day.isoformat()), by=by, at=at)
    if by.role is not Role.CLIENT:
        say_to(Side.CLIENT, contract, "mail/contract_left.txt")
    say_to(Side.MANAGER, contract, "mail/contract_leave.txt")
    return None


@action
def leave_by_death(fact: ManagerDied, by: Actor, at: datetime) -> None:
    """Each contract that still ran ends for a manager who died, whoever guards it. Nothing is passed over: what cannot
    end undoes the note of the death."""
    on = local_day(at)
    rows = Contract.objects.select_for_update(of=("self",)).filter(manager__code=fact.manager)
    for row in rows.filter(state=ContractState.SIGNED, amends=None, runs_until__gt=on).order_by("pk"):
        if row.left_at is None:
            must(leave(contract=row.code, leaving=Leaving.DIED, last_day=on, by=HOUSE, at=at))
        else:
            _leave_earlier(row, on, at)


def _leave_earlier(row: Contract, last_day: date, at: datetime) -> None:
    """Whoever was to leave has a last day already, which comes forward; why it was to end stays as it was."""
    Contract.objects.filter(pk=row.pk).update(runs_until=last_day)
    is_replaced = row.leaving == Leaving.REPLACED
    record(LeftEarlier(**_about(row), last_day=last_day.isoformat(), is_replaced=is_replaced), by=HOUSE, at=at)
    say_to(Side.CLIENT, row.code, "mail/contract_left.txt", is_leaving=True)


def _about(row: Contract) -> dict[str, str]:
    return {
        "contract": row.code,
        "request": row.brief.request.code,
        "organisation": row.organisation.code,
        "manager": row.manager.code,
    }
