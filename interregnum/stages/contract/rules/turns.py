"""Whose turn it is to sign, when that is asked again, and when it is too late."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from interregnum.stages.contract.rules.states import Side


def in_order(first: Side) -> tuple[Side, Side]:
    """Both sides in the order in which they sign."""
    return (first, Side.MANAGER if first == Side.CLIENT else Side.CLIENT)


def whose_turn(first: Side, *, signed: Collection[Side]) -> Side | None:
    """The side that can sign now; None when both have.

    >>> whose_turn(Side.MANAGER, signed=[])
    <Side.MANAGER: 'manager'>
    """
    return next((side for side in in_order(first) if side not in signed), None)


def last_day_to_sign(lapses_on: date | None) -> date | None:
    """The last day on which it is signed, as pages and mails say it; None for what does not lapse.

    >>> last_day_to_sign(date(2026, 3, 23))
    datetime.date(2026, 3, 22)
    """
    return lapses_on - timedelta(days=1) if lapses_on else None


def reminder(asked_on: date, *, steps: Sequence[int], on: date) -> int:
    """The last step of the reminders that has come, counted from 1; 0 before the first. `steps`: days after the asking.

    >>> reminder(date(2026, 3, 2), steps=[3, 7], on=date(2026, 3, 9))
    2
    """
    return sum((on - asked_on).days >= step for step in steps)
