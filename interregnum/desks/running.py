"""What an assignment under way asks, as each desk shows it: mandates to announce, contracts to change."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.desks.page import due
from interregnum.kernel.actor import Actor
from interregnum.stages.deliver import queries as deliver
from interregnum.web.pieces import Badge, ToDo, Tone

SHOWN = 12


def running_todos(actor: Actor, *, desk: str, on: date) -> list[ToDo]:
    own = {"bureau": _recontract, "shadow": _words_asked}.get(desk)
    return [*_unannounced(actor, desk, on), *(own(actor) if own else ()), *_tasks(actor, desk, on)]


def _unannounced(actor: Actor, desk: str, on: date) -> list[ToDo]:
    address = "bureau:deliver-mandate" if desk == "bureau" else f"{desk}:deliver-assignment"
    return [
        ToDo(
            _("The mandate of %(manager)s has not been announced at %(client)s")
            % {"manager": line.manager, "client": line.client},
            reverse(address, args=[line.code]),
            due=Badge(_("late"), Tone.BAD),
        )
        for line in deliver.unannounced(seen_by=actor, on=on, most=SHOWN)
    ]


def _tasks(actor: Actor, desk: str, on: date) -> list[ToDo]:
    """What this party said it would do, on the list that all parties of an assignment share."""
    return [
        ToDo(
            line.what,
            reverse(f"{desk}:deliver-shared", args=[line.assignment]),
            note=line.client,
            due=due(line.due_on, today=on),
        )
        for line in deliver.tasks_due(seen_by=actor, most=SHOWN)
    ]


def _words_asked(actor: Actor) -> list[ToDo]:
    return [
        ToDo(
            _("%(manager)s asks your word on an approach at %(client)s")
            % {"manager": line.manager, "client": line.client},
            reverse("shadow:deliver-resistance", args=[line.resistance]),
        )
        for line in deliver.words_asked(seen_by=actor)
    ]


def _recontract(actor: Actor) -> list[ToDo]:
    return [
        ToDo(
            _("Put in the contract what the plan says at %(client)s") % {"client": line.client},
            reverse("bureau:contract-amend", args=[line.contract]),
            note=ngettext("%(number)s difference", "%(number)s differences", line.lines) % {"number": line.lines},
        )
        for line in deliver.to_recontract(seen_by=actor, most=SHOWN)
    ]
