"""What the clause on indexation lets be done: once a year, told ahead, by no more than the index rose.

The one home of it: who raises a rate asks here whether that may be, and whoever needs the rate of a day divides here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later
from interregnum.kernel.period import Period
from interregnum.kernel.refused import Reason, Refused
from interregnum.stages.contract.rules.clauses import has_clause
from interregnum.stages.contract.rules.states import Side

CLAUSE = "indexation"
HUNDRED = Decimal(100)
Clauses = Mapping[str, Sequence[tuple[str, int]]]
# The days of a part, with the rates of client and manager.
Part = tuple[Period, Money, Money]


@dataclass(frozen=True)
class Raise:
    """From a day on both rates are higher by these percents; nil for a side whose agreement does not let it."""

    holds_from: date
    client_percent: Decimal
    manager_percent: Decimal


@dataclass(frozen=True, kw_only=True)
class IndexFacts:
    """`months`: in which the rate stays as signed; `ahead_months` and `apart_months`: how long before it is told, and
    how far two raises of an assignment lie apart, whoever works on it. `index_percent` is by how much the index rose;
    `amended_from` the last day from which a signed amendment says a rate of its own.
    """

    clauses: Clauses
    starts_on: date
    runs_until: date
    months: int
    ahead_months: int
    apart_months: int
    index_percent: Decimal
    raised_from: date | None = None
    amended_from: date | None = None
    is_being_amended: bool = False

    @property
    def may_be(self) -> bool:
        return has_clause(self.clauses, Side.CLIENT, CLAUSE)


def raised(rate: Money, percent: Decimal) -> Money:
    """A rate after a raise, to the cent.

    >>> raised(Money(1250), Decimal("2.7"))
    Money(amount=Decimal('1283.75'))
    """
    return rate * (1 + percent / HUNDRED)


def day_let(facts: IndexFacts) -> date:
    """From which the clause lets a rate be raised, whenever that is told."""
    days = [months_later(facts.starts_on, facts.months)]
    if facts.raised_from:
        days.append(months_later(facts.raised_from, facts.apart_months))
    if facts.amended_from:
        days.append(facts.amended_from + timedelta(days=1))
    return max(days)


def first_day_to_raise(facts: IndexFacts, *, on: date) -> date:
    """The earliest day from which a rate can be raised by what is told today."""
    return max(day_let(facts), months_later(on, facts.ahead_months))


def last_day_to_tell(facts: IndexFacts) -> date:
    """Of a raise that holds from the first day that the clause lets it."""
    return months_later(day_let(facts), -facts.ahead_months)


def is_time_to_tell(facts: IndexFacts, *, on: date) -> bool:
    """From the first day of the month in which that can be told, with a day to spare, until the raise could hold."""
    begins = (last_day_to_tell(facts) - timedelta(days=1)).replace(day=1)
    may_be = facts.may_be and not facts.is_being_amended
    return may_be and begins <= on < day_let(facts) and first_day_to_raise(facts, on=on) <= facts.runs_until


def fault_of_raise(facts: IndexFacts, *, percent: Decimal, holds_from: date, on: date) -> Refused | None:
    """Every reason why this cannot be; None when it may."""
    if not facts.may_be:
        return Refused.because("contract.index_no_clause")
    first = first_day_to_raise(facts, on=on)
    checks = (
        (not facts.is_being_amended, Reason("contract.index_being_amended")),
        (percent > 0, Reason("contract.index_nothing", "percent")),
        (percent <= facts.index_percent, Reason("contract.index_above", "percent", {"percent": facts.index_percent})),
        (holds_from >= first, Reason("contract.index_too_early", "holds_from", {"day": first})),
        (holds_from <= facts.runs_until, Reason("contract.index_after_end", "holds_from", {"day": facts.runs_until})),
    )
    reasons = tuple(reason for holds, reason in checks if not holds)
    return Refused(reasons) if reasons else None


def percent_of_manager(clauses: Clauses, *, percent: Decimal) -> Decimal:
    """The manager's rate rises on the same day by the same percentage, where the manager's agreement says so."""
    return percent if has_clause(clauses, Side.MANAGER, CLAUSE) else Decimal(0)


def divided(parts: Iterable[Part], raises: Iterable[Raise]) -> list[Part]:
    """The parts of a contract, each cut where a rate is raised within it: each day has the rate of that day.

    A part that begins on the day of a raise or after it says a rate of its own, as both signed it.

    >>> march = Period(date(2027, 3, 1), date(2027, 3, 31))
    >>> raises = [Raise(date(2027, 3, 15), Decimal(3), Decimal(0))]
    >>> found = divided([(march, Money(1000), Money(800))], raises)
    >>> [(part.first.day, str(client), str(own)) for part, client, own in found]
    [(1, '1000.00', '800.00'), (15, '1030.00', '800.00')]
    """
    found: list[Part] = []
    for period, client, own in parts:
        first = period.first
        for one in sorted(raises, key=lambda each: each.holds_from):
            if not period.first < one.holds_from <= period.last:
                continue
            if first < one.holds_from:
                found.append((Period(first, one.holds_from - timedelta(days=1)), client, own))
            first, client, own = one.holds_from, raised(client, one.client_percent), raised(own, one.manager_percent)
        found.append((Period(first, period.last), client, own))
    return found


def rate_on(parts: Sequence[Part], day: date) -> Part | None:
    """The part of a day, the last one after them and the first one before; None where there are none."""
    begun = [each for each in parts if each[0].first <= day]
    if begun:
        return begun[-1]
    return parts[0] if parts else None
