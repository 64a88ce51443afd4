"""Which days can be noted of the end of an old way of working, and of who leaves."""

from datetime import date, timedelta

from interregnum.kernel.period import Period
from interregnum.kernel.refused import Refused

# Who leaves further from the assignment than this says nothing of it.
AROUND = timedelta(days=92)


def check_old_way(ends_on: date, stopped_on: date | None, *, term: Period, today: date) -> Refused | None:
    """It ends within the assignment; that it stopped is said of a day that has come.

    >>> term = Period(date(2026, 3, 2), date(2026, 8, 28))
    >>> check_old_way(date(2026, 6, 1), None, term=term, today=date(2026, 4, 1)) is None
    True
    """
    if ends_on not in term:
        return Refused.because(
            "deliver.day_outside_assignment", "ends_on", first=f"{term.first:%d-%m-%Y}", last=f"{term.last:%d-%m-%Y}"
        )
    if stopped_on is not None and stopped_on > today:
        return Refused.because("deliver.seen_later", "stopped_on")
    return None


def check_leaving(leaves_on: date, *, term: Period) -> Refused | None:
    """Around the time of the assignment."""
    if term.first - AROUND <= leaves_on <= term.last + AROUND:
        return None
    return Refused.because(
        "deliver.day_outside_assignment", "leaves_on", first=f"{term.first:%d-%m-%Y}", last=f"{term.last:%d-%m-%Y}"
    )
