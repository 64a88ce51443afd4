"""Requests for one's own data: asked, confirmed by whoever has no account, decided by a partner, answered in time."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.files import store
from interregnum.jobs.progress import tell_progress
from interregnum.jobs.queries import is_under_way
from interregnum.jobs.queue import SOMEBODY_WAITS, HopelessError, job
from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, VISITOR, Actor, Role
from interregnum.kernel.months import months_later
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.parameters.values import value, values
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.records.erase import erase_person
from interregnum.records.facts import DataAsked, DataGranted, DataRefused, PackageFetched
from interregnum.records.models import DataRequest
from interregnum.records.obligations import obstacles
from interregnum.records.package import package_of
from interregnum.records.persons import Person, person_of
from interregnum.records.states import OPEN, RequestState, Wanted

MEDIA_TYPE = "application/zip"


@action
def ask_for_data(*, wanted: Wanted, by: Actor, at: datetime) -> str | Refused:
    """Somebody who is signed in asks; one open request of a kind at a time."""
    account = Account.objects.get(code=by.code)
    if DataRequest.objects.filter(account=by.code, wanted=wanted, state__in=OPEN).exists():
        return Refused.because("records.asked_already")
    row = _ask(wanted, account.name, account.email, at, account=account.code, confirmed_at=at)
    record(DataAsked(account=account.code, wanted=wanted), by=by, at=at)
    _tell_partners(row)
    return row.code


@action
def ask_as_visitor(*, wanted: Wanted, name: str, email: str, language: str, at: datetime) -> str:
    """Somebody without an account asks: nothing is done before the link in the mail was used."""
    token = new_token()
    unconfirmed = {"state": RequestState.UNCONFIRMED, "token_hash": _hash(token), "language": language}
    row = _ask(wanted, name, email.strip().lower(), at, **unconfirmed)
    record(DataAsked(account="", wanted=wanted), by=VISITOR, at=at)
    link = link_to("front:own-data-confirm", token)
    words: dict[str, Any] = {"name": name, "link": link, "is_erasure": wanted == Wanted.ERASURE}
    template = "mail/data_confirm.txt"
    write_to(email=row.email, language=language, template=template, about=row.code, is_secret=True, **words)
    return row.code


def _ask(wanted: Wanted, name: str, email: str, at: datetime, **more: object) -> DataRequest:
    on = local_day(at)
    due_on = months_later(on, value("records.answer_months", on=on))
    return DataRequest.objects.create(wanted=wanted, name=name, email=email, asked_at=at, due_on=due_on, **more)


def request_of_token(token: str) -> DataRequest | None:
    """Whose link this is; None for one that is no link any more."""
    return DataRequest.objects.filter(token_hash=_hash(token)).first()


@action
def confirm_request(*, token: str, at: datetime) -> Refused | None:
    """The asker has the mailbox of that address: now the bureau sees the request."""
    row = request_of_token(token)
    if row is None:
        return Refused.because("records.confirmed_already")
    waiting = DataRequest.objects.filter(pk=row.pk, state=RequestState.UNCONFIRMED)
    if not waiting.update(state=RequestState.ASKED, confirmed_at=at):
        return Refused.because("records.confirmed_already")
    record(DataAsked(account="", wanted=row.wanted), by=VISITOR, at=at)
    _tell_partners(row)
    return None


def requests_table(*, seen_by: Actor) -> QuerySet[DataRequest]:
    """The requests that the bureau sees: those of which is known who asks."""
    if seen_by.role not in {Role.PARTNER, Role.AUDITOR}:
        return DataRequest.objects.none()
    return DataRequest.objects.exclude(state=RequestState.UNCONFIRMED)


def open_requests(*, seen_by: Actor) -> QuerySet[DataRequest]:
    return requests_table(seen_by=seen_by).filter(state=RequestState.ASKED).order_by("due_on")


def own_requests(actor: Actor) -> QuerySet[DataRequest]:
    return DataRequest.objects.filter(account=actor.code) if actor.code else DataRequest.objects.none()


def request_row(code: str, *, seen_by: Actor) -> DataRequest:
    """Raises Http404 for a request that is not there, or not to be seen."""
    row = requests_table(seen_by=seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def person_of_request(row: DataRequest) -> Person:
    return person_of(accounts=[row.account] if row.account else (), emails=[row.email])


@action
def grant_request(*, code: str, by: Actor, at: datetime) -> str | Refused:
    """A partner confirms that it is them: access is put together, an erasure is done at once."""
    row = request_row(code, seen_by=by)
    person = person_of_request(row)
    refused = obstacles(person) if row.wanted == Wanted.ERASURE else None
    if refused is not None:
        return refused
    decided = {"decided_at": at, "decided_by": by.code}
    waiting = DataRequest.objects.filter(pk=row.pk, state=RequestState.ASKED)
    if not waiting.update(state=RequestState.MAKING, **decided):
        return Refused.because("records.decided_already")
    record(DataGranted(account=row.account), by=by, at=at)
    if row.wanted == Wanted.ACCESS:
        make_package.enqueue(row.code)
        return str(row.code)
    name, email, language = row.name, row.email, _language_of(row)
    done = erase_person(person, by=by, at=at)
    DataRequest.objects.filter(pk=row.pk).update(state=RequestState.ERASED, erased_as=done.code)
    # The last mail to this address; its row is emptied as soon as it is sent.
    words: dict[str, Any] = {"name": name, "certificate": done.code, "day": local_day(at)}
    write_to(email=email, language=language, template="mail/data_erased.txt", is_secret=True, **words)
    return str(row.code)


@action
def refuse_request(*, code: str, reason: str, by: Actor, at: datetime) -> str | Refused:
    """A partner refuses, with the reason that the asker reads."""
    row = request_row(code, seen_by=by)
    waiting = DataRequest.objects.filter(pk=row.pk, state=RequestState.ASKED)
    if not waiting.update(state=RequestState.REFUSED, reason=reason, decided_at=at, decided_by=by.code):
        return Refused.because("records.decided_already")
    record(DataRefused(account=row.account, wanted=row.wanted), by=by, at=at)
    words: dict[str, Any] = {"name": row.name, "reason": reason, "is_erasure": row.wanted == Wanted.ERASURE}
    write_to(email=row.email, language=_language_of(row), template="mail/data_refused.txt", about=row.code, **words)
    return str(row.code)


def _to_bureau_again(code: str) -> None:
    """Its term runs on: so that it stands on the desk of the partners until somebody has mended what was in the way."""
    undecided = {"decided_at": None, "decided_by": "", "reminded_on": None}
    rows = DataRequest.objects.filter(code=code)
    if rows.filter(state=RequestState.MAKING).update(state=RequestState.ASKED, **undecided):
        _tell_partners(rows.get())


@job(called=_("Put somebody's own data together"), given_up=_to_bureau_again, priority=SOMEBODY_WAITS)
def make_package(code: str) -> None:
    """Make the package once; run twice it is made once. Raises HopelessError when it was given back to the bureau."""
    row = DataRequest.objects.filter(code=code, state__in=OPEN).first()
    if row is None:
        return
    if row.state == RequestState.ASKED:
        raise HopelessError("the request is with the partners again: answer it on its page")
    at = timezone.now()  # noqa: TID251 - a job is its own clock
    tell_progress(1, 3)
    content = package_of(person_of_request(row), name=row.name, language=_language_of(row), at=at)
    tell_progress(2, 3)
    _hand_over(row, content, at=at)
    tell_progress(3, 3)


@action
def _hand_over(row: DataRequest, content: bytes, *, at: datetime) -> None:
    days = value("records.package_days", on=local_day(at))
    waiting = DataRequest.objects.filter(pk=row.pk, state=RequestState.MAKING)
    if not waiting.update(state=RequestState.READY, expires_at=at + timedelta(days=days)):
        return
    stored = store.keep(name="data.zip", content=content, media_type=MEDIA_TYPE, at=at)
    DataRequest.objects.filter(pk=row.pk).update(package=stored)
    words: dict[str, Any] = {"name": row.name, "days": days}
    if row.account:
        words["link"] = link_to("account-data")
        write_to(email=row.email, language=_language_of(row), template="mail/data_ready.txt", about=row.code, **words)
        return
    # Whoever has no account gets a fresh link: the mailbox is their key.
    token = new_token()
    DataRequest.objects.filter(pk=row.pk).update(token_hash=_hash(token))
    words["link"] = link_to("front:own-data-confirm", token)
    template = "mail/data_ready.txt"
    write_to(email=row.email, language=_language_of(row), template=template, about=row.code, is_secret=True, **words)


@action
def fetch_package(row: DataRequest, *, by: Actor, at: datetime) -> bytes:
    """The package, as long as it may be fetched. Raises Http404 after that, or for another's."""
    if row.package is None or row.state != RequestState.READY or row.expires_at is None or row.expires_at <= at:
        raise Http404
    record(PackageFetched(account=row.account), by=by, at=at)
    return store.content_of(row.package)


