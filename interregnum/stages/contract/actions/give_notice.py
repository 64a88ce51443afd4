"""Ordinary notice: client or firm ends a running contract early, with the notice as signed. Not the guarantee."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.release_choice import release_choice
from interregnum.stages.contract.actions.ask_to_sign import say_to
from interregnum.stages.contract.actions.hold import withdraw_amendments
from interregnum.stages.contract.facts import NoticeGiven
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.notice import notice_of, why_not_theirs, why_unsigned
from interregnum.stages.contract.rules.absence import days_over
from interregnum.stages.contract.rules.ending import Leaving, fault_of_notice
from interregnum.stages.contract.rules.states import Side


@action
def give_notice(*, contract: str, last_day: date, by: Actor, at: datetime) -> Refused | None:
    """The agreement with the manager ends on the same day, as its clause says. Both sides get it in writing."""
    row, on = contract_of(contract, seen_by=by), local_day(at)
    faults = (why_unsigned(row), fault_of_notice(notice_of(row), last_day, on=on), why_not_theirs(row, by=by))
    for fault in faults:
        if fault is not None:
            return fault
    is_client = by.role is Role.CLIENT
    # The filter carries the old state: of two who give notice at once one is first.
    here = Contract.objects.filter(pk=row.pk, left_at=None)
    leaving = Leaving.BY_CLIENT if is_client else Leaving.BY_FIRM
    told = {"left_at": at, "leaving": leaving, "runs_until": last_day, "notice_until": last_day}
    if not here.update(**told, **days_over(last_day, on=on)):
        return Refused.because("contract.notice_left")
    withdraw_amendments(row, by=by, at=at)
    release_choice(row.candidacy.code)
    fact = NoticeGiven(
        contract=row.code,
        request=row.brief.request.code,
        organisation=row.organisation.code,
        manager=row.manager.code,
        last_day=last_day.isoformat(),
        is_client=is_client,
    )
    record(fact, by=by, at=at)
    for side in Side:
        say_to(side, contract, "mail/contract_notice.txt", last=last_day, by_client=is_client)
    return None
