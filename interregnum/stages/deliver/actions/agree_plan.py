"""The plan of approach goes to the client, who agrees or sends it back with a note."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.actions.save_plan import WRITABLE
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import PlanAgreed, PlanProposed, PlanSentBack
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.plans import plan_of
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.deliver.rules.plan import plan_ready
from interregnum.stages.deliver.rules.states import PlanState


@action
def propose_plan(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """A1: put the plan as it was last saved before the client."""
    row = assignment_of(assignment, seen_by=by)
    unready = plan_ready(plan_of(row))
    if unready is not None:
        return unready
    if not Assignment.objects.filter(pk=row.pk, plan_state__in=WRITABLE).update(plan_state=PlanState.PROPOSED):
        return Refused.because("deliver.plan_with_client")
    record(PlanProposed(assignment=row.code), by=by, at=at)
    tell(row, Role.CLIENT, template="mail/plan_proposed.txt", address="client:deliver-plan")
    return None


@action
def agree_plan(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """The client agrees: the plan stands."""
    row = assignment_of(assignment, seen_by=by)
    waiting = Assignment.objects.filter(pk=row.pk, plan_state=PlanState.PROPOSED)
    if not waiting.update(plan_state=PlanState.AGREED, plan_agreed_at=at, plan_note=""):
        return Refused.because("deliver.plan_not_proposed")
    record(PlanAgreed(assignment=row.code), by=by, at=at)
    tell(row, Role.MANAGER, template="mail/plan_agreed.txt", address="manager:deliver-plan")
    return None


@action
def send_back_plan(*, assignment: str, note: str, by: Actor, at: datetime) -> Refused | None:
    """The client wants something different and says what."""
    if not note.strip():
        return Refused.because("deliver.note_needed", "note")
    row = assignment_of(assignment, seen_by=by)
    waiting = Assignment.objects.filter(pk=row.pk, plan_state=PlanState.PROPOSED)
    if not waiting.update(plan_state=PlanState.SENT_BACK, plan_note=note.strip()):
        return Refused.because("deliver.plan_not_proposed")
    record(PlanSentBack(assignment=row.code), by=by, at=at)
    tell(row, Role.MANAGER, template="mail/plan_sent_back.txt", address="manager:deliver-plan")
    return None
