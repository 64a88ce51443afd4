"""Taking a role away and closing an account: whoever it concerns is out at their next request."""

from collections.abc import Collection
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.people.facts import AccountClosed, AccountReopened, RoleTaken
from interregnum.people.models import Account, Organisation, Seat
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.sessions import end_all_sessions
from interregnum.people.site import link_to


@action
def take_role(*, account: str, seat: int, by: Actor, at: datetime) -> Refused | None:
    """Take one role of somebody away. The last partner keeps it: nobody could give it again."""
    partners = partner_seats()
    row = Seat.objects.filter(account__code=account, pk=seat).select_related("account").first()
    if row is None:
        return Refused.because("people.role_gone")
    if row.role == Role.PARTNER and partners <= {row.account_id}:
        return Refused.because("people.last_partner")
    row.delete()
    if not row.account.seats.exists():
        row.account.invitations.filter(used_at=None).delete()
    record(RoleTaken(account=account, role=row.role), by=by, at=at)
    if row.role == Role.PARTNER:
        _tell_partners(account, by)
    _tell(row.account, "mail/role_taken.txt", "home")
    return None


@action
def close_account(*, account: str, by: Actor, at: datetime) -> Refused | None:
    """Nobody signs in on it any more, links that open it are void, every session ends; what they did stays."""
    person = Account.objects.get(code=account)
    if partner_seats() <= {person.pk}:
        return Refused.because("people.last_partner")
    if not Account.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        return Refused.because("people.closed_already")
    person.invitations.filter(used_at=None).delete()
    end_all_sessions(person)
    record(AccountClosed(account=account), by=by, at=at)
    if person.seats.filter(role=Role.PARTNER).exists():
        _tell_partners(account, by)
    _tell(person, "mail/account_closed.txt", "front:home")
    return None


@action
def reopen_account(*, account: str, by: Actor, at: datetime) -> Refused | None:
    if not Account.objects.filter(code=account, is_active=False).update(is_active=True):
        return Refused.because("people.open_already")
    record(AccountReopened(account=account), by=by, at=at)
    if Seat.objects.filter(account__code=account, role=Role.PARTNER).exists():
        _tell_partners(account, by)
    return None


def is_of_bureau(account: str) -> bool:
    """Whether this person guards clients and assignments, in one role or another."""
    return Seat.objects.filter(account__code=account, role__in=BUREAU).exists()


def named_clients(codes: Collection[str]) -> list[tuple[str, str]]:
    """Code and name, for whoever works for several."""
    return list(Organisation.objects.filter(code__in=codes).values_list("code", "name").order_by("name"))


def partner_seats() -> set[int]:
    """Accounts that can work as a partner now; held until the end, so that two partners cannot put each other out."""
    seats = Seat.objects.select_for_update(of=("self",)).filter(role=Role.PARTNER, account__is_active=True)
    return {seat.account_id for seat in seats.select_related("account") if seat.account.has_usable_password()}


def _tell(person: Account, template: str, page: str) -> None:
    write_to(
        email=person.email,
        language=person.language,
        template=template,
        about=person.code,
        name=person.name,
        link=link_to(page),
    )


def _tell_partners(account: str, by: Actor) -> None:
    """A stolen account must be closed at once, so one partner does it alone; the others hear of it."""
    link = link_to("bureau:history", account)
    write_to_bureau(by=by, only=Role.PARTNER, template="mail/partner_changed.txt", about=(account,), link=link)
