"""Integrity on the desks: what introduced persons share, statements of no commission, and of independence."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interregnum.kernel.actor import Actor
from interregnum.stages.ensure.queries.independence import independence_unstated
from interregnum.stages.ensure.queries.integrity import overlaps_waiting
from interregnum.stages.ensure.queries.no_commission import statements_waiting
from interregnum.web.pieces import Badge, ToDo, Tone


def overlap_todos(actor: Actor, *, most: int) -> list[ToDo]:
    return [
        ToDo(
            _("Look into what an introduced person shares at %(client)s") % {"client": line.client},
            reverse("bureau:ensure-introduced", args=[line.assignment]),
            note=line.manager,
            due=Badge(_("new"), Tone.BAD),
        )
        for line in overlaps_waiting(seen_by=actor, most=most)
    ]


def no_commission_todos(actor: Actor, *, on: date) -> list[ToDo]:
    return [
        ToDo(
            _("State that no commission was paid at %(client)s") % {"client": line.client},
            reverse("manager:ensure-introduced", args=[line.assignment]),
            note=ngettext("%(count)s month", "%(count)s months", line.months) % {"count": line.months},
        )
        for line in statements_waiting(seen_by=actor, before=on.replace(day=1))
    ]


def independence_todos(actor: Actor, *, most: int) -> list[ToDo]:
    return [
        ToDo(
            _("State that %(shadow)s is independent at %(client)s") % {"shadow": line.shadow, "client": line.client},
            reverse("bureau:ensure-independent", args=[line.assignment]),
            note=line.manager,
        )
        for line in independence_unstated(seen_by=actor, most=most)
    ]
