"""What the passing of time does to assignments: they start, and weeks pass without a report. Safe to run again."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.stages.deliver.facts import AssignmentStarted, ReportMissed
from interregnum.stages.deliver.models import Assignment, MissedWeek
from interregnum.stages.deliver.queries.visible import term_of
from interregnum.stages.deliver.rules.reporting import late_weeks
from interregnum.stages.deliver.rules.states import AssignmentState


def start_assignments(at: datetime) -> int:
    """Let the assignments run whose first day has come; returns how many started."""
    rows = Assignment.objects.filter(state=AssignmentState.LANDING, starts_on__lte=local_day(at))
    return sum(_start(row, at=at) for row in rows)


@action
def _start(row: Assignment, *, at: datetime) -> bool:
    # The filter carries the old state: of two clocks at once, one starts it.
    landing = Assignment.objects.filter(pk=row.pk, state=AssignmentState.LANDING)
    if not landing.update(state=AssignmentState.RUNNING):
        return False
    record(AssignmentStarted(assignment=row.code), by=HOUSE, at=at)
    return True


def miss_reports(at: datetime) -> int:
    """Note each week that is over and has no report, once; returns how many were noted now."""
    running = Assignment.objects.filter(state=AssignmentState.RUNNING).prefetch_related("reports", "missed_weeks")
    return sum(_miss(row, monday, at=at) for row in running for monday in _unnoted(row, local_day(at)))


def _unnoted(row: Assignment, on: date) -> list[date]:
    reported = {report.monday for report in row.reports.all()}
    noted = {missed.monday for missed in row.missed_weeks.all()}
    return [monday for monday in late_weeks(term_of(row), reported=reported, on=on) if monday not in noted]


@action
def _miss(row: Assignment, monday: date, *, at: datetime) -> bool:
    _missed, is_new = MissedWeek.objects.get_or_create(assignment=row, monday=monday)
    if is_new:
        record(ReportMissed(assignment=row.code, monday=monday.isoformat()), by=HOUSE, at=at)
    return is_new
