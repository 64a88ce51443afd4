"""The beginning of a firm: its name, and accounts that need no invitation because their owner sits at the keyboard."""

from datetime import datetime

from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE, Role
from interregnum.people.accounts import invite
from interregnum.people.models import Account, Firm


@action
def found_firm(*, name: str, city: str, kvk: str, phone: str, is_demonstration: bool) -> None:
    """Give this installation its firm. Raises ValueError when there is one."""
    if Firm.objects.exists():
        raise ValueError("one installation is one firm")
    Firm.objects.create(name=name, city=city, kvk=kvk, phone=phone, is_demonstration=is_demonstration)


@action
def seat_person(
    *, email: str, name: str, role: Role, password: str, at: datetime, organisation: str = "", manager: str = ""
) -> str:
    """An account with its password at once; returns its code. No link is mailed, for it has a password already."""
    account = Account.objects.filter(email=email).first() or Account.objects.create_user(email, None, name=name)
    account.set_password(password)
    account.save(update_fields=["password"])
    return invite(email=email, name=name, role=role, by=HOUSE, at=at, organisation=organisation, manager=manager)
