"""Decisions that are open after their day, as the desks of who does not decide show them."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.stages.deliver import queries as deliver
from interregnum.web.pieces import ToDo


def decision_todos(actor: Actor, *, desk: str, on: date) -> list[ToDo]:
    return [
        ToDo(
            _("%(whom)s has not decided: %(what)s") % {"whom": line.whom, "what": line.what},
            reverse(f"{desk}:deliver-assignment", args=[line.assignment]),
            note=line.client if desk == "manager" else line.manager,
            due=due(line.due_on, today=on),
        )
        for line in deliver.decisions_overdue(seen_by=actor, on=on)
    ]
