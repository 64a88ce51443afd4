"""H1: a contract that ended under the guarantee, and the one that goes on with its assignment."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.stages.contract.models import Contract, Indexation
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.indexing import Raise, divided
from interregnum.stages.contract.rules.states import OVER, ContractState


def replaced_of_brief(brief: str) -> Contract | None:
    """The contract of a brief for which a successor is looked for: replaced, and nobody has its place yet."""
    rows = Contract.objects.filter(brief__code=brief, leaving=Leaving.REPLACED, amends=None)
    return rows.exclude(pk__in=_with_successor(rows)).order_by("-pk").first()


def _with_successor(rows: QuerySet[Contract]) -> QuerySet[Contract, Any]:
    """Whoever left before the own first day has nobody's place."""
    began = Contract.objects.filter(replaces__in=rows).exclude(state__in=OVER)
    return began.exclude(left_at__isnull=False, runs_until__lt=F("starts_on")).values("replaces")


def agreed_end(contract: Contract) -> date:
    """The last day as it was agreed, whatever happened since: that of the last signed amendment, or of notice."""
    last = contract.amendments.filter(state=ContractState.SIGNED).order_by("-pk").first() or contract
    return min(last.ends_on, contract.notice_until or last.ends_on)


def rate_parts(contract: Contract) -> list[tuple[Period, Money, Money]]:
    """The days of a contract with the rates of client and manager that held then, as signed amendments and raises
    by the index changed them; none of them after its last day."""
    return rate_parts_of([contract])[contract.pk]


def rate_parts_of(contracts: Sequence[Contract]) -> dict[int, list[tuple[Period, Money, Money]]]:
    """The same of many contracts, by their key, in two queries."""
    signed: dict[int, list[Contract]] = {one.pk: [] for one in contracts}
    raises = raises_of(signed)
    for row in Contract.objects.filter(amends__in=signed, state=ContractState.SIGNED).order_by("pk"):
        signed[row.amends_id or 0].append(row)
    return {one.pk: divided(_parts(one, signed[one.pk]), raises[one.pk]) for one in contracts}


def raises_of(contracts: Iterable[int]) -> dict[int, list[Raise]]:
    """What was told of the index, by the key of the contract."""
    found: dict[int, list[Raise]] = {key: [] for key in contracts}
    for row in Indexation.objects.filter(contract__in=list(found), withdrawn_at=None):
        found[row.contract_id].append(Raise(row.holds_from, row.percent, row.manager_percent))
    return found


def _parts(contract: Contract, signed: Sequence[Contract]) -> list[tuple[Period, Money, Money]]:
    rows, until = [contract, *signed], contract.runs_until or contract.ends_on
    found = []
    for place, row in enumerate(rows):
        last = min([until, *(later.starts_on - timedelta(days=1) for later in rows[place + 1 :])])
        if row.starts_on <= last:
            found.append((Period(row.starts_on, last), row.client_rate, row.manager_rate))
    return found
