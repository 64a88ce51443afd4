"""What a later stage learns of guarantees: who was replaced or stopped, and what lay under it."""

from collections.abc import Collection, Mapping

from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState

DONE = (CaseState.REPLACING, CaseState.REPLACED, CaseState.ENDED)


def causes_of(assignments: Collection[int]) -> Mapping[tuple[int, int], str]:
    """By keys of assignment and manager: the cause of each guarantee that was carried out, "" while it is not found."""
    rows = Complaint.objects.filter(assignment__in=assignments, state__in=DONE).order_by("pk")
    found = rows.values_list("assignment", "manager", "root_cause__cause")
    return {(key, manager): str(cause or "") for key, manager, cause in found}
