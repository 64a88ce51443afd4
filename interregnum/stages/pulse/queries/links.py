"""The links that employees follow: where each leads, by its hash alone."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date

from django.utils.crypto import salted_hmac

from interregnum.stages.pulse.models import Group, Round, Tally, Ticket
from interregnum.stages.pulse.rules.states import Link, PulseState, RoundState


@dataclass(frozen=True)
class Door:
    """Where a link leads: the round that is open, under which key an answer counts, and the ticket that is spent.

    Paper has a code for a whole group, and no ticket: it opens as often as there are people in the group.
    """

    link: Link
    round: Round | None = None
    group: str = ""
    ticket: int | None = None


def hash_of(token: str) -> str:
    """What the table keeps of a link; the key to it stands neither in the database nor in a backup."""
    return salted_hmac("pulse link", token, algorithm="sha256").hexdigest()


def token_of_group(code: str) -> str:
    """The code of a group on paper: always the same, so that it can be printed again, and kept nowhere."""
    digest = salted_hmac("pulse group", code, algorithm="sha256").digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def door_of(token: str, *, on: date, floor: int, hold: bool = False) -> Door:
    """`hold` keeps the round open until the end of the transaction, for whoever answers."""
    known = hash_of(token[:100])
    ticket = Ticket.objects.filter(token_hash=known).first()
    if ticket is not None:
        return _door_of_ticket(ticket, on=on, hold=hold)
    group = Group.objects.filter(token_hash=known).select_related("survey").first()
    return _door_of_group(group, on=on, floor=floor, hold=hold) if group else Door(Link.UNKNOWN)


def _round(rows: dict[str, object], *, hold: bool) -> Round | None:
    found = Round.objects.filter(**rows).select_related("survey")
    return (found.select_for_update(of=("self",)) if hold else found).first()


def _door_of_ticket(ticket: Ticket, *, on: date, hold: bool) -> Door:
    row = _round({"pk": ticket.round_id}, hold=hold)
    if row is None or row.state != RoundState.OPEN or on > row.closes_on:
        return Door(Link.CLOSED)
    if hasattr(ticket, "spent"):
        return Door(Link.USED)
    return Door(Link.OPEN, row, ticket.group, ticket.pk)


def _door_of_group(group: Group, *, on: date, floor: int, hold: bool) -> Door:
    row = _round({"survey": group.survey_id, "state": RoundState.OPEN}, hold=hold)
    if row is None or on > row.closes_on:
        return Door(Link.CLOSED if group.survey.state == PulseState.OVER else Link.NOT_YET)
    key = group.code if group.people >= floor else ""
    siblings = group.survey.groups.filter(people__lt=floor) if not key else [group]
    most = sum(one.people for one in siblings)
    answered = Tally.objects.filter(round=row, group=key, question=0).values_list("people", flat=True).first()
    if (answered or 0) >= most:
        return Door(Link.FULL)
    return Door(Link.OPEN, row, key)
