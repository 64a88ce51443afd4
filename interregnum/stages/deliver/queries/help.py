"""Where a manager could use help, for whoever can give it: the firm and the shadow manager, never the client."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse

from interregnum.kernel.actor import Actor, Role
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries.visible import visible_to
from interregnum.stages.deliver.rules.reporting import week_number
from interregnum.stages.deliver.rules.states import AssignmentState


@dataclass(frozen=True)
class HelpLine:
    """A manager who asks for help in the newest report; not with what."""

    report: str
    client: str
    manager: str
    week: int


@dataclass(frozen=True)
class HelpAsked:
    """What the newest report of an assignment asks help with."""

    words: str
    week: int
    url: str


def help_to_give(*, seen_by: Actor) -> tuple[HelpLine, ...]:
    """For a shadow manager: each assignment under way of which the newest report asks for help, the oldest first.

    The next report says whether it is still wanted.
    """
    if seen_by.role is not Role.SHADOW:
        return ()
    under_way = visible_to(seen_by).exclude(state=AssignmentState.CLOSED)
    newer = WeeklyReport.objects.filter(assignment=OuterRef("assignment"), monday__gt=OuterRef("monday"))
    rows = WeeklyReport.objects.filter(~Exists(newer), assignment__in=under_way).exclude(help_wanted="")
    names = ("code", "assignment__organisation__name", "assignment__manager__name", "monday")
    found = rows.order_by("monday", "pk").values_list(*names)
    return tuple(HelpLine(report, client, manager, week_number(monday)) for report, client, manager, monday in found)


def help_asked(row: Assignment, reports: Sequence[WeeklyReport], *, seen_by: Actor) -> HelpAsked | None:
    """For the page of an assignment, of whose `reports` the newest is the last one."""
    desk = "bureau" if seen_by.is_bureau else str(seen_by.role)
    last = reports[-1] if reports and desk in {"bureau", "shadow"} else None
    if last is None or not last.help_wanted or row.state == AssignmentState.CLOSED:
        return None
    return HelpAsked(last.help_wanted, week_number(last.monday), reverse(f"{desk}:deliver-report", args=[last.code]))
