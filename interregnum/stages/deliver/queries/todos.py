"""What the manager has to do on an assignment now."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.period import monday_of
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import looks
from interregnum.stages.deliver.queries.visible import weeks_to_report
from interregnum.stages.deliver.rules.plan import plan_due_on
from interregnum.stages.deliver.rules.reporting import is_late
from interregnum.stages.deliver.rules.states import AssignmentState, PlanState
from interregnum.web.pieces import Badge, ToDo, Tone
from interregnum.web.templatetags.web import day


def manager_todos(row: Assignment, *, reported: set[date], plan_within_days: int, on: date) -> tuple[ToDo, ...]:
    """Late weeks first, then this week, then the plan; `reported` holds the Mondays of the weeks that have a report."""
    if row.state == AssignmentState.CLOSED:
        return ()
    return (*_weeks(row, reported, on), *_plan(row, plan_due_on(row.starts_on, within_days=plan_within_days), on))


def _weeks(row: Assignment, reported: set[date], on: date) -> list[ToDo]:
    address = reverse("manager:deliver-report", args=[row.code])
    todos = []
    for monday in weeks_to_report(row, on=on):
        if monday in reported:
            continue
        late = is_late(monday, on=on)
        due = Badge(_("Late"), Tone.BAD) if late else Badge(_("This week"), Tone.INFO)
        what = _("Report %(week)s") % {"week": looks.week_name(monday).lower()}
        url = address if monday == monday_of(on) else f"{address}?week={monday}"
        todos.append(ToDo(what, url, _("Five minutes, also on a phone."), due))
    return todos


def _plan(row: Assignment, due_on: date, on: date) -> list[ToDo]:
    if row.plan_state not in {PlanState.DRAFT, PlanState.SENT_BACK}:
        return []
    if row.plan_agreed_at is not None:
        what = _("Finish the change of the plan of approach, or drop it")
        return [ToDo(what, reverse("manager:deliver-plan", args=[row.code]), _("What was agreed holds meanwhile."))]
    is_back = row.plan_state == PlanState.SENT_BACK
    what = _("Change the plan of approach") if is_back else _("Write the plan of approach")
    due = Badge(_("Due %(day)s") % {"day": day(due_on)}, Tone.BAD if on > due_on else Tone.NEUTRAL)
    return [ToDo(what, reverse("manager:deliver-plan", args=[row.code]), _("The client agrees to it."), due)]
