"""What the bureau's home shows: new work first, then what must not be forgotten."""

from collections.abc import Mapping
from datetime import date, datetime

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.desks.bureau.background import portfolio
from interregnum.desks.cases import case_todos
from interregnum.desks.decisions import decision_todos
from interregnum.desks.ends import end_todos
from interregnum.desks.frameworks import framework_todos
from interregnum.desks.guarantees import bankrupt_todos, guarantee_todos
from interregnum.desks.handovers import handover_todos
from interregnum.desks.indexing import index_todos
from interregnum.desks.integrity import independence_todos, overlap_todos
from interregnum.desks.invoices import invoice_todos, payable_todos
from interregnum.desks.ladder import ladder_todos
from interregnum.desks.page import DeskPage, Link, Section, assignments_table, due, first_name
from interregnum.desks.records import record_todos
from interregnum.desks.reviews import review_todos
from interregnum.desks.running import running_todos
from interregnum.desks.talks import talk_todos
from interregnum.jobs.mails import mails_in_trouble
from interregnum.journal.verified import broken_chain, fault_of, last_verification
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.applications import applications_waiting
from interregnum.people.lost_factor import losses_for, open_losses
from interregnum.people.models import Note
from interregnum.people.notes import actions_of
from interregnum.people.partners import partners_to_confirm
from interregnum.records.requests import open_requests
from interregnum.stages.ask import queries as ask
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose import queries as choose
from interregnum.stages.deliver import queries as deliver
from interregnum.stages.deliver.rules.reporting import last_day_to_report
from interregnum.stages.ensure import queries as ensure
from interregnum.web.counting import counted
from interregnum.web.mail_log import MAIL_STATE
from interregnum.web.pieces import Badge, Figure, ToDo, Tone

SHOWN = 12


def today_page(actor: Actor, *, at: datetime) -> DeskPage:
    on = local_day(at)
    running = deliver.under_way(seen_by=actor, on=on, most=SHOWN)
    counts = counted(
        with_client=choose.with_client(seen_by=actor),
        held=ask.held_waiting(seen_by=actor),
        asked=ask.asked_waiting(seen_by=actor),
        applied=applications_waiting(seen_by=actor),
        broken=broken_chain(),
        lost=open_losses(),
    )
    table = assignments_table(
        running.first,
        lambda code: reverse("bureau:deliver-assignment", args=[code]),
        actor=actor,
        on=on,
        empty_text=_("An assignment stands here as soon as both sides have signed its contract."),
    )
    work = (
        [
            *guarantee_todos(actor, desk="bureau", at=at),
            *bankrupt_todos(actor),
            *ladder_todos(actor, desk="bureau", at=at),
            *overlap_todos(actor, most=SHOWN),
            *independence_todos(actor, most=SHOWN),
            *_new_work(actor, counts, at),
            *framework_todos(actor, on=on, most=SHOWN),
            *invoice_todos(actor, desk="bureau", on=local_day(at)),
            *payable_todos(actor),
            *_before_starts(actor, on),
            *_guarding(actor, running.late, on),
            *review_todos(actor, desk="bureau", at=at),
            *handover_todos(actor, desk="bureau", at=at),
            *decision_todos(actor, desk="bureau", on=on),
            *end_todos(actor, desk="bureau", on=on),
            *index_todos(actor, on=on, most=SHOWN),
            *running_todos(actor, desk="bureau", on=on),
            *record_todos(actor, at=at),
            *case_todos(actor, desk="bureau"),
        ]
        if actor.role in BUREAU
        else []
    )
    work += [
        ToDo(_("%(name)s lost a second factor") % {"name": line.name}, reverse("bureau:people-factors"))
        for line in (losses_for(actor) if counts["lost"] else ())
    ]
    work += [
        ToDo(
            _("Confirm that %(name)s becomes a partner") % {"name": row.account.name},
            reverse("bureau:people-person", args=[row.account.code]),
        )
        for row in partners_to_confirm(seen_by=actor)
    ]
    return DeskPage(
        name=first_name(actor.name),
        today=on,
        todos=[*_alarms(actor, counts["broken"], on), *_next_actions(actor, on), *_returned(actor), *work],
        nothing=_("Every request has its answer and every assignment its report."),
        figures=[
            Figure(_("Assignments under way"), running.count),
            Figure(_("Proposals with a client"), counts["with_client"]),
            Figure(_("Reports late"), running.late_count),
        ],
        sections=[Section(_("First to end"), table)],
        links=[
            *([Link(_("Write down a request"), reverse("front:ask-problem"))] if actor.role != Role.AUDITOR else []),
            Link(_("Quality of running assignments"), reverse("bureau:ensure-standing")),
            Link(_("Three-party reviews"), reverse("bureau:ensure-reviews")),
            Link(_("Guarantees"), reverse("bureau:guarantee-cases")),
            *([Link(_("What we prove"), reverse("bureau:learn-proof"))] if actor.role != Role.BACK_OFFICE else []),
            *([Link(_("Case library"), reverse("bureau:learn-cases"))] if actor.role != Role.BACK_OFFICE else []),
            Link(_("Invoices"), reverse("bureau:invoices")),
            Link(_("Owed to managers"), reverse("bureau:payables")),
        ],
    )


