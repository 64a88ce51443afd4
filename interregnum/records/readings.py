"""The readings of signals: they tell how an assignment went, and some years after its end nothing asks for them."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from interregnum.stages.deliver.models import Assignment, SignalReading


def with_readings() -> QuerySet[Any]:
    """The assignments that hold readings, each with its last day as `since`."""
    return Assignment.objects.filter(readings__isnull=False).order_by("pk").distinct().annotate(since=F("ends_on"))


def forget_readings(row: Assignment, at: datetime) -> None:
    """What the alarms were worth stays in the proof of the firm, without them."""
    SignalReading.objects.filter(assignment=row).delete()
