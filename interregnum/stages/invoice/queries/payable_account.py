"""H1 H2: what the firm owes one manager on an assignment, from the same account that the client is billed by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from interregnum.kernel.money import Money
from interregnum.stages.deliver.queries.tenures import tenures_of, worked_days
from interregnum.stages.guarantee.queries.proof import account_of, owed_of
from interregnum.stages.invoice.models import Extra, PaidDay, Payable
from interregnum.stages.invoice.queries.account import day_minutes, turns_of
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.rules.days import Billable, Difference, differences
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.stages.invoice.rules.payable import BESIDE, Earned, PayWhy, earned

Place = tuple[str, date, str]


@dataclass(frozen=True)
class PayAccount:
    """All that is owed, and what of it stands on a payable, with its minutes and amount."""

    lines: tuple[Earned, ...]
    paid: dict[Place, tuple[int, Money]]

    def open_until(self, last: date) -> tuple[Earned, ...]:
        return tuple(one for one in self.lines if one.day <= last and one.place not in self.paid)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Days on a payable that stand otherwise by now."""
        days = {day: kept for (beside, day, _key), kept in self.paid.items() if not beside}
        now = [
            Billable(one.manager, one.day, one.minutes, one.rate, one.amount)
            for one in self.lines
            if one.why not in BESIDE
        ]
        return differences(days, now)


def pay_account(assignment: Any, manager: str, *, without: Payable | None = None) -> PayAccount:
    """Of an assignment as it stands, with its contract; the lines of `without`, a draft, count as on no payable."""
    found = [*_of_days(assignment, manager), *expenses_of_all([assignment.pk], manager)[assignment.pk]]
    if not found:
        return PayAccount((), {})
    rows = PaidDay.objects.filter(assignment_id=assignment.pk, manager__code=manager)
    rows = rows.exclude(line__payable=without) if without else rows
    kept = rows.values_list("beside", "day", "key", "line__minutes", "line__amount")
    paid = {(beside, day, key): (minutes, amount) for beside, day, key, minutes, amount in kept}
    here = _from_first(found)
    return PayAccount(tuple(sorted(here, key=lambda one: (one.day, one.key))), paid)


def _of_days(assignment: Any, manager: str) -> list[Earned]:
    """What was worked, and what the agreement still asks after an end."""
    turns, worked = turns_of(assignment), worked_days(assignment.code)
    if not worked:
        return []
    lines, _days = account_of(assignment.code, turns)
    approved = {(who, day): minutes for who, day, _sent, minutes in worked}
    size = day_minutes(min(day for _who, day, _sent, _approved in worked))
    found = [one for one in earned(lines, turns, approved, day_minutes=size) if one.manager == manager]
    return [*found, *(one for one in notice_of(owed_of(assignment.code), size) if one.manager == manager)]


def expenses_of_all(assignments: Sequence[int], manager: str = "") -> dict[int, list[Earned]]:
    """By the key of their assignment; at cost, as the client approved them, whoever bears them: the firm keeps nothing
    of it."""
    found: dict[int, list[Earned]] = {key: [] for key in assignments}
    rows = approved_expenses(manager).filter(assignment__in=assignments)
    for key, who, day, amount, code in rows.values_list("assignment", "manager__code", "day", "amount", "code"):
        found[key].append(Earned(who, day, 0, amount, amount, PayWhy.EXPENSE, code))
    return found


def approved_expenses(manager: str = "") -> QuerySet[Extra]:
    """Of one manager, or of all; for whoever asks who may look."""
    rows = Extra.objects.filter(kind=ExtraKind.EXPENSE, state=ExtraState.APPROVED).order_by("day", "pk")
    return rows.filter(manager__code=manager) if manager else rows


def with_unpaid_expenses(manager: str = "") -> set[str]:
    """The codes of assignments with an expense that stands on no payable, of one manager or of all."""
    paid = PaidDay.objects.filter(beside=PayWhy.EXPENSE).values("key")
    rows = approved_expenses(manager).filter(day__gte=first_day()).exclude(code__in=paid)
    return set(rows.order_by().values_list("assignment__code", flat=True).distinct())


def _from_first(lines: list[Earned]) -> list[Earned]:
    first = first_day()
    return [one for one in lines if one.day >= first]


def notice_of(owed: Iterable[tuple[str, str, date, int, Money]], size: int) -> list[Earned]:
    """What agreements still ask for days that were not worked, as lines of their managers."""
    return [
        Earned(who, last, days * size, Money(amount.amount / days), amount, PayWhy.NOTICE, code)
        for code, who, last, days, amount in owed
    ]


def contract_of(assignment: Any, manager: str) -> Any:
    """The agreement under which this manager works or worked on it; None when there is none."""
    if assignment.manager.code == manager:
        return assignment.contract
    return next((one.contract for one in reversed(tenures_of(assignment.code)) if one.manager.code == manager), None)
