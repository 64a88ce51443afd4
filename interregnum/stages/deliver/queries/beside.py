"""What stands beside an assignment: the way to it, its papers, and who guards it. Addresses differ by desk."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor, Role
from interregnum.people.permissions import BY_ADDRESS
from interregnum.stages.ask.queries import course_through
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.web.pieces import NavItem, Step
from interregnum.web.templatetags.web import day, number

# What is read along with an assignment to show this.
PAPERS = (
    "contract__candidacy__proposal__shortlist",
    "contract__brief__request",
    "contract__taken_over",
    "shadow_appointment__shadow",
)


@dataclass(frozen=True)
class Beside:
    """`steps` is the bureau's alone; `shadow` is the name of the shadow manager, or "".

    `taken_over`: since when it is kept here, for one that ran already.
    """

    steps: tuple[Step, ...]
    papers: tuple[NavItem, ...]
    shadow: str
    taken_over: str


def beside(row: Assignment, *, seen_by: Actor) -> Beside:
    """`row` was read with `PAPERS`."""
    # A later stage keeps this table, hence by relation; there is none before somebody was appointed.
    appointment = getattr(row, "shadow_appointment", None)
    shadow = appointment.shadow.name if appointment else ""
    return Beside(_steps(row, seen_by), _papers(row, seen_by), shadow, _taken(row, seen_by))


def _taken(row: Assignment, actor: Actor) -> str:
    """What was billed before, the bureau alone reads."""
    taken = getattr(row.contract, "taken_over", None)
    if taken is None:
        return ""
    facts = {
        "first": day(row.contract.starts_on),
        "day": day(taken.taken_over_at),
        "hours": number(taken.hours_billed),
    }
    if actor.is_bureau:
        return _("Ran since %(first)s, kept here since %(day)s; %(hours)s hours were billed before.") % facts
    return _("Ran since %(first)s, kept here since %(day)s.") % facts


def _steps(row: Assignment, actor: Actor) -> tuple[Step, ...]:
    if not actor.is_bureau:
        return ()
    contract, brief, proposal = row.contract, row.contract.brief, row.contract.candidacy.proposal
    shortlist = proposal.shortlist.code if proposal.shortlist else None
    return course_through(brief.request.code, brief.code, shortlist, proposal.code, contract.code, row.code)


def _case(desk: str, row: Assignment) -> list[tuple[str, str, str]]:
    """Only of one that is closed can be told."""
    return [(_("Practice case"), f"{desk}:learn-case", row.code)] if row.state == AssignmentState.CLOSED else []


def _papers(row: Assignment, actor: Actor) -> tuple[NavItem, ...]:
    contract = _("Contract %(number)s") % {"number": row.contract.number}
    candidacy, hours, shared = row.contract.candidacy, _("Hours"), _("Files, notes and to-dos")
    printed = _("Progress report (PDF)")
    if actor.is_bureau:
        pages = [
            (hours, "bureau:deliver-hours", row.code),
            (shared, "bureau:deliver-shared", row.code),
            (printed, "bureau:deliver-progress", row.code),
            (contract, "bureau:contract-contract", row.contract.code),
            (_("Before the start"), "bureau:deliver-gates", row.contract.code),
            (_("How far the people are"), "bureau:deliver-change", row.code),
            (_("Three-party reviews"), "bureau:ensure-reviews-of", row.code),
            (_("Anchoring"), "bureau:handover-page", row.code),
            (_("What stayed"), "bureau:keep-page", row.code),
            *_case("bureau", row),
            (_("Fees and discounts"), "bureau:invoices-fees", row.code),
            (_("Escalation"), "bureau:ensure-ladder", row.code),
            (_("Introduced persons"), "bureau:ensure-introduced", row.code),
            (_("How it ended"), "bureau:ensure-outcome", row.code),
            (_("Pulse among employees"), "bureau:pulse-pulse", row.code),
            (_("Proposal"), "bureau:choose-proposal", candidacy.proposal.code),
            (_("Brief"), "bureau:brief-edit", row.contract.brief.code),
            (_("Request"), "bureau:ask-triage", row.contract.brief.request.code),
            (_("Profile of the manager"), "bureau:people-manager", row.manager.code),
        ]
    elif actor.role == Role.CLIENT:
        pages = [
            (hours, "client:deliver-hours", row.code),
            (shared, "client:deliver-shared", row.code),
            (printed, "client:deliver-progress", row.code),
            (contract, "client:contract-contract", row.contract.code),
            (_("Before the start"), "client:deliver-gates", row.contract.code),
            (_("How far the people are"), "client:deliver-change", row.code),
            (_("Three-party reviews"), "client:ensure-reviews-of", row.code),
            (_("Anchoring"), "client:handover-page", row.code),
            (_("Fees and discounts"), "client:invoices-fees", row.code),
            (_("What stayed"), "client:keep-page", row.code),
            *_case("client", row),
            (_("Not satisfied with the manager?"), "client:guarantee-complain", row.code),
            (_("Pulse among employees"), "client:pulse-pulse", row.code),
            (_("Proposal"), "client:choose-proposal", candidacy.proposal.code),
            (_("Request"), "client:ask-request", row.contract.brief.request.code),
        ]
    elif actor.role == Role.MANAGER:
        pages = [
            (hours, "manager:deliver-hours-weeks", row.code),
            (shared, "manager:deliver-shared", row.code),
            (printed, "manager:deliver-progress", row.code),
            (contract, "manager:contract-contract", row.contract.code),
            (_("Before the start"), "manager:deliver-gates", row.contract.code),
            (_("Stakeholders"), "manager:deliver-stakes", row.code),
            (_("How far the people are"), "manager:deliver-change", row.code),
            (_("Three-party reviews"), "manager:ensure-reviews-of", row.code),
            (_("Anchoring"), "manager:handover-page", row.code),
            (_("What stayed"), "manager:keep-page", row.code),
            *_case("manager", row),
            (_("Escalation"), "manager:ensure-ladder", row.code),
            (_("Introduced persons"), "manager:ensure-introduced", row.code),
            (_("Pulse among employees"), "manager:pulse-pulse", row.code),
            (_("Invitation"), "manager:choose-invitation", candidacy.code),
        ]
    else:
        pages = [
            (shared, "shadow:deliver-shared", row.code),
            (printed, "shadow:deliver-progress", row.code),
            (_("Before the start"), "shadow:deliver-gates", row.contract.code),
            (_("Stakeholders"), "shadow:deliver-stakes", row.code),
            (_("How far the people are"), "shadow:deliver-change", row.code),
            (_("Three-party reviews"), "shadow:ensure-reviews-of", row.code),
            (_("Anchoring"), "shadow:handover-page", row.code),
            (_("What stayed"), "shadow:keep-page", row.code),
            (_("Escalation"), "shadow:ensure-ladder", row.code),
            (_("Introduced persons"), "shadow:ensure-introduced", row.code),
            (_("Resign as shadow manager"), "shadow:ensure-resign", row.code),
            (_("Pulse among employees"), "shadow:pulse-pulse", row.code),
        ]
    return tuple(
        NavItem(label, reverse(page, args=[code])) for label, page, code in pages if BY_ADDRESS[page].knows(actor.role)
    )
