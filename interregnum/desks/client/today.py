"""What the client's home shows: what waits for a decision, and how the assignments go."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.desks.cases import case_todos
from interregnum.desks.ends import end_todos
from interregnum.desks.frameworks import framework_section
from interregnum.desks.guarantees import guarantee_todos
from interregnum.desks.handovers import handover_todos
from interregnum.desks.invoices import expense_todos, invoice_todos
from interregnum.desks.page import DeskPage, Link, Section, assignments_table, contracts_section, due, first_name
from interregnum.desks.reviews import review_todos
from interregnum.desks.running import running_todos
from interregnum.desks.talks import talk_todos
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.stages.brief import queries as brief
from interregnum.stages.choose import queries as choose
from interregnum.stages.contract import queries as contract
from interregnum.stages.deliver import queries as deliver
from interregnum.web.pieces import Cell, Column, Row, Table, ToDo
from interregnum.web.templatetags.web import day

GATES = 5


def today_page(actor: Actor, *, at: datetime) -> DeskPage:
    return _delegates_page(actor, on=local_day(at)) if actor.role is Role.DELEGATE else _clients_page(actor, at=at)


def _delegates_page(actor: Actor, *, on: date) -> DeskPage:
    """A delegate approves hours: which assignments there are, and nothing of what was asked, proposed or agreed."""
    lines = deliver.assignments_of(seen_by=actor, on=on)
    table = Table(
        columns=(Column("manager", _("Interim manager")), Column("assignment", _("Assignment"))),
        rows=[
            Row((line.manager, line.number), url=reverse("client:deliver-hours", args=[line.code])) for line in lines
        ],
        searchable=False,
        empty_title=_("No assignment now"),
        empty_text=_("An assignment stands here as soon as its contract is signed."),
    )
    return DeskPage(
        name=first_name(actor.name),
        today=on,
        todos=_hours(actor),
        nothing=_("Nothing waits for you. We will write when something does."),
        sections=[Section(_("Assignments of your organisation"), table)],
    )


def _clients_page(actor: Actor, *, at: datetime) -> DeskPage:
    on = local_day(at)
    return DeskPage(
        name=first_name(actor.name),
        today=on,
        todos=[
            *guarantee_todos(actor, desk="client", at=at),
            *_before_the_start(actor, on, at),
            *talk_todos(actor, desk="client", at=at),
            *_gates(actor, on),
            *review_todos(actor, desk="client", at=at),
            *handover_todos(actor, desk="client", at=at),
            *case_todos(actor, desk="client"),
            *_under_way(actor, on),
            *end_todos(actor, desk="client", on=on),
            *running_todos(actor, desk="client", on=on),
            *invoice_todos(actor, desk="client", on=on),
            *expense_todos(actor, desk="client"),
        ],
        nothing=_("Nothing waits for you. We will write when something does."),
        sections=[
            Section(_("Your assignments"), _table(deliver.assignments_of(seen_by=actor, on=on), actor, on)),
            *contracts_section(
                contract.contracts_of(seen_by=actor),
                lambda code: reverse("client:contract-contract", args=[code]),
                other=lambda line: line.manager_name,
            ),
            *framework_section(actor, on=on),
        ],
        links=[
            Link(_("New request"), reverse("client:ask-problem")),
            Link(_("Invoices"), reverse("client:invoices")),
            Link(_("Expenses"), reverse("client:expenses")),
        ],
    )


def _table(assignments: tuple[deliver.AssignmentLine, ...], actor: Actor, on: date) -> Table:
    return assignments_table(
        assignments,
        lambda code: reverse("client:deliver-assignment", args=[code]),
        actor=actor,
        on=on,
        empty_text=_("An assignment stands here as soon as its contract is signed."),
        whose=lambda line: Cell(line.manager, note=line.number),
    )


def _before_the_start(actor: Actor, today: date, at: datetime) -> list[ToDo]:
    briefs = [
        ToDo(
            _("Approve what we look for"),
            reverse("client:brief-brief", args=[line.code]),
            note=Truncator(line.problem[:500]).words(14),
        )
        for line in brief.briefs_to_approve(seen_by=actor)
    ]
    choices = [
        ToDo(
            _("Choose from our proposal of %(day)s") % {"day": day(line.at)},
            reverse("client:choose-proposal", args=[line.code]),
            note=ngettext("%(number)s manager", "%(number)s managers", line.agreed) % {"number": line.agreed},
        )
        for line in choose.proposals_waiting_for_client(seen_by=actor)
    ]
    contracts = [
        ToDo(
            _("Sign contract %(number)s") % {"number": line.number},
            reverse("client:contract-contract", args=[line.code]),
            note=line.manager_name,
        )
        for line in contract.contracts_to_sign(seen_by=actor, on=today)
    ]
    frameworks = [
        ToDo(
            _("Sign framework agreement %(number)s") % {"number": line.number},
            reverse("client:contract-framework", args=[line.code]),
        )
        for line in contract.frameworks_to_sign(seen_by=actor, at=at)
    ]
    return [*briefs, *choices, *frameworks, *contracts]


def _gates(actor: Actor, today: date) -> list[ToDo]:
    """What the client must answer before a first day."""
    return [
        ToDo(
            _("Before the start of %(manager)s: %(gate)s") % {"manager": line.manager, "gate": line.name},
            reverse("client:deliver-gate", args=[line.contract, line.gate]),
            due=due(line.latest, today=today),
        )
        for line in deliver.starts_waiting(seen_by=actor, on=today, most=GATES)
    ]


def _under_way(actor: Actor, today: date) -> list[ToDo]:
    plans = [
        ToDo(
            _("Agree with the plan of approach of %(manager)s") % {"manager": line.manager},
            reverse("client:deliver-plan", args=[line.assignment]),
            due=due(line.due_on, today=today),
        )
        for line in deliver.plans_waiting(seen_by=actor, on=today)
    ]
    reports = [
        ToDo(
            _("Read the report of week %(week)s by %(manager)s") % {"week": line.week, "manager": line.manager},
            reverse("client:deliver-report", args=[line.report]),
        )
        for line in deliver.unread_reports(seen_by=actor, limit=5)
    ]
    return [*_decisions(actor, today), *_hours(actor), *plans, *reports]


def _decisions(actor: Actor, today: date) -> list[ToDo]:
    return [
        ToDo(
            _("Decide: %(what)s") % {"what": line.what},
            reverse("client:deliver-decision", args=[line.code]),
            note=_("%(manager)s asks %(whom)s") % {"manager": line.manager, "whom": line.whom},
            due=due(line.due_on, today=today),
        )
        for line in deliver.decisions_to_take(seen_by=actor, on=today)
    ]


def _hours(actor: Actor) -> list[ToDo]:
    """The weeks of hours that wait for client or delegate."""
    return [
        ToDo(
            _("Approve the hours of week %(week)s by %(manager)s") % {"week": line.week, "manager": line.manager},
            reverse("client:deliver-hours-week", args=[line.code]),
            note=line.number,
        )
        for line in deliver.hours_to_answer(seen_by=actor)
    ]
