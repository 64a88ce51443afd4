"""What was measured, from the table while it holds, and from the facts where it does not: never older than the last."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from interregnum.journal.models import About
from interregnum.stages.deliver.models import Assignment, QualityPicture
from interregnum.stages.deliver.queries.quality.gather import gather
from interregnum.stages.deliver.rules.seen import Measured, Who
from interregnum.stages.deliver.rules.signals import measures_of

type MeasuredParts = Mapping[str, Measured]


def last_told(way: str) -> Greatest:
    """The newest entry of the journal about an assignment, its contract or its manager, 0 for none; `way` leads to the
    first. Each code is looked up by itself: asked with OR, the index helps none of the three."""
    return Greatest(*(_newest(f"{way}{about}") for about in ("code", "contract__code", "manager__code")))


def _newest(code: str) -> Coalesce:
    entries = About.objects.filter(code=OuterRef(code)).order_by("-entry_id")
    return Coalesce(Subquery(entries.values("entry__number")[:1]), 0)


def pictures_that_hold(*, on: date) -> QuerySet[QualityPicture]:
    """Those of this day, of which the journal has told nothing since."""
    rows = QualityPicture.objects.filter(measured_on=on).annotate(told=last_told("assignment__"))
    return rows.filter(told__lte=F("last_entry"))


def measured_of(rows: Collection[Assignment], *, windows: Mapping[str, int], on: date) -> dict[int, MeasuredParts]:
    """By key, for running assignments that were read with their brief: one query while nothing has changed."""
    kept = pictures_that_hold(on=on).filter(assignment__in=[row.pk for row in rows])
    found = {key: read(measured) for key, measured in kept.values_list("assignment", "measured")}
    if changed := [row for row in rows if row.pk not in found]:
        seen = gather(changed, windows=windows, on=on)
        found |= {key: measures_of(one) for key, one in seen.items()}
    return found


def plain(measured: MeasuredParts) -> dict[str, Any]:
    """As the table keeps it."""
    return {code: [one.number, str(one.who), dict(one.facts), one.name] for code, one in measured.items()}


def read(kept: Mapping[str, Any]) -> MeasuredParts:
    return {code: Measured(number, Who(who), facts, name) for code, (number, who, facts, name) in kept.items()}
