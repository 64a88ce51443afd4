"""When an invoice is to be paid, which reminder is due, and the interest that the law gives afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later

YEAR = 365


@dataclass(frozen=True)
class Rate:
    """Statutory commercial interest in percent a year, from a day on."""

    since: date
    percent: Decimal


def due_on(issued_on: date, *, agreed_days: int, is_large_buyer: bool, law_days: int) -> date:
    """A large company pays a small one within the days of the law, whatever was agreed beyond them.

    >>> due_on(date(2026, 3, 1), agreed_days=60, is_large_buyer=True, law_days=30)
    datetime.date(2026, 3, 31)
    """
    days = min(agreed_days, law_days) if is_large_buyer else agreed_days
    return issued_on + timedelta(days=days)


def reminder_due(due: date, *, sent: int, steps: Sequence[int], on: date) -> bool:
    """Whether the next reminder is due; `steps` are days after the last day of payment, `sent` how many went out."""
    return sent < len(steps) and on >= due + timedelta(days=steps[sent])


def interest(amount: Money, *, due: date, on: date, rates: Sequence[Rate]) -> Money:
    """Simple by the day at the rate of each day; after each whole year it is added to the sum (art. 6:119a BW)."""
    total, owed, begun, years = amount.amount, Decimal(0), due, 1
    while begun < on:
        until = min(on, months_later(due, 12 * years))
        for percent, days in _spans(begun, until, rates):
            owed += total * percent * days / 100 / YEAR
        if until < on:
            total, owed = total + owed, Decimal(0)
        begun, years = until, years + 1
    return Money(total + owed) - amount


def _spans(first: date, until: date, rates: Sequence[Rate]) -> list[tuple[Decimal, int]]:
    """The percentage and the number of days of each piece; the day `first` itself bears none, `until` does."""
    ordered = sorted(rates, key=lambda rate: rate.since)
    found = []
    for place, rate in enumerate(ordered):
        end = ordered[place + 1].since - timedelta(days=1) if place + 1 < len(ordered) else until
        begin = max(first, rate.since - timedelta(days=1))
        if (days := (min(end, until) - begin).days) > 0:
            found.append((rate.percent, days))
    return found
