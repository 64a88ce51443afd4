"""What the desks and the list show of assignments: who needs to do what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category
from interregnum.kernel.period import Period, monday_of
from interregnum.parameters.values import value
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries.hours_desks import HoursLine, hours_to_write
from interregnum.stages.deliver.queries.visible import term_of, visible_to, weeks_late, weeks_to_report
from interregnum.stages.deliver.rules.plan import plan_due_on
from interregnum.stages.deliver.rules.reporting import (
    is_late,
    late_weeks,
    own_part,
    week_number,
    weeks_left,
    weeks_over,
)
from interregnum.stages.deliver.rules.states import AssignmentState, Mood, PlanState

OPEN = (AssignmentState.LANDING, AssignmentState.RUNNING)


@dataclass(frozen=True)
class AssignmentLine:
    """One assignment on a desk; `last_monday` and `last_mood` are of its newest report."""

    code: str
    number: str
    client: str
    manager: str
    category: Category
    state: AssignmentState
    plan_state: PlanState
    starts_on: date
    ends_on: date
    weeks_left: int
    last_monday: date | None
    last_mood: Mood | None
    late: tuple[date, ...]


@dataclass(frozen=True)
class WeekLine:
    """A week of an assignment that is to be reported."""

    assignment: str
    number: str
    client: str
    manager: str
    monday: date
    week: int
    is_late: bool


@dataclass(frozen=True)
class PlanLine:
    """A plan that waits for somebody; `due_on` is the day by which the client should have it."""

    assignment: str
    number: str
    client: str
    manager: str
    state: PlanState
    due_on: date
    is_late: bool


@dataclass(frozen=True)
class UnreadLine:
    report: str
    assignment: str
    number: str
    manager: str
    monday: date
    week: int
    mood: Mood
    submitted_at: datetime


@dataclass(frozen=True)
class UnderWay:
    """The assignments that end first and how many there are; the oldest late reports and how many."""

    first: tuple[AssignmentLine, ...]
    count: int
    late: tuple[WeekLine, ...]
    late_count: int


@dataclass(frozen=True)
class OwnWork:
    """A manager's assignments; the plans to write or rewrite; the weeks begun without a report, this one too; hours."""

    assignments: tuple[AssignmentLine, ...]
    plans: tuple[PlanLine, ...]
    weeks: tuple[WeekLine, ...]
    hours: tuple[HoursLine, ...]


def assignments_table(*, seen_by: Actor) -> QuerySet[Assignment]:
    """Rows of the list of assignments, for the web's table; `last_monday` is the week of the newest report."""
    newest = WeeklyReport.objects.filter(assignment=OuterRef("pk")).order_by("-monday").values("monday")[:1]
    return visible_to(seen_by).annotate(last_monday=Subquery(newest))


def assignments_of(*, seen_by: Actor, on: date) -> tuple[AssignmentLine, ...]:
    """The assignments that are about to start or under way, the first to end on top."""
    return tuple(_line(row, on) for row in _open(seen_by))


def under_way(*, seen_by: Actor, on: date, most: int) -> UnderWay:
    """What a firm of a thousand assignments looks like from above; only what is shown is read whole."""
    rows = visible_to(seen_by).filter(state__in=OPEN)
    over = Count("reports", filter=Q(reports__monday__lt=monday_of(on)))
    terms = rows.select_related(None).annotate(over=over).order_by("ends_on", "pk")
    found = list(terms.values_list("pk", "state", *TERM, "over"))
    missing = {pk for pk, *about in found if _may_miss(*about, on=on)}
    first = [pk for pk, *_ in found[:most]]
    lines = _lines_with_reports(rows.filter(pk__in={*missing, *first}), on) if found else {}
    late = [
        WeekLine(line.code, line.number, line.client, line.manager, day, week_number(day), is_late=True)
        for line in map(lines.__getitem__, sorted(missing))
        for day in line.late
    ]
    oldest = tuple(sorted(late, key=lambda line: line.monday)[:most])
    return UnderWay(tuple(lines[pk] for pk in first), len(found), oldest, len(late))


def _may_miss(
    state: AssignmentState, starts_on: date, ends_on: date, since: date | None, reported: int, *, on: date
) -> bool:
    """Whether a report can be missing; of a manager who succeeded another one, only the weeks themselves tell it."""
    if state == AssignmentState.LANDING:
        return False
    return since is not None or weeks_over(Period(starts_on, ends_on), on=on) > reported


TOLD = ("code", "number", "client", "manager", "category", "state", "plan_state")
NAMES = ("pk", "code", "number", "organisation__name", "manager__name", "category", "state", "plan_state")
TERM = ("starts_on", "ends_on", "manager_since")


def _lines_with_reports(rows: QuerySet[Assignment], on: date) -> dict[int, AssignmentLine]:
    """By key: lines made of single columns, asked in one go with the week and mood of each report."""
    reported: dict[tuple[Any, ...], dict[date, Mood]] = defaultdict(dict)
    asked = rows.order_by().values_list(*NAMES, *TERM, "reports__monday", "reports__mood")
    for *assignment, monday, mood in asked:
        reported[tuple(assignment)] |= {monday: mood} if monday else {}
    return {pk: _line_of(about, known, on) for (pk, *about), known in reported.items()}


