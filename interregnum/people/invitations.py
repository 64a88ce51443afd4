"""Who has which role, who has still to open an account, and inviting somebody with the questions asked first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Prefetch, QuerySet

from interregnum.journal.record import action
from interregnum.kernel.actor import CLIENT_SIDE, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import invite
from interregnum.people.models import Account, Invitation, Manager, Organisation, Seat
from interregnum.people.partners import make_partner


class AccountState(StrEnum):
    OPEN = "open"
    INVITED = "invited"
    EXPIRED = "expired"
    UNINVITED = "uninvited"
    CLOSED = "closed"


@dataclass(frozen=True)
class PersonLine:
    """One account: its roles with what each belongs to, and until when the invitation can be used."""

    code: str
    name: str
    email: str
    roles: tuple[tuple[Role, str], ...]
    state: AccountState
    until: datetime | None


def people_table() -> QuerySet[Account]:
    """Every account with its seats and invitations, for `person_line`."""
    seats = Seat.objects.select_related("organisation", "manager").order_by("pk")
    invitations = Invitation.objects.order_by("-expires_at")
    return Account.objects.prefetch_related(Prefetch("seats", seats), Prefetch("invitations", invitations))


def person_line(account: Account, *, at: datetime) -> PersonLine:
    roles = tuple(
        (Role(seat.role), str(seat.organisation) if seat.organisation else "") for seat in account.seats.all()
    )
    last = next((row for row in account.invitations.all() if row.used_at is None), None)
    return PersonLine(
        account.code, account.name, account.email, roles, _state(account, last, at), last.expires_at if last else None
    )


def _state(account: Account, last: Invitation | None, at: datetime) -> AccountState:
    if not account.is_active:
        return AccountState.CLOSED
    if account.has_usable_password():
        return AccountState.OPEN
    if last is None:
        return AccountState.UNINVITED
    return AccountState.INVITED if last.expires_at > at else AccountState.EXPIRED


def organisation_choices() -> list[tuple[str, str]]:
    return [("", "–"), *Organisation.objects.values_list("code", "name")]


def invited_before(code: str) -> dict[str, str]:
    """What was filled in for this person the last time, to invite again; empty for a code that is not there."""
    account = people_table().filter(code=code).first()
    if account is None:
        return {}
    seat = account.seats.all().first()
    known = {"name": account.name, "email": account.email, "language": account.language}
    if seat is None:
        return known
    return known | {"role": seat.role, "organisation": seat.organisation.code if seat.organisation else ""}


@action
def invite_person(
    *, email: str, name: str, role: Role, organisation: str, language: str, by: Actor, at: datetime
) -> str | Refused:
    """Give somebody a role, or say what stands in the way; whoever has not opened the account yet gets a link."""
    email = email.strip().lower()
    if role in CLIENT_SIDE and not organisation:
        return Refused.because("people.organisation_needed", "organisation")
    if role not in CLIENT_SIDE and organisation:
        return Refused.because("people.organisation_not_for_role", "organisation")
    profile = Manager.objects.filter(email__iexact=email, is_active=True).first() if role is Role.MANAGER else None
    if role is Role.MANAGER and profile is None:
        return Refused.because("people.no_profile", "email")
    account = Account.objects.filter(email=email).first()
    if account and not account.is_active:
        return Refused.because("people.account_closed", "email")
    if account and account.has_usable_password() and _has_seat(account, role, organisation):
        return Refused.because("people.already_open", "email")
    if account and organisation and account.seats.filter(organisation__code=organisation).exclude(role=role).exists():
        return Refused.because("people.other_role_there", "role")
    if role is Role.PARTNER and not (account and _has_seat(account, role, "")):
        return make_partner(email=email, name=name, language=language, by=by, at=at)
    of = {"organisation": organisation, "manager": profile.code if profile else ""}
    return invite(email=email, name=name, role=role, language=language, **of, by=by, at=at)


def _has_seat(account: Account, role: Role, organisation: str) -> bool:
    seats = account.seats.filter(role=role)
    return seats.filter(organisation__code=organisation).exists() if organisation else seats.exists()
