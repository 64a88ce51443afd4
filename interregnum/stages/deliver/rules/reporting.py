"""Which weeks are to be reported, by when, and which is next. A week is named by its Monday."""

from collections.abc import Collection
from datetime import date, timedelta

from interregnum.kernel.period import Period, monday_of
from interregnum.kernel.refused import Refused

WEEK = timedelta(weeks=1)


def week_number(monday: date) -> int:
    """The ISO number of a week; the year 2026 has 53 of them."""
    return monday.isocalendar().week


def own_part(term: Period, since: date | None) -> Period:
    """The part of the term that the manager of now reports: from the own first day on, where another was replaced."""
    return Period(min(since or term.first, term.last), term.last)


def weeks_begun(term: Period, *, on: date) -> tuple[date, ...]:
    """The weeks of the term that can be reported: those that have begun."""
    return tuple(Period(term.first, min(term.last, on)).mondays()) if term.first <= on else ()


def last_day_to_report(monday: date) -> date:
    """The Sunday of the week itself."""
    return monday + WEEK - timedelta(days=1)


def is_late(monday: date, *, on: date) -> bool:
    """A report is late from the Monday after its week on."""
    return on > last_day_to_report(monday)


def late_weeks(term: Period, *, reported: Collection[date], on: date) -> tuple[date, ...]:
    """The weeks of the term that are over and have no report, oldest first."""
    return tuple(monday for monday in weeks_begun(term, on=on) if is_late(monday, on=on) and monday not in reported)


def weeks_over(term: Period, *, on: date) -> int:
    """How many weeks of the term are over: as many reports there should be."""
    return max(0, min(_week(term.last), _week(on) - 1) - _week(term.first) + 1)


def _week(day: date) -> int:
    """Weeks counted from the first Monday of the calendar on: a firm's whole list is counted on one page."""
    return (day.toordinal() - 1) // 7


def next_to_report(term: Period, *, reported: Collection[date], on: date) -> date | None:
    """The oldest week that has begun and has no report; None when the manager is up to date."""
    return next((monday for monday in weeks_begun(term, on=on) if monday not in reported), None)


def week_shown(term: Period, *, on: date) -> date:
    """The week that a report is about when nobody named one: this week, kept within the term."""
    return min(max(monday_of(on), monday_of(term.first)), monday_of(term.last))


def weeks_left(term: Period, *, on: date) -> int:
    """Whole and begun weeks from a day to the end of the term; 0 when it is over."""
    days = (term.last - max(on, term.first)).days + 1
    return max(0, -(-days // 7))


def may_report(term: Period, monday: date, *, on: date) -> Refused | None:
    """Why this week cannot be reported; None when it can."""
    if monday not in term.mondays():
        return Refused.because("deliver.week_outside_term")
    if monday not in weeks_begun(term, on=on):
        return Refused.because("deliver.week_not_begun")
    return None
