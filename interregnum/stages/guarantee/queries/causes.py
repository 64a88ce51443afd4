"""G1: for the early warning: causes of replacements that lie with the organisation and were not mended."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from interregnum.kernel.period import local_day
from interregnum.stages.guarantee.models import RootCause
from interregnum.stages.guarantee.rules.reasons import NOT_THE_MANAGER
from interregnum.stages.guarantee.rules.states import REPLACEMENT


def causes_of(assignments: Collection[int], on: date) -> Mapping[int, Mapping[str, Any]]:
    """By key of an assignment: the days since the oldest such cause was found."""
    rows = RootCause.objects.filter(complaint__assignment__in=assignments, complaint__state__in=REPLACEMENT)
    rows = rows.filter(cause__in=NOT_THE_MANAGER, mended_at=None).order_by("-found_at")
    found = rows.values_list("complaint__assignment", "found_at")
    return {key: {"cause_days": max(0, (on - local_day(at)).days)} for key, at in found}
