"""The manager writes the plan of approach, as often as needed until it goes to the client."""

from datetime import datetime

from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.facts import PlanChangeBegun, PlanChangeDropped, PlanWritten
from interregnum.stages.deliver.models import Assignment, Phase, PlanChange, PlanText, Result
from interregnum.stages.deliver.queries.plan_rows import plan_of, written_plan
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.plan import Part, Plan, plan_fits
from interregnum.stages.deliver.rules.plan_kept import is_same, plain, recognised
from interregnum.stages.deliver.rules.states import AssignmentState, PlanState

WRITABLE = (PlanState.DRAFT, PlanState.SENT_BACK)


@action
def save_plan(*, assignment: str, plan: Plan, version: int | None = None, by: Actor, at: datetime) -> Refused | None:
    """Keep the plan as a draft. A result that was measured already stays; what was agreed holds until the next is.

    `version`: which draft was seen when this was typed, None for whoever writes without having seen one.
    """
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("deliver.closed")
    unfit = plan_fits(plan, term=term_of(row))
    if unfit is not None:
        return unfit
    # Held until the lines are there: a plan that was sent in another window is not changed behind the client's back.
    held = Assignment.objects.select_for_update().get(pk=row.pk)
    if held.plan_state not in WRITABLE:
        agreed = held.plan_state == PlanState.AGREED
        return Refused.because("deliver.plan_agreed" if agreed else "deliver.plan_with_client")
    standing = written_plan(row)
    plan = recognised(plan, standing)
    # What is saved twice, by two windows or after a bad connection, is there already.
    if is_same(plan, standing):
        return None
    refused = _measured_gone(row, plan)
    if refused is not None:
        return refused
    seen = held.plan_saves if version is None else version
    # The filter carries what was seen: of two windows one writes.
    if not Assignment.objects.filter(pk=row.pk, plan_saves=seen).update(plan_saves=seen + 1):
        return Refused.because("deliver.plan_changed")
    # An agreed plan that is being changed has its draft apart.
    if not PlanChange.objects.filter(assignment=row).update(content=plain(plan)):
        apply_plan(row, plan)
    record(PlanWritten(assignment=row.code), by=by, at=at)
    return None


@action
def begin_change(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """Open an agreed plan for its next version; what was agreed holds until the client agrees to that."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("deliver.closed")
    # The filter carries the old state: of two windows, one opens it.
    if not Assignment.objects.filter(pk=row.pk, plan_state=PlanState.AGREED).update(plan_state=PlanState.DRAFT):
        return Refused.because("deliver.plan_not_agreed")
    PlanChange.objects.update_or_create(assignment=row, defaults={"content": plain(plan_of(row))})
    record(PlanChangeBegun(assignment=row.code), by=by, at=at)
    return None


@action
def drop_change(*, assignment: str, by: Actor, at: datetime) -> Refused | None:
    """Leave the plan as it was agreed."""
    row = assignment_of(assignment, seen_by=by)
    changing = Assignment.objects.filter(pk=row.pk, plan_state__in=WRITABLE, plan_change__isnull=False)
    # What another window still shows of the change is not the plan any more.
    if not changing.update(plan_state=PlanState.AGREED, plan_note="", plan_saves=F("plan_saves") + 1):
        return Refused.because("deliver.no_change_open")
    PlanChange.objects.filter(assignment=row).delete()
    record(PlanChangeDropped(assignment=row.code), by=by, at=at)
    return None


def apply_plan(row: Assignment, plan: Plan) -> None:
    """Make the plan the one that is measured against. A result keeps its code and so its measurements."""
    Assignment.objects.filter(pk=row.pk).update(first_result_on=plan.first_result_on)
    row.plan_texts.all().delete()
    PlanText.objects.bulk_create(PlanText(assignment=row, part=part, text=plan.says(part)) for part in _said(plan))
    _keep_results(row, plan)
    row.phases.all().delete()
    Phase.objects.bulk_create(
        Phase(assignment=row, position=position, title=line.title, ends_on=line.ends_on, checkpoint=line.checkpoint)
        for position, line in enumerate(plan.phases)
    )


def _said(plan: Plan) -> list[Part]:
    return [part for part in Part if plan.says(part)]


def _measured_gone(row: Assignment, plan: Plan) -> Refused | None:
    kept = {line.code for line in plan.results if line.code}
    measured = row.results.exclude(code__in=kept).filter(measurements__isnull=False).first()
    return Refused.because("deliver.result_measured", title=measured.title) if measured else None


def _keep_results(row: Assignment, plan: Plan) -> None:
    kept = {line.code for line in plan.results if line.code}
    # What was measured while a change lay with the client is history, and stays.
    row.results.exclude(code__in=kept).filter(measurements__isnull=True).delete()
    for position, line in enumerate(plan.results):
        values = {
            "position": position,
            "title": line.title,
            "unit": line.unit,
            "baseline": line.baseline,
            "target": line.target,
            "due_on": line.due_on,
        }
        # A code of another assignment's result finds nothing here, and a new result is made.
        if not (line.code and row.results.filter(code=line.code).update(**values)):
            Result.objects.create(assignment=row, **values)
