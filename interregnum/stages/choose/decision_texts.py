"""Words for what people decided about a list of candidates, why, and what became of a manager who contests it."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.choose.rules.states import ContestState, Deed, Why
from interregnum.web.pieces import Tone

CONTEST_STATES = {
    ContestState.OPEN: (_("Waits for an answer"), Tone.WARN),
    ContestState.UPHELD: (_("The manager was right"), Tone.GOOD),
    ContestState.REJECTED: (_("The choice stands"), Tone.NEUTRAL),
}
DEEDS = {
    Deed.PASSED_OVER: _("Passed over for somebody lower on the list"),
    Deed.SET_ASIDE: _("Taken out of the list by hand"),
    Deed.PUT_BACK: _("Put back on the list"),
    Deed.NOT_CHOSEN: _("Not chosen by the client"),
}
WHYS = {
    Why.TALK: _("A talk showed something that the profile does not tell"),
    Why.OUT_OF_DATE: _("The profile is out of date"),
    Why.CLIENT_WISH: _("The client asked for it"),
    Why.ELSEWHERE: _("Wanted or asked for another assignment"),
    Why.SECOND_LOOK: _("A second look by a colleague"),
    Why.OTHER: _("Another reason, in own words"),
    Why.CLIENT_CHOSE: _("The client chose another of those presented"),
}
