"""D2: when somebody will call, in the hours in which the firm works."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from interregnum.kernel.period import AMSTERDAM


@dataclass(frozen=True)
class OfficeHours:
    """Whole hours on the clock in Amsterdam, Monday to Friday; `closed` are the holidays."""

    opens: int
    closes: int
    closed: Set[date] = frozenset()


def is_working_day(day: date, *, closed: Set[date]) -> bool:
    return day.weekday() < 5 and day not in closed


def next_working_day(day: date, *, closed: Set[date]) -> date:
    """The day itself when the firm works then, else the first one after it."""
    while not is_working_day(day, closed=closed):
        day += timedelta(days=1)
    return day


def call_by(asked_at: datetime, *, within_hours: int, office: OfficeHours) -> datetime:
    """D2: the moment before which somebody has called: so many working hours on, at a whole hour.

    Friday 16:30 and within 2 hours, open from 9 to 17: Monday before 11:00.
    """
    left = timedelta(hours=within_hours)
    at = asked_at.astimezone(AMSTERDAM)
    day = next_working_day(at.date(), closed=office.closed)
    begins = max(at, _at(day, office.opens))
    while begins + left > _at(day, office.closes):
        left -= max(timedelta(0), _at(day, office.closes) - begins)
        day = next_working_day(day + timedelta(days=1), closed=office.closed)
        begins = _at(day, office.opens)
    promised = begins + left
    whole = promised.replace(minute=0, second=0, microsecond=0)
    return whole if whole == promised else min(whole + timedelta(hours=1), _at(day, office.closes))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=AMSTERDAM)
