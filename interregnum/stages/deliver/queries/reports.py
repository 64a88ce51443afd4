"""The weekly report: as it is written by the manager and read by the others."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.visible import assignment_of, report_of, term_of
from interregnum.stages.deliver.rules.reporting import late_weeks, may_report, week_shown
from interregnum.stages.deliver.rules.states import Mood
from interregnum.web.pieces import Badge
from interregnum.web.words import ROLE_MIX


@dataclass(frozen=True)
class Asked:
    """A result of which the report asks the value; `last` is what it was a week ago, or its baseline."""

    code: str
    title: str
    unit: str
    last: Decimal
    baseline: Decimal
    target: Decimal


@dataclass(frozen=True)
class Written:
    """What a report of a week says."""

    progress: str
    obstacles: str
    decisions_needed: str
    help_wanted: str
    mood: Mood
    role_mix: RoleMix
    measured: dict[str, Decimal]
    read_at: datetime | None


@dataclass(frozen=True)
class WritePage:
    """Everything to write the report of one week; `last` is the newest earlier report."""

    code: str
    number: str
    client: str
    monday: date
    sunday: date
    week: str
    role_mix: RoleMix
    asked: tuple[Asked, ...]
    own: Written | None
    last: Written | None
    late: tuple[tuple[str, date], ...]
    is_fixed: bool
    has_begun: bool


@dataclass(frozen=True)
class ReportPage:
    """One report to be read. `help_wanted` is "" for a client: it is between the manager and the firm."""

    code: str
    assignment: str
    number: str
    client: str
    manager: str
    week: str
    monday: date
    sunday: date
    submitted_at: datetime
    read_at: datetime | None
    mood: Badge
    progress: str
    obstacles: str
    decisions_needed: str
    help_wanted: str
    shares: tuple[tuple[object, int, int], ...]
    measured: tuple[Asked, ...]


def write_page(code: str, *, week: date | None, seen_by: Actor, on: date) -> WritePage:
    """The report of a week, this week unless one is named. Raises Http404 for a strange week or assignment."""
    row = assignment_of(code, seen_by=seen_by)
    term = term_of(row)
    monday = week or week_shown(term, on=on)
    if week is not None and may_report(term, week, on=on) is not None:
        raise Http404
    reports = {report.monday: report for report in row.reports.prefetch_related("measurements__result")}
    own = _written(reports.get(monday))
    last = _written(next((reports[day] for day in sorted(reports, reverse=True) if day < monday), None))
    late = late_weeks(term, reported=reports.keys(), on=on)
    return WritePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        monday=monday,
        sunday=monday + timedelta(days=6),
        week=looks.week_name(monday),
        role_mix=row.role_mix,
        asked=_asked(row, last.measured if last else {}),
        own=own,
        last=last,
        late=tuple((looks.week_name(day), day) for day in late if day != monday),
        is_fixed=own is not None and own.read_at is not None,
        has_begun=may_report(term, monday, on=on) is None,
    )


def report_page(code: str, *, seen_by: Actor) -> ReportPage:
    """Raises Http404 for a report of an assignment that is not theirs."""
    report = report_of(code, seen_by=seen_by)
    row = report.assignment
    return ReportPage(
        code=report.code,
        assignment=row.code,
        number=row.number,
        client=row.organisation.name,
        manager=row.manager.name,
        week=looks.week_name(report.monday),
        monday=report.monday,
        sunday=report.monday + timedelta(days=6),
        submitted_at=report.submitted_at,
        read_at=report.read_at,
        mood=looks.mood_badge(report.mood),
        progress=report.progress,
        obstacles=report.obstacles,
        decisions_needed=report.decisions_needed,
        help_wanted="" if seen_by.role == Role.CLIENT else report.help_wanted,
        shares=tuple(zip(ROLE_MIX, report.role_mix, row.role_mix, strict=True)),
        measured=tuple(
            Asked(one.result.code, one.result.title, one.result.unit, one.value, one.result.baseline, one.result.target)
            for one in report.measurements.select_related("result").order_by("result__position", "pk")
        ),
    )


def _written(report: WeeklyReport | None) -> Written | None:
    if report is None:
        return None
    return Written(
        report.progress,
        report.obstacles,
        report.decisions_needed,
        report.help_wanted,
        report.mood,
        report.role_mix,
        {one.result.code: one.value for one in report.measurements.all()},
        report.read_at,
    )


def _asked(row: Assignment, last: dict[str, Decimal]) -> tuple[Asked, ...]:
    return tuple(
        Asked(one.code, one.title, one.unit, last.get(one.code, one.baseline), one.baseline, one.target)
        for one in row.results.all()
    )
