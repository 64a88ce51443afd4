"""What introduced persons share, as the bureau's desk shows it until somebody looked into it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.ensure.queries.integrity import overlaps_waiting
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
