"""What the shadow manager's home shows: the assignments that they guard, what needs attention first."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.decisions import decision_todos
from interregnum.desks.guarantees import guarantee_todos
from interregnum.desks.handovers import handover_todos
from interregnum.desks.ladder import ladder_todos
from interregnum.desks.page import DeskPage, Section, assignments_table, due, first_name
from interregnum.desks.reviews import review_todos
from interregnum.desks.running import running_todos
from interregnum.desks.soundings import sounding_todos
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.deliver import queries as deliver
from interregnum.stages.deliver.rules.reporting import last_day_to_report
from interregnum.web.pieces import ToDo

GATES = 5


def today_page(actor: Actor, *, at: datetime) -> DeskPage:
    on = local_day(at)
    assignments = deliver.assignments_of(seen_by=actor, on=on)
    table = assignments_table(
        assignments,
        lambda code: reverse("shadow:deliver-assignment", args=[code]),
        actor=actor,
        on=on,
        empty_text=_("The bureau appoints you to an assignment; then it stands here."),
    )
    return DeskPage(
        name=first_name(actor.name),
        today=on,
        todos=[
            *guarantee_todos(actor, desk="shadow", at=at),
            *ladder_todos(actor, desk="shadow", at=at),
            *sounding_todos(actor, desk="shadow"),
            *_help(actor),
            *_gates(actor, on),
            *review_todos(actor, desk="shadow", at=at),
            *handover_todos(actor, desk="shadow", at=at),
            *running_todos(actor, desk="shadow", on=on),
            *_hard_going(assignments),
            *_late(actor, on),
            *decision_todos(actor, desk="shadow", on=on),
        ],
        nothing=_("All your assignments report on time and none is hard going."),
        sections=[Section(_("Assignments you guard"), table)],
    )


def _help(actor: Actor) -> list[ToDo]:
    return [
        ToDo(
            _("%(manager)s asks for help at %(client)s") % {"manager": line.manager, "client": line.client},
            reverse("shadow:deliver-report", args=[line.report]),
            note=_("in the report of week %(week)s") % {"week": line.week},
        )
        for line in deliver.help_to_give(seen_by=actor)
    ]


def _gates(actor: Actor, today: date) -> list[ToDo]:
    return [
        ToDo(
            _("Test risk and feasibility at %(client)s") % {"client": line.client},
            reverse("shadow:deliver-feasibility", args=[line.contract]),
            note=line.manager,
            due=due(line.latest, today=today),
        )
        for line in deliver.starts_waiting(seen_by=actor, on=today, most=GATES)
    ]


def _hard_going(assignments: tuple[deliver.AssignmentLine, ...]) -> list[ToDo]:
    return [
        ToDo(
            _("Call %(manager)s: the last week was hard going") % {"manager": line.manager},
            reverse("shadow:deliver-assignment", args=[line.code]),
            note=line.client,
        )
        for line in assignments
        if line.last_mood == "hard"
    ]


def _late(actor: Actor, today: date) -> list[ToDo]:
    return [
        ToDo(
            _("Ask %(manager)s after the report of week %(week)s") % {"manager": line.manager, "week": line.week},
            reverse("shadow:deliver-assignment", args=[line.assignment]),
            note=line.client,
            due=due(last_day_to_report(line.monday), today=today),
        )
        for line in deliver.late_reports(seen_by=actor, on=today)
    ]