def _alarms(actor: Actor, broken_chains: int, on: date) -> list[ToDo]:
    """What goes before all work: a journal that does not hold, and what the law wants answered."""
    found = last_verification() if broken_chains and actor.role is Role.PARTNER else None
    fault = fault_of(found) if found else None
    what = _("The journal does not hold: %(fault)s") % {"fault": fault}
    broken = [ToDo(what, reverse("bureau:journal"), due=Badge(_("today"), Tone.BAD))] if fault else []
    asked = [
        ToDo(
            _("Answer a request for one's own data"),
            reverse("bureau:data-request", args=[row.code]),
            note=row.name,
            due=due(row.due_on, today=on),
        )
        for row in (open_requests(seen_by=actor)[:SHOWN] if actor.role is Role.PARTNER else ())
    ]
    return [*broken, *asked]


def _returned(actor: Actor) -> list[ToDo]:
    """Mails of the own portfolio that did not reach their reader."""
    if actor.role not in BUREAU:
        return []
    return [
        ToDo(
            _("A mail to %(address)s did not arrive") % {"address": line.to},
            reverse("bureau:mail-one", args=[line.code]),
            note=line.subject,
            due=MAIL_STATE[line.state],
        )
        for line in mails_in_trouble(about=portfolio(actor))
    ]


def _next_actions(actor: Actor, on: date) -> list[ToDo]:
    """What this person has promised to do, today or earlier."""
    return [
        ToDo(
            row.next_action,
            page_of(row),
            note=str(row.organisation or row.manager),
            due=due(row.next_on, today=on) if row.next_on else None,
        )
        for row in actions_of(actor, until=on)
    ]


def page_of(row: Note) -> str:
    """Where a next action stands: the page of whom it is about."""
    if row.organisation:
        return reverse("bureau:people-client", args=[row.organisation.code])
    return reverse("bureau:people-manager", args=[row.manager.code]) if row.manager else ""


