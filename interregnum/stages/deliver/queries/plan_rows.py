"""The plan of approach as a value: what holds, what is being written, and what the contract says beside it."""

from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.contract.queries.amendments import results_now
from interregnum.stages.deliver.models import Assignment, PlanChange, PlanVersion
from interregnum.stages.deliver.rules.deviations import Contracted
from interregnum.stages.deliver.rules.plan import PhaseLine, Plan, ResultLine
from interregnum.stages.deliver.rules.plan_kept import from_plain


def plan_of(row: Assignment) -> Plan:
    """What is measured against: as agreed, or as it is written while nothing was agreed."""
    return Plan(
        {one.part: one.text for one in row.plan_texts.all()},
        tuple(
            ResultLine(one.title, one.unit, one.baseline, one.target, one.due_on, one.code) for one in row.results.all()
        ),
        tuple(PhaseLine(one.title, one.ends_on, one.checkpoint) for one in row.phases.all()),
        row.first_result_on,
    )


def written_plan(row: Assignment) -> Plan:
    """What the manager writes on: the change of an agreed plan, or the plan itself."""
    change = PlanChange.objects.filter(assignment=row).first()
    return from_plain(change.content) if change else plan_of(row)


def offered_version(row: Assignment) -> PlanVersion | None:
    """What lies with the client to be answered."""
    return row.plan_versions.filter(state=VersionState.OFFERED).first()


def contracted_of(row: Assignment) -> tuple[Contracted, ...]:
    """The results that the contract carries out, as its last signed amendment has them."""
    made = {one.contracted: one.code for one in row.results.all() if one.contracted}
    return tuple(
        Contracted(one.title, one.unit, one.baseline, one.target, one.due_on, made.get(one.title, ""))
        for one in results_now(row.contract)
    )
