"""What a month earned and cost and no document says yet: for the accountant at its end, and undone the day after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.ledger import Account, Entry, entry

NOTHING = Money(0)


@dataclass(frozen=True, kw_only=True)
class Accrued:
    """Of one manager on one assignment, in euros excl. VAT; `is_approved` says that the client approved the days.

    `revenue` is on no invoice to the client, `cost` on no invoice of the manager that was accepted.
    """

    number: str
    client: str
    manager: str
    is_approved: bool
    days: int = 0
    revenue: Money = NOTHING
    cost: Money = NOTHING


def accrual_entries(last: date, lines: Iterable[Accrued], words: tuple[str, str]) -> tuple[Entry, ...]:
    """Revenue to bill and invoices to receive on the last day of a month, and the other way round on the day after.

    `words` stand beside days that were approved, and beside those that were not.
    """
    found = []
    for one in lines:
        said = words[0] if one.is_approved else words[1]
        sides = (
            (Account.TO_BILL, one.client, one.revenue),
            (Account.REVENUE, one.client, NOTHING - one.revenue),
            (Account.COSTS, one.manager, one.cost),
            (Account.TO_RECEIVE, one.manager, NOTHING - one.cost),
        )
        for day, sign in ((last, 1), (last + timedelta(days=1), -1)):
            found += [
                entry(day, one.number, party, account, "", amount * sign, said)
                for account, party, amount in sides
                if amount != NOTHING
            ]
    return tuple(sorted(found, key=lambda one: one.day))


def accrued_in_all(lines: Iterable[Accrued]) -> tuple[Money, Money]:
    """Revenue and cost of all lines.

    >>> accrued_in_all([Accrued(number="A", client="B", manager="C", is_approved=True, revenue=Money(5))])[0]
    Money(amount=Decimal('5.00'))
    """
    revenue = cost = NOTHING
    for one in lines:
        revenue, cost = revenue + one.revenue, cost + one.cost
    return revenue, cost
