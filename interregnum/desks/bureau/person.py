"""What the page of one account shows."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from interregnum.desks.bureau.tables import badge_of
from interregnum.kernel.actor import BUREAU, Role
from interregnum.outside.chance import new_token
from interregnum.people.invitations import AccountState, PersonLine, people_table, person_line
from interregnum.people.lost_factor import lacks_two_others
from interregnum.people.models import Account, NextPartner
from interregnum.people.partners import next_partner
from interregnum.people.second_factor import has_factor
from interregnum.stages.deliver.queries.guarded import Guarded, guarded_by
from interregnum.web.pieces import Badge


@dataclass(frozen=True)
class SeatLine:
    """`once` names the form that takes this role away: each role has its own. `hands_on`: with it goes all that this
    person guards."""

    key: int
    role: Role
    of: str
    once: str
    hands_on: bool


@dataclass(frozen=True)
class PersonPage:
    line: PersonLine
    state: Badge
    is_closed: bool
    seats: tuple[SeatLine, ...]
    has_factor: bool
    lacks_two_others: bool
    proposed: NextPartner | None
    work: Guarded


def person_page(code: str, *, at: datetime) -> PersonPage:
    """Raises Http404 for an account that is not there."""
    account = people_table().filter(code=code).first()
    if account is None:
        raise Http404
    line = person_line(account, at=at)
    work = guarded_by(code)
    return PersonPage(
        line=line,
        state=badge_of(line),
        is_closed=line.state is AccountState.CLOSED,
        seats=_seats(account, work),
        has_factor=has_factor(account),
        lacks_two_others=lacks_two_others(account),
        proposed=next_partner(code),
        work=work,
    )


def _seats(account: Account, work: Guarded) -> tuple[SeatLine, ...]:
    rows = list(account.seats.all())
    guards = [seat.pk for seat in rows if seat.role in BUREAU] if work.is_any else []
    return tuple(
        SeatLine(
            seat.pk,
            Role(seat.role),
            str(seat.organisation) if seat.organisation else "",
            new_token(),
            guards == [seat.pk],
        )
        for seat in rows
    )
