"""Acquaintances between client and candidate, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.choose import queries as choose
from interregnum.stages.choose.queries import TalkLine, Wanted
from interregnum.web.pieces import ToDo
from interregnum.web.templatetags.web import moment


def talk_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    """Moments to pick, talks to come, and how a talk went; `desk` is that of the reader."""
    lines = choose.talks_waiting(seen_by=actor, at=at)
    return [
        ToDo(
            _words(line, desk),
            reverse(f"{desk}:choose-talk", args=[line.code]),
            note=moment(line.at) if line.at else "",
            due=due(local_day(line.at), today=local_day(at)) if line.at and line.wanted == Wanted.MEET else None,
        )
        for line in lines
    ]


def _words(line: TalkLine, desk: str) -> str:
    names = {"who": line.client if desk == "manager" else line.who, "client": line.client}
    match line.wanted:
        case Wanted.PICK:
            return _("Choose a moment to meet %(who)s") % names
        case Wanted.MEET:
            return _("Acquaintance with %(who)s") % names if desk != "bureau" else _("%(who)s meets %(client)s") % names
        case Wanted.SAY:
            return _("Say how the talk with %(who)s went") % names
        case _:
            return _("Ask how the talk of %(who)s at %(client)s went") % names
