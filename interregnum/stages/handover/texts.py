"""Words about a hand-over: parts of the index, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.stages.handover.rules.document import Moment
from interregnum.stages.handover.rules.gate import Shut
from interregnum.stages.handover.rules.giving_back import Back
from interregnum.stages.handover.rules.index import Part
from interregnum.stages.handover.rules.states import (
    Ending,
    Judge,
    OverrideSide,
    PaperState,
    Signer,
    SuccessorState,
    WeekState,
)
from interregnum.web.pieces import Badge, Tone

PARTS: dict[StrEnum, Promise] = {
    Part.OWNER: _("Owner in the line"),
    Part.MEASURED: _("Measured without the interim manager"),
    Part.PROCEDURE: _("Procedure approved"),
    Part.SYSTEM: _("Enforced by the systems"),
    Part.TRAINED: _("People trained"),
    Part.SUCCESSOR: _("Successor agrees"),
    Part.ACROSS: _("Agreed across departments"),
    Part.SPONSOR: _("Senior sponsor"),
    Part.ATTITUDE: _("Attitude of employees"),
}
SHUT: dict[StrEnum, Promise] = {
    Shut.INDEX: _("The index is lower than what was agreed for leaving."),
    Shut.OWNER: _("A result has no owner in the line."),
    Shut.DOCUMENT: _("Client and successor have not both accepted the hand-over document."),
}
PAPERS: dict[StrEnum, Badge] = {
    PaperState.DRAFT: Badge(_("Draft"), Tone.NEUTRAL),
    PaperState.SENT: Badge(_("Waits for acceptance"), Tone.WARN),
    PaperState.ACCEPTED: Badge(_("Accepted by both"), Tone.GOOD),
    PaperState.REFUSED: Badge(_("Sent back"), Tone.BAD),
    PaperState.REPLACED: Badge(_("Replaced by a newer version"), Tone.NEUTRAL),
}
WEEKS: dict[StrEnum, Badge] = {
    WeekState.PLANNED: Badge(_("Waits for the client"), Tone.WARN),
    WeekState.AGREED: Badge(_("Agreed"), Tone.INFO),
    WeekState.HELD: Badge(_("Looked at"), Tone.GOOD),
}
SIGNERS: dict[StrEnum, Promise] = {Signer.CLIENT: _("Client"), Signer.SUCCESSOR: _("Successor in the line")}
MOMENTS: dict[StrEnum, Promise] = {
    Moment.LAST_DAY: _("Last day of the interim manager"),
    Moment.TAKES_OVER: _("Holds it from now on"),
    Moment.MEASURE: _("Each owner measures the own result and tells the sponsor"),
    Moment.DECISION: _("This decision is to be taken"),
    Moment.TASK: _("This is to be done"),
    Moment.LOOK_BACK: _("The firm asks what stayed"),
    Moment.TOGETHER: _("Successor, owners and sponsor look at all results together"),
}
ENDINGS: dict[StrEnum, Promise] = {
    Ending.TERM: _("At the end of its term"),
    Ending.EARLY: _("Earlier, as both agreed"),
    Ending.GUARANTEE: _("Under the guarantee"),
    Ending.MANAGER_LEFT: _("The manager could not go on"),
    Ending.CLIENT_GONE: _("The client merged or is not there any more"),
}
JUDGES: dict[StrEnum, Promise] = {
    Judge.CLIENT: _("Client"),
    Judge.MANAGER: _("Interim manager"),
    Judge.SHADOW: _("Shadow manager"),
}
SIDES: dict[StrEnum, Promise] = {OverrideSide.CLIENT: _("Client"), OverrideSide.SHADOW: _("Shadow manager")}
SUCCESSORS: dict[StrEnum, Promise] = {
    SuccessorState.UNKNOWN: _("Nobody was named yet"),
    SuccessorState.ASKED: _("Named, and has not answered yet"),
    SuccessorState.AGREED: _("Agrees with the hand-over"),
    SuccessorState.REFUSED: _("Does not agree with the hand-over"),
}
BACK_SIDES: dict[Role, Promise] = {Role.MANAGER: _("Interim manager"), Role.CLIENT: _("Client")}
BACK: dict[StrEnum, Promise] = {
    Back.DATA: _("Papers and data of the client are given back"),
    Back.COPIES: _("Copies elsewhere are deleted: own computer, telephone, mail and cloud"),
    Back.THINGS: _("Pass, keys and equipment were taken in"),
    Back.ACCESS: _("Access to systems and buildings was ended"),
    Back.POWERS: _("Powers were withdrawn, also in the trade register and at the bank"),
}
REFUSALS: dict[str, Promise] = {
    "handover.closed": _("This assignment is closed already."),
    "handover.norm_is_baseline": _("The norm is the same as the start. Type what must be held."),
    "handover.approved_later": _("This day is still to come. Leave it empty until the procedure is approved."),
    "handover.trained_too_many": _("More people were trained than must be. Check both numbers."),
    "handover.card_changed": _(
        "This card was changed in another window meanwhile. Reload the page and add what is new."
    ),
    "handover.words_needed": _("Write it down in a few words."),
    "handover.no_successor": _("Name a successor first."),
    "handover.overridden": _("You have said so already."),
    "handover.evaluated": _("You have said how it went already."),
    "handover.gate_shut": _("The exit gate is shut. Client and shadow manager can open it together, with a reason."),
    "handover.no_document": _("There is no hand-over document to answer. The manager sends it first."),
    "handover.document_answered": _("This was answered already. Reload the page to see it."),
    "handover.document_changed": _("The draft was changed in another window meanwhile. Reload the page first."),
    "handover.document_over": _("There is a newer version of this document. Ask the manager for it."),
    "handover.successor_unknown": _("The client has not named a successor yet. Ask for that first."),
    "handover.week_outside": _("Choose a week between %(first)s and %(last)s: the last part of the term."),
    "handover.week_past": _("This day is past. Choose a week that is still to come."),
    "handover.week_held": _("This week was looked at already. It can be planned once."),
    "handover.no_week": _("No week was planned that waits for this. Reload the page."),
    "handover.week_not_over": _("The week is not over yet. Come back on the day after its last one."),
    "handover.given_already": _("This point was ticked already."),
    "handover.not_given": _("This point is open already."),
    "handover.not_yours_to_say": _("Only the other side can say this. Ask them to tick it."),
    "handover.term_runs": _("The term runs until %(day)s. Close it from then on, or say how it ended before."),
    "handover.term_over": _(
        "The term is over, and nothing says that it ended this way. Choose the end of its term, or first write down "
        "what happened: an amendment, the guarantee, that the manager left, or that nobody of the client is there."
    ),
    "handover.not_evaluated": _(
        "Not all have said how it went yet: client, manager and shadow manager. Ask them first."
    ),
}
FACTS: dict[str, Promise] = {
    "HandoverOpened": _("The hand-over began"),
    "ResultsToAnchor": _("The results to be anchored were listed"),
    "AnchorWritten": _("An anchor card was written"),
    "DocumentReminded": _("The hand-over document was asked about once more"),
    "MeasureChanged": _("A result is measured otherwise from now on"),
    "HeirNamed": _("A successor in the line was named"),
    "HeirAnswered": _("The successor in the line answered"),
    "AttitudeKnown": _("The pulse was counted in the index"),
    "GateOverridden": _("Somebody wants the exit gate to open all the same"),
    "EvaluationWritten": _("An evaluation was written"),
    "DocumentWritten": _("The manager wrote in the hand-over document"),
    "DocumentSent": _("The hand-over document was sent to client and successor"),
    "DocumentAnswered": _("The hand-over document was answered"),
    "DocumentAccepted": _("The hand-over document was accepted by both"),
    "FreeWeekPlanned": _("A week without the interim manager was planned"),
    "FreeWeekAgreed": _("The client agreed with the week without the interim manager"),
    "FreeWeekHeld": _("The week without the interim manager was looked at"),
    "BackAsked": _("What is to be given back was listed"),
    "BackGiven": _("Something was given back or ended"),
    "BackUndone": _("Something is still to be given back after all"),
    "HandoverClosed": _("The hand-over was closed"),
}
