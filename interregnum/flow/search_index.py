"""What can be found is kept in step with what happens, in the same transaction; once a night what was missed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.queue import job
from interregnum.jobs.schedule import put_unless_waiting
from interregnum.kernel.actor import Actor
from interregnum.people.models import Contact, Manager, Organisation, SearchEntry
from interregnum.people.rules.search_words import in_one, number_of, words_of
from interregnum.people.search import Entry, forget_in_search, keep
from interregnum.stages.ask.models import Request
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.models import Assignment

BATCH = 200


def _entry(kind: str, code: str, title: str, note: str, *more: str, phone: str = "", page_code: str = "") -> Entry:
    words = words_of(title, note, *more) | in_one(title, note) | {number_of(phone), code.lower()} - {""}
    return Entry(kind, code, title, note, words, page_code)


def _clients(rows: Any) -> Iterator[Entry]:
    for row in rows:
        postal = (row.postal_code, row.postal_code.replace(" ", ""))
        kvk = f"KvK {row.kvk}" if row.kvk else ""
        yield _entry("organisation", row.code, row.name, row.city, kvk, row.street, *postal, phone=row.phone)


def _contacts(rows: Any) -> Iterator[Entry]:
    for row in rows.select_related("organisation"):
        of = row.organisation
        yield _entry(
            "contact", row.code, row.name, of.name, row.email, row.function, phone=row.phone, page_code=of.code
        )


def _managers(rows: Any) -> Iterator[Entry]:
    for row in rows.only("code", "name", "place", "email", "phone").iterator(chunk_size=BATCH):
        yield _entry("manager", row.code, row.name, row.place, row.email, phone=row.phone)


def _requests(rows: Any) -> Iterator[Entry]:
    """By the place of the work, and by the client's name and place once it is known whose it is."""
    for row in rows.select_related("organisation", "triage").defer("text", "added"):
        of = (row.organisation.name, row.organisation.city) if row.organisation else ()
        place = str(row.triage.proposal.get("place") or "") if hasattr(row, "triage") else ""
        more, phone = (row.contact_email, place, *of), row.contact_phone
        yield _entry("request", row.code, row.organisation_name, row.contact_name, *more, phone=phone)


def _contracts(rows: Any) -> Iterator[Entry]:
    for row in rows.select_related("organisation", "manager"):
        note = f"{row.organisation.name} · {row.manager.name}"
        yield _entry("contract", row.code, row.number, note, row.organisation.city)


def _assignments(rows: Any) -> Iterator[Entry]:
    for row in rows.select_related("organisation", "manager"):
        note = f"{row.organisation.name} · {row.manager.name}"
        yield _entry("assignment", row.code, row.number, note, row.organisation.city)


# A profile that went up in another one is found no more.
ALL: tuple[tuple[Callable[[], Any], Callable[[Any], Iterable[Entry]]], ...] = (
    (Organisation.objects.all, _clients),
    (Contact.objects.all, _contacts),
    (lambda: Manager.objects.filter(is_active=True), _managers),
    (Request.objects.all, _requests),
    (Contract.objects.all, _contracts),
    (Assignment.objects.all, _assignments),
)


def client_changed(fact: Any, _by: Actor, _at: datetime) -> None:
    """An organisation or its contacts were changed."""
    keep([*_clients(Organisation.objects.filter(code=fact.organisation))])
    keep([*_contacts(Contact.objects.filter(organisation__code=fact.organisation))])


def request_changed(fact: Any, _by: Actor, _at: datetime) -> None:
    """A request came in, or got its organisation."""
    keep([*_requests(Request.objects.filter(code=fact.request))])
    keep([*_clients(Organisation.objects.filter(code=getattr(fact, "organisation", "")))])


def manager_changed(fact: Any, _by: Actor, _at: datetime) -> None:
    """A profile came, or got another name, address or place."""
    keep([*_managers(Manager.objects.filter(code=fact.manager))])


def manager_gone(fact: Any, _by: Actor, _at: datetime) -> None:
    """Nobody looks for a profile that is no longer on the roster."""
    forget_in_search([fact.manager])


def managers_merged(fact: Any, _by: Actor, _at: datetime) -> None:
    """Of two profiles one is found, or two are again; so are the contracts and assignments by their name."""
    forget_in_search([fact.other])
    both = Manager.objects.filter(code__in=(fact.manager, fact.other), is_active=True)
    keep([*_managers(both)])
    keep([*_contracts(Contract.objects.filter(manager__in=both))])
    keep([*_assignments(Assignment.objects.filter(manager__in=both))])


def contract_drawn(fact: Any, _by: Actor, _at: datetime) -> None:
    keep([*_contracts(Contract.objects.filter(code=fact.contract))])


def assignment_opened(fact: Any, _by: Actor, _at: datetime) -> None:
    keep([*_assignments(Assignment.objects.filter(code=fact.assignment))])


def many_imported(_fact: Any, _by: Actor, _at: datetime) -> None:
    """A file changed many clients or managers, or a person was erased: the worker looks once all over."""
    put_unless_waiting(find_anew)


@job(called=_("Bring what can be found up to date"))
def find_anew() -> None:
    refresh_search(timezone.now())  # noqa: TID251 - a job is its own clock


def refresh_search(_at: datetime) -> int:
    """Keep whatever is not kept yet or became otherwise, forget what is gone; returns how many entries that were.

    Lot by lot, each in a transaction of its own: on SQLite nobody else writes while one is open.
    """
    kept = dict(SearchEntry.objects.values_list("code", "digest"))
    gone, done = set(kept), 0
    for rows, made in ALL:
        gone -= set(rows().values_list("code", flat=True))
        new = (one for one in made(rows().order_by("pk")) if kept.get(one.code) != one.digest)
        for batch in _batches(new):
            with transaction.atomic():
                keep(batch)
            done += len(batch)
    for lot in _batches(gone):
        with transaction.atomic():
            done += forget_in_search(lot)
    return done


def _batches[Each](entries: Iterable[Each]) -> Iterator[list[Each]]:
    found = iter(entries)
    while batch := list(islice(found, BATCH)):
        yield batch
