"""Which aftercare somebody may know of, and one of them."""

from django.db.models import QuerySet
from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.handover.queries.results import closed_results
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.keep.rules.retention import Looked, stands_at


def cares_of(actor: Actor) -> QuerySet[Aftercare]:
    rows = Aftercare.objects.select_related("assignment__organisation", "assignment__manager", "assignment__owner")
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
    said = dict(row.checks.values_list("result", "value"))
    return [
        Looked(one.is_reached, stands_at(one.baseline, one.norm, said.get(one.pk)))
        for one in closed_results(row.assignment.code)
    ]
