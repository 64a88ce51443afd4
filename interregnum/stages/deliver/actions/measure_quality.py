"""G1: running assignments are measured anew each day and after each fact, and what changed is kept for later.

No fact is written: what is measured follows from facts, and can be measured again at any moment.
"""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import batched

from django.db import transaction

from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.models import Assignment, QualityPicture, SignalReading
from interregnum.stages.deliver.queries.quality.bounds import WINDOWS
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.queries.quality.kept import last_told, pictures_that_hold, plain
from interregnum.stages.deliver.rules.signals import measures_of
from interregnum.stages.deliver.rules.states import AssignmentState

AT_ONCE = 100


def measure_quality(at: datetime) -> int:
    """Measure what has changed since it was last measured; returns how many assignments that were."""
    on = local_day(at)
    QualityPicture.objects.exclude(assignment__state=AssignmentState.RUNNING).delete()
    held = pictures_that_hold(on=on).order_by().values("assignment")
    rows = Assignment.objects.filter(state=AssignmentState.RUNNING).exclude(pk__in=held)
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    windows = value(WINDOWS, on=on) if keys else {}
    for some in batched(keys, AT_ONCE):
        _measure(some, windows, on)
    return len(keys)


def measure_one(assignment: str, *, at: datetime) -> None:
    """The same of one that runs, whatever holds of the others: its past is lived after theirs began."""
    on = local_day(at)
    rows = Assignment.objects.filter(state=AssignmentState.RUNNING, code=assignment)
    if keys := tuple(rows.values_list("pk", flat=True)):
        _measure(keys, value(WINDOWS, on=on), on)


@transaction.atomic
def _measure(keys: tuple[int, ...], windows: Mapping[str, int], on: date) -> None:
    # What is told while this measures makes the picture old again: the end of the journal is read first.
    rows = list(Assignment.objects.filter(pk__in=keys).select_related("contract__brief").annotate(told=last_told("")))
    before = dict(QualityPicture.objects.filter(assignment__in=keys).values_list("assignment", "measured"))
    now = {key: plain(measures_of(seen)) for key, seen in gather(rows, windows=windows, on=on).items()}
    pictures = [
        QualityPicture(assignment=row, measured_on=on, last_entry=row.told, measured=now[row.pk]) for row in rows
    ]
    QualityPicture.objects.bulk_create(
        pictures,
        update_conflicts=True,
        unique_fields=["assignment"],
        update_fields=["measured_on", "last_entry", "measured"],
    )
    readings = [
        SignalReading(assignment_id=key, part=part, read_on=on, number=one[0])
        for key, parts in now.items()
        for part, one in parts.items()
        if key not in before or part not in before[key] or before[key][part][0] != one[0]
    ]
    SignalReading.objects.bulk_create(
        readings, update_conflicts=True, unique_fields=["assignment", "part", "read_on"], update_fields=["number"]
    )
