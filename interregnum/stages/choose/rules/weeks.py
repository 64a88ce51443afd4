"""Who is free in which week: days left of those on offer, after assignments and days away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interregnum.kernel.period import Period

WORKING_DAYS = 5


class Room(StrEnum):
    FREE = "free"
    PART = "part"
    BUSY = "busy"
    AWAY = "away"


@dataclass(frozen=True)
class Engagement:
    """An assignment: from when to when, and how many days a week."""

    period: Period
    days: int


@dataclass(frozen=True)
class WeekRoom:
    """`days` are still free in the week that begins on `monday`."""

    monday: date
    room: Room
    days: int


def room_in(
    monday: date, *, free_from: date, days: int, engagements: Sequence[Engagement], away: Sequence[Period]
) -> WeekRoom:
    """D1 D2: the days of a week that a manager can still give.

    Five days on offer, two of them taken by an assignment: three are left. A week of holiday is away, whatever else.
    """
    workdays = [monday + timedelta(days=number) for number in range(WORKING_DAYS)]
    present = [day for day in workdays if not any(day in period for period in away)]
    if not present:
        return WeekRoom(monday, Room.AWAY, 0)
    open_days = sum(day >= free_from for day in present)
    week = Period(workdays[0], workdays[-1])
    taken = sum(each.days for each in engagements if each.period.overlaps(week))
    left = max(0, min(days - taken, open_days))
    if not left:
        return WeekRoom(monday, Room.BUSY, 0)
    return WeekRoom(monday, Room.FREE if left == days else Room.PART, left)


def first_day_free(offered_from: date, *, days: int, engagements: Sequence[Engagement]) -> date:
    """D2: the day after the last one on which assignments take more than half of the `days` a week on offer.

    The weeks before an assignment that is agreed do not count: nobody takes up another one for those.

    >>> term = Period(date(2026, 3, 2), date(2026, 8, 28))
    >>> first_day_free(date(2026, 3, 2), days=4, engagements=[Engagement(term, 3)])
    datetime.date(2026, 8, 29)
    """
    last_days = [each.period.last for each in engagements]
    taken = {last: sum(each.days for each in engagements if last in each.period) for last in last_days}
    busy = [last + timedelta(days=1) for last in last_days if 2 * taken[last] > days]
    return max([offered_from, *busy])


def room_from(free_from: date, engagements: Sequence[Engagement], *, on: date) -> date:
    """From which day the weeks are looked at: before an assignment ends, what it leaves of them is free as well."""
    moved = any(each.period.last + timedelta(days=1) == free_from for each in engagements)
    return min(on, free_from) if moved else free_from


def ends_soon(engagements: Sequence[Engagement], *, on: date, weeks: int) -> date | None:
    """The last day of the running assignment that ends first, when that is within so many weeks."""
    ends = [each.period.last for each in engagements if on in each.period]
    soon = [last for last in ends if last <= on + timedelta(weeks=weeks)]
    return min(soon, default=None)
