"""The weekly report: as it is written by the manager and read by the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.http import Http404

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.decisions import DecisionView, decisions_of
from interregnum.stages.deliver.queries.visible import assignment_of, report_of, term_of, weeks_late
from interregnum.stages.deliver.rules.reporting import may_report, week_shown
from interregnum.stages.deliver.rules.states import Mood
from interregnum.web.pieces import Badge
from interregnum.web.words import ROLE_MIX


@dataclass(frozen=True)
class Asked:
    """A result of which the report asks what moved; `last` is the newest figure of an earlier week, if there is one."""

    code: str
    title: str
    unit: str
    last: Decimal | None
    baseline: Decimal
    target: Decimal


@dataclass(frozen=True)
class Told:
    """What a report says of a result: a figure, or words."""

    title: str
    unit: str
    value: Decimal | None
    said: str
    baseline: Decimal
    target: Decimal


@dataclass(frozen=True)
class Written:
    """What a report of a week says."""

    progress: str
    obstacles: str
    decisions_needed: str
    help_wanted: str
    sponsor_minutes: int | None
    budget_percent: int | None
    mood: Mood
    role_mix: RoleMix
    measured: dict[str, Decimal]
    said: dict[str, str]
    submitted_at: datetime
    read_at: datetime | None
    version: int


@dataclass(frozen=True)
class WritePage:
    """Everything to write the report of one week; `last` is the newest earlier report.

    `decisions` are those of the assignment, `contacts` whom of the client one can be asked (code and name),
    `sponsor` who has the problem and `sponsor_asked` the minutes a week that the brief asks of them, 0 for none.
    """

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
    decisions: tuple[DecisionView, ...]
    contacts: tuple[tuple[str, str], ...]
    reports_to: str
    sponsor: str
    sponsor_asked: int
    is_fixed: bool
    has_begun: bool

    @property
    def open_decisions(self) -> tuple[DecisionView, ...]:
        return tuple(one for one in self.decisions if one.is_open)

    @property
    def settled(self) -> tuple[DecisionView, ...]:
        """What was decided since the newest earlier report."""
        since = self.last.submitted_at if self.last else None
        return tuple(one for one in self.decisions if one.answered_at and (since is None or one.answered_at >= since))


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
    measured: tuple[Told, ...]
    decisions: tuple[DecisionView, ...]
    sponsor_minutes: int | None
    sponsor_asked: int
    budget_percent: int | None


def write_page(code: str, *, week: date | None, seen_by: Actor, on: date) -> WritePage:
    """The report of a week, this week unless one is named. Raises Http404 for a strange week or assignment."""
    row = assignment_of(code, seen_by=seen_by, along=("contract__brief",))
    term = term_of(row)
    monday = week or week_shown(term, on=on)
    if week is not None and may_report(term, week, on=on) is not None:
        raise Http404
    reports = {report.monday: report for report in row.reports.prefetch_related("measurements__result")}
    own = _written(reports.get(monday))
    earlier = [reports[day] for day in sorted(reports, reverse=True) if day < monday]
    last, brief = _written(next(iter(earlier), None)), row.contract.brief
    late = weeks_late(row, reported=reports.keys(), on=on)
    return WritePage(
        code=row.code,
        number=row.number,
        client=row.organisation.name,
        monday=monday,
        sunday=monday + timedelta(days=6),
        week=looks.week_name(monday),
        role_mix=row.role_mix,
        asked=_asked(row, _last_figures(earlier)),
        own=own,
        last=last,
        late=tuple((looks.week_name(day), day) for day in late if day != monday),
        decisions=decisions_of(row, seen_by=seen_by, on=on),
        contacts=_contacts(row),
        reports_to=row.reports_to,
        sponsor=brief.problem_owner,
        sponsor_asked=60 * (brief.sponsor_hours or 0),
        is_fixed=own is not None and own.read_at is not None,
        has_begun=may_report(term, monday, on=on) is None,
    )


def report_page(code: str, *, seen_by: Actor, on: date) -> ReportPage:
    """Raises Http404 for a report of an assignment that is not theirs."""
    report = report_of(code, seen_by=seen_by)
    row = report.assignment
    asked = [one for one in decisions_of(row, seen_by=seen_by, on=on) if one.report == report.pk]
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
        decisions=tuple(asked),
        sponsor_minutes=report.sponsor_minutes,
        budget_percent=report.budget_percent,
        sponsor_asked=60 * (row.contract.brief.sponsor_hours or 0),
        measured=tuple(
            Told(one.result.title, one.result.unit, one.value, one.said, one.result.baseline, one.result.target)
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
        report.sponsor_minutes,
        report.budget_percent,
        report.mood,
        report.role_mix,
        {one.result.code: one.value for one in report.measurements.all() if one.value is not None},
        {one.result.code: one.said for one in report.measurements.all() if one.said},
        report.submitted_at,
        report.read_at,
        report.version,
    )


def _last_figures(earlier: Iterable[WeeklyReport]) -> dict[str, Decimal]:
    """Of each result the newest figure; a week that said it in words is passed over."""
    found: dict[str, Decimal] = {}
    for report in earlier:
        for one in report.measurements.all():
            if one.value is not None:
                found.setdefault(one.result.code, one.value)
    return found


def _contacts(row: Assignment) -> tuple[tuple[str, str], ...]:
    """Whom of the client a decision can be asked; whoever the manager reports to comes first."""
    rows = row.organisation.contacts.filter(is_active=True).values_list("code", "name", "function")
    known = [(code, name, f"{name}, {function}" if function else name) for code, name, function in rows]
    known.sort(key=lambda one: one[1].casefold() not in row.reports_to.casefold())
    return tuple((code, words) for code, _name, words in known)


def _asked(row: Assignment, last: dict[str, Decimal]) -> tuple[Asked, ...]:
    return tuple(
        Asked(one.code, one.title, one.unit, last.get(one.code), one.baseline, one.target) for one in row.results.all()
    )