def own_package(actor: Actor, *, at: datetime) -> DataRequest | None:
    """One's own newest package, while it can be fetched."""
    rows = own_requests(actor).select_related("package").filter(state=RequestState.READY, expires_at__gt=at)
    return rows.exclude(package=None).first()


@action
def remind_of_requests(at: datetime) -> int:
    """Write to the partners about requests whose term is near, once for each; and whose package nobody makes."""
    on = local_day(at)
    days = values("records.remind_days", on=on)["records.remind_days"]
    rows = DataRequest.objects.filter(state=RequestState.ASKED, due_on__lte=on + timedelta(days=days), reminded_on=None)
    count = 0
    for row in rows:
        if DataRequest.objects.filter(pk=row.pk, reminded_on=None).update(reminded_on=on):
            _tell_partners(row)
            count += 1
    for code in DataRequest.objects.filter(state=RequestState.MAKING).values_list("code", flat=True):
        if not is_under_way(make_package, code):
            _to_bureau_again(code)
            count += 1
    return count


def _tell_partners(row: DataRequest) -> None:
    """A request waits: until when, and where; not who, for a mail travels."""
    for account in Account.objects.filter(seats__role=Role.PARTNER, is_active=True).distinct():
        link = link_to("bureau:data-request", row.code)
        words: dict[str, Any] = {"name": account.name, "link": link, "due_on": row.due_on}
        template = "mail/data_asked.txt"
        write_to(email=account.email, language=account.language, template=template, about=row.code, **words)


def _language_of(row: DataRequest) -> str:
    wanted = Q(code=row.account) if row.account else Q(email=row.email)
    return Account.objects.filter(wanted).values_list("language", flat=True).first() or row.language


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def house_fetches(row: DataRequest, *, at: datetime) -> bytes:
    """The package by the link in a mail: whoever has the mailbox is the person."""
    return fetch_package(row, by=VISITOR if not row.account else HOUSE, at=at)
