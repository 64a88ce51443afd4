"""Framework agreements that a client has yet to sign, on the bureau's desk."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.contract.queries.frameworks import frameworks_waiting
from interregnum.web.pieces import ToDo
from interregnum.web.templatetags.web import day


def framework_todos(actor: Actor, *, on: date, most: int) -> list[ToDo]:
    """For whom each waits and since when, with the last day on which it can be signed."""
    words = _("Framework agreement %(number)s waits for %(client)s since %(day)s")
    return [
        ToDo(
            words % {"number": row.number, "client": row.organisation_name, "day": day(local_day(row.drawn_at))},
            reverse("bureau:contract-frameworks", args=[row.organisation]),
            note=row.contact_name,
            due=due(row.lapses_on - timedelta(days=1), today=on) if row.lapses_on else None,
        )
        for row in frameworks_waiting(seen_by=actor, on=on, most=most)
    ]
