"""A manager who cannot work for long: from which day on the client chooses, by the clause as signed."""

from collections.abc import Set
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.refused import Refused
from interregnum.stages.ask.rules.calling import is_working_day


class Choice(StrEnum):
    WAIT = "wait"
    REPLACE = "replace"


def is_long(since: date, *, on: date, days: int, closed: Set[date]) -> bool:
    """Whether it lasts longer than so many working days in a row.

    >>> monday = date(2026, 6, 1)
    >>> [is_long(monday, on=date(2026, 6, day), days=10, closed=set()) for day in (12, 14, 15)]
    [False, False, True]
    """
    passed = (since + timedelta(days=number) for number in range((on - since).days + 1))
    return sum(is_working_day(day, closed=closed) for day in passed) > days


def days_over(last_day: date, *, on: date) -> dict[str, None]:
    """What is kept no longer of an absence when the last day has come: its days.

    >>> days_over(date(2026, 6, 2), on=date(2026, 6, 1))
    {}
    """
    return {"absent_since": None, "awaited_since": None} if last_day <= on else {}


def fault_of_absence(since: date, *, starts_on: date, runs_until: date, on: date) -> Refused | None:
    """Why this is not the first day of an absence."""
    if since > on:
        return Refused.because("contract.absent_to_come", "since")
    if since < starts_on or on > runs_until:
        return Refused.because("contract.absent_outside", "since")
    return None
