"""Contested lines of track records, as the bureau's desk shows them; and new ones, on the desk of their manager."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.actor import Actor
from interregnum.stages.learn.queries.desks import contests_waiting, new_lines
from interregnum.web.pieces import ToDo


def record_todos(actor: Actor, *, at: datetime) -> list[ToDo]:
    return [
        ToDo(
            _("Decide about a line of the record of %(manager)s") % {"manager": line.manager},
            reverse("bureau:learn-line", args=[line.code]),
            note=str(line.name),
        )
        for line in contests_waiting(seen_by=actor, at=at)
    ]


def own_record_todos(actor: Actor, *, at: datetime) -> list[ToDo]:
    if not (count := new_lines(seen_by=actor, at=at)):
        return []
    words = ngettext(
        "Read what is new in your record: %(count)s line", "Read what is new in your record: %(count)s lines", count
    )
    return [ToDo(words % {"count": count}, reverse("manager:learn-record"))]
