"""The ladder of one assignment, and what of its signals asks for it."""

from collections.abc import Collection
from datetime import date, datetime

from interregnum.kernel.period import local_day
from interregnum.outside.calendar import dutch_holidays
from interregnum.parameters.values import value
from interregnum.stages.ask.rules.calling import OfficeHours
from interregnum.stages.deliver.queries.quality.bounds import bounds_on
from interregnum.stages.deliver.queries.quality.course import courses_of
from interregnum.stages.deliver.queries.quality.kept import pictures_that_hold, read
from interregnum.stages.deliver.rules.signals import SignalLevel, signals_of
from interregnum.stages.ensure.models import Escalation
from interregnum.stages.ensure.rules.ladder import LadderTerms, cause_of

LADDER = "ensure.ladder"


def terms_on(on: date) -> LadderTerms:
    return LadderTerms(**value(LADDER, on=on))


def office_for(at: datetime) -> OfficeHours:
    """The hours of the firm with the holidays of this year and the next: a clock of days can pass the year's end."""
    on = local_day(at)
    return OfficeHours(**value("ask.office_hours", on=on), closed=dutch_holidays(on.year))


def levels_now(*, on: date) -> dict[int, dict[str, SignalLevel]]:
    """By key of running assignments: which signals there are, as they were last measured; two queries."""
    bounds = bounds_on(on)
    kept = pictures_that_hold(on=on).values_list("assignment", "measured")
    return {key: {one.code: one.level for one in signals_of(read(measured), bounds)} for key, measured in kept}


def causes_of(assignments: Collection[int], *, terms: LadderTerms, on: date) -> dict[int, tuple[str, ...]]:
    """By key, which signals ask for the ladder now: by all that was read of them, so for a few assignments."""
    courses = courses_of(assignments, on=on) if assignments else {}
    return {key: cause_of(courses.get(key, ()), on=on, terms=terms) for key in assignments}


def open_escalation(assignment: int) -> Escalation | None:
    rows = Escalation.objects.filter(assignment=assignment, closed_at=None).prefetch_related("steps")
    return rows.first()
