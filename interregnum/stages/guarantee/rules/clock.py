"""H1: the clock from a complaint to each step, against what the clause as signed promises.

Hours are hours that pass, also through a night in which the clock is changed; a promise in working days ends with the
last of them in Amsterdam, and a holiday is none.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.stages.ask.rules.calling import is_working_day

DAY = timedelta(days=1)


class Step(StrEnum):
    """What is promised after a complaint, in its order."""

    ACKNOWLEDGED = "acknowledged"
    CHOSEN = "chosen"
    LISTED = "listed"
    NAMED = "named"
    STARTED = "started"
    HEARD = "heard"
    CAUSE = "cause"


class Kept(StrEnum):
    IN_TIME = "in_time"
    LATE = "late"
    RUNNING = "running"
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What the clause promises, with the terms that the firm sets itself for what no clause names."""

    decision_working_days: int
    profile_hours: int
    start_working_days: int
    acknowledge_seconds: int
    list_seconds: int
    hearing_working_days: int
    cause_working_days: int
    profiles: int


@dataclass(frozen=True, kw_only=True)
class Moments:
    """When what happened; `first_chosen_at` is the first choice of any kind, `chosen_at` the one that holds; `named_at`
    are the moments at which a name came on the screen; `started_on` a day."""

    complained_at: datetime
    acknowledged_at: datetime | None = None
    first_chosen_at: datetime | None = None
    chosen_at: datetime | None = None
    listed_at: datetime | None = None
    named_at: tuple[datetime, ...] = ()
    picked_at: datetime | None = None
    started_on: date | None = None
    heard_at: datetime | None = None
    cause_at: datetime | None = None
    is_replacing: bool = False
    is_carried_out: bool = False


@dataclass(frozen=True)
class Promise:
    """A step with the moment by which it is promised; `done_at` is None while it did not happen."""

    step: Step
    due_at: datetime
    done_at: datetime | None

    def kept(self, at: datetime) -> Kept:
        if self.done_at is not None:
            return Kept.IN_TIME if self.done_at <= self.due_at else Kept.LATE
        return Kept.RUNNING if at <= self.due_at else Kept.OVERDUE


def hours_on(at: datetime, hours: int) -> datetime:
    """So many hours that pass: counted in UTC, so that a changed clock makes none longer or shorter."""
    return at.astimezone(UTC) + timedelta(hours=hours)


def end_of_working_day(at: datetime, *, days: int, closed: Set[date]) -> datetime:
    """The end, in Amsterdam, of the nth working day after the day of a moment.

    >>> from datetime import UTC
    >>> end_of_working_day(datetime(2026, 4, 2, 9, tzinfo=UTC), days=2, closed={date(2026, 4, 3), date(2026, 4, 6)})
    datetime.datetime(2026, 4, 9, 0, 0, tzinfo=zoneinfo.ZoneInfo(key='Europe/Amsterdam'))
    """
    day = working_day_after(local_day(at), days=days, closed=closed)
    return datetime.combine(day + DAY, time(), tzinfo=AMSTERDAM)


def working_day_after(day: date, *, days: int, closed: Set[date]) -> date:
    """The nth working day after a day; none is the day itself."""
    for _each in range(days):
        day += DAY
        while not is_working_day(day, closed=closed):
            day += DAY
    return day


def promises(moments: Moments, terms: Terms, *, closed: Set[date]) -> tuple[Promise, ...]:
    """H1: each step that is promised as far as it is known now, in its order."""
    begun = moments.complained_at

    def by(at: datetime, days: int) -> datetime:
        return end_of_working_day(at, days=days, closed=closed)

    second = sorted(moments.named_at)[terms.profiles - 1 : terms.profiles]
    started = datetime.combine(moments.started_on, time(), tzinfo=AMSTERDAM) if moments.started_on else None
    found = [
        Promise(Step.ACKNOWLEDGED, begun + timedelta(seconds=terms.acknowledge_seconds), moments.acknowledged_at),
        Promise(Step.CHOSEN, by(begun, terms.decision_working_days), moments.first_chosen_at or moments.chosen_at),
    ]
    if moments.is_replacing and moments.chosen_at:
        listed = moments.chosen_at + timedelta(seconds=terms.list_seconds)
        found.append(Promise(Step.LISTED, listed, moments.listed_at))
        found.append(Promise(Step.NAMED, hours_on(moments.chosen_at, terms.profile_hours), next(iter(second), None)))
    if moments.is_replacing and moments.picked_at:
        found.append(Promise(Step.STARTED, by(moments.picked_at, terms.start_working_days), started))
    found.append(Promise(Step.HEARD, by(begun, terms.hearing_working_days), moments.heard_at))
    if moments.is_carried_out and moments.chosen_at:
        found.append(Promise(Step.CAUSE, by(moments.chosen_at, terms.cause_working_days), moments.cause_at))
    return tuple(found)
