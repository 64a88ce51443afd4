"""The clause on indexation is carried out: both sides are told ahead, and from its day on the rate is another one."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.people.models import Account, Manager
from interregnum.stages.contract.actions.ask_to_sign import say_to
from interregnum.stages.contract.facts import RaiseWithdrawn, RateIndexed
from interregnum.stages.contract.models import Contract, Indexation
from interregnum.stages.contract.queries import contract_of
from interregnum.stages.contract.queries.indexing import index_facts
from interregnum.stages.contract.rules.indexing import fault_of_raise, percent_of_manager
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.web.templatetags.web import day, number


@action
def index_rate(*, contract: str, percent: Decimal, holds_from: date, by: Actor, at: datetime) -> str | Refused:
    """Raise the rates from a day on by a percentage that never changes afterwards; returns the code of the contract."""
    row = contract_of(contract, seen_by=by)
    if row.state != ContractState.SIGNED or row.amends_id:
        return Refused.because("contract.index_unsigned")
    # As with an amendment: of the two at once, one is first.
    Manager.objects.select_for_update(no_key=True).get(pk=row.manager.pk)
    facts = index_facts(row, on=local_day(at))
    fault = fault_of_raise(facts, percent=percent, holds_from=holds_from, on=local_day(at))
    if fault is not None:
        return _in_words(fault)
    own = percent_of_manager(facts.clauses, percent=percent)
    kept = {"percent": percent, "manager_percent": own, "index_percent": facts.index_percent}
    try:
        with transaction.atomic():
            Indexation.objects.create(
                contract=row, holds_from=holds_from, told_at=at, told_by=Account.objects.get(code=by.code), **kept
            )
    except IntegrityError:
        return Refused.because("contract.index_meanwhile")
    record(RateIndexed(**_about(row), holds_from=holds_from.isoformat()), by=by, at=at)
    for side, share in ((Side.CLIENT, percent), (Side.MANAGER, own)):
        if share:
            say_to(side, contract, "mail/contract_indexed.txt", day=holds_from, percent=share)
    return str(row.code)


@action
def withdraw_raise(*, contract: str, raise_of: date, by: Actor, at: datetime) -> str | Refused:
    """Take back what was told, before its day: the rate stays as it is. Whoever was told of it is told of this."""
    row = contract_of(contract, seen_by=by)
    here = row.indexations.filter(holds_from=raise_of, withdrawn_at=None)
    found = here.first()
    if found is None or raise_of <= local_day(at) or not here.update(withdrawn_at=at):
        return Refused.because("contract.index_begun")
    record(RaiseWithdrawn(**_about(row), holds_from=raise_of.isoformat()), by=by, at=at)
    for side, share in ((Side.CLIENT, found.percent), (Side.MANAGER, found.manager_percent)):
        if share:
            say_to(side, contract, "mail/contract_unindexed.txt", day=raise_of)
    return str(row.code)


def _about(row: Contract) -> dict[str, str]:
    about = {"organisation": row.organisation.code, "manager": row.manager.code}
    return {"contract": row.code, "request": row.brief.request.code} | about


def _in_words(fault: Refused) -> Refused:
    return Refused(tuple(Reason(one.code, one.field, _shown(one.facts)) for one in fault.reasons))


def _shown(facts: Any) -> dict[str, object]:
    return {name: day(value, "long") if isinstance(value, date) else number(value) for name, value in facts.items()}
