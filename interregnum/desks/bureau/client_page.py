"""A client on one page: who they are, what runs, what must be done next, and all that happened on one timeline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from interregnum.desks.bureau.background import portfolio
from interregnum.desks.page import due
from interregnum.kernel.actor import OFFICE, Actor
from interregnum.people.clients import client_values, contacts_of
from interregnum.people.notes import notes_of, open_actions
from interregnum.people.rules.notes import NoteKind
from interregnum.records.client import ClientObjects, client_objects
from interregnum.records.journal import entries, lines_of
from interregnum.web.mail_log import mail_log
from interregnum.web.pieces import Badge, Event, Tab

PAGE_SIZE = 20
MOST_ACTIONS = 50
# A timeline of more pages than these is read in the lists of each kind.
LAST_PAGE = 25
KINDS = ("", "calls", "mails", "steps")


@dataclass(frozen=True)
class NextAction:
    code: str
    what: str
    owner: str
    badge: Badge


@dataclass(frozen=True)
class ClientPage:
    code: str
    name: str
    lead: str
    phone: str
    contacts: Sequence[Any]
    actions: Sequence[NextAction]
    objects: ClientObjects
    tabs: Sequence[Tab]
    events: Sequence[Event]
    number: int
    has_more: bool
    may_write: bool


def client_page(code: str, *, seen_by: Actor, today: date, show: str, number: int) -> ClientPage:
    """Raises Http404 for a client that is not there, or not to be seen."""
    known = client_values(code, seen_by=seen_by)
    objects = client_objects(code, seen_by=seen_by)
    show = show if show in KINDS else ""
    number = min(max(number, 1), LAST_PAGE)
    events = _events((code, *objects.codes), code, seen_by, show, most=number * PAGE_SIZE + 1)
    page = f"{reverse('bureau:people-client', args=[code])}?show="
    labels = {"": _("Everything"), "calls": _("Calls and notes"), "mails": _("Mails"), "steps": _("Steps")}
    return ClientPage(
        code=code,
        name=known["name"],
        lead=" · ".join(part for part in (known["city"], known["kvk"] and f"KvK {known['kvk']}") if part),
        phone=known["phone"],
        contacts=list(contacts_of(code, seen_by=seen_by)[:30]),
        actions=next_actions(code, seen_by=seen_by, today=today),
        objects=objects,
        tabs=[Tab(label, page + kind, kind == show) for kind, label in labels.items()],
        events=events[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
        number=number,
        has_more=len(events) > number * PAGE_SIZE and number < LAST_PAGE,
        may_write=seen_by.role in OFFICE,
    )


def next_actions(code: str, *, seen_by: Actor, today: date) -> list[NextAction]:
    """What is still to be done for a client or a manager, the first first."""
    return [
        NextAction(row.code, row.next_action, row.next_owner.name if row.next_owner else "", _due(row, today))
        for row in open_actions(code, seen_by=seen_by)[:MOST_ACTIONS]
    ]


def _due(row: Any, today: date) -> Badge:
    return due(row.next_on, today=today)


def _events(codes: Sequence[str], code: str, seen_by: Actor, show: str, *, most: int) -> list[Event]:
    """The newest of each kind, put together; no kind is asked for more than can be shown."""
    found: list[Event] = []
    if show in {"", "calls"}:
        found += _notes(code, seen_by, most)
    if show in {"", "mails"}:
        found += [
            Event(line.at, _("Mail: %(subject)s") % {"subject": line.subject}, line.to)
            for line in mail_log(*codes, seen_by=seen_by, within=portfolio(seen_by), most=most)
        ]
    if show in {"", "steps"}:
        found += _steps(codes, seen_by, most)
    return sorted(found, key=lambda event: event.at, reverse=True)[:most]


def _notes(code: str, seen_by: Actor, most: int) -> Iterator[Event]:
    for row in notes_of(code, seen_by=seen_by)[:most]:
        said = _("Called") if row.kind is NoteKind.CALL else _("Note")
        what = f"{said}: {row.text}" if not row.contact else f"{said}, {row.contact.name}: {row.text}"
        yield Event(row.at, Truncator(what).chars(600), row.by.name, detail=row.next_action)


def _steps(codes: Sequence[str], seen_by: Actor, most: int) -> Iterator[Event]:
    rows = entries(seen_by=seen_by).filter(abouts__code__in=codes).exclude(kind="NoteWritten").distinct()[:most]
    for line in lines_of(rows, seen_by=seen_by):
        url = next((one.url for one in line.about if one.code != codes[0] and one.url), "")
        yield Event(line.happened_at, line.what, line.who, url, line.detail)
