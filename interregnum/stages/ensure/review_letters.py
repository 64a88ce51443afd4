"""Letters about a three-party review: that it is planned, moved or off, that something waits, and nothing of it."""

from collections.abc import Collection
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.utils.translation import gettext, override

from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.event import Event, calendar_of
from interregnum.outside.mail_server import firm_mail
from interregnum.people.models import Account
from interregnum.people.post import write_to, write_to_bureau
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.ensure.models import Review
from interregnum.stages.ensure.queries.review_rows import DESKS, people_of
from interregnum.stages.ensure.rules.reviews import ALL_SIDES, ReviewState, Side


def invite(review: Review, template: str, *, at: datetime) -> None:
    """To the calendars of all three: as it is planned now, or that it is off."""
    for side, reader in people_of(review.assignment):
        invite_one(review, template, side, reader, at=at)


def invite_one(review: Review, template: str, side: Side, reader: Account, *, at: datetime) -> None:
    """To the calendar of one of them."""
    is_off = review.state == ReviewState.CANCELLED
    _write(review, template, reader, link_to(f"{DESKS[side]}:ensure-review", review.code), is_off=is_off, at=at)


def take_out(review: Review, side: Side, reader: Account, *, at: datetime) -> None:
    """To whoever sits in it no more: out of that calendar alone, and with no link to what is open to others."""
    _write(review, "mail/review_left.txt", reader, link_to(f"{DESKS[side]}:home"), is_off=True, at=at)


def _write(review: Review, template: str, reader: Account, link: str, *, is_off: bool, at: datetime) -> None:
    with override(reader.language):
        title = gettext("Three-party review")
    event = Event(
        uid=f"{review.code}@{urlsplit(link).hostname}",
        turn=review.turn,
        starts_at=review.starts_at,
        title=title,
        link=link,
        organiser=parseaddr(firm_mail().sender)[1],
        reader=reader.email,
        is_cancelled=is_off,
    )
    write_to(
        email=reader.email,
        language=reader.language,
        template=template,
        about=objects_of(review.assignment),
        calendar=calendar_of(event, at=at),
        name=reader.name,
        number=review.assignment.number,
        starts_at=review.starts_at,
        link=link,
    )


def tell_sides(review: Review, template: str, *, sides: Collection[Side] = ALL_SIDES, once: str = "") -> None:
    """A letter to some of the three; of one `once` each gets one."""
    about = objects_of(review.assignment)
    for side, reader in people_of(review.assignment):
        if side in sides:
            write_to(
                email=reader.email,
                language=reader.language,
                template=template,
                about=about,
                name_once=f"{once} {review.code} {reader.code}" if once else None,
                name=reader.name,
                number=review.assignment.number,
                starts_at=review.starts_at,
                link=link_to(f"{DESKS[side]}:ensure-review", review.code),
            )


def tell_bureau(review: Review, template: str, *, by: Actor = HOUSE) -> None:
    row = review.assignment
    write_to_bureau(
        owner=row.owner.code if row.owner else "",
        by=by,
        template=template,
        about=objects_of(row),
        number=row.number,
        link=link_to("bureau:ensure-review", review.code),
    )
