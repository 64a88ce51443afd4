"""What each payment of an invoice was to it: a part, the rest, too much, once more, or money that went back."""

from collections.abc import Iterable
from enum import StrEnum

from interregnum.kernel.money import Money

NOTHING = Money(0)


class Came(StrEnum):
    PART = "part"
    WHOLE = "whole"
    TOO_MUCH = "too_much"
    TWICE = "twice"
    BACK = "back"
    UNDONE = "undone"


def outcomes(owed: Money, payments: Iterable[tuple[Money, bool]]) -> tuple[Came, ...]:
    """In the order in which they came: amounts, and whether each was undone. `owed` is what was to be paid in all.

    >>> [str(one) for one in outcomes(Money(100), [(Money(60), False), (Money(40), False), (Money(40), False)])]
    ['part', 'whole', 'twice']
    """
    found, left = [], owed
    for amount, is_undone in payments:
        if is_undone:
            found.append(Came.UNDONE)
            continue
        found.append(_one(amount, left))
        left = left - amount
    return tuple(found)


def _one(amount: Money, left: Money) -> Came:
    if amount < NOTHING:
        return Came.BACK
    if left <= NOTHING:
        return Came.TWICE
    if amount == left:
        return Came.WHOLE
    return Came.TOO_MUCH if amount > left else Came.PART
