"""The hours of a story, week by week: sent on Friday, approved on Monday; one day came back once, and was mended."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period
from interregnum.outside.calendar import dutch_holidays
from interregnum.stages.deliver.actions.answer_hours import answer_hours
from interregnum.stages.deliver.actions.write_hours import Hours, correct_hours, write_hours
from interregnum.stages.deliver.rules.hours import as_contracted, days_of, open_days

DAY = 8 * 60
# Of each assignment the day of this week came back: the second one worked.
CAME_BACK = 2


def live_hours(
    assignment: str,
    term: Period,
    *,
    days_a_week: int,
    client: Actor,
    manager: Actor,
    today: date,
    late: bool,
    prompt: bool,
) -> None:
    """Every week that is over, but for the last of whoever is late; only a prompt client approved the newest."""
    fridays = [monday + timedelta(days=4) for monday in term.mondays() if monday + timedelta(days=4) < today]
    written = fridays[:-1] if late else fridays
    for number, friday in enumerate(written):
        days = open_days(friday - timedelta(days=4), term=term, on=friday)
        closed = dutch_holidays(friday.year)
        minutes = as_contracted(days, days_a_week=days_a_week, day_minutes=DAY, closed=closed)
        hours = Hours(monday=friday - timedelta(days=4), minutes=_whole(friday, minutes))
        at = _at(max(friday, term.first), 15)
        week = write_hours(assignment=assignment, hours=hours, send=True, by=manager, at=at)
        if not isinstance(week, str):
            raise AssertionError(week)
        if friday == written[-1] and not (prompt and friday + timedelta(days=3) < today):
            continue
        _answer(week, tuple(minutes), hours, came_back=number == CAME_BACK, client=client, manager=manager, at=at)


def _whole(friday: date, minutes: dict[date, int]) -> dict[date, int]:
    return dict.fromkeys(days_of(friday - timedelta(days=4)), 0) | minutes


def _answer(
    week: str, worked: Sequence[date], hours: Hours, *, came_back: bool, client: Actor, manager: Actor, at: datetime
) -> None:
    monday = at + timedelta(days=3)
    if not came_back or len(worked) < 2:
        answer_hours(week=week, version=1, by=client, at=monday)
        return
    day, reason = worked[1], "Die middag was u bij een andere opdrachtgever."
    answer_hours(week=week, version=1, back=[day], reason=reason, by=client, at=monday)
    mended = Hours(monday=hours.monday, minutes={**hours.minutes, day: DAY // 2}, version=2)
    correct_hours(week=week, hours=mended, by=manager, at=monday + timedelta(hours=2))
    answer_hours(week=week, version=3, by=client, at=monday + timedelta(days=1))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=UTC)
