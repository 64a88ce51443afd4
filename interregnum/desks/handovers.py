"""Hand-overs, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.handover.queries.desks import HandoverLine, HandoverWanted, handovers_waiting
from interregnum.stages.keep.queries.desks import care_waiting
from interregnum.web.pieces import Badge, ToDo, Tone

PAGES = dict.fromkeys((HandoverWanted.DOCUMENT, HandoverWanted.ACCEPT), "handover-document")


def handover_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    asked = [
        ToDo(
            _words(line),
            reverse(f"{desk}:{PAGES.get(line.wanted, 'handover-page')}", args=[line.assignment]),
            note=line.manager if desk != "manager" else "",
            due=Badge(_("the term is over"), Tone.BAD) if line.is_late else None,
        )
        for line in handovers_waiting(seen_by=actor, at=at)
    ]
    kept = [
        ToDo(
            _("Ask %(client)s what stayed after %(months)s months") % {"client": line.client, "months": line.months},
            reverse(f"{desk}:keep-page", args=[line.code]),
            due=Badge(_("no answer"), Tone.BAD) if line.is_late else None,
        )
        for line in care_waiting(seen_by=actor)
    ]
    return [*asked, *kept]


def _words(line: HandoverLine) -> str:
    names = {"client": line.client}
    match line.wanted:
        case HandoverWanted.EVALUATE:
            return _("Say how the assignment at %(client)s went") % names
        case HandoverWanted.CLOSE:
            return _("Close the assignment at %(client)s") % names
        case HandoverWanted.DOCUMENT:
            return _("Write the hand-over document for %(client)s") % names
        case HandoverWanted.ACCEPT:
            return _("Accept the hand-over document, or say what lacks")
        case _:
            return _("Name for each result at %(client)s who holds it in the line") % names