def _new_work(actor: Actor, counts: Mapping[str, int], at: datetime) -> list[ToDo]:
    """From a request to a signature, the oldest first."""
    waiting = ask.requests_waiting(seen_by=actor, at=at)
    requests = [
        ToDo(
            _("Confirm the request of %(client)s") % {"client": line.organisation_name},
            reverse("bureau:ask-triage", args=[line.code]),
            note=Truncator(line.text[:500]).words(14),
            due=line.call,
        )
        for line in waiting.to_confirm
    ]
    if held := counts["held"]:
        words = ngettext("%(number)s request was held as spam", "%(number)s requests were held as spam", held)
        requests.append(ToDo(words % {"number": held}, reverse("bureau:ask-held")))
    briefs = choose.briefs_waiting(seen_by=actor)
    agreed = [line for line in briefs if line.state == BriefState.AGREED]
    drafts = [line for line in briefs if line.state != BriefState.AGREED]
    steps = (
        (_("Go on with the intake of %(client)s"), "bureau:ask-intake", waiting.in_intake),
        (_("Agree the brief of %(client)s"), "bureau:brief-edit", drafts),
        (_("Look for managers for %(client)s"), "bureau:choose-draw", agreed),
        (_("Send the proposal to %(client)s"), "bureau:choose-proposal", choose.proposals_ready_to_send(seen_by=actor)),
    )
    if applied := counts["applied"]:
        words = ngettext("%(number)s manager signed up", "%(number)s managers signed up", applied)
        requests.append(ToDo(words % {"number": applied}, reverse("bureau:people-applications")))
    if visitors := counts["asked"]:
        words = ngettext("Answer %(number)s visitor's question", "Answer %(number)s visitors' questions", visitors)
        requests.append(ToDo(words % {"number": visitors}, reverse("bureau:ask-asked")))
    requests += [
        ToDo(
            _("Answer what %(name)s contests") % {"name": line.name},
            reverse("bureau:choose-contest", args=[line.code]),
            due=due(line.due_on, today=local_day(at)),
        )
        for line in choose.contests_to_answer(seen_by=actor)
    ]
    requests += [
        ToDo(
            _("Answer a question of %(client)s") % {"client": line.client},
            reverse("bureau:choose-question", args=[line.code]),
        )
        for line in choose.questions_to_answer(seen_by=actor)
    ]
    requests += talk_todos(actor, desk="bureau", at=at)
    return requests + [
        ToDo(what % {"client": line.organisation_name}, reverse(address, args=[line.code]))
        for what, address, lines in steps
        for line in lines
    ]


def _before_starts(actor: Actor, on: date) -> list[ToDo]:
    """What a start waits for, and working relations that are to be assessed anew."""
    held, coming = _("Should have started at %(client)s: %(gate)s"), _("Before the start at %(client)s: %(gate)s")
    starts = [
        ToDo(
            (held if line.is_held else coming) % {"client": line.client, "gate": line.name},
            reverse("bureau:deliver-gates", args=[line.contract]),
            note=ngettext("%(number)s gate is shut", "%(number)s gates are shut", line.shut) % {"number": line.shut},
            due=due(line.starts_on if line.is_held else line.latest, today=on),
        )
        for line in deliver.starts_waiting(seen_by=actor, on=on, most=SHOWN)
    ]
    relations = [
        ToDo(
            _("Assess the working relation at %(client)s anew") % {"client": line.client},
            reverse("bureau:deliver-gate", args=[line.contract, "relation"]),
            note=line.number,
            due=due(line.due_on, today=on),
        )
        for line in deliver.relations_due(seen_by=actor, on=on, most=SHOWN)
    ]
    return [*starts, *relations]


def _guarding(actor: Actor, late: tuple[deliver.WeekLine, ...], today: date) -> list[ToDo]:
    """What must not be forgotten on running assignments."""
    alone, alone_count = ensure.assignments_without_shadow(seen_by=actor, most=SHOWN)
    shadows = [
        ToDo(
            _("Appoint a shadow manager at %(client)s") % {"client": line.client},
            reverse("bureau:ensure-appoint", args=[line.assignment]),
            note=line.manager,
        )
        for line in alone
    ]
    reports = [
        ToDo(
            _("Report of week %(week)s at %(client)s is missing") % {"week": line.week, "client": line.client},
            reverse("bureau:deliver-assignment", args=[line.assignment]),
            note=line.manager,
            due=due(last_day_to_report(line.monday), today=today),
        )
        for line in late
    ]
    return [*shadows, *_others(alone_count - len(alone)), *reports]


def _others(number: int) -> list[ToDo]:
    """What a long list leaves out is counted, not forgotten."""
    if number <= 0:
        return []
    words = ngettext("%(number)s more without a shadow manager", "%(number)s more without a shadow manager", number)
    return [ToDo(words % {"number": number}, reverse("bureau:deliver-assignments"))]
