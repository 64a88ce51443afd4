"""What the interim manager's home shows: invitations, contracts, plan and report, each when it is due."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.desks.cases import case_todos
from interregnum.desks.decisions import decision_todos
from interregnum.desks.ends import end_todos
from interregnum.desks.guarantees import guarantee_todos
from interregnum.desks.handovers import handover_todos
from interregnum.desks.integrity import no_commission_todos
from interregnum.desks.invoices import expense_todos
from interregnum.desks.page import DeskPage, Link, Section, assignments_table, contracts_section, due, first_name
from interregnum.desks.records import own_record_todos
from interregnum.desks.reviews import review_todos
from interregnum.desks.running import running_todos
from interregnum.desks.soundings import sounding_todos
from interregnum.desks.talks import talk_todos
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.people.declarations import declarations_of, is_due
from interregnum.people.papers import insurances_of
from interregnum.stages.choose import queries as choose
from interregnum.stages.contract import queries as contract
from interregnum.stages.deliver import queries as deliver
from interregnum.stages.deliver.rules.reporting import last_day_to_report
from interregnum.web.pieces import Cell, ToDo
from interregnum.web.words import word_of

GATES = 5


def today_page(actor: Actor, *, at: datetime) -> DeskPage:
    on = local_day(at)
    work = deliver.own_work(seen_by=actor, on=on)
    table = assignments_table(
        work.assignments,
        lambda code: reverse("manager:deliver-assignment", args=[code]),
        actor=actor,
        on=on,
        empty_text=_("An assignment stands here as soon as its contract is signed."),
        whose=lambda line: Cell(line.client, note=line.number),
    )
    return DeskPage(
        name=first_name(actor.name),
        today=on,
        todos=[
            *guarantee_todos(actor, desk="manager", at=at),
            *_before_the_start(actor, on),
            *talk_todos(actor, desk="manager", at=at),
            *_gates(actor, on),
            *review_todos(actor, desk="manager", at=at),
            *handover_todos(actor, desk="manager", at=at),
            *_under_way(work, on),
            *decision_todos(actor, desk="manager", on=on),
            *_effects(actor, on),
            *sounding_todos(actor, desk="manager"),
            *expense_todos(actor, desk="manager"),
            *end_todos(actor, desk="manager", on=on),
            *own_record_todos(actor, at=at),
            *case_todos(actor, desk="manager"),
            *running_todos(actor, desk="manager", on=on),
            *no_commission_todos(actor, on=on),
            *_own_papers(actor, at),
        ],
        nothing=_("Nothing waits for you. We will write when something does."),
        sections=[
            Section(_("Your assignments"), table),
            *contracts_section(
                contract.contracts_of(seen_by=actor),
                lambda code: reverse("manager:contract-contract", args=[code]),
                other=lambda line: line.organisation_name,
            ),
        ],
        links=[
            Link(_("Expenses"), reverse("manager:expenses")),
            Link(_("Invoices and payments"), reverse("manager:payments")),
            Link(_("Your track record"), reverse("manager:learn-record")),
            Link(_("How you were considered for assignments"), reverse("manager:choose-considered-all")),
        ],
    )


def _before_the_start(actor: Actor, today: date) -> list[ToDo]:
    invitations = [
        ToDo(
            _("Say whether you want to be proposed to %(client)s") % {"client": line.organisation_name},
            reverse("manager:choose-invitation", args=[line.code]),
        )
        for line in choose.invitations_waiting(seen_by=actor)
    ]
    contracts = [
        ToDo(
            _("Sign contract %(number)s") % {"number": line.number},
            reverse("manager:contract-contract", args=[line.code]),
            note=line.organisation_name,
        )
        for line in contract.contracts_to_sign(seen_by=actor, on=today)
    ]
    return [*invitations, *contracts]


def _gates(actor: Actor, today: date) -> list[ToDo]:
    """What the manager must show before a first day."""
    return [
        ToDo(
            _("Before your start at %(client)s: %(gate)s") % {"client": line.client, "gate": line.name},
            reverse("manager:deliver-gates", args=[line.contract]),
            due=due(line.latest, today=today),
        )
        for line in deliver.starts_waiting(seen_by=actor, on=today, most=GATES)
    ]


def _under_way(work: deliver.OwnWork, today: date) -> list[ToDo]:
    plans = [
        ToDo(
            _("Write the plan of approach for %(client)s") % {"client": line.client},
            reverse("manager:deliver-plan", args=[line.assignment]),
            due=due(line.due_on, today=today),
        )
        for line in work.plans
    ]
    reports = [
        ToDo(
            _("Report week %(week)s at %(client)s") % {"week": line.week, "client": line.client},
            f"{reverse('manager:deliver-report', args=[line.assignment])}?week={line.monday}",
            due=due(last_day_to_report(line.monday), today=today),
        )
        for line in work.weeks
    ]
    hours = [
        ToDo(
            (
                _("Mend the hours of week %(week)s at %(client)s")
                if line.came_back
                else _("Send the hours of week %(week)s at %(client)s")
            )
            % {"week": line.week, "client": line.client},
            f"{reverse('manager:deliver-hours', args=[line.assignment])}?week={line.monday}",
            note=ngettext("and %(count)s week more", "and %(count)s weeks more", line.more) % {"count": line.more}
            if line.more
            else "",
            due=due(last_day_to_report(line.monday), today=today),
        )
        for line in work.hours
    ]
    return [*plans, *reports, *hours]


def _effects(actor: Actor, today: date) -> list[ToDo]:
    """What an approach to resistance did is asked after two weeks; of whom, the page itself says."""
    return [
        ToDo(
            _("Say what your approach to resistance did at %(client)s") % {"client": line.client},
            reverse("manager:deliver-resistance", args=[line.resistance]),
            due=due(line.due_on, today=today),
        )
        for line in deliver.effects_due(seen_by=actor, on=today)
    ]


def _own_papers(actor: Actor, at: datetime) -> list[ToDo]:
    """A declaration that is a year old, and insurances that end."""
    today, known = local_day(at), declarations_of(actor.manager, seen_by=actor)
    declare = ToDo(
        _("Declare your interests"), reverse("manager:people-declaration"), note=_("Once a year, two minutes.")
    )
    insure = [
        ToDo(
            _("Renew your insurance: %(cover)s") % {"cover": word_of(line.cover)},
            reverse("manager:people-insurance", args=[line.cover]),
            due=due(line.ends_on, today=today),
        )
        for line in insurances_of(actor.manager, seen_by=actor, on=today)
        if line.is_over or line.ends_soon
    ]
    return [*([declare] if is_due(known[0].made_at if known else None, at=at) else []), *insure]
