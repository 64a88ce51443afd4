"""The manager reports a week, and may correct it until the client has read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.facts import ReportCorrected, ReportRead, WeekReported
from interregnum.stages.deliver.models import Assignment, Measurement, WeeklyReport
from interregnum.stages.deliver.queries.visible import assignment_of, report_of, term_of
from interregnum.stages.deliver.rules.reporting import may_report
from interregnum.stages.deliver.rules.states import AssignmentState, Mood


@dataclass(frozen=True, kw_only=True)
class Week:
    """The week that begins on `monday`; `measured` maps a result's code to its value in its unit."""

    monday: date
    progress: str
    mood: Mood
    role_mix: RoleMix
    obstacles: str = ""
    decisions_needed: str = ""
    help_wanted: str = ""
    measured: Mapping[str, Decimal]


@action
def report_week(*, assignment: str, week: Week, by: Actor, at: datetime) -> str | Refused:
    """B3: keep the report of one week with its role mix; returns the report's code."""
    row = assignment_of(assignment, seen_by=by)
    if row.state == AssignmentState.CLOSED:
        return Refused.because("deliver.closed")
    refused = may_report(term_of(row), week.monday, on=local_day(at))
    if refused is not None:
        return refused
    results = {result.code: result for result in row.results.all()}
    if not week.measured.keys() <= results.keys():
        return Refused.because("deliver.unknown_result")
    report, is_new = WeeklyReport.objects.get_or_create(
        assignment=row, monday=week.monday, defaults=_values(week) | {"submitted_at": at}
    )
    # The filter carries the old state: what the client has read does not change afterwards.
    if not is_new and not WeeklyReport.objects.filter(pk=report.pk, read_at=None).update(**_values(week)):
        return Refused.because("deliver.report_read")
    report.measurements.all().delete()
    Measurement.objects.bulk_create(
        Measurement(report=report, result=results[code], value=value) for code, value in week.measured.items()
    )
    kind = WeekReported if is_new else ReportCorrected
    record(kind(assignment=row.code, monday=week.monday.isoformat(), mood=week.mood), by=by, at=at)
    if is_new:
        _tell_client(row, report)
    return str(report.code)


def _values(week: Week) -> dict[str, object]:
    operational, adviser, coach, change = week.role_mix
    return {
        "progress": week.progress,
        "obstacles": week.obstacles,
        "decisions_needed": week.decisions_needed,
        "help_wanted": week.help_wanted,
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
