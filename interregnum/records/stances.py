"""Who stands where on an assignment, and who resists: of third persons, as somebody saw it. It goes soon."""

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from interregnum.stages.deliver.models import Assignment, Odds, Stakeholder


def with_stances() -> QuerySet[Any]:
    """The assignments that hold something about somebody's stance, each with its last day as `since`."""
    held = Q(stakeholders__isnull=False) | Q(odds__isnull=False)
    return Assignment.objects.filter(held).order_by("pk").distinct().annotate(since=F("ends_on"))


def forget_stances(row: Assignment, at: datetime) -> None:
    """With stances, resistance and approaches; what was told of groups stays."""
    Stakeholder.objects.filter(assignment=row).delete()
    Odds.objects.filter(assignment=row).delete()
