"""How long a term is, and when it is over."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from interregnum.kernel.months import months_later
from interregnum.kernel.period import AMSTERDAM


class Unit(StrEnum):
    DAYS = "days"
    MONTHS = "months"
    # Whole years after the end of the calendar year in which it fell.
    BOOK_YEARS = "book years"


def begin_of(day: date) -> datetime:
    """The first moment of a day in the Netherlands."""
    return datetime.combine(day, time(), AMSTERDAM)


def ends_at(since: date | datetime, *, unit: Unit, length: int) -> datetime:
    """When a term that began then is over; one that began on a day begins to count when that day is over.

    >>> ends_at(date(2026, 5, 1), unit=Unit.BOOK_YEARS, length=7).date()
    datetime.date(2034, 1, 1)
    """
    moment = since if isinstance(since, datetime) else begin_of(since + timedelta(days=1))
    local = moment.astimezone(AMSTERDAM)
    match unit:
        case Unit.DAYS:
            return moment + timedelta(days=length)
        case Unit.MONTHS:
            day = months_later(local.date(), length)
            return datetime.combine(day, local.time(), AMSTERDAM)
        case Unit.BOOK_YEARS:
            year = since.year if not isinstance(since, datetime) else local.year
            return datetime(year + length + 1, 1, 1, tzinfo=AMSTERDAM)
