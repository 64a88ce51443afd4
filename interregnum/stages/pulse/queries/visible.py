"""The pulse of an assignment, for whoever may know of the assignment."""

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.pulse.models import Survey


def survey_of(assignment: str, *, seen_by: Actor, hold: bool = False) -> Survey:
    """By the code of the assignment; `hold` until the end of the action. Raises Http404 where there is none."""
    rows = Survey.objects.select_related("assignment__organisation", "assignment__manager")
    rows = rows.filter(assignment__code=assignment, assignment__in=visible_to(seen_by))
    row = (rows.select_for_update(of=("self",)) if hold else rows).first()
    if row is None:
        raise Http404
    return row
