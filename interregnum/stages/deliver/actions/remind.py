"""Who hears of what is due: a report on Thursday, a working relation after 90 days, an approach after two weeks.

Safe to run again at any moment.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet

from interregnum.jobs.mails import names_beginning
from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE, Role
from interregnum.kernel.period import AMSTERDAM, local_day, monday_of
from interregnum.people.post import write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of, tell
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries.gate_desks import relations_due
from interregnum.stages.deliver.queries.resistances import effects_due
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.deliver.rules.states import AssignmentState

THURSDAY, MORNING = 3, time(9, 0)
ALONG = ("contract__brief__request", "organisation", "manager")


@dataclass(frozen=True)
class Weekly:
    """What a manager does each week, and is asked for from a morning on (`weekday`: 0 is Monday) until it is done.

    `done` are the assignments of which it was done in the week of a Monday.
    """

    name: str
    weekday: int
    page: str
    done: Callable[[date], QuerySet[Assignment]]


REPORT = Weekly(
    "week_due", THURSDAY, "manager:deliver-report", lambda monday: Assignment.objects.filter(reports__monday=monday)
)


def remind_of_reports(at: datetime) -> int:
    """Write to the managers whose report of this week is still to come; returns to how many assignments."""
    return remind_each_week(REPORT, at)


def remind_each_week(weekly: Weekly, at: datetime) -> int:
    """Write to the managers who have not done it this week; returns for how many assignments."""
    local = at.astimezone(AMSTERDAM)
    if (local.weekday(), local.time()) < (weekly.weekday, MORNING):
        return 0
    today = local_day(at)
    monday = monday_of(today)
    rows = Assignment.objects.filter(state=AssignmentState.RUNNING, starts_on__lte=today, ends_on__gte=monday)
    told = {name.split()[2] for name in names_beginning(f"{weekly.name} {monday} ")}
    rows = rows.exclude(pk__in=weekly.done(monday)).exclude(code__in=told).select_related(*ALONG)
    return sum(_remind(row, weekly, monday) for row in rows)


@action
def _remind(row: Assignment, weekly: Weekly, monday: date) -> bool:
    # The name of the mail is used once: of two clocks at once, and each minute until Sunday, one mail comes of it.
    name = f"{weekly.name} {monday} {row.code}"
    template, query = f"mail/{weekly.name}.txt", f"?week={monday}"
    tell(row, Role.MANAGER, template=template, address=weekly.page, name_once=name, query=query)
    return True


@action
def remind_of_relations(at: datetime) -> int:
    """Tell who guards an assignment that its working relation is to be assessed anew: before that day, and after it."""
    on = local_day(at)
    due = relations_due(seen_by=HOUSE, on=on)
    for line in due:
        row = assignment_of(line.assignment, seen_by=HOUSE)
        write_to_bureau(
            owner=line.owner,
            by=HOUSE,
            template="mail/relation_over.txt" if line.due_on < on else "mail/relation_due.txt",
            about=objects_of(row),
            number=line.number,
            link=link_to("bureau:deliver-gates", line.contract),
            name_once=f"relation {line.assignment} {line.due_on}" + (" over" if line.due_on < on else ""),
        )
    return len(due)


@action
def remind_of_effects(at: datetime) -> int:
    """Ask each manager once, by mail too, what an approach to resistance did; neither name nor behaviour is told."""
    due = effects_due(seen_by=HOUSE, on=local_day(at))
    for line in due:
        row = assignment_of(line.assignment, seen_by=HOUSE)
        tell(
            row,
            Role.MANAGER,
            template="mail/effect_due.txt",
            address="manager:deliver-resistance",
            code=line.resistance,
            name_once=f"effect {line.resistance} {line.due_on}",
        )
    return len(due)
