"""Who hears that hours wait: the manager on Friday, who approves them after some days. Safe to run again."""

from datetime import datetime, timedelta

from django.db.models import F

from interregnum.journal.record import action
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.actions.remind import ALONG, Weekly, remind_each_week
from interregnum.stages.deliver.actions.tell import tell_approvers
from interregnum.stages.deliver.models import Assignment, HoursWeek
from interregnum.stages.deliver.rules.hours import HoursState

HOURS_WAIT = "hours_wait"
FRIDAY = 4
HOURS = Weekly(
    "hours_due",
    FRIDAY,
    "manager:deliver-hours",
    lambda monday: Assignment.objects.filter(
        hours__in=HoursWeek.objects.filter(monday=monday, manager=F("assignment__manager")).exclude(
            state=HoursState.DRAFT
        )
    ),
)


def remind_of_hours(at: datetime) -> int:
    """Write to the managers who have not sent the hours of this week; returns for how many assignments."""
    return remind_each_week(HOURS, at)


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
