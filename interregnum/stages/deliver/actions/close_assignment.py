"""An assignment is over: nothing of it is written any more but hours of days that were worked."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.stages.deliver.facts import AssignmentClosed
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState


@action
def close_assignment(*, assignment: str, by: Actor, at: datetime) -> bool:
    """Asked again, nothing is done twice."""
    row = assignment_of(assignment, seen_by=by)
    if (
        not Assignment.objects.filter(pk=row.pk)
        .exclude(state=AssignmentState.CLOSED)
        .update(state=AssignmentState.CLOSED)
    ):
        return False
    record(AssignmentClosed(assignment=row.code), by=by, at=at)
    return True
