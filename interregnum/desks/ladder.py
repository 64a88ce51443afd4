"""Steps of the ladder of escalation, as the desk of whoever must act shows them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.stages.ensure.queries.ladder_desks import steps_waiting
from interregnum.web.pieces import ToDo


def ladder_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    return [
        ToDo(
            _("Signals at %(client)s ask you to act") % {"client": line.client},
            reverse(f"{desk}:ensure-ladder", args=[line.assignment]),
            note=line.manager,
            due=due(local_day(line.due_at), today=local_day(at)),
        )
        for line in steps_waiting(seen_by=actor)
    ]
