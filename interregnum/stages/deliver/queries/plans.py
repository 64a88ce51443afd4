"""The plan of approach: as it is edited by the manager and read by client, bureau and shadow manager."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.lists import Category
from interregnum.parameters.values import value
from interregnum.stages.brief.queries.versions import Changed, Version
from interregnum.stages.brief.rules.states import VersionState
from interregnum.stages.deliver import plan_texts, texts
from interregnum.stages.deliver.models import Assignment, PlanVersion
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.plan_rows import plan_of, written_plan
from interregnum.stages.deliver.queries.plan_versions import (
    DeviationLine,
    changed,
    deviation_lines,
    in_lines,
    plan_versions,
)
from interregnum.stages.deliver.queries.visible import assignment_of, term_of
from interregnum.stages.deliver.rules.plan import DIAGNOSIS, Part, Plan, plan_due_on
from interregnum.stages.deliver.rules.plan_kept import from_plain
from interregnum.stages.deliver.rules.plan_template import MEASURES, plan_template
from interregnum.stages.deliver.rules.states import AssignmentState, PlanState
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class Said:
    """A part of the plan with its name."""

    label: object
    text: str


@dataclass(frozen=True)
class PlanPage:
    """`suggestions` are (measure, unit) that are usual in this category; `version` is the number of what is read, 0 for
    a draft; `is_change`: what was agreed holds while the next version is written; `saves`: which draft this is;
    `is_closed`: with its assignment, nothing is written or sent any more."""

    code: str
    number: str
    client: str
    manager: str
    category: Category
    problem: str
    result_wanted: str
    starts_on: date
    ends_on: date
    due_on: date
    state: Badge
    is_open: bool
    is_closed: bool
    is_waiting: bool
    is_agreed: bool
    is_change: bool
    is_shown: bool
    is_old: bool
    note: str
    agreed_at: datetime | None
    plan: Plan
    diagnosis: tuple[Said, ...]
    approach: tuple[Said, ...]
    version: int
    saves: int
    deviations: tuple[DeviationLine, ...]
    versions: tuple[Version, ...]
    since_agreed: tuple[Changed, ...]
    suggestions: tuple[tuple[object, object], ...]
    first_result_from: date


def plan_page(code: str, *, seen_by: Actor, on: date, version: int | None = None) -> PlanPage:
    """Raises Http404 for an assignment that is not theirs, and for a version that never was.

    The client reads what lies there, else what holds; the others what is written. `version` asks for one by its number.
    """
    row = assignment_of(code, seen_by=seen_by)
    term = term_of(row)
    waiting = row.plan_state == PlanState.PROPOSED
    asked = _asked(row, version) if version is not None else row.plan_versions.first() if waiting else None
    is_client, is_closed = seen_by.role is Role.CLIENT, row.state == AssignmentState.CLOSED
    plan = from_plain(asked.content) if asked else plan_of(row) if is_client else written_plan(row)
    template = plan_template(row.category, term=term)
    return PlanPage(
        **{name: getattr(row, name) for name in ("code", "number", "category", "problem", "result_wanted")},
        client=row.organisation.name,
        manager=row.manager.name,
        starts_on=term.first,
        ends_on=term.last,
        due_on=plan_due_on(term.first, within_days=value("deliver.plan_due_days", on=on)),
        state=looks.plan_badge(row.plan_state),
        is_open=row.plan_state in {PlanState.DRAFT, PlanState.SENT_BACK} and asked is None and not is_closed,
        is_closed=is_closed,
        is_waiting=asked is not None and asked.state == VersionState.OFFERED and not is_closed,
        is_agreed=row.plan_state == PlanState.AGREED,
        is_change=row.plan_agreed_at is not None and row.plan_state != PlanState.AGREED,
        is_shown=asked is not None or row.plan_agreed_at is not None or not is_client,
        is_old=version is not None and not (asked and asked.state == VersionState.OFFERED),
        note=row.plan_note,
        agreed_at=row.plan_agreed_at,
        plan=plan,
        diagnosis=_said(plan, DIAGNOSIS),
        approach=_said(plan, tuple(part for part in Part if part not in DIAGNOSIS)),
        version=asked.number if asked else 0,
        saves=row.plan_saves,
        deviations=deviation_lines(asked or _compared(row, is_client=is_client)),
        versions=plan_versions(row),
        since_agreed=_since_agreed(row, plan, asked, is_client=is_client),
        suggestions=tuple(texts.MEASURES[code] for code in MEASURES[row.category]),
        first_result_from=template.first_result_on,
    )


def plan_saves(code: str, *, seen_by: Actor) -> int:
    """Which draft of the plan stands now."""
    return assignment_of(code, seen_by=seen_by).plan_saves


def _asked(row: Assignment, number: int) -> PlanVersion:
    found = row.plan_versions.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _compared(row: Assignment, *, is_client: bool) -> PlanVersion | None:
    """The version of which the differences with the contract are shown: what came back, or what holds."""
    if row.plan_state == PlanState.SENT_BACK and not is_client:
        return row.plan_versions.first()
    is_draft = row.plan_state == PlanState.DRAFT and not is_client
    return None if is_draft else row.plan_versions.filter(state=VersionState.APPROVED).first()


def _since_agreed(row: Assignment, plan: Plan, asked: PlanVersion | None, *, is_client: bool) -> tuple[Changed, ...]:
    """What the change says otherwise than the plan that holds; for the client only once it lies there."""
    is_next = asked is None or asked.state == VersionState.OFFERED
    if row.plan_agreed_at is None or row.plan_state == PlanState.AGREED or not is_next or (is_client and not asked):
        return ()
    return changed(in_lines(plan_of(row)), in_lines(plan))


def _said(plan: Plan, parts: tuple[Part, ...]) -> tuple[Said, ...]:
    return tuple(Said(plan_texts.PARTS[part], plan.says(part)) for part in parts if plan.says(part))
