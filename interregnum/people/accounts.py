"""Inviting people, and turning a signed-in account into the actor of a page."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet

from interregnum.journal.record import action, record
from interregnum.kernel.actor import VISITOR, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.outside.chance import new_token
from interregnum.parameters.values import value
from interregnum.people.facts import InvitationAccepted, PasswordChanged, PersonInvited
from interregnum.people.models import Account, Invitation, Manager, Organisation, Seat
from interregnum.people.post import write_to
from interregnum.people.site import site

# Which role opens the door first when somebody holds several.
ORDER = (
    Role.PARTNER,
    Role.ACCOUNT_MANAGER,
    Role.BACK_OFFICE,
    Role.AUDITOR,
    Role.CLIENT,
    Role.DELEGATE,
    Role.MANAGER,
    Role.SHADOW,
)


# Where somebody is at work in a role: the code of a client, or of a profile.
PLACE = ("organisation__code", "manager__code")


def actors_of(account: Account) -> tuple[Actor, ...]:
    """Every role in which this person can be at work, the bureau's first."""
    return actors_from(account, account.seats.order_by("pk").values_list("role", *PLACE))


def actors_from(account: Account, seats: Iterable[tuple[str, str | None, str | None]]) -> tuple[Actor, ...]:
    """The same from seats that were read: role, and the codes of PLACE."""
    actors = [
        Actor(role=Role(role), code=account.code, name=account.name, organisation=client or "", manager=manager or "")
        for role, client, manager in seats
    ]
    return tuple(sorted(actors, key=lambda actor: ORDER.index(actor.role)))


def actor_of_organisation(code: str) -> Actor:
    """The first contact of a client, in that role. Raises Seat.DoesNotExist when nobody was invited yet."""
    return _actor_of(
        Seat.objects.select_related("account").filter(role=Role.CLIENT, organisation__code=code).order_by("pk")
    )


def actor_of_manager(code: str) -> Actor:
    """Whose profile this is, as interim manager. Raises Seat.DoesNotExist when they were not invited yet."""
    return _actor_of(Seat.objects.select_related("account").filter(manager__code=code).order_by("pk"))


def _actor_of(seats: QuerySet[Seat]) -> Actor:
    seat = seats.first()
    if seat is None:
        raise Seat.DoesNotExist
    return next(actor for actor in actors_of(seat.account) if actor.role == seat.role)


@action
def invite(
    *,
    email: str,
    name: str,
    role: Role,
    by: Actor,
    at: datetime,
    organisation: str = "",
    manager: str = "",
    language: str = "nl",
) -> str:
    """Give somebody a seat and, when the account was never opened, mail the link to open it. Returns the account code.

    Asking again for a seat that is there adds nothing; an account that is still closed gets a fresh link.
    """
    known, _ = Account.objects.get_or_create(
        email=email.strip().lower(),
        defaults={"name": name, "language": language, "password": make_password(None)},
    )
    # Of two who invite the same person, the second waits here: the link that was sent last is the one that works.
    account = Account.objects.select_for_update().get(pk=known.pk)
    Seat.objects.get_or_create(
        account=account,
        role=role,
        organisation=Organisation.objects.get(code=organisation) if organisation else None,
        manager=Manager.objects.get(code=manager) if manager else None,
    )
    if account.is_active and not account.has_usable_password():
        _send_link(account, at)
    record(PersonInvited(account=account.code, role=role), by=by, at=at)
    return account.code


def _send_link(account: Account, at: datetime) -> None:
    token = new_token()
    days = value("invitation.valid_days", on=local_day(at))
    expires_at = at + timedelta(days=days)
    account.invitations.filter(used_at=None).delete()
    Invitation.objects.create(account=account, token_hash=hash_of(token), sent_at=at, expires_at=expires_at)
    write_to(
        email=account.email,
        language=account.language,
        template="mail/invitation.txt",
        about=account.code,
        is_secret=True,
        name=account.name,
        link=f"{site()}/invitation/{token}/",
        days=days,
    )


def invited(token: str, *, at: datetime) -> Account | None:
    """Whose invitation this is, while it can still be used."""
    links = Invitation.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=at)
    row = links.filter(account__is_active=True).first()
    return row.account if row else None


@action
def accept_invitation(*, token: str, password: str, at: datetime) -> Account | Refused:
    """Open an account with a password of one's own. Raises ValidationError for a password that is too weak."""
    account = invited(token, at=at)
    if account is None:
        return Refused.because("people.invitation_over")
    validate_password(password, account)
    # The filter carries the old state: of two clicks at the same moment one finds nothing to change.
    if not Invitation.objects.filter(token_hash=hash_of(token), used_at=None).update(used_at=at):
        return Refused.because("people.invitation_over")
    account.set_password(password)
    account.save(update_fields=["password"])
    record(InvitationAccepted(account=account.code), by=actors_of(account)[0], at=at)
    return account


@action
def change_password(*, account: Account, password: str, at: datetime) -> None:
    """Put another password in the place of the old one; the caller has made sure that it is strong enough."""
    account.set_password(password)
    account.save(update_fields=["password"])
    actors = actors_of(account)
    record(PasswordChanged(account=account.code), by=actors[0] if actors else VISITOR, at=at)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
