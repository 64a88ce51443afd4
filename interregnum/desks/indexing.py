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
    """From when it can be told in time until the first day that was signed; the badge counts down to the last day on
    which nothing is lost."""
    rate = _("The rate of %(manager)s at %(client)s may be indexed")
    known = _("Announced today, it holds from %(day)s.")
    unknown = _("First fill in by how much the index rose. Announced today, it holds from %(day)s.")
    return [
        ToDo(
            rate % {"manager": line.manager, "client": line.client},
            reverse("bureau:contract-index", args=[line.code]),
            note=(known if line.is_known else unknown) % {"day": day(line.day, "long")},
            due=due(line.tell_by, today=on) if line.tell_by >= on else None,
        )
        for line in to_index(seen_by=actor, on=on, most=most)
    ]