def _line_of(about: list[Any], known: dict[date, Mood], on: date) -> AssignmentLine:
    *told, starts_on, ends_on, since = about
    line = dict(zip(TOLD, told, strict=True))
    term = Period(starts_on, ends_on)
    has_begun = line["state"] != AssignmentState.LANDING
    return AssignmentLine(
        **line,
        starts_on=starts_on,
        ends_on=ends_on,
        weeks_left=weeks_left(term, on=on),
        last_monday=max(known, default=None),
        last_mood=known[max(known)] if known else None,
        late=late_weeks(own_part(term, since), reported=known.keys(), on=on) if has_begun else (),
    )


OF_LINE = (
    "code", "number", "category", "state", "plan_state", "plan_agreed_at", "starts_on", "ends_on", "manager_since",
    "organisation__name", "manager__name",
)  # fmt: skip


def _open(seen_by: Actor) -> QuerySet[Assignment]:
    rows = visible_to(seen_by).filter(state__in=OPEN).select_related(None).select_related("organisation", "manager")
    return rows.only(*OF_LINE).prefetch_related("reports").order_by("ends_on", "pk")


def _line(row: Assignment, on: date) -> AssignmentLine:
    # The reports were prefetched newest first.
    reports = list(row.reports.all())
    last = reports[0] if reports else None
    return AssignmentLine(
        row.code,
        row.number,
        row.organisation.name,
        row.manager.name,
        row.category,
        row.state,
        row.plan_state,
        row.starts_on,
        row.ends_on,
        weeks_left(term_of(row), on=on),
        last.monday if last else None,
        last.mood if last else None,
        weeks_late(row, reported={report.monday for report in reports}, on=on),
    )


def own_work(*, seen_by: Actor, on: date) -> OwnWork:
    """What is open of an interim manager's own, read once."""
    rows = list(_open(seen_by).prefetch_related("hours"))
    # A change of what was agreed waits for nobody until the client sends it back.
    plans = [
        row
        for row in rows
        if row.plan_state == PlanState.SENT_BACK or (row.plan_state == PlanState.DRAFT and not row.plan_agreed_at)
    ]
    lines = tuple(_line(row, on) for row in rows)
    return OwnWork(lines, _plans(plans, on), _weeks(rows, on, only_late=False), hours_to_write(rows, on=on))


def late_reports(*, seen_by: Actor, on: date) -> tuple[WeekLine, ...]:
    """The weeks that are over and have no report, oldest first."""
    return _weeks(_open(seen_by), on, only_late=True)


def _weeks(rows: Iterable[Assignment], on: date, *, only_late: bool) -> tuple[WeekLine, ...]:
    lines = [
        WeekLine(
            row.code, row.number, row.organisation.name, row.manager.name, day, week_number(day), is_late(day, on=on)
        )
        for row in rows
        for day in _without_report(row, on)
    ]
    return tuple(sorted((line for line in lines if line.is_late or not only_late), key=lambda line: line.monday))


def _without_report(row: Assignment, on: date) -> Iterable[date]:
    reported = {report.monday for report in row.reports.all()}
    return (day for day in weeks_to_report(row, on=on) if day not in reported)


def plans_waiting(*, seen_by: Actor, on: date) -> tuple[PlanLine, ...]:
    """The plans that are with the client for an answer."""
    return _plans(visible_to(seen_by).filter(plan_state=PlanState.PROPOSED, state__in=OPEN), on)


def _plans(rows: Iterable[Assignment], on: date) -> tuple[PlanLine, ...]:
    within = value("deliver.plan_due_days", on=on)
    lines = []
    for row in rows:
        due_on = plan_due_on(row.starts_on, within_days=within)
        names = (row.code, row.number, row.organisation.name, row.manager.name)
        lines.append(PlanLine(*names, row.plan_state, due_on, on > due_on))
    return tuple(sorted(lines, key=lambda line: line.due_on))


def unread_reports(*, seen_by: Actor, limit: int = 20) -> tuple[UnreadLine, ...]:
    """The reports that the client has not read, oldest first; of what is closed nobody is asked to read any more."""
    along = ("assignment__code", "assignment__number", "assignment__manager__name")
    rows = WeeklyReport.objects.select_related("assignment__manager")
    rows = rows.only("code", "monday", "mood", "submitted_at", *along)
    under_way = visible_to(seen_by).filter(state__in=OPEN)
    rows = rows.filter(read_at=None, assignment__in=under_way).order_by("monday", "pk")[:limit]
    return tuple(
        UnreadLine(
            row.code,
            row.assignment.code,
            row.assignment.number,
            row.assignment.manager.name,
            row.monday,
            week_number(row.monday),
            row.mood,
            row.submitted_at,
        )
        for row in rows
    )
