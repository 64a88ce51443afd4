"""Rates that may be indexed soon, as the firm's desk says so."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.indexing import to_index
from interregnum.web.pieces import ToDo
from interregnum.web.templatetags.web import day


def index_todos(actor: Actor, *, on: date, most: int) -> list[ToDo]:
    """While there is time to tell of a raise that holds from the first day that was signed."""
    rate = _("The rate of %(manager)s at %(client)s may be indexed")
    known = _("From %(day)s, when both sides are told in time.")
    unknown = _("From %(day)s. First fill in by how much the index rose.")
    return [
        ToDo(
            rate % {"manager": line.manager, "client": line.client},
            reverse("bureau:contract-index", args=[line.code]),
            note=(known if line.is_known else unknown) % {"day": day(line.day, "long")},
            due=due(line.day, today=on),
        )
        for line in to_index(seen_by=actor, on=on, most=most)
    ]
