"""A lost second factor: asked for by the person, approved by one of the bureau, removed by a partner who is another."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, F, Q, QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_code
from interregnum.people.accounts import actors_of
from interregnum.people.facts import FactorLossJudged, FactorLost, FactorRemoved
from interregnum.people.models import Account, LostFactor
from interregnum.people.post import write_to, write_to_account
from interregnum.people.sessions import end_all_sessions
from interregnum.people.site import link_to


@dataclass(frozen=True)
class LossLine:
    """One request; `may` is what this reader may do now: "approve", "remove" or ""."""

    code: str
    name: str
    email: str
    asked_at: datetime
    started_by: str
    approved_by: str
    ended_by: str
    ended_at: datetime | None
    is_removed: bool
    may: str


@action
def report_loss(*, account: str, by: Actor | None, at: datetime) -> str:
    """Somebody lost their second factor: they say so after their password, or a partner (`by`) does it for them.

    Asking again adds nothing. Returns the code of the request.
    """
    person = Account.objects.get(code=account)
    row, is_new = LostFactor.objects.get_or_create(
        account=person,
        ended_at=None,
        defaults={"code": new_code(), "asked_at": at, "started_by": _account(by) if by else None},
    )
    if is_new:
        record(FactorLost(account=account), by=by or actors_of(person)[0], at=at)
        for partner in _partners().exclude(pk=person.pk):
            link = link_to("bureau:people-factors")
            write_to_account(partner.code, template="mail/factor_lost.txt", about=[account], link=link)
    return row.code


@action
def approve_loss(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """The first of two: knows by telephone or in person that it is really them."""
    row = _open(code)
    if row is None or row.approved_by_id:
        return Refused.because("people.loss_over")
    if row.account.code == by.code:
        return Refused.because("people.loss_own")
    if not LostFactor.objects.filter(pk=row.pk, approved_by=None, ended_at=None).update(approved_by=_account(by)):
        return Refused.because("people.loss_over")
    record(FactorLossJudged(account=row.account.code, is_approved=True), by=by, at=at)
    return None


@action
def remove_lost(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """The second of two, a partner: the factor goes, every session ends, and all who should know get a mail."""
    row = _open(code)
    if row is None or row.approved_by is None:
        return Refused.because("people.loss_over")
    if by.role is not Role.PARTNER or by.code in {row.account.code, row.approved_by.code}:
        return Refused.because("people.loss_own")
    open_rows = LostFactor.objects.filter(pk=row.pk, ended_at=None)
    if not open_rows.update(ended_by=_account(by), ended_at=at, is_removed=True):
        return Refused.because("people.loss_over")
    _remove(row.account, by=by, at=at)
    return None


@action
def refuse_loss(*, code: str, by: Actor, at: datetime) -> Refused | None:
    """It is not them, or it was found again: nothing changes."""
    row = _open(code)
    if row is None:
        return Refused.because("people.loss_over")
    LostFactor.objects.filter(pk=row.pk, ended_at=None).update(ended_by=_account(by), ended_at=at)
    record(FactorLossJudged(account=row.account.code, is_approved=False), by=by, at=at)
    return None


@action
def remove_at_the_server(*, email: str, by: Actor, at: datetime) -> bool:
    """For a firm without two others: whoever may run commands on the server. False when nobody has this address."""
    person = Account.objects.filter(email=email.strip().lower()).first()
    if person is None:
        return False
    LostFactor.objects.filter(account=person, ended_at=None).update(ended_at=at, is_removed=True)
    _remove(person, by=by, at=at)
    return True


def _remove(person: Account, *, by: Actor, at: datetime) -> None:
    Authenticator.objects.filter(user=person).delete()
    end_all_sessions(person)
    record(FactorRemoved(account=person.code, factor="all"), by=by, at=at)
    write_to(
        email=person.email,
        language=person.language,
        template="mail/factor_removed.txt",
        about=person.code,
        name=person.name,
        link=link_to("account_login"),
    )
    for partner in _partners().exclude(pk=person.pk):
        link = link_to("bureau:people-factors")
        write_to_account(partner.code, template="mail/factor_removed_of.txt", about=[person.code], link=link)


def losses(*, seen_by: Actor, limit: int = 25) -> tuple[LossLine, ...]:
    """The open requests first, then what became of earlier ones."""
    rows = LostFactor.objects.select_related("account", "started_by", "approved_by", "ended_by")
    return tuple(_line(row, seen_by) for row in rows.order_by(F("ended_at").desc(nulls_first=True), "-pk")[:limit])


def open_losses() -> QuerySet[LostFactor]:
    """Requests that nobody has ended yet, to be counted."""
    return LostFactor.objects.filter(ended_at=None)


def losses_for(actor: Actor) -> tuple[LossLine, ...]:
    """Those on which this person can act now."""
    return tuple(line for line in losses(seen_by=actor) if line.may)


def lacks_two_others(account: Account) -> bool:
    """Whether the firm has too few people to do this in the browser: then a command on the server does it."""
    # Whoever was invited and did not come yet can approve nothing.
    here = Account.objects.filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    others = here.filter(seats__role__in=OFFICE).exclude(pk=account.pk).distinct()
    found = others.aggregate(
        all=Count("pk", distinct=True), partners=Count("pk", distinct=True, filter=Q(seats__role=Role.PARTNER))
    )
    return bool(found["all"] < 2 or not found["partners"])


def _line(row: LostFactor, actor: Actor) -> LossLine:
    return LossLine(
        code=row.code,
        name=row.account.name,
        email=row.account.email,
        asked_at=row.asked_at,
        started_by=row.started_by.name if row.started_by else "",
        approved_by=row.approved_by.name if row.approved_by else "",
        ended_by=row.ended_by.name if row.ended_by else "",
        ended_at=row.ended_at,
        is_removed=row.is_removed,
        may=_may(row, actor),
    )


def _may(row: LostFactor, actor: Actor) -> str:
    if row.ended_at or actor.role not in OFFICE or row.account.code == actor.code:
        return ""
    if row.approved_by is None:
        return "approve"
    return "remove" if actor.role is Role.PARTNER and row.approved_by.code != actor.code else ""


def _open(code: str) -> LostFactor | None:
    return LostFactor.objects.select_related("account", "approved_by").filter(code=code, ended_at=None).first()


def _account(by: Actor) -> Account:
    return Account.objects.get(code=by.code)


def _partners() -> QuerySet[Account]:
    return Account.objects.filter(is_active=True, seats__role=Role.PARTNER).distinct().order_by("pk")
