"""The course of the signals of many assignments, from their readings."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from interregnum.stages.deliver.models import Assignment, SignalReading
from interregnum.stages.deliver.queries.quality.bounds import bounds_on
from interregnum.stages.deliver.rules.course import Reading, Standing, course_of
from interregnum.stages.deliver.rules.signals import Bounds


def readings_of(
    assignments: Collection[int], *, on: date, parts: Collection[str] | None = None
) -> dict[int, list[Reading]]:
    """By key, oldest first, of some parts or of all; one query."""
    rows = SignalReading.objects.filter(assignment__in=assignments, read_on__lte=on).order_by("read_on", "pk")
    rows = rows if parts is None else rows.filter(part__in=parts)
    found: dict[int, list[Reading]] = defaultdict(list)
    for key, read_on, part, number in rows.values_list("assignment", "read_on", "part", "number"):
        found[key].append(Reading(read_on, part, number))
    return found


def ends_since(day: date) -> dict[int, date]:
    """By key: the last day of every assignment that ended since a day, or runs."""
    return dict(Assignment.objects.filter(ends_on__gte=day).order_by().values_list("pk", "ends_on"))


def courses_of(
    assignments: Collection[int], *, on: date, bounds: Bounds | None = None
) -> dict[int, tuple[Standing, ...]]:
    """Under the bounds of a day, or under others."""
    chosen = bounds_on(on) if bounds is None else bounds
    return {key: course_of(some, chosen) for key, some in readings_of(assignments, on=on).items()}
