"""G1: the bureau says how an assignment ended, so that signals can be held against it."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.ensure.models import AssignmentOutcome
from interregnum.stages.ensure.outcome_facts import OutcomeNoted
from interregnum.stages.ensure.rules.hits import Outcome


@action
def note_outcome(*, assignment: str, outcome: Outcome, why: str, by: Actor, at: datetime) -> Refused | None:
    """Not while it runs within its term; said again it replaces what was said."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.RUNNING and row.ends_on >= local_day(at):
        return Refused.because("ensure.not_ended")
    told = {"outcome": outcome, "why": why.strip()}
    if AssignmentOutcome.objects.filter(assignment=row, **told).exists():
        return None
    noted = {"noted_by": Account.objects.get(code=by.code), "noted_at": at}
    AssignmentOutcome.objects.update_or_create(assignment=row, defaults=told | noted)
    record(OutcomeNoted(assignment=row.code, outcome=outcome), by=by, at=at)
    return None
