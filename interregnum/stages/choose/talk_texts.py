"""Words for a person of questions and acquaintances."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.choose.rules.states import TalkSide

ANSWERS = {"yes": _("Yes"), "partly": _("Partly"), "no": _("No")}
# The same five for both sides, each in its own words.
CHEMISTRY = {
    TalkSide.CLIENT: {
        "problem": _("Did this manager see the same problem as you?"),
        "finished": _("Did you agree on what must be there at the end?"),
        "open": _("Was what is difficult said openly, by both?"),
        "manner": _("Does this manner of working fit your organisation now?"),
        "beside": _("Would you want this person beside you when it gets hard?"),
    },
    TalkSide.MANAGER: {
        "problem": _("Did this client see the same problem as you?"),
        "finished": _("Did you agree on what must be there at the end?"),
        "open": _("Was what is difficult said openly, by both?"),
        "manner": _("Does your manner of working fit this organisation now?"),
        "beside": _("Would you want this client behind you when it gets hard?"),
    },
}
SIDES = {TalkSide.CLIENT: _("The client"), TalkSide.MANAGER: _("The manager"), TalkSide.BUREAU: _("We")}
