"""H1 H2: the days that a client is billed for, from the one account of an assignment; and where they differ from what
was billed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from interregnum.kernel.money import Money
from interregnum.stages.guarantee.rules.days import Bearer, DayLine, Turn


@dataclass(frozen=True)
class Billable:
    """One day of one manager: minutes, the rate of a day, and the amount, in euros excl. VAT."""

    manager: str
    day: date
    minutes: int
    rate: Money
    amount: Money


@dataclass(frozen=True)
class Difference:
    """A day that was billed otherwise than it stands now: minutes and amount before and after."""

    day: date
    minutes_before: int
    minutes: int
    before: Money
    amount: Money


def billable(lines: Iterable[DayLine], turns: Sequence[Turn]) -> tuple[Billable, ...]:
    """H1 H2: what the client bears, and nothing of what the firm bears or nobody approved."""
    theirs = [line for line in lines if line.bearer == Bearer.CLIENT and line.minutes]
    return tuple(Billable(one.manager, one.day, one.minutes, _rate(one, turns), one.client) for one in theirs)


def _rate(line: DayLine, turns: Sequence[Turn]) -> Money:
    """Only a turn that holds the day makes a line of the client."""
    return next(turn.client_rate for turn in turns if turn.manager == line.manager and turn.holds(line.day))


def differences(billed: Mapping[date, tuple[int, Money]], now: Iterable[Billable]) -> tuple[Difference, ...]:
    """Days on an invoice that stand otherwise by now: corrected, taken back, after an end, or at another rate."""
    known = {one.day: one for one in now}
    found = []
    for day, (minutes, amount) in sorted(billed.items()):
        one = known.get(day)
        after, owed = (one.minutes, one.amount) if one else (0, Money(0))
        if (after, owed) != (minutes, amount):
            found.append(Difference(day, minutes, after, amount, owed))
    return tuple(found)


def quantity_of(minutes: int, *, day_minutes: int) -> Decimal:
    """Days, exact enough that price times quantity is the amount of the line to the cent.

    >>> quantity_of(240, day_minutes=480)
    Decimal('0.500000')
    """
    return (Decimal(minutes) / day_minutes).quantize(Decimal("0.000001"))
