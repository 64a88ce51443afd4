"""What comes in and goes out week by week, and what that leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later

NOTHING = Money(0)


@dataclass(frozen=True)
class Week:
    """From a Monday on; `so_far` is what all weeks up to this one leave, beside what stands at the bank today."""

    monday: date
    comes: Money
    managers: Money
    vat: Money
    so_far: Money

    @property
    def leaves(self) -> Money:
        return self.comes - self.managers - self.vat


def weeks_of(
    comes: Mapping[date, Money],
    managers: Iterable[tuple[date, Money]],
    vat: Iterable[tuple[date, Money]],
    *,
    on: date,
) -> tuple[Week, ...]:
    """`comes` says for each Monday what clients are expected to pay; the others are days on which something is due.

    What should have been paid by now is paid this week; what is due after the last week is in none of them.
    """
    out, owed = _by_week(managers, comes, on), _by_week(vat, comes, on)
    found, so_far = [], NOTHING
    for monday, amount in comes.items():
        so_far = so_far + amount - out[monday] - owed[monday]
        found.append(Week(monday, amount, out[monday], owed[monday], so_far))
    return tuple(found)


def _by_week(due: Iterable[tuple[date, Money]], weeks: Iterable[date], on: date) -> dict[date, Money]:
    found = dict.fromkeys(weeks, NOTHING)
    for day, amount in due:
        day = max(on, day)
        monday = day - timedelta(days=day.weekday())
        if monday in found:
            found[monday] = found[monday] + amount
    return found


def vat_periods(on: date, *, months: int, pay_months: int) -> tuple[tuple[date, date, date], ...]:
    """First day, last day and last day of payment of each period of VAT that is not due yet and has begun.

    >>> vat_periods(date(2026, 4, 10), months=3, pay_months=1)[0]
    (datetime.date(2026, 1, 1), datetime.date(2026, 3, 31), datetime.date(2026, 4, 30))
    """
    begun = date(on.year, 1 + (on.month - 1) // months * months, 1)
    found = []
    while (due := _last_day(begun, months + pay_months)) >= on:
        found.append((begun, _last_day(begun, months), due))
        begun = months_later(begun, -months)
    return tuple(reversed(found))


def _last_day(first: date, months: int) -> date:
    return months_later(first, months) - timedelta(days=1)
