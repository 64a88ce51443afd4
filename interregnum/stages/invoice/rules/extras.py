"""What an assignment bills beside days: expenses, fees and discounts; how they stand and how a line says them."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.stages.guarantee.rules.days import Turn
from interregnum.stages.invoice.rules.days import Billable
from interregnum.stages.invoice.rules.fees import share_of

NOTHING = Money(0)


class ExtraKind(StrEnum):
    EXPENSE = "expense"
    FIXED_FEE = "fixed_fee"
    SUCCESS_FEE = "success_fee"
    DISCOUNT = "discount"


class ExtraState(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


DECIDED = frozenset({ExtraState.APPROVED, ExtraState.REFUSED})


class Gone(StrEnum):
    """Why the client does not owe what was billed beside days."""

    AFTER_END = "after_end"
    TAKEN_BACK = "taken_back"
    NOT_BORNE = "not_borne"


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One extra that stands approved: `amount` in euros excl. VAT, below nil for a discount; `percent` of one that is
    reckoned on the days of its month."""

    code: str
    day: date
    text: str
    amount: Money
    manager: str = ""
    is_expense: bool = False
    percent: Decimal | None = None


def reckoned(extras: Iterable[Beside], days: Iterable[Billable]) -> tuple[Beside, ...]:
    """With each discount in percent as the days of its month stand now, billed or not; of no days it is none."""
    kept = list(days)
    now = [one if one.percent is None else replace(one, amount=_off(one.percent, one.day, kept)) for one in extras]
    return tuple(one for one in now if one.amount != NOTHING)


def _off(percent: Decimal, last: date, days: Iterable[Billable]) -> Money:
    worked = sum((one.amount for one in days if last.replace(day=1) <= one.day <= last), NOTHING)
    return NOTHING - share_of(percent, worked)


def client_bears(one: Beside, turns: Iterable[Turn], firm_days: Set[tuple[str, date]]) -> bool:
    """H1 H2: not an expense of a day on which the manager had no place there, nor one of a day of hand-over."""
    is_held = any(turn.manager == one.manager and turn.holds(one.day) for turn in turns)
    return not one.is_expense or (is_held and (one.manager, one.day) not in firm_days)


@dataclass(frozen=True, kw_only=True)
class Issued:
    """An extra on an invoice that was issued: what it is, the last day of its assignment by now, and whether its fee
    was taken back since."""

    one: Beside
    kind: ExtraKind
    ends_on: date
    is_taken_back: bool = False


def gone(issued: Issued, turns: Iterable[Turn], firm_days: Set[tuple[str, date]]) -> Gone | None:
    """H1 H2: why it would not be billed by now; None where it would, or where it is a discount."""
    if issued.is_taken_back:
        return Gone.TAKEN_BACK
    if issued.kind == ExtraKind.FIXED_FEE and issued.one.day > issued.ends_on:
        return Gone.AFTER_END
    return None if client_bears(issued.one, turns, firm_days) else Gone.NOT_BORNE


def quantity_and_price(amount: Money) -> tuple[Decimal, Money]:
    """One piece at its price. A price is never below nil (BR-27): a discount is a piece less.

    >>> quantity_and_price(Money(-250))
    (Decimal('-1'), Money(amount=Decimal('250.00')))
    """
    return (Decimal(-1), NOTHING - amount) if amount < NOTHING else (Decimal(1), amount)


def fitting(days: Money, extras: Iterable[Beside]) -> tuple[Beside, ...]:
    """What goes on a draft beside days of this amount, by day: no discount that would bring the whole below nil.

    Such a discount waits for an invoice that is large enough.
    """
    kept = sorted(extras, key=lambda one: (one.day, one.code))
    left = sum((one.amount for one in kept if one.amount >= NOTHING), days)
    found = []
    for one in kept:
        if one.amount < NOTHING:
            if left + one.amount < NOTHING:
                continue
            left += one.amount
        found.append(one)
    return tuple(found)
