"""H1 H2: the one account of an assignment, as the guarantee's proof reads it, and what of it is on an invoice."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.stages.contract.queries.replaced import rate_parts_of
from interregnum.stages.deliver.queries.tenures import tenures_of, tenures_of_all
from interregnum.stages.guarantee.queries.proof import account_of, accounts_of
from interregnum.stages.guarantee.rules.days import DayLine, Turn, Why
from interregnum.stages.invoice.models import BilledDay, Invoice
from interregnum.stages.invoice.queries.periods import first_day
from interregnum.stages.invoice.rules.days import Billable, Difference, billable, differences
from interregnum.stages.invoice.rules.extras import Beside, client_bears, reckoned


@dataclass(frozen=True)
class Account:
    """Every day that the client is to be billed for, and those on an invoice with their minutes and amount; whose turn
    it was, and the days of hand-over of each manager, which the firm bears."""

    days: tuple[Billable, ...]
    billed: dict[date, tuple[int, Money]]
    turns: tuple[Turn, ...] = ()
    firm_days: frozenset[tuple[str, date]] = frozenset()

    def open_until(self, last: date) -> tuple[Billable, ...]:
        """Days on no invoice yet: late ones of earlier months too."""
        return tuple(one for one in self.days if one.day <= last and one.day not in self.billed)

    def of_client(self, extras: Iterable[Beside]) -> tuple[Beside, ...]:
        """Those that the client bears, as they stand now."""
        borne = [one for one in extras if client_bears(one, self.turns, self.firm_days)]
        return reckoned(borne, self.days)

    @property
    def differences(self) -> tuple[Difference, ...]:
        return differences(self.billed, self.days)


def billing_account(assignment: Any, *, without: Invoice | None = None) -> Account:
    """Of an assignment with its contract and manager; the days of `without`, a draft, count as on no invoice."""
    turns = turns_of(assignment)
    lines, _handover = account_of(assignment.code, turns)
    first = first_day()
    rows = BilledDay.objects.filter(assignment_id=assignment.pk)
    rows = rows.exclude(line__invoice=without) if without else rows
    kept = rows.values_list("day", "line__minutes", "line__amount")
    billed = {day: (minutes, amount) for day, minutes, amount in kept}
    return Account(_from(first, billable(lines, turns)), billed, tuple(turns), firm_days(lines))


def billing_accounts(assignments: Sequence[Any]) -> dict[int, Account]:
    """The accounts of many assignments with their contract and manager, by their key: a few queries, however many."""
    keys = [row.pk for row in assignments]
    turns, lines = turns_and_lines(assignments)
    billed: dict[int, dict[date, tuple[int, Money]]] = {key: {} for key in keys}
    kept = BilledDay.objects.filter(assignment__in=keys)
    for key, day, minutes, amount in kept.values_list("assignment", "day", "line__minutes", "line__amount"):
        billed[key][day] = (minutes, amount)
    first = first_day()
    return {
        key: Account(
            _from(first, billable(lines[key], turns[key])), billed[key], tuple(turns[key]), firm_days(lines[key])
        )
        for key in keys
    }


def firm_days(lines: Iterable[DayLine]) -> frozenset[tuple[str, date]]:
    """The days of hand-over of each manager, which the firm bears."""
    return frozenset((one.manager, one.day) for one in lines if one.why == Why.HANDOVER)


def turns_and_lines(assignments: Sequence[Any]) -> tuple[dict[int, list[Turn]], dict[int, tuple[DayLine, ...]]]:
    """Who worked when and at which rates, and who bears each day, of many assignments by their key."""
    gone = tenures_of_all([row.pk for row in assignments])
    contracts = [row.contract for row in assignments] + [one.contract for rows in gone.values() for one in rows]
    parts = rate_parts_of(contracts)
    turns = {row.pk: _turns(row, gone[row.pk], parts) for row in assignments}
    return turns, accounts_of(turns)


def _from(first: date, days: tuple[Billable, ...]) -> tuple[Billable, ...]:
    return tuple(one for one in days if one.day >= first)


def _turns(assignment: Any, gone: Sequence[Any], parts: Any) -> list[Turn]:
    people = [*((one.contract, one.manager) for one in gone), (assignment.contract, assignment.manager)]
    return [
        Turn(manager=manager.code, first=days.first, last=days.last, client_rate=client, manager_rate=own)
        for contract, manager in people
        for days, client, own in parts[contract.pk]
    ]


def turns_of(assignment: Any) -> list[Turn]:
    """Everybody who works or worked on it, in their order, with the rates of each of their days."""
    gone = tenures_of(assignment.code)
    parts = rate_parts_of([assignment.contract, *(one.contract for one in gone)])
    return _turns(assignment, gone, parts)


def last_of_month(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def day_minutes(on: date) -> int:
    return int(60 * value("deliver.day_hours", on=on))
