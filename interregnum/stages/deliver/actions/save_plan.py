"""The manager writes the plan of approach, as often as needed until it goes to the client."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.facts import PlanWritten
from interregnum.stages.deliver.models import Assignment, Phase, Result
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.plan import Plan, plan_fits
from interregnum.stages.deliver.rules.states import PlanState

WRITABLE = (PlanState.DRAFT, PlanState.SENT_BACK)


@action
def save_plan(*, assignment: str, plan: Plan, by: Actor, at: datetime) -> Refused | None:
    """Keep the plan as a draft. A result that was measured already stays; others follow the plan exactly."""
    row = assignment_of(assignment, seen_by=by)
    unfit = plan_fits(plan, term=term_of(row))
    if unfit is not None:
        return unfit
    # The filter carries the old state: a plan that was sent in another window is not changed behind the client's back.
    is_writable = Assignment.objects.filter(pk=row.pk, plan_state__in=WRITABLE)
    if not is_writable.update(diagnosis=plan.diagnosis, approach=plan.approach):
        agreed = row.plan_state == PlanState.AGREED
        return Refused.because("deliver.plan_agreed" if agreed else "deliver.plan_with_client")
    refused = _keep_results(row, plan)
    if refused is not None:
        return refused
    row.phases.all().delete()
    Phase.objects.bulk_create(
        Phase(assignment=row, position=position, title=line.title, ends_on=line.ends_on, checkpoint=line.checkpoint)
        for position, line in enumerate(plan.phases)
    )
    record(PlanWritten(assignment=row.code), by=by, at=at)
    return None


def _keep_results(row: Assignment, plan: Plan) -> Refused | None:
    kept = {line.code for line in plan.results if line.code}
    gone = row.results.exclude(code__in=kept)
    measured = gone.filter(measurements__isnull=False).first()
    if measured is not None:
        return Refused.because("deliver.result_measured", title=measured.title)
    gone.delete()
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
    return None
