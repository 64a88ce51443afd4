"""When an invoice is to be paid, which reminder is due, and the interest that the law gives afterwards."""

from collections.abc import Iterable, Sequence
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


def reminder_due(since: date, *, sent: int, steps: Sequence[int], on: date, last: date | None = None) -> bool:
    """Whether the next reminder is due; `steps` are days after the day since which it waits for payment undisputed,
    `sent` how many went out, the last one on `last`: between two of them passes what the steps leave between them."""
    if sent >= len(steps) or on < since + timedelta(days=steps[sent]):
        return False
    return sent == 0 or last is None or on >= last + timedelta(days=steps[sent] - steps[sent - 1])


def interest(
    amount: Money, *, due: date, on: date, rates: Sequence[Rate], paid: Iterable[tuple[date, Money]] = ()
) -> Money:
    """Simple by the day at the rate of each day; after each whole year it is added to the sum (art. 6:119a BW).

    What was `paid` bears none from the day after; once all of the amount is paid nothing is added any more.
    """
    payments = [(day, money.amount) for day, money in paid if day <= on]
    left = amount.amount - sum((money for day, money in payments if day <= due), Decimal(0))
    kept = owed = Decimal(0)
    begun, ends = due, _ends_of_years(due, on)
    for until in sorted({on, *ends, *(day for day, _money in payments if day > due)}):
        for percent, days in _spans(begun, until, rates) if left > 0 else ():
            owed += (left + kept) * percent * days / 100 / YEAR
        if until in ends:
            kept, owed = kept + owed, Decimal(0)
        left -= sum((money for day, money in payments if day == until and day > due), Decimal(0))
        begun = until
    return Money(kept + owed)


def _ends_of_years(due: date, on: date) -> set[date]:
    found, years = set(), 1
    while (day := months_later(due, 12 * years)) <= on:
        found.add(day)
        years += 1
    return found


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
