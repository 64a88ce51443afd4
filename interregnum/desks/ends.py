"""Contracts of which the last day comes near, as each desk asks what is wanted."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.stages.contract.queries.absence import long_absences
from interregnum.stages.contract.queries.ending import ends_near
from interregnum.web.pieces import ToDo


def end_todos(actor: Actor, *, desk: str, on: date) -> list[ToDo]:
    """Extend, hand over or stop, asked of each side; and how to go on without a manager who is away."""
    away = [
        ToDo(
            _("%(manager)s at %(client)s has been away for long: wait, or look for a replacement?")
            % {"manager": line.manager_name, "client": line.organisation_name},
            reverse(f"{desk}:contract-absence", args=[line.code]),
            due=due(on, today=on),
        )
        for line in long_absences(seen_by=actor, on=on)
    ]
    return away + [
        ToDo(
            _("Extend, hand over or stop at %(client)s?") % {"client": line.organisation_name}
            if desk != "client"
            else _("Extend, hand over or stop with %(manager)s?") % {"manager": line.manager_name},
            reverse(f"{desk}:contract-ending", args=[line.code]),
            note=line.manager_name if desk == "bureau" else "",
            due=due(line.runs_until, today=on),
        )
        for line in ends_near(seen_by=actor, on=on)
    ]
