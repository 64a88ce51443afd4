"""A manager died: the bureau notes it once, and from then on nobody writes to that address; a partner takes it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from interregnum.jobs.post import withdraw_waiting
from interregnum.journal.record import action, must, record
from interregnum.kernel.actor import BUREAU, OFFICE, Actor
from interregnum.kernel.fact import Fact
from interregnum.kernel.refused import Refused
from interregnum.people.managers import managers_table
from interregnum.people.merged import leads_to
from interregnum.people.models import Account, Manager
from interregnum.people.seats import close_account


@dataclass(frozen=True, kw_only=True)
class ManagerDied(Fact):
    """The bureau noted it; nobody else reads of it here."""

    read_by = OFFICE

    manager: str


@dataclass(frozen=True, kw_only=True)
class DeathWithdrawn(Fact):
    """It had been noted by mistake."""

    read_by = OFFICE

    manager: str
    why: str


def hold_living(managers: Collection[str]) -> Refused | None:
    """For whoever invites, presents, picks or draws a contract: nobody does for a manager who died.

    Held until the end of the transaction: a death that is noted at the same moment comes after, and takes it back.
    """
    rows = Manager.objects.select_for_update(no_key=True).filter(code__in=managers).order_by("pk")
    died = [row.name for row in rows.only("name", "died_at") if row.died_at]
    return Refused.because("people.manager_died", names=", ".join(died)) if died else None


@action
def note_death(*, manager: str, by: Actor, at: datetime) -> bool:
    """Off the roster, the own account closed, and no mail any more, nor what still waited to be sent. False when it was
    noted before."""
    row = Manager.objects.get(code=manager)
    if not Manager.objects.filter(pk=row.pk, died_at=None).update(died_at=at, is_active=False):
        return False
    own = Account.objects.filter(seats__manager=row)
    for account in own.filter(is_active=True):
        # The last partner's stays open: nobody could open another. Then nothing is noted, and this is the answer.
        must(close_account(account=account.code, by=by, at=at))
    withdraw_waiting({row.email, *own.values_list("email", flat=True)})
    record(ManagerDied(manager=manager), by=by, at=at)
    return True


@action
def note_death_of(manager: str, *, by: Actor, at: datetime) -> Refused | None:
    """On the record of a manager; a running contract or a case of the guarantee has its own form for it."""
    if not note_death(manager=living_manager(manager, seen_by=by).code, by=by, at=at):
        return Refused.because("people.death_noted")
    return None


def living_manager(code: str, *, seen_by: Actor) -> Manager:
    """For the bureau. Raises Http404 for who is not on the roster any more."""
    row = managers_table(seen_by=seen_by).filter(code=code).first() if seen_by.role in BUREAU else None
    if row is None:
        raise Http404
    return row


def died_manager(code: str, *, seen_by: Actor) -> Manager:
    """For the bureau. Raises Http404 for a manager of whom no death is noted."""
    row = Manager.objects.filter(code=code, died_at__isnull=False).first() if seen_by.role in BUREAU else None
    if row is None:
        raise Http404
    return row


@action
def withdraw_death(*, manager: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """Noted by mistake: on the roster again, and written to again. What ended by it stays ended, and so does what was
    not sent."""
    row = died_manager(manager, seen_by=by)
    if not why.strip():
        return Refused.because("people.death_why", "why")
    # A profile that went up in another stays there. The filter carries the old state: of two at once one is first.
    noted = Manager.objects.filter(pk=row.pk, died_at__isnull=False)
    if not noted.update(died_at=None, is_active=not leads_to(manager)):
        return Refused.because("people.death_withdrawn")
    record(DeathWithdrawn(manager=manager, why=why.strip()), by=by, at=at)
    return None
