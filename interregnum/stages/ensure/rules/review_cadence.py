"""G4: on which days the three sit together. Sources: domain research 4.1 and 4.2 (after landing, after each phase)."""

from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from interregnum.kernel.period import AMSTERDAM, Period
from interregnum.stages.ask.rules.calling import is_working_day, next_working_day
from interregnum.stages.ensure.rules.reviews import ReviewKind

# Two reviews that lie closer together than this are one.
APART = timedelta(days=5)
HOUR = time(10)


@dataclass(frozen=True)
class Due:
    day: date
    kind: ReviewKind


@dataclass(frozen=True)
class Kept:
    """A review that is planned: the day for which it was, and the day on which it now is."""

    code: str
    due_on: date
    day: date
    is_moved: bool


@dataclass(frozen=True)
class Changes:
    """What is to be planned, and which codes are to be taken out of the calendars."""

    plan: tuple[Due, ...]
    cancel: tuple[str, ...]


def days_of_reviews(
    term: Period, *, weeks: int, landing_days: int, phases: Collection[date], closed: Set[date]
) -> tuple[Due, ...]:
    """The days of all reviews of a term, each on a working day; of two close together the weightier stays."""
    if not weeks:
        return ()
    regular = range(weeks, term.days // 7 + 1, weeks)
    # Who meets as soon as that anyway needs no talk about landing.
    landing = [term.first + timedelta(days=landing_days)] if weeks * 7 > landing_days else []
    asked = [
        *((last, ReviewKind.PHASE) for last in sorted(phases)),
        *((day, ReviewKind.LANDING) for day in landing),
        *((term.first + timedelta(weeks=number), ReviewKind.REGULAR) for number in regular),
    ]
    chosen: list[Due] = []
    for day, kind in asked:
        found = _within(term, day, closed) if day in term else None
        if found and all(abs(found - other.day) >= APART for other in chosen):
            chosen.append(Due(found, kind))
    return tuple(sorted(chosen, key=lambda due: due.day))


def _within(term: Period, day: date, closed: Set[date]) -> date | None:
    """The day itself or the next on which people work; the last such day of the term when that lies behind it."""
    found = next_working_day(day, closed=closed)
    while found > term.last or not is_working_day(found, closed=closed):
        found -= timedelta(days=1)
        if found < term.first:
            return None
    return found


def changes(
    due: Collection[Due], kept: Collection[Kept], *, known: Set[date], term: Period, window: Period, on: date
) -> Changes:
    """What to plan within the window, and what to take out: of days to come that are due no more, or outside the term.

    `known` are the days for which there was a review before, whatever became of it. One that people moved themselves
    stays where they put it, as long as that lies within the term.
    """
    days = {one.day for one in due}
    gone = tuple(
        one.code
        for one in kept
        if one.day > on and (one.day not in term or (one.due_on not in days and not one.is_moved))
    )
    staying = [one.day for one in kept if one.code not in gone]
    plan = tuple(
        one
        for one in due
        if one.day in window and one.day not in known and all(abs(one.day - day) >= APART for day in staying)
    )
    return Changes(plan, gone)


def moment_of(day: date) -> datetime:
    """Ten o'clock on the clock in Amsterdam, in summer and in winter."""
    return datetime.combine(day, HOUR, tzinfo=AMSTERDAM)
