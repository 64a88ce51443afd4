"""A manager contests a choice: until when that can be done, and who answers (GDPR, article 22(3))."""

from collections.abc import Collection
from datetime import date, timedelta


def last_day(decided_on: date | None, *, days: int) -> date | None:
    """The last day on which a choice can be contested; None while it is not made."""
    return None if decided_on is None else decided_on + timedelta(days=days)


def may_contest(on: date, decided_on: date | None, *, days: int) -> bool:
    last = last_day(decided_on, days=days)
    return last is None or on <= last


def may_answer(account: str, deciders: Collection[str]) -> bool:
    """Nobody judges their own choice."""
    return account not in deciders
