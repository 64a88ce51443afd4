"""Whether an assignment can begin on a day."""

from collections.abc import Collection
from datetime import date

SATURDAY = 5


def fault_of_day(starts_on: date, *, on: date, closed: Collection[date]) -> str:
    """ "past", "free_day" when nobody works then (`closed`: the holidays of that year), "" for a day that will do.

    >>> fault_of_day(date(2026, 4, 11), on=date(2026, 3, 2), closed=())
    'free_day'
    """
    if starts_on < on:
        return "past"
    return "free_day" if starts_on.weekday() >= SATURDAY or starts_on in closed else ""
