"""The manager reports a week, and may correct it until the client has read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.actions.decide import (
    Followed,
    Needed,
    ask_decisions,
    check_decisions,
    follow_decisions,
    fresh,
)
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import ReportCorrected, ReportRead, WeekReported
from interregnum.stages.deliver.models import Assignment, Measurement, WeeklyReport
from interregnum.stages.deliver.queries.visible import assignment_of, report_of, term_of
from interregnum.stages.deliver.rules.reporting import may_report
from interregnum.stages.deliver.rules.states import AssignmentState, Mood


@dataclass(frozen=True, kw_only=True)
class Week:
    """The week that begins on `monday`; `measured` maps a result's code to its value in its unit, `said` to words.

    `sponsor_minutes`: the time that the client's problem owner had; `budget_percent`: how much was spent of what was
    planned until now. `version`: which one was seen when this was typed, 0 for none, None for whoever writes without
    having seen one.
    """

    monday: date
    progress: str
    mood: Mood
    role_mix: RoleMix
    obstacles: str = ""
    help_wanted: str = ""
    sponsor_minutes: int | None = None
    budget_percent: int | None = None
    measured: Mapping[str, Decimal]
    said: Mapping[str, str] = field(default_factory=dict)
    needed: tuple[Needed, ...] = ()
    followed: tuple[Followed, ...] = ()
    version: int | None = None


@action
def report_week(*, assignment: str, week: Week, by: Actor, at: datetime) -> str | Refused:
    """B3: keep the report of one week with its role mix and what it asks to decide; returns the report's code."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("deliver.closed")
    refused = may_report(term_of(row), week.monday, on=local_day(at))
    if refused is None:
        refused = check_decisions(row, week.needed, week.followed, on=local_day(at))
    if refused is not None:
        return refused
    results = {result.code: result.pk for result in row.results.all()}
    if not {*week.measured, *week.said} <= results.keys():
        return Refused.because("deliver.unknown_result")
    report, is_new = WeeklyReport.objects.get_or_create(
        assignment=row, monday=week.monday, defaults=_values(week) | {"submitted_at": at}
    )
    needed = fresh(report, week.needed)
    # What is sent twice, by two windows or after a bad connection, is there already.
    is_same = not is_new and _is_same(report, week)
    if not is_new and not (is_same and not needed) and (refused := _correct(report, week)) is not None:
        return refused
    if not is_same:
        _measure(report, week, results)
        kind = WeekReported if is_new else ReportCorrected
        record(kind(assignment=row.code, monday=week.monday.isoformat(), mood=week.mood), by=by, at=at)
    ask_decisions(report, needed, by=by, at=at)
    follow_decisions(report, week.followed, by=by, at=at)
    if is_new:
        _tell_client(row, report)
    return str(report.code)


def _correct(report: WeeklyReport, week: Week) -> Refused | None:
    """The filter carries what was seen: what the client has read stands, and of two windows one writes."""
    seen = report.version if week.version is None else week.version
    unread = WeeklyReport.objects.filter(pk=report.pk, read_at=None, version=seen)
    if unread.update(**_values(week), version=seen + 1):
        return None
    return Refused.because("deliver.report_read" if report.read_at else "deliver.report_changed")


def _is_same(report: WeeklyReport, week: Week) -> bool:
    known = {name: getattr(report, name) for name in _values(week)}
    moved = {one.result.code: (one.value, one.said) for one in report.measurements.select_related("result")}
    return known == _values(week) and moved == _moved(week)


def _moved(week: Week) -> dict[str, tuple[Decimal | None, str]]:
    return {code: (week.measured.get(code), week.said.get(code, "")) for code in {*week.measured, *week.said}}


def _measure(report: WeeklyReport, week: Week, results: Mapping[str, int]) -> None:
    report.measurements.all().delete()
    Measurement.objects.bulk_create(
        Measurement(report=report, result_id=results[code], value=value, said=said)
        for code, (value, said) in _moved(week).items()
    )


def _values(week: Week) -> dict[str, object]:
    operational, adviser, coach, change = week.role_mix
    return {
        "progress": week.progress,
        "obstacles": week.obstacles,
        "help_wanted": week.help_wanted,
        "sponsor_minutes": week.sponsor_minutes,
        "budget_percent": week.budget_percent,
        "mood": week.mood,
        "operational": operational,
        "adviser": adviser,
        "coach": coach,
        "change": change,
    }


def _tell_client(row: Assignment, report: WeeklyReport) -> None:
    tell(row, Role.CLIENT, template="mail/week_reported.txt", address="client:deliver-report", code=report.code)


@action
def mark_read(*, report: str, by: Actor, at: datetime) -> None:
    """The client has read a report; said once, it stays said."""
    row = report_of(report, seen_by=by)
    if WeeklyReport.objects.filter(pk=row.pk, read_at=None).update(read_at=at):
        record(ReportRead(assignment=row.assignment.code, monday=row.monday.isoformat()), by=by, at=at)
