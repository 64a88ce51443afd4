"""Guarantees, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Actor
from interregnum.stages.guarantee.queries.desks import GuaranteeLine, GuaranteeWanted, guarantees_waiting
from interregnum.web.pieces import Badge, ToDo, Tone

PAGES = {
    GuaranteeWanted.SAY: "guarantee-own",
    GuaranteeWanted.HAND_OVER: "guarantee-hand-over",
    GuaranteeWanted.TAKE_OVER: "guarantee-take-over",
}


def guarantee_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    """First of all work: a client who is not content, and what is asked of each side then."""
    return [
        ToDo(
            _words(line),
            reverse(f"{desk}:{PAGES.get(line.wanted, 'guarantee-case')}", args=[line.code]),
            note=line.manager if desk in ("bureau", "shadow") else "",
            due=Badge(_("overdue"), Tone.BAD) if line.is_late else Badge(_("today"), Tone.WARN),
        )
        for line in guarantees_waiting(seen_by=actor, at=at)
    ]


def _words(line: GuaranteeLine) -> str:
    names = {"client": line.client, "manager": line.manager}
    match line.wanted:
        case GuaranteeWanted.CHOOSE:
            return _("Choose how it goes on with %(manager)s") % names
        case GuaranteeWanted.PICK:
            return _("See who can succeed %(manager)s") % names
        case GuaranteeWanted.SPEAK:
            return _("Not satisfied: %(client)s. Call client and manager") % names
        case GuaranteeWanted.CAUSE:
            return _("Write down what lay under the guarantee of %(client)s") % names
        case GuaranteeWanted.SAY:
            return _("Say how you see it: the guarantee of %(client)s") % names
        case GuaranteeWanted.HAND_OVER:
            return _("Write the hand-over for your successor at %(client)s") % names
        case GuaranteeWanted.TAKE_OVER:
            return _("Read what you take over at %(client)s") % names
        case _:
            return _("The guarantee of %(client)s runs") % names
