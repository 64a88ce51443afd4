"""The plan of approach: as it is edited by the manager and read by the client."""

from dataclasses import dataclass
from datetime import date, datetime

from interregnum.kernel.actor import Actor
from interregnum.parameters.values import value
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.plan import PhaseLine, Plan, ResultLine, plan_due_on
from interregnum.stages.deliver.rules.plan_template import MEASURES
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class PlanPage:
    """`suggestions` are (measure, unit) that are usual in this category."""

    code: str
    number: str
    client: str
    manager: str
    problem: str
    result_wanted: str
    starts_on: date
    ends_on: date
    due_on: date
    state: Badge
    is_open: bool
    is_waiting: bool
    note: str
    agreed_at: datetime | None
    plan: Plan
    suggestions: tuple[tuple[object, object], ...]


def plan_of(row: Assignment) -> Plan:
    """The plan as a value."""
    return Plan(
        row.diagnosis,
        row.approach,
        tuple(
            ResultLine(one.title, one.unit, one.baseline, one.target, one.due_on, one.code) for one in row.results.all()
        ),
        tuple(PhaseLine(one.title, one.ends_on, one.checkpoint) for one in row.phases.all()),
    )


def plan_page(code: str, *, seen_by: Actor, on: date) -> PlanPage:
    """Raises Http404 for an assignment that is not theirs."""
    row = assignment_of(code, seen_by=seen_by)
    term = term_of(row)
    return PlanPage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        problem=row.problem,
        result_wanted=row.result_wanted,
        starts_on=term.first,
        ends_on=term.last,
        due_on=plan_due_on(term.first, within_days=value("deliver.plan_due_days", on=on)),
        state=looks.plan_badge(row.plan_state),
        is_open=row.plan_state in {PlanState.DRAFT, PlanState.SENT_BACK},
        is_waiting=row.plan_state == PlanState.PROPOSED,
        note=row.plan_note,
        agreed_at=row.plan_agreed_at,
        plan=plan_of(row),
        suggestions=tuple(texts.MEASURES[code] for code in MEASURES[row.category]),
    )
