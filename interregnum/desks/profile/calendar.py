"""The months ahead of one manager: on which days they are on an assignment, away, or free."""

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period
from interregnum.people.availability_calendar import AwayLine, away_of
from interregnum.stages.deliver import queries as deliver

MONTHS = 6


@dataclass(frozen=True)
class Day:
    """`look` is past, away, busy, free or closed (before the day from which the manager is free, and weekends)."""

    number: int
    look: str


@dataclass(frozen=True)
class Month:
    first: date
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True)
class BusyLine:
    """An assignment of this manager; without client and number for whoever may not know of it."""

    client: str
    number: str
    days: Period


@dataclass(frozen=True)
class Ahead:
    months: tuple[Month, ...]
    busy: tuple[BusyLine, ...]
    away: tuple[AwayLine, ...]


def ahead_of(manager: str, available_on: date, *, seen_by: Actor, on: date) -> Ahead:
    """The half year from a day; at whose an assignment is, only for who may know of it."""
    terms = deliver.terms_of_manager(manager, on=on)
    known = {row.code: row for row in deliver.visible_to(seen_by).filter(code__in=[code for code, _days in terms])}
    named = {code: (row.organisation.name, row.number) for code, row in known.items()}
    busy = tuple(BusyLine(*named.get(code, ("", "")), days) for code, days in terms)
    away = away_of(manager, seen_by=seen_by, on=on)
    months = islice(_firsts(on), MONTHS)
    looks = _Looks([line.days for line in busy], [line.days for line in away], available_on, on)
    return Ahead(tuple(_month(first, looks) for first in months), busy, away)


@dataclass(frozen=True)
class _Looks:
    busy: Sequence[Period]
    away: Sequence[Period]
    available_on: date
    on: date

    def of(self, day: date) -> str:
        if day < self.on:
            return "past"
        if any(day in days for days in self.away):
            return "away"
        if day.weekday() > 4:
            return "closed"
        if any(day in days for days in self.busy):
            return "busy"
        return "free" if day >= self.available_on else "closed"


def _firsts(on: date) -> Iterator[date]:
    first = on.replace(day=1)
    while True:
        yield first
        first = (first + timedelta(days=32)).replace(day=1)


def _month(first: date, looks: _Looks) -> Month:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        tuple(
            tuple(Day(day.day, looks.of(day)) if day.month == first.month else None for day in week) for week in weeks
        ),
    )
