"""Which days of a manager are taken by contracts that are signed, or wait for it."""

from collections import defaultdict

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
    rows = rows.exclude(amends__isnull=False, state=ContractState.DRAWN)
    parts: dict[int, list[Engagement]] = defaultdict(list)
    names = ("pk", "amends", "starts_on", "ends_on", "runs_until", "days_a_week")
    for pk, amends, first, last, runs_until, days in rows.order_by("pk").values_list(*names):
        # Ended early, or amended: an amendment says so itself.
        stops = min(last, runs_until or last) if amends is None else last
        if stops >= first:
            parts[amends or pk].append(Engagement(Period(first, stops), days))
    taken = [each for key, group in parts.items() if key != beside for each in in_force(group)]
    return not taken or has_room(wanted, taken, offered=Manager.objects.get(code=manager).days_a_week)
