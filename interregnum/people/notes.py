"""Calls, notes and next actions: what was said to whom, and who does what next, by when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import OFFICE, Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Contact, Manager, Note, Organisation
from interregnum.people.note_facts import NextActionDone, NextActionHandedOn, NoteWritten
from interregnum.people.rules.notes import NoteKind, check_next_day


@dataclass(frozen=True, kw_only=True)
class Written:
    """What somebody writes down; exactly one of `organisation`, `contact` and `manager` says of whom."""

    kind: NoteKind
    text: str
    organisation: str = ""
    contact: str = ""
    manager: str = ""
    next_action: str = ""
    next_on: date | None = None
    next_owner: str = ""


@action
def write_note(*, written: Written, by: Actor, at: datetime) -> str | Refused:
    """Write down a call or a note; returns its code. A next action has a day and somebody who does it."""
    refused = check_next_day(written.next_on, today=local_day(at)) if written.next_action else None
    if refused is not None:
        return refused
    contact = Contact.objects.select_related("organisation").filter(code=written.contact or "-").first()
    organisation = contact.organisation if contact else Organisation.objects.filter(code=written.organisation).first()
    manager = Manager.objects.filter(code=written.manager).first()
    if organisation is None and manager is None:
        return Refused.because("people.whom_needed", "who")
    owner = Account.objects.filter(code=written.next_owner or by.code, is_active=True).first()
    row = Note.objects.create(
        kind=written.kind,
        organisation=organisation,
        contact=contact,
        manager=manager,
        text=written.text,
        at=at,
        by=Account.objects.get(code=by.code),
        next_action=written.next_action,
        next_on=written.next_on if written.next_action else None,
        next_owner=owner if written.next_action else None,
    )
    about = {"organisation": organisation.code if organisation else "", "manager": manager.code if manager else ""}
    record(NoteWritten(**about, note=row.code, kind_of_note=written.kind), by=by, at=at)
    return row.code


@action
def finish_next_action(*, note: str, by: Actor, at: datetime) -> Refused | None:
    """The next action was done."""
    row = Note.objects.select_related("organisation", "manager").filter(code=note).exclude(next_action="").first()
    if row is None or not Note.objects.filter(pk=row.pk, done_at=None).update(done_at=at):
        return Refused.because("people.next_action_done")
    record(NextActionDone(**_about(row), note=row.code), by=by, at=at)
    return None


@action
def hand_on(*, note: str, owner: str, on: date, by: Actor, at: datetime) -> Note | Refused:
    """Somebody else does the next action, or it is done on another day."""
    row = open_action(note)
    heir = Account.objects.filter(code__in=[code for code, _name in owner_choices() if code == owner]).first()
    if heir is None:
        return Refused.because("people.no_such_colleague", "next_owner")
    refused = check_next_day(on, today=local_day(at), before=row.next_on) if row else None
    if refused is not None:
        return refused
    if row is None or not Note.objects.filter(pk=row.pk, done_at=None).update(next_owner=heir, next_on=on):
        return Refused.because("people.next_action_done")
    record(NextActionHandedOn(**_about(row), note=row.code, owner=heir.code), by=by, at=at)
    return row


def open_action(note: str) -> Note | None:
    """The next action of a note, as long as it is not done."""
    rows = Note.objects.select_related("organisation", "manager", "next_owner").exclude(next_action="")
    return rows.filter(code=note, done_at=None).first()


def _about(row: Note) -> dict[str, str]:
    return {
        "organisation": row.organisation.code if row.organisation else "",
        "manager": row.manager.code if row.manager else "",
    }


def notes_of(code: str, *, seen_by: Actor) -> QuerySet[Note]:
    """What was written down of an organisation or a manager, newest first: for the bureau."""
    rows = Note.objects.filter(Q(organisation__code=code) | Q(manager__code=code))
    return rows.select_related("by", "contact", "next_owner") if seen_by.is_bureau else rows.none()


def open_actions(code: str, *, seen_by: Actor) -> QuerySet[Note]:
    """What is still to be done for an organisation or a manager, the first first."""
    return notes_of(code, seen_by=seen_by).exclude(next_action="").filter(done_at=None).order_by("next_on", "pk")


def actions_of(actor: Actor, *, until: date, limit: int = 20) -> tuple[Note, ...]:
    """The next actions of somebody that are due by a day, the most overdue first."""
    rows = Note.objects.select_related("organisation", "manager").exclude(next_action="")
    mine = rows.filter(next_owner__code=actor.code, done_at=None, next_on__lte=until)
    return tuple(mine.order_by("next_on", "pk")[:limit]) if actor.role in OFFICE else ()


def owner_choices() -> list[tuple[str, str]]:
    """Who in the firm can do a next action."""
    rows = Account.objects.filter(is_active=True, seats__role__in=[str(role) for role in OFFICE]).distinct()
    return list(rows.order_by("name").values_list("code", "name"))
