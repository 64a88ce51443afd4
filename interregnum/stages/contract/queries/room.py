"""Which days of a manager are taken by contracts that are signed, or wait for it."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q, QuerySet

from interregnum.kernel.period import Period
from interregnum.people.models import Manager
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.amending import in_force
from interregnum.stages.contract.rules.room import has_room
from interregnum.stages.contract.rules.states import OVER, ContractState


def has_room_for(wanted: Engagement, *, manager: str, beside: int | None = None) -> bool:
    """Whether a manager has these days left, without those of the contract `beside` (its key). Who decides by it holds
    the manager's row."""
    rows = Contract.objects.filter(manager__code=manager).exclude(state__in=OVER)
    parts = _parts(rows.exclude(amends__isnull=False, state=ContractState.DRAWN))
    taken = [each for key, group in parts.items() if key != beside for each in group]
    return not taken or has_room(wanted, taken, offered=Manager.objects.get(code=manager).days_a_week)


def parts_of(contracts: Collection[int]) -> dict[int, list[Engagement]]:
    """By the key of a contract: its days a week, as signed amendments have changed them; one query.

    A contract that ended before its first day has none.
    """
    amended = Q(amends__in=contracts, state=ContractState.SIGNED)
    return _parts(Contract.objects.filter(Q(pk__in=contracts) | amended))


def _parts(rows: QuerySet[Contract]) -> dict[int, list[Engagement]]:
    parts: dict[int, list[Engagement]] = defaultdict(list)
    names = ("pk", "amends", "starts_on", "ends_on", "runs_until", "days_a_week")
    for pk, amends, first, last, runs_until, days in rows.order_by("pk").values_list(*names):
        # Ended early, or amended: an amendment says so itself.
        stops = min(last, runs_until or last) if amends is None else last
        if stops >= first:
            parts[amends or pk].append(Engagement(Period(first, stops), days))
    return {key: in_force(group) for key, group in parts.items()}
