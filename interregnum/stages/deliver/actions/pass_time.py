"""What the passing of time does to assignments: they start, and weeks pass without a report. Safe to run again.

An assignment starts when its first day has come and no gate is shut; one that is held back begins its term on the day
on which it does start. Whose manager left before that, is closed.
"""

from datetime import date, datetime, timedelta

from django.db.models import Q

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.stages.contract.actions.never_began import never_began
from interregnum.stages.contract.rules.ending import has_gone
from interregnum.stages.deliver.actions.follow_term import close_unbegun
from interregnum.stages.deliver.facts import AssignmentStarted, ReportMissed, StartHeld
from interregnum.stages.deliver.models import Assignment, MissedWeek
from interregnum.stages.deliver.queries.gate_facts import shut_gates, shut_of
from interregnum.stages.deliver.queries.visible import weeks_late
from interregnum.stages.deliver.rules.states import AssignmentState


def start_assignments(at: datetime) -> int:
    """Let the assignments run whose first day has come and whose gates are open; returns how many started."""
    on = local_day(at)
    rows = list(Assignment.objects.filter(state=AssignmentState.LANDING, starts_on__lte=on).select_related("contract"))
    shut = shut_gates([row.contract_id for row in rows], on=on)
    return sum(_hold(row, at=at) if row.contract_id in shut else _start(row, at=at) for row in rows)


@action
def _start(row: Assignment, *, at: datetime) -> bool:
    # The filter carries the old state: of two clocks at once, one starts it.
    landing = Assignment.objects.filter(pk=row.pk, state=AssignmentState.LANDING)
    # Of a start that was held back, no week before it is missed.
    begins = {"starts_on": min(local_day(at), row.ends_on)} if row.held_on else {}
    if not landing.update(state=AssignmentState.RUNNING, **begins):
        return False
    record(AssignmentStarted(assignment=row.code), by=HOUSE, at=at)
    return True


@action
def _hold(row: Assignment, *, at: datetime) -> bool:
    """Note once that a gate keeps it back; nothing has started, nor ever does when the manager has left by then."""
    if has_gone(row.contract.left_at, row.contract.runs_until or row.contract.ends_on, on=local_day(at)):
        never_began(row.contract.code)
        close_unbegun(row, by=HOUSE, at=at)
        return False
    fresh = Assignment.objects.filter(pk=row.pk, state=AssignmentState.LANDING, held_on=None)
    if fresh.update(held_on=local_day(at)):
        record(StartHeld(assignment=row.code), by=HOUSE, at=at)
    return False


@action
def begin_successor(*, assignment: str, at: datetime) -> bool:
    """H1: a successor begins when no gate of the own contract is shut, like anybody else; while one is, the first day
    moves on with the days. Returns whether the successor has begun."""
    on = local_day(at)
    row = Assignment.objects.select_related("contract").get(code=assignment)
    this = Assignment.objects.filter(pk=row.pk, contract=row.contract)
    if not shut_of(row.contract.code, on=on):
        this.filter(manager_since__gt=on).update(manager_since=on)
        return True
    this.update(manager_since=on + timedelta(days=1))
    # Noted once, also where the first start was held back too.
    if this.filter(Q(held_on=None) | Q(held_on__lt=row.contract.starts_on)).update(held_on=on):
        record(StartHeld(assignment=row.code), by=HOUSE, at=at)
    return False


def miss_reports(at: datetime) -> int:
    """Note each week that is over and has no report, once; returns how many were noted now."""
    running = Assignment.objects.filter(state=AssignmentState.RUNNING).prefetch_related("reports", "missed_weeks")
    return sum(_miss(row, monday, at=at) for row in running for monday in _unnoted(row, local_day(at)))


def _unnoted(row: Assignment, on: date) -> list[date]:
    reported = {report.monday for report in row.reports.all()}
    noted = {missed.monday for missed in row.missed_weeks.all()}
    return [monday for monday in weeks_late(row, reported=reported, on=on) if monday not in noted]


@action
def _miss(row: Assignment, monday: date, *, at: datetime) -> bool:
    _missed, is_new = MissedWeek.objects.get_or_create(assignment=row, monday=monday)
    if is_new:
        record(ReportMissed(assignment=row.code, monday=monday.isoformat()), by=HOUSE, at=at)
    return is_new
