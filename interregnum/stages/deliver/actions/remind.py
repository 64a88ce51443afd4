"""On Thursday a manager hears that the week has no report yet. Safe to run again at any moment."""

from datetime import date, datetime, time

from interregnum.jobs.mails import names_beginning
from interregnum.journal.record import action
from interregnum.kernel.actor import Role
from interregnum.kernel.period import AMSTERDAM, local_day, monday_of
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState

THURSDAY, MORNING = 3, time(9, 0)
WEEK_DUE = "week_due"


def remind_of_reports(at: datetime) -> int:
    """Write to the managers whose report of this week is still to come; returns to how many assignments."""
    local = at.astimezone(AMSTERDAM)
    if (local.weekday(), local.time()) < (THURSDAY, MORNING):
        return 0
    today = local_day(at)
    monday = monday_of(today)
    rows = Assignment.objects.filter(state=AssignmentState.RUNNING, starts_on__lte=today, ends_on__gte=monday)
    along = ("contract__brief__request", "organisation", "manager")
    told = {name.split()[2] for name in names_beginning(f"{WEEK_DUE} {monday} ")}
    rows = rows.exclude(reports__monday=monday).exclude(code__in=told).select_related(*along)
    return sum(_remind(row, monday) for row in rows)


@action
def _remind(row: Assignment, monday: date) -> bool:
    # The name of the mail is used once: of two clocks at once, and each minute until Sunday, one mail comes of it.
    name = f"{WEEK_DUE} {monday} {row.code}"
    tell(row, Role.MANAGER, template="mail/week_due.txt", address="manager:deliver-report", name_once=name)
    return True
