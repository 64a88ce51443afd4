"""The plan of approach goes to the client as a version, who answers what differs from the contract, and agrees or sends
it back with a note."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.deliver.actions.note_stakes import open_assignment_of
from interregnum.stages.deliver.actions.save_plan import WRITABLE, apply_plan
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import DeviationAnswered, PlanAgreed, PlanProposed, PlanSentBack
from interregnum.stages.deliver.models import Assignment, PlanChange, PlanDeviation, PlanVersion
from interregnum.stages.deliver.queries.plan_rows import contracted_of, offered_version, written_plan
from interregnum.stages.deliver.rules.deviations import DeviationAnswer, deviations, fault_of_answers
from interregnum.stages.deliver.rules.plan import Plan, plan_ready
from interregnum.stages.deliver.rules.plan_kept import from_plain, plain
from interregnum.stages.deliver.rules.states import PlanState


@action
def propose_plan(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """A1: put the plan as it was last saved before the client, with what differs from the contract."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    plan = written_plan(row)
    unready = plan_ready(plan)
    if unready is not None:
        return unready
    if not Assignment.objects.filter(pk=row.pk, plan_state__in=WRITABLE).update(plan_state=PlanState.PROPOSED):
        return Refused.because("deliver.plan_with_client")
    _offer(row, plan, by=by, at=at)
    record(PlanProposed(assignment=row.code), by=by, at=at)
    tell(row, Role.CLIENT, template="mail/plan_proposed.txt", address="client:deliver-plan")
    return None


def _offer(row: Assignment, plan: Plan, *, by: Actor, at: datetime) -> None:
    """What the client accepted of the version before is not asked again."""
    last = row.plan_versions.first()
    known = PlanDeviation.objects.filter(version=last).exclude(answer__in=("", DeviationAnswer.REFUSED))
    said = {(one.kind, one.subject, one.before, one.after): (one.answer, one.answered_at) for one in known}
    version = PlanVersion.objects.create(
        assignment=row,
        number=(last.number if last else 0) + 1,
        content=plain(plan),
        offered_at=at,
        offered_by=Account.objects.get(code=by.code),
    )
    for position, one in enumerate(deviations(contracted_of(row), plan, ends_on=row.ends_on), start=1):
        answer, answered_at = said.get((one.kind, one.subject, one.before, one.after), ("", None))
        PlanDeviation.objects.create(
            version=version, position=position, answer=answer, answered_at=answered_at, **vars(one)
        )


@action
def answer_deviation(
    *, assignment: str, version: int, line: int, answer: DeviationAnswer, by: Actor, at: datetime
) -> Refused | None:
    """The client accepts or refuses a difference with the contract, or wants the contract changed. The last word holds
    until the plan is answered."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    # Held, so that nobody agrees to the version between the look and the answer.
    offered = row.plan_versions.select_for_update().filter(number=version, state=VersionState.OFFERED).first()
    if offered is None or not offered.deviations.filter(position=line).update(answer=answer, answered_at=at):
        return Refused.because("deliver.plan_not_proposed")
    record(DeviationAnswered(assignment=row.code, answer=str(answer)), by=by, at=at)
    return None


@action
def agree_plan(*, assignment: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """The client agrees to the version that was read: it stands, and is measured against."""
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    offered = row.plan_versions.select_for_update().filter(number=version).first()
    if offered is None:
        return Refused.because("deliver.plan_not_proposed")
    unanswered = fault_of_answers(list(offered.deviations.values_list("answer", flat=True)))
    if unanswered is not None:
        return unanswered
    if not _answered(row, version, VersionState.APPROVED, by=by, at=at):
        return Refused.because("deliver.plan_not_proposed")
    apply_plan(row, from_plain(offered.content))
    PlanChange.objects.filter(assignment=row).delete()
    Assignment.objects.filter(pk=row.pk).update(plan_state=PlanState.AGREED, plan_agreed_at=at, plan_note="")
    record(PlanAgreed(assignment=row.code), by=by, at=at)
    tell(row, Role.MANAGER, template="mail/plan_agreed.txt", address="manager:deliver-plan")
    return None


@action
def send_back_plan(*, assignment: str, note: str, by: Actor, at: datetime) -> Refused | None:
    """The client wants something different and says what."""
    if not note.strip():
        return Refused.because("deliver.note_needed", "note")
    row = open_assignment_of(assignment, by=by)
    if isinstance(row, Refused):
        return row
    offered = offered_version(row)
    if offered is None or not _answered(row, offered.number, VersionState.SENT_BACK, remark=note.strip(), by=by, at=at):
        return Refused.because("deliver.plan_not_proposed")
    Assignment.objects.filter(pk=row.pk).update(plan_state=PlanState.SENT_BACK, plan_note=note.strip())
    record(PlanSentBack(assignment=row.code), by=by, at=at)
    tell(row, Role.MANAGER, template="mail/plan_sent_back.txt", address="manager:deliver-plan")
    return None


def _answered(row: Assignment, number: int, state: VersionState, *, remark: str = "", by: Actor, at: datetime) -> bool:
    """The filter carries the old state: of two answers at once, one stands."""
    waiting = PlanVersion.objects.filter(assignment=row, number=number, state=VersionState.OFFERED)
    account = Account.objects.get(code=by.code)
    return bool(waiting.update(state=state, answered_at=at, answered_by=account, remark=remark))
