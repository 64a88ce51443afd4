"""Hours of a week: what may be written, how a week is filled in beforehand, and what follows from an answer.

Hours are whole minutes; a week is named by its Monday.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from interregnum.kernel.minutes import clock
from interregnum.kernel.period import AMSTERDAM, Period
from interregnum.kernel.refused import Reason
from interregnum.stages.ask.rules.calling import is_working_day
from interregnum.stages.deliver.rules.reporting import weeks_begun

DAY = timedelta(days=1)
THURSDAY = timedelta(days=3)
WEEKDAYS = range(7)


class HoursState(StrEnum):
    """Of a week and of a day in it: draft with the manager, sent to the client, sent back, approved."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True)
class DayHours:
    """A day as it stands; `approved` are the minutes that the client approved last, None while it never did."""

    minutes: int
    state: HoursState
    approved: int | None = None


def minutes_in(day: date) -> int:
    """How long a day lasts in Amsterdam: 23 or 25 hours when the clock changes."""
    midnights = (datetime.combine(each, time(), tzinfo=AMSTERDAM) for each in (day, day + DAY))
    begins, ends = (midnight.timestamp() for midnight in midnights)
    return int(ends - begins) // 60


def days_of(monday: date) -> tuple[date, ...]:
    return tuple(monday + number * DAY for number in WEEKDAYS)


def field_of(day: date) -> str:
    """The name of a day in a form."""
    return f"day_{day.weekday()}"


def check_hours(
    hours: Mapping[date, int], *, term: Period, elsewhere: Mapping[date, int], on: date
) -> tuple[Reason, ...]:
    """Every reason why these hours cannot be, each beside its day; `elsewhere`: in the manager's other assignments."""
    found = []
    for day, minutes in hours.items():
        most, beside = minutes_in(day), elsewhere.get(day, 0)
        checks = (
            (minutes < 0, "deliver.hours_negative"),
            (minutes > 0 and day not in term, "deliver.hours_outside_term"),
            (minutes > 0 and day > on, "deliver.hours_ahead"),
            (minutes > most, "deliver.hours_above_day"),
            (minutes <= most < minutes + beside, "deliver.hours_above_day_elsewhere"),
        )
        facts = {"most": most // 60, "elsewhere": clock(beside)}
        found += [Reason(code, field_of(day), facts) for fails, code in checks if fails][:1]
    return tuple(found)


def open_days(monday: date, *, term: Period, on: date) -> tuple[date, ...]:
    """The days of a week on which hours may stand: inside the term, and begun."""
    return tuple(day for day in days_of(monday) if day in term and day <= on)


def as_contracted(days: Iterable[date], *, days_a_week: int, day_minutes: int, closed: Set[date]) -> dict[date, int]:
    """A whole week at once: so many working days as the contract says, from Monday on; nobody works on a holiday."""
    working = [day for day in days if is_working_day(day, closed=closed)]
    return dict.fromkeys(working[:days_a_week], day_minutes)


def as_before(days: Iterable[date], *, before: Mapping[date, int], closed: Set[date]) -> dict[date, int]:
    """What was written of an earlier week, day by day; not on a holiday. `before`: that week's minutes by its days."""
    by_weekday = {day.weekday(): minutes for day, minutes in before.items()}
    return {day: by_weekday[day.weekday()] for day in days if by_weekday.get(day.weekday()) and day not in closed}


def above_contract(minutes: int, *, contracted: int) -> int:
    """How much more was written than the contract gives a week; 0 where it gives nothing to hold it against.

    >>> above_contract(168 * 60, contracted=32 * 60) // 60
    136
    """
    return max(0, minutes - contracted) if contracted > 0 else 0


def weeks_to_write(term: Period, *, sent: Collection[date], on: date) -> tuple[date, ...]:
    """The weeks of which the hours should have been sent, oldest first: from the day after their Thursday on."""
    return tuple(day for day in weeks_begun(term, on=on) if on > day + THURSDAY and day not in sent)


def changes(before: Mapping[date, DayHours], hours: Mapping[date, int]) -> dict[date, tuple[int, int]]:
    """The days that a correction changes, from what to what."""
    return {
        day: (before[day].minutes, minutes)
        for day, minutes in hours.items()
        if day in before and before[day].minutes != minutes
    }


def needs_reason(before: Mapping[date, DayHours], changed: Collection[date]) -> bool:
    """A day that came back may be changed without a word; any other change, or leaving it as it was, needs one."""
    returned = {day for day, hours in before.items() if hours.state == HoursState.RETURNED}
    return set(changed) != returned


def corrected(before: Mapping[date, DayHours], changed: Mapping[date, tuple[int, int]]) -> dict[date, DayHours]:
    """The days that a correction sends to the client; what was approved stands until the change is approved."""
    return {
        day: DayHours(changed[day][1] if day in changed else hours.minutes, HoursState.SENT, hours.approved)
        for day, hours in before.items()
        if day in changed or hours.state == HoursState.RETURNED
    }


def answered(before: Mapping[date, DayHours], back: Collection[date]) -> dict[date, DayHours]:
    """The days that waited, after an answer: approved, or sent back; what is sent back keeps what was approved."""
    return {
        day: DayHours(hours.minutes, HoursState.RETURNED, hours.approved)
        if day in back
        else DayHours(hours.minutes, HoursState.APPROVED, hours.minutes)
        for day, hours in before.items()
        if hours.state == HoursState.SENT
    }


def state_of_week(days: Iterable[HoursState]) -> HoursState:
    """Whom a week waits for: the client while a day waits, then the manager while one came back.

    >>> state_of_week([HoursState.APPROVED, HoursState.RETURNED])
    <HoursState.RETURNED: 'returned'>
    """
    found = set(days)
    order = (HoursState.DRAFT, HoursState.SENT, HoursState.RETURNED)
    return next((state for state in order if state in found), HoursState.APPROVED)


def silent_after(sent_on: date, *, working_days: int, closed: Set[date]) -> date:
    """The last of so many working days after a day: hours unanswered at its end count as approved, if agreed so."""
    day = sent_on
    for _each in range(working_days):
        day += DAY
        while not is_working_day(day, closed=closed):
            day += DAY
    return day
