"""Words about aftercare: states, proposals, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.keep.rules.states import CareState, Proposal, Used
from interregnum.web.pieces import Badge, Tone

STATES: dict[StrEnum, Badge] = {
    CareState.PLANNED: Badge(_("Planned"), Tone.NEUTRAL),
    CareState.ASKED: Badge(_("Waits for an answer"), Tone.WARN),
    CareState.PARTLY: Badge(_("Answered in part"), Tone.WARN),
    CareState.ANSWERED: Badge(_("Answered"), Tone.GOOD),
    CareState.LAPSED: Badge(_("Not answered"), Tone.BAD),
    CareState.GONE: Badge(_("The client is not there any more"), Tone.NEUTRAL),
}
USED: dict[StrEnum, Promise] = {Used.YES: _("Yes"), Used.PARTLY: _("In part"), Used.NO: _("No")}
PROPOSALS: dict[StrEnum, Promise] = {
    Proposal.HALF_DAY: _("Half a day of the manager"),
    Proposal.TALK: _("A talk"),
    Proposal.NOTHING: _("Nothing"),
}
REFUSALS: dict[str, Promise] = {
    "keep.link_over": _("This link is over. Call the firm: it writes down what you say."),
    "keep.not_yet": _("It is not yet time to look back. Come again on the day that was planned."),
    "keep.client_gone": _("The client is not there any more, as the firm noted. What stayed is unknown."),
    "keep.nothing_said": _("Answer at least one question; the rest you may leave for later."),
    "keep.decided": _("This was decided already. Reload the page to see what."),
    "keep.why_needed": _("Say in a few words why you decide otherwise than was proposed."),
    "keep.nothing_waits": _("Nothing is asked of this client any more: every look back is over."),
    "keep.no_contact": _("Pick somebody of this client who has an e-mail address."),
    "handover.norm_is_baseline": _("The norm is the same as the start. Type what must be held."),
    "handover.words_needed": _("Write it down in a few words."),
    "keep.words_needed": _("Write it down in a few words."),
}
FACTS: dict[str, Promise] = {
    "AftercarePlanned": _("A look back was planned"),
    "AftercareAsked": _("The client was asked what stayed"),
    "ResultLookedAt": _("It was said how a result stands"),
    "AftercareAnswered": _("A look back was answered"),
    "RelapseDecided": _("What is done about a result that slips was decided"),
    "AftercareLapsed": _("A look back got no answer"),
    "AftercareRerouted": _("Somebody else at the client is asked what stayed"),
    "ClientGone": _("The client is not there any more; what stayed is unknown"),
    "SuccessorSpokenTo": _("The shadow manager spoke with the successor"),
}
