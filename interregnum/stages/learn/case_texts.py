"""Words about the case library: states, what was found in a text and what to do about it, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from interregnum.stages.learn.rules.case_states import Answer, CaseState, Sign
from interregnum.web.pieces import Badge, Tone

PART_WORDS: dict[str, Promise] = {
    "title": _("Title of the case"),
    "problem": _("The problem"),
    "approach": _("The approach"),
    "result": _("The result"),
    "lasted": _("What lasted"),
}
LANGUAGE_WORDS: dict[str, Promise] = {"nl": _("In Dutch"), "en": _("In English")}
STATES: dict[StrEnum, Promise] = {
    CaseState.DRAFT: _("not offered yet"),
    CaseState.ASKED: _("with the client"),
    CaseState.AGREED: _("agreed by the client"),
    CaseState.DECLINED: _("declined by the client"),
    CaseState.CHANGE: _("the client asks for a change"),
    CaseState.WITHDRAWN: _("withdrawn"),
    CaseState.EXPIRED: _("consent expired"),
    CaseState.REPLACED: _("the text changed since"),
}
TONES = {
    CaseState.AGREED: Tone.GOOD,
    CaseState.ASKED: Tone.INFO,
    CaseState.CHANGE: Tone.WARN,
    CaseState.EXPIRED: Tone.WARN,
}
HELD = _("held back by the manager")
SIGNS: dict[StrEnum, Promise] = {
    Sign.PERSON: _("A name, or a part of one"),
    Sign.ORGANISATION: _("The name of the client, or a part of it"),
    Sign.PLACE: _("A place"),
    Sign.ADDRESS: _("An address"),
    Sign.NUMBER: _("A number of a register or account"),
    Sign.CONTACT: _("A mail address, website or telephone number"),
    Sign.AMOUNT: _("An exact figure"),
    Sign.DATE: _("An exact date"),
    Sign.YEAR: _("A year that tells too much"),
    Sign.UNIQUE: _("Too few organisations are like this"),
    Sign.LANGUAGE: _("Dutch in the English text"),
    Sign.EMPTY: _("Nothing stands here yet"),
}
ADVICE: dict[StrEnum, Promise] = {
    Sign.PERSON: _("Say what somebody does: the manager, the team leader."),
    Sign.ORGANISATION: _("Say what kind of organisation it is: a bank, an insurer."),
    Sign.PLACE: _("Leave it out, or name a region."),
    Sign.ADDRESS: _("Leave it out."),
    Sign.NUMBER: _("Leave it out."),
    Sign.CONTACT: _("Leave it out."),
    Sign.AMOUNT: _("Make it round: about %(round)s instead of %(exact)s."),
    Sign.DATE: _("Say a season, or how long it took."),
    Sign.YEAR: _("Leave the year out: too few assignments of this kind ended in it."),
    Sign.UNIQUE: _("Say it more widely: fewer organisations than our bound share this."),
    Sign.LANGUAGE: _("Say this in English."),
    Sign.EMPTY: _("Write it, in both languages."),
}
ANSWERS: dict[StrEnum, Promise] = {
    Answer.AGREE: _("I agree with this text"),
    Answer.CHANGE: _("I want something changed"),
    Answer.DECLINE: _("I do not agree"),
}
SHARES: dict[str, Promise] = {
    "category": _("the same kind of assignment"),
    "sector": _("the same sub-sector"),
    "discipline": _("the same discipline"),
    "level": _("the same level"),
}
CASE_REFUSALS: dict[str, Promise] = {
    "learn.case_not_closed": _("This assignment runs on. A case can be made of it once it is closed."),
    "learn.case_changed": _("Somebody else changed this text meanwhile. Read it again, and then change it."),
    "learn.case_found": _("The text may still tell whose it is. Put right what is marked, then offer it."),
    "learn.case_few": _("Too few organisations have assignments with us to tell of one of them."),
    "learn.case_asked": _("This text lies with the client already, or was answered. Below you see what was said."),
    "learn.case_answered": _("This was answered already, or the text changed. Read what stands here now."),
    "learn.case_no_use": _("Choose at least one: the public site, or proposals."),
    "learn.case_no_words": _("Say why, in a few words."),
    "learn.case_not_live": _("This was withdrawn already, or nobody agreed to it."),
    "learn.case_objected": _("You hold this text back already, or it changed. Read what stands here now."),
    "learn.case_not_found": _("This is not marked any more. Read the text again."),
    "learn.case_settled": _("This was called false already, with a reason."),
    "learn.case_many": _("Choose fewer: at most %(most)s cases stand with a proposal."),
    "learn.case_gone": _("One of these may not be shown any more. Choose again."),
    "learn.case_decided": _("The client has decided about this proposal. Nothing is added to it any more."),
    "learn.case_same": _("Nothing changed in the text."),
}
CASE_FACTS: dict[str, Promise] = {
    "LibraryCaseDrafted": _("A case was drafted of this assignment"),
    "LibraryCaseWritten": _("The text of the case changed"),
    "LibraryCaseOverridden": _("A partner called something in the case no sign of anybody"),
    "LibraryCaseOffered": _("The client was asked to agree with the case"),
    "LibraryCaseAnswered": _("The client answered about the case"),
    "LibraryCaseWithdrawn": _("The case was withdrawn"),
    "LibraryCaseObjected": _("The manager holds the case back, or does so no more"),
    "LibraryCaseExpired": _("The consent for the case expired"),
    "LibraryCaseForgotten": _("The text of a case that nobody agreed to has gone"),
    "ProposalCasesChosen": _("The cases that stand with the proposal were chosen"),
}
_ANSWERED: dict[str, CaseState] = {
    Answer.AGREE: CaseState.AGREED,
    Answer.CHANGE: CaseState.CHANGE,
    Answer.DECLINE: CaseState.DECLINED,
}
CASE_DETAILS = {
    "LibraryCaseAnswered": lambda fact: str(STATES[_ANSWERED[fact["answer"]]]),
    "LibraryCaseObjected": lambda fact: gettext("held back") if fact["stands"] else gettext("held back no more"),
}


def case_badge(state: StrEnum, *, is_held: bool) -> Badge:
    if is_held:
        return Badge(capfirst(str(HELD)), Tone.WARN)
    return Badge(capfirst(str(STATES[state])), TONES.get(CaseState(state), Tone.NEUTRAL))
