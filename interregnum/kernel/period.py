"""Days on the calendar of the Netherlands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# Years of which days are typed: wide enough for whoever was ever born and whatever is ever agreed. The calendar itself
# ends in 9999, and a term that is reckoned from there has no last day.
YEARS = range(1900, 2200)


def local_day(at: datetime) -> date:
    """The calendar day in Amsterdam at a moment; 23:30 UTC in summer is the next day.

    Raises ValueError on a moment without a time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return at.astimezone(AMSTERDAM).date()


def monday_of(day: date) -> date:
    """The Monday of the ISO week that holds this day."""
    return day - timedelta(days=day.weekday())


def month_written(month: str) -> date | None:
    """The first day of a month that was typed as 2026-03; None when it is none."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return None
    return first if first.year in YEARS else None


@dataclass(frozen=True)
class Period:
    """Days from the first up to and including the last.

    >>> Period(date(2026, 3, 1), date(2026, 3, 31)).days
    31
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after its first day")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: "Period") -> bool:
        return self.first <= other.last and other.first <= self.last

    def elapsed_percent(self, on: date) -> int:
        """How much of the term has passed at the end of a day, in whole percent 0..100."""
        if on < self.first:
            return 0
        return min(100, ((on - self.first).days + 1) * 100 // self.days)

    def mondays(self) -> tuple[date, ...]:
        """The Monday of every week that this period touches."""
        first = monday_of(self.first)
        return tuple(first + timedelta(weeks=n) for n in range((monday_of(self.last) - first).days // 7 + 1))
