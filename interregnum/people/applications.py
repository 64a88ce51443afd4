"""Interim managers sign themselves up: proven by a link in a mail, accepted or declined by the bureau with a reason.

Whoever signs up gets the same answer whether we know the address or not; what we know of it stands in no page or mail.
"""

import hashlib
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, VISITOR, Actor, Role
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.outside.cvs.read import Unread
from interregnum.people.accounts import invite
from interregnum.people.cvs import keep_cv
from interregnum.people.facts import (
    ApplicationConfirmed,
    ApplicationJudged,
    ApplicationReleased,
    ManagerAdded,
    ManagerApplied,
)
from interregnum.people.models import Account, Application, CvFile, Manager
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.rules.applications import ApplicationState, Applied
from interregnum.people.site import link_to

HOUSE_MIX = {"operational": 25, "adviser": 25, "coach": 25, "change": 25}


@dataclass(frozen=True)
class Handed:
    """A CV that came along: its bytes, its name, and what was read of it."""

    content: bytes
    name: str
    found: dict[str, Any] | Unread


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What the bureau and the manager agreed in their talk; no profile can do without."""

    available_on: date
    days_a_week: int
    day_rate: Money


@action
def apply(*, applied: Applied, cv: Handed | None, signs: tuple[str, ...], at: datetime) -> str | Refused:
    """Somebody signs up. What looks like spam gets no mail: the address may be somebody else's."""
    file = keep_cv(content=cv.content, name=cv.name, found=cv.found, by=VISITOR, at=at) if cv else ""
    if isinstance(file, Refused):
        return Refused.because(file.reasons[0].code, "cv", **file.reasons[0].facts)
    row = Application.objects.create(
        **{field.name: getattr(applied, field.name) for field in fields(applied)} | {"languages": [*applied.languages]},
        cv=CvFile.objects.filter(code=file).first() if file else None,
        signs=list(signs),
        state=ApplicationState.HELD if signs else ApplicationState.UNCONFIRMED,
        sent_at=at,
    )
    record(ManagerApplied(application=row.code), by=VISITOR, at=at)
    if not signs:
        _send_link(row)
    return row.code


def _send_link(row: Application) -> None:
    token = new_token()
    Application.objects.filter(pk=row.pk).update(token_hash=_hash(token))
    write_to(
        email=row.email,
        language=row.language,
        template="mail/application_confirm.txt",
        about=row.code,
        is_secret=True,
        name=row.name,
        link=link_to("front:join-confirm", token),
    )


def application_of_link(token: str) -> Application | None:
    """Whose link this is; None when it is over."""
    return Application.objects.filter(token_hash=_hash(token)).first()


@action
def confirm_application(*, token: str, at: datetime) -> Refused | None:
    """Whoever signed up has the mailbox of that address: now the bureau reads it."""
    row = application_of_link(token)
    fresh = {"state": ApplicationState.WAITING, "confirmed_at": at, "token_hash": ""}
    if row is None or not Application.objects.filter(pk=row.pk, token_hash=_hash(token)).update(**fresh):
        return Refused.because("people.link_over")
    record(ApplicationConfirmed(application=row.code), by=VISITOR, at=at)
    link = link_to("bureau:people-application", row.code)
    write_to_bureau(by=VISITOR, template="mail/application_came.txt", about=(row.code,), link=link)
    return None


def applications_table(*, seen_by: Actor) -> QuerySet[Application]:
    """What the bureau reads: confirmed ones and those held as spam; an auditor looks on without names."""
    if seen_by.role not in BUREAU:
        return Application.objects.none()
    return Application.objects.exclude(state=ApplicationState.UNCONFIRMED)


def applications_waiting(*, seen_by: Actor) -> QuerySet[Application]:
    """Those that nobody has answered yet, to be counted."""
    return applications_table(seen_by=seen_by).filter(state=ApplicationState.WAITING)


def application_of(code: str, *, seen_by: Actor) -> Application:
    """Raises Http404."""
    row = applications_table(seen_by=seen_by).select_related("cv", "manager", "decided_by").filter(code=code).first()
    if row is None:
        raise Http404
    return row


def known_manager(row: Application) -> Manager | None:
    """Whoever stands on the roster with this address; for the bureau alone."""
    return Manager.objects.filter(email__iexact=row.email).exclude(pk=row.manager_id or 0).first()


@action
def release_application(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """A person says that this is no spam: the link goes out after all."""
    row = application_of(code, seen_by=by)
    held = Application.objects.filter(pk=row.pk, state=ApplicationState.HELD)
    if not held.update(state=ApplicationState.UNCONFIRMED):
        return Refused.because("people.application_decided")
    _send_link(row)
    record(ApplicationReleased(application=code), by=by, at=at)
    return None


@action
def decline_application(*, code: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """Not now: the applicant reads why, and how long we keep what they sent."""
    row = application_of(code, seen_by=by)
    if not _decide(row, ApplicationState.DECLINED, reason, by=by, at=at):
        return Refused.because("people.application_decided")
    if row.state == ApplicationState.WAITING:
        write_to(
            email=row.email,
            language=row.language,
            template="mail/application_declined.txt",
            about=row.code,
            name=row.name,
            reason=reason,
            stays=row.wants_to_stay,
        )
    record(ApplicationJudged(application=code, manager="", is_accepted=False), by=by, at=at)
    return None


@action
def accept_application(*, code: str, terms: Terms, reason: str, by: Actor, at: datetime) -> str | Refused:
    """Onto the roster, with an account to keep the profile current. Returns the manager's code."""
    row = application_of(code, seen_by=by)
    known = known_manager(row)
    if known is not None:
        return Refused.because("people.on_the_roster", name=known.name)
    if row.state != ApplicationState.WAITING or not _decide(row, ApplicationState.ACCEPTED, reason, by=by, at=at):
        return Refused.because("people.application_decided")
    manager = Manager.objects.create(
        **HOUSE_MIX | vars(terms),
        name=row.name,
        email=row.email,
        phone=row.phone,
        place=row.city,
        level=row.level,
        disciplines=[row.discipline],
        languages=row.languages,
    )
    Application.objects.filter(pk=row.pk).update(manager=manager)
    if row.cv:
        CvFile.objects.filter(pk=row.cv.pk, manager=None).update(manager=manager)
    record(ManagerAdded(manager=manager.code), by=by, at=at)
    record(ApplicationJudged(application=code, manager=manager.code, is_accepted=True), by=by, at=at)
    invite(
        email=row.email,
        name=row.name,
        role=Role.MANAGER,
        language=row.language,
        manager=manager.code,
        by=by,
        at=at,
    )
    return str(manager.code)


def _decide(row: Application, state: ApplicationState, reason: str, *, by: Actor, at: datetime) -> bool:
    """The first of two who decide about the same application."""
    open_ones = Application.objects.filter(pk=row.pk, state__in=(ApplicationState.WAITING, ApplicationState.HELD))
    decider = Account.objects.get(code=by.code)
    return bool(open_ones.update(state=state, reason=reason, decided_at=at, decided_by=decider))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
