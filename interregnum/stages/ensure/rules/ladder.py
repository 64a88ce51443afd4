"""G1: the ladder of escalation: when it begins, who acts on which step, and until when. Source: domain research 4.2.

Clocks: the hours of the first step are real hours, so 48 hours stay 48 when the clock changes; when they end outside
office hours, the step ends as the office opens next. Working days are counted from the day after, skip weekends and
Dutch holidays, and end as the office closes on the clock in Amsterdam.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from interregnum.kernel.period import AMSTERDAM
from interregnum.stages.ask.rules.calling import OfficeHours, is_working_day, next_working_day
from interregnum.stages.deliver.rules.course import Standing, since_when
from interregnum.stages.deliver.rules.signals import SignalLevel


class LadderStep(StrEnum):
    """Shadow manager and manager talk; the three review it; partner and the client's superior; the guarantee."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"


STEPS = tuple(LadderStep)
# On the first two the shadow manager acts, or the bureau where there is none; from the third on a partner.
OF_PARTNER = frozenset({LadderStep.THIRD, LadderStep.FOURTH})


@dataclass(frozen=True)
class LadderTerms:
    """The dated values of the ladder."""

    amber_days: int
    first_hours: int
    second_working_days: int
    third_working_days: int
    plan_weeks: int
    guarantee_working_days: int
    again_working_days: int


def cause_of(course: Sequence[Standing], *, on: date, terms: LadderTerms) -> tuple[str, ...]:
    """The signals that ask for the ladder: each red one; else two or more that are amber for long enough."""
    if not course:
        return ()
    now = course[-1].levels
    red = tuple(code for code, level in now.items() if level == SignalLevel.RED)
    if red:
        return red
    from_day = on - timedelta(days=terms.amber_days)
    long = tuple(code for code in now if (since := since_when(course, code)) and since <= from_day)
    return long if len(long) >= 2 else ()


def next_step(step: LadderStep) -> LadderStep | None:
    """The step above; None from the last one."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def due_at(step: LadderStep, began_at: datetime, *, terms: LadderTerms, office: OfficeHours) -> datetime:
    """Until when a step that began at a moment must be done."""
    if step == LadderStep.FIRST:
        # Counted in UTC: on the clock of Amsterdam an hour of two nights a year would be lost or won.
        return _in_office(began_at.astimezone(UTC) + timedelta(hours=terms.first_hours), office)
    days = {
        LadderStep.SECOND: terms.second_working_days,
        LadderStep.THIRD: terms.third_working_days,
        LadderStep.FOURTH: terms.guarantee_working_days,
    }[step]
    return _at(working_days_after(began_at.astimezone(AMSTERDAM).date(), days, office=office), office.closes)


def working_days_after(day: date, days: int, *, office: OfficeHours) -> date:
    """So many working days on, the day itself not counted.

    >>> working_days_after(date(2026, 4, 2), 1, office=OfficeHours(9, 17, frozenset({date(2026, 4, 6)})))
    datetime.date(2026, 4, 3)
    """
    for _one in range(days):
        day = next_working_day(day + timedelta(days=1), closed=office.closed)
    return day


def _in_office(moment: datetime, office: OfficeHours) -> datetime:
    """The moment itself while the office is open, else when it opens next."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date()
    if is_working_day(day, closed=office.closed):
        if local < _at(day, office.opens):
            return _at(day, office.opens)
        if local <= _at(day, office.closes):
            return local
    return _at(next_working_day(day + timedelta(days=1), closed=office.closed), office.opens)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=AMSTERDAM)


def latest_plan_day(on: date, *, terms: LadderTerms) -> date:
    """The last day of a plan of improvement that is agreed today."""
    return on + timedelta(weeks=terms.plan_weeks)
