"""Mails about the confidential notebook: that there is something, and where; never what."""

from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.utils.translation import gettext, override

from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.event import Event, calendar_of
from interregnum.outside.mail_server import firm_mail
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.deliver.actions.tell import objects_of
from interregnum.stages.ensure.models import Notebook, Sounding


def tell_the_other(sounding: Sounding, *, by: Actor) -> None:
    """To the other of the two: something waits in the notebook."""
    notebook = sounding.notebook
    desk, readers = ("manager", _managers(notebook)) if by.role is Role.SHADOW else ("shadow", [notebook.shadow])
    for reader in readers:
        write_to(
            email=reader.email,
            language=reader.language,
            template="mail/sounding.txt",
            about=objects_of(notebook.assignment),
            name=reader.name,
            link=link_to(f"{desk}:ensure-sounding", sounding.code),
        )


def tell_of_end(sounding: Sounding) -> None:
    """To the manager: the shadow manager has gone, so that nobody answers what was asked."""
    notebook = sounding.notebook
    for reader in _managers(notebook):
        write_to(
            email=reader.email,
            language=reader.language,
            template="mail/sounding_ended.txt",
            about=objects_of(notebook.assignment),
            name=reader.name,
            number=notebook.assignment.number,
            link=link_to("manager:ensure-sounding", sounding.code),
        )


def invite_to_talk(sounding: Sounding, *, at: datetime) -> None:
    """To both: the moment, as their calendar takes it. A calendar is read by others, so it names nothing."""
    _to_calendars(sounding, "mail/sounding_talk.txt", turn=sounding.turn, at=at)


def call_talk_off(sounding: Sounding, *, at: datetime) -> None:
    """What ends before its talk takes that out of both calendars; one that was held stays there."""
    if sounding.talk_at and sounding.talk_at > at:
        _to_calendars(sounding, "mail/sounding_off.txt", turn=sounding.turn + 1, is_off=True, at=at)


def _to_calendars(sounding: Sounding, template: str, *, turn: int, is_off: bool = False, at: datetime) -> None:
    notebook = sounding.notebook
    readers = [("shadow", notebook.shadow), *(("manager", one) for one in _managers(notebook))]
    for desk, reader in readers:
        link = link_to(f"{desk}:ensure-sounding", sounding.code)
        with override(reader.language):
            title = gettext("A talk")
        event = Event(
            uid=f"{sounding.code}@{urlsplit(link).hostname}",
            turn=turn,
            starts_at=sounding.talk_at or at,
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
            about=objects_of(notebook.assignment),
            calendar=calendar_of(event, at=at),
            name=reader.name,
            link=link,
        )


def tell_the_partners(notebook: Notebook) -> None:
    """An entry was released to them."""
    for reader in Account.objects.filter(is_active=True, seats__role=Role.PARTNER).distinct():
        write_to(
            email=reader.email,
            language=reader.language,
            template="mail/entry_released.txt",
            about=objects_of(notebook.assignment),
            name=reader.name,
            link=link_to("bureau:ensure-soundings"),
        )


def _managers(notebook: Notebook) -> list[Account]:
    return list(Account.objects.filter(is_active=True, seats__manager=notebook.manager).distinct())
