"""Which aftercare somebody may know of, and one of them."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.rules.retention import Looked, judged, stands_at


def cares_of(actor: Actor) -> QuerySet[Aftercare]:
    along = ("organisation", "manager", "owner", "contract")
    rows = Aftercare.objects.select_related(*(f"assignment__{name}" for name in along))
    if actor.role is Role.DELEGATE:
        return rows.none()
    return rows.filter(assignment__in=visible_to(actor).order_by().values("pk"))


def care_row(code: str, *, seen_by: Actor) -> Aftercare:
    """Raises Http404 for one that is not there, or not theirs."""
    row = cares_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def looked_at(row: Aftercare) -> list[Looked]:
    """Every result that was handed over, with whether it stands, as far as that was said."""
    said = {one.result_id: one for one in row.checks.select_related("measure")}
    return [
        Looked(one.is_reached, stands_of(one, said[one.pk]) if one.pk in said else None)
        for one in closed_results(row.assignment.code)
    ]


def counts_new(check: Any) -> bool:
    """Whether an answer counts by the measure that came after the end."""
    return check.value is None and check.new_value is not None


def stands_of(result: Any, check: Any) -> bool | None:
    """By the measure that was handed over, or where nobody measures by it any more, by the one that came after."""
    old = stands_at(result.baseline, result.norm, check.value)
    new = check.measure and stands_at(check.measure.baseline, check.measure.norm, check.new_value)
    return judged(old, new)
