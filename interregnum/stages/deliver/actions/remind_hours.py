"""Who hears that hours wait: the manager on Friday, who approves them after some days. Safe to run again."""

from datetime import date, datetime, time, timedelta

from interregnum.jobs.mails import names_beginning
from interregnum.journal.record import action
from interregnum.kernel.actor import Role
from interregnum.kernel.period import AMSTERDAM, local_day, monday_of
from interregnum.parameters.values import value
from interregnum.stages.deliver.actions.tell import tell, tell_approvers
from interregnum.stages.deliver.models import Assignment, HoursWeek
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.states import AssignmentState

FRIDAY, MORNING = 4, time(9, 0)
HOURS_DUE, HOURS_WAIT = "hours_due", "hours_wait"
ALONG = ("contract__brief__request", "organisation", "manager")


def remind_of_hours(at: datetime) -> int:
    """Write to the managers who have not sent the hours of this week; returns for how many assignments."""
    local = at.astimezone(AMSTERDAM)
    if (local.weekday(), local.time()) < (FRIDAY, MORNING):
        return 0
    today = local_day(at)
    monday = monday_of(today)
    told = {name.split()[2] for name in names_beginning(f"{HOURS_DUE} {monday} ")}
    rows = Assignment.objects.filter(state=AssignmentState.RUNNING, starts_on__lte=today, ends_on__gte=monday)
    sent = HoursWeek.objects.filter(monday=monday).exclude(state=HoursState.DRAFT)
    rows = rows.exclude(hours__in=sent).exclude(code__in=told).select_related(*ALONG)
    return sum(_remind(row, monday) for row in rows)


@action
def _remind(row: Assignment, monday: date) -> bool:
    # The name of the mail is used once: of two clocks at once, and each minute until Sunday, one mail comes of it.
    name, week = f"{HOURS_DUE} {monday} {row.code}", f"?week={monday}"
    page = "manager:deliver-hours"
    tell(row, Role.MANAGER, template="mail/hours_due.txt", address=page, name_once=name, query=week)
    return True


def remind_to_approve(at: datetime) -> int:
    """Write once more, each time that a week was sent, to who has not answered for some days; returns for how many."""
    days = value("deliver.hours_remind_days", on=local_day(at))
    since = at - timedelta(days=days)
    # Whoever was asked again a week ago is not looked at each night for ever.
    rows = HoursWeek.objects.filter(state=HoursState.SENT, sent_at__range=(since - timedelta(weeks=1), since))
    return sum(_remind_to_approve(row) for row in rows.select_related(*(f"assignment__{name}" for name in ALONG)))


@action
def _remind_to_approve(week: HoursWeek) -> bool:
    name = f"{HOURS_WAIT} {week.code}-{week.version}"
    tell_approvers(week.assignment, template="mail/hours_wait.txt", code=week.code, name_once=name)
    return True
