"""Guarantees, as each desk shows what is to be done about them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.actor import Actor
from interregnum.stages.guarantee.queries.bankrupt import bankrupt_waiting
from interregnum.stages.guarantee.queries.desks import GuaranteeLine, GuaranteeWanted, guarantees_waiting
from interregnum.web.pieces import Badge, ToDo, Tone

PAGES = {
    GuaranteeWanted.SAY: "guarantee-own",
    GuaranteeWanted.HAND_OVER: "guarantee-hand-over",
    GuaranteeWanted.TAKE_OVER: "guarantee-take-over",
}

# Where bureau or shadow manager write it in the place of a manager who cannot.
INSTEAD = gettext_lazy("Write the hand-over in the place of %(manager)s")
WORDS = {
    GuaranteeWanted.CHOOSE: gettext_lazy("Choose how it goes on with %(manager)s"),
    GuaranteeWanted.PICK: gettext_lazy("See who can succeed %(manager)s"),
    GuaranteeWanted.ACT: gettext_lazy("The guarantee of %(client)s runs"),
    GuaranteeWanted.SPEAK: gettext_lazy("Not satisfied: %(client)s. Call client and manager"),
    GuaranteeWanted.CAUSE: gettext_lazy("Write down what lay under the guarantee of %(client)s"),
    GuaranteeWanted.SAY: gettext_lazy("Say how you see it: the guarantee of %(client)s"),
    GuaranteeWanted.HAND_OVER: gettext_lazy("Write the hand-over for your successor at %(client)s"),
    GuaranteeWanted.TAKE_OVER: gettext_lazy("Read what you take over at %(client)s"),
    GuaranteeWanted.FOLLOW: gettext_lazy("The guarantee of %(client)s runs"),
}


def guarantee_todos(actor: Actor, *, desk: str, at: datetime) -> list[ToDo]:
    """First of all work: a client who is not content, and what is asked of each side then."""
    return [
        ToDo(
            _words(line, desk),
            reverse(f"{desk}:{PAGES.get(line.wanted, 'guarantee-case')}", args=[line.code]),
            note=_note(line, desk),
            due=Badge(_("overdue"), Tone.BAD) if line.is_late else Badge(_("today"), Tone.WARN),
        )
        for line in guarantees_waiting(seen_by=actor, at=at)
    ]


def _note(line: GuaranteeLine, desk: str) -> str:
    if desk not in ("bureau", "shadow"):
        return ""
    return f"{line.manager} · {_('your own proposal gave way')}" if line.gave_way and desk == "bureau" else line.manager


def bankrupt_todos(actor: Actor) -> list[ToDo]:
    """What still runs at a client that is bankrupt, until somebody says how it goes on."""
    return [
        ToDo(
            _("Bankrupt: say how %(number)s goes on") % {"number": line.number},
            reverse("bureau:guarantee-trustee", args=[line.assignment]),
            note=line.client,
            due=Badge(_("today"), Tone.WARN),
        )
        for line in bankrupt_waiting(seen_by=actor)
    ]


def _words(line: GuaranteeLine, desk: str) -> str:
    words = INSTEAD if line.wanted == GuaranteeWanted.HAND_OVER and desk != "manager" else WORDS[line.wanted]
    return str(words) % {"client": line.client, "manager": line.manager}
