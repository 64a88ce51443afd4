"""Who may sign for a client: recorded by the bureau from an extract or a proxy, and asked before anybody signs."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.authority_facts import AuthorityEnded, AuthorityRecorded
from interregnum.people.models import Authority, Contact, Seat
from interregnum.people.queries import email_of, people_of
from interregnum.people.rules.authorities import Basis, Scope


@dataclass(frozen=True, kw_only=True)
class Found:
    """What somebody at the bureau read about a contact, where, and who gave it."""

    scope: Scope
    basis: Basis
    extract: str
    extract_on: date
    told_by: str


@dataclass(frozen=True, kw_only=True)
class Recorded(Found):
    code: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True)
class Signer:
    """`is_seated`: an account of theirs can open what is to be signed."""

    name: str
    email: str
    language: str
    is_seated: bool


@action
def record_authority(*, contact: str, found: Found, by: Actor, at: datetime) -> str | Refused:
    """Keep what was found; what held before ends. Returns its code."""
    row = _contact(contact, seen_by=by)
    if found.extract_on > local_day(at):
        return Refused.because("people.extract_to_come", "extract_on")
    Authority.objects.filter(contact=row, ended_at=None).update(ended_at=at)
    authority = Authority.objects.create(contact=row, recorded_by=by.code, recorded_at=at, **vars(found))
    record(
        AuthorityRecorded(organisation=row.organisation.code, contact=row.code, scope=found.scope, basis=found.basis),
        by=by,
        at=at,
    )
    return str(authority.code)


@action
def end_authority(*, contact: str, by: Actor, at: datetime) -> Refused | None:
    """From now on this contact signs nothing more for the client."""
    row = _contact(contact, seen_by=by)
    if not Authority.objects.filter(contact=row, ended_at=None).update(ended_at=at):
        return Refused.because("people.no_authority")
    record(AuthorityEnded(organisation=row.organisation.code, contact=row.code), by=by, at=at)
    return None


def authority_recorded(contact: str, *, seen_by: Actor) -> Recorded | None:
    """What holds of a contact. Raises Http404 for one who is not there, or not to be seen."""
    row = Authority.objects.filter(contact=_contact(contact, seen_by=seen_by), ended_at=None).first()
    if row is None:
        return None
    names = people_of([row.recorded_by])
    return Recorded(
        code=row.code,
        scope=Scope(row.scope),
        basis=Basis(row.basis),
        extract=row.extract,
        extract_on=row.extract_on,
        told_by=row.told_by,
        recorded_by=names[row.recorded_by].name if row.recorded_by in names else "",
        recorded_at=row.recorded_at,
    )


def authority_to_sign(account: str, *, organisation: str) -> Authority | None:
    """What was recorded about the contact at whose address this account was opened; None when nothing holds."""
    return Authority.objects.filter(
        contact__organisation__code=organisation,
        contact__email=email_of(account).lower(),
        contact__is_active=True,
        ended_at=None,
    ).first()


def somebody_may_sign(organisation: str) -> bool:
    """Whether the bureau has recorded of anybody at this client that they may sign by themselves."""
    return _alone(organisation).exists()


def signers_of(organisation: str) -> tuple[Signer, ...]:
    """Who may sign for this client by themselves, as recorded, and can be mailed."""
    seats = Seat.objects.filter(role=Role.CLIENT, organisation__code=organisation)
    # An account that was never opened has no password of its own: it opens nothing yet.
    seated = seats.exclude(account__password__startswith=UNUSABLE_PASSWORD_PREFIX).values("account__email")
    found = _alone(organisation).exclude(email="").annotate(is_seated=Q(email__in=seated)).order_by("pk").distinct()
    return tuple(Signer(row.name, row.email, row.language, row.is_seated) for row in found)


def _alone(organisation: str) -> QuerySet[Contact]:
    """Who may sign by themselves; nobody who is here as a delegate, and so opens no contract."""
    delegates = Seat.objects.filter(role=Role.DELEGATE, organisation__code=organisation).values("account__email")
    rows = Contact.objects.filter(
        organisation__code=organisation, is_active=True, authorities__scope=Scope.ALONE, authorities__ended_at=None
    )
    return rows.exclude(email__in=delegates)


def _contact(code: str, *, seen_by: Actor) -> Contact:
    row = Contact.objects.select_related("organisation").filter(code=code).first()
    if row is None or not seen_by.is_bureau:
        raise Http404
    return row
