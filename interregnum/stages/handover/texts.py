"""Words about a hand-over: parts of the index, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.handover.rules.gate import Shut
from interregnum.stages.handover.rules.index import Part
from interregnum.stages.handover.rules.states import Ending, Judge, OverrideSide, SuccessorState

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
    "handover.not_evaluated": _("Client and manager have not both said how it went yet. Ask them first."),
}
FACTS: dict[str, Promise] = {
    "HandoverOpened": _("The hand-over began"),
    "ResultsToAnchor": _("The results to be anchored were listed"),
    "AnchorWritten": _("An anchor card was written"),
    "MeasureChanged": _("A result is measured otherwise from now on"),
    "HeirNamed": _("A successor in the line was named"),
    "HeirAnswered": _("The successor in the line answered"),
    "AttitudeKnown": _("The pulse was counted in the index"),
    "GateOverridden": _("Somebody wants the exit gate to open all the same"),
    "EvaluationWritten": _("An evaluation was written"),
    "HandoverClosed": _("The hand-over was closed"),
}
