"""Words about the guarantee: states, reasons, steps, refusals and facts."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from interregnum.people.texts import MANAGER_DIED
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.contract.rules.clauses import Grants
from interregnum.stages.guarantee.rules.clock import Kept, Step
from interregnum.stages.guarantee.rules.days import Bearer, Why
from interregnum.stages.guarantee.rules.reasons import Cause, ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState, Choice, Dropped
from interregnum.web.pieces import Badge, Tone

STATES: dict[StrEnum, Promise] = {
    CaseState.OPEN: _("Waits for a choice"),
    CaseState.TALKING: _("First a talk"),
    CaseState.IMPROVING: _("Improvement plan"),
    CaseState.REPLACING: _("Being replaced"),
    CaseState.REPLACED: _("Replaced"),
    CaseState.ENDED: _("Ended"),
    CaseState.SETTLED: _("Content again"),
    CaseState.DROPPED: _("Closed by the firm"),
}
TONES = {
    CaseState.OPEN: Tone.WARN,
    CaseState.TALKING: Tone.WARN,
    CaseState.IMPROVING: Tone.WARN,
    CaseState.REPLACING: Tone.WARN,
    CaseState.REPLACED: Tone.GOOD,
    CaseState.SETTLED: Tone.GOOD,
}
REASONS: dict[StrEnum, Promise] = {
    ComplaintReason.RESULT: _("The results stay behind"),
    ComplaintReason.APPROACH: _("The approach does not suit"),
    ComplaintReason.COOPERATION: _("Working together does not go well"),
    ComplaintReason.COMMUNICATION: _("I hear too little, or too late"),
    ComplaintReason.KNOWLEDGE: _("Knowledge or experience falls short"),
    ComplaintReason.PRESENCE: _("Not there enough"),
    ComplaintReason.TRUST: _("Trust is gone"),
    ComplaintReason.OTHER: _("Something else"),
}
CHOICES: dict[StrEnum, Promise] = {
    Choice.REPLACE: _("Replace the manager"),
    Choice.END: _("End the assignment"),
    Choice.TALK: _("First a talk"),
    Choice.IMPROVE: _("First an improvement plan"),
    Choice.UNSURE: _("I do not know yet"),
}
CAUSES: dict[StrEnum, Promise] = {
    Cause.ASSIGNMENT: _("The assignment was unclear"),
    Cause.MANDATE: _("The mandate fell short"),
    Cause.MATCH: _("The match was not right"),
    Cause.MANAGER: _("The manager fell short"),
    Cause.SPONSOR: _("The sponsor was not there"),
    Cause.CONTEXT: _("The context changed"),
}
DROPPED: dict[StrEnum, Promise] = {
    Dropped.BANKRUPT: _("The client is bankrupt"),
    Dropped.MISTAKE: _("Pressed by mistake, says the client"),
    Dropped.OTHER: _("Something else"),
}
STEPS: dict[StrEnum, Promise] = {
    Step.ACKNOWLEDGED: _("Receipt confirmed"),
    Step.CHOSEN: _("Choice of the client"),
    Step.LISTED: _("First profiles on the screen"),
    Step.NAMED: _("Profiles with a name"),
    Step.STARTED: _("First day of the successor"),
    Step.HEARD: _("The manager was heard"),
    Step.CAUSE: _("The cause was written down"),
}
KEPT: dict[StrEnum, tuple[Promise, Tone]] = {
    Kept.IN_TIME: (_("in time"), Tone.GOOD),
    Kept.LATE: (_("late"), Tone.BAD),
    Kept.RUNNING: (_("runs"), Tone.INFO),
    Kept.OVERDUE: (_("overdue"), Tone.BAD),
}
ASKED: dict[StrEnum, tuple[Promise, Tone]] = {
    CandidacyState.INVITED: (_("asked"), Tone.INFO),
    CandidacyState.AGREED: (_("said yes"), Tone.GOOD),
    CandidacyState.REFUSED: (_("said no"), Tone.NEUTRAL),
    CandidacyState.CHOSEN: (_("you picked"), Tone.GOOD),
    CandidacyState.NOT_CHOSEN: (_("not picked"), Tone.NEUTRAL),
    CandidacyState.CLASHES: (_("has an interest that clashes"), Tone.NEUTRAL),
    CandidacyState.TAKEN: (_("chosen elsewhere meanwhile"), Tone.WARN),
    CandidacyState.RELEASED: (_("no contract came of it"), Tone.NEUTRAL),
    CandidacyState.WITHDRAWN: (_("cannot come any more"), Tone.NEUTRAL),
}
BEARERS: dict[StrEnum, Promise] = {
    Bearer.CLIENT: _("Client"),
    Bearer.FIRM: _("Firm"),
    Bearer.NOBODY: _("Nobody yet"),
}
WHYS: dict[StrEnum, Promise] = {
    Why.APPROVED: _("worked and approved"),
    Why.HANDOVER: _("hand-over, for our account"),
    Why.OUTSIDE: _("outside the days of this manager"),
    Why.OVERLAP: _("another manager is billed for this day"),
    Why.OPEN: _("not approved yet"),
}
REFUSALS: dict[str, Promise] = {
    **MANAGER_DIED,
    "guarantee.running": _(
        "Your guarantee runs already for this assignment. You find it on the page of the assignment; choose there how "
        "it goes on."
    ),
    "guarantee.not_started": _(
        "The first day has not come, so there is no manager to replace yet. Call us: we take the choice back and look "
        "for another manager at once."
    ),
    "guarantee.left": _(
        "This manager's last day is set already. If you wait for another manager, you hear from us; call us if it "
        "takes too long."
    ),
    "guarantee.over": _(
        "This assignment has ended. Hours that are not right you can still send back; for anything else, call us."
    ),
    "guarantee.last_day_past": _(
        "Choose today or a later day. Days that were worked and approved before are still paid; hours that are not "
        "right you can send back."
    ),
    "guarantee.notice_stays": _(
        "Your contract keeps the term of notice also under the guarantee: %(day)s is the first day on which it can end."
    ),
    "guarantee.reason_needed": _("Your contract asks you to say in words what is wrong. No proof is asked."),
    "guarantee.last_day_late": _("The contract ends earlier than this day. Choose a day within it."),
    "guarantee.not_now": _("This cannot be chosen any more: somebody was first. What holds now, you see below."),
    "guarantee.picked": _("You picked a successor, and the contract is on its way. Call us if you want it otherwise."),
    "guarantee.chosen_already": _(
        "For the time after this manager you chose somebody already, so we look for nobody else beside it. You can end "
        "the assignment here. Do you want this manager replaced before that? Call us: we take that choice back first."
    ),
    "guarantee.drop_picked": _(
        "The client picked a successor, and that contract waits for signatures. Take the contract back first; then you "
        "can close this."
    ),
    "guarantee.drop_signed": _(
        "The successor signed, so this closes by itself on the first day. Will the successor not come? Note that on "
        "the contract; then you can close this."
    ),
    "guarantee.no_days_left": _(
        "The assignment has no days left, so nobody can take over. You can still end it under the guarantee, or say "
        "that you are content again."
    ),
    "guarantee.mistake_carried_out": _(
        "The client chose to replace, so the contract of this manager has ended: closing the case brings nobody back. "
        "Does the client want this manager after all? Let the client end the assignment here, and propose the manager "
        "anew from the same brief."
    ),
    "guarantee.plan_too_long": _(
        "An improvement plan takes until %(latest)s at most. Choose that day or an earlier one."
    ),
    "guarantee.plan_past": _("Choose a day after today."),
    "guarantee.not_looking": _("Nobody is looked for any more. What holds now, you see below."),
    "guarantee.starts_past": _("Choose a day after today on which people work."),
    "guarantee.starts_late": _("The assignment ends earlier than this day. Choose a day within it."),
    "guarantee.heard": _("What the manager says stands here already."),
    "guarantee.words_needed": _("Write down in a few words what you want to say."),
    "guarantee.died": _("It was noted that this manager died, so nobody can speak with him or her."),
    "guarantee.died_choose": _(
        "This manager has died. Choose whether somebody else takes over, or the assignment ends. Do you want to talk "
        "about it first? Call us."
    ),
    "guarantee.spoken": _("It was noted already that somebody spoke with the manager."),
    "guarantee.not_heard_yet": _("Hear the manager first, or note why that cannot be done."),
    "guarantee.cause_there": _("The cause was written down already."),
    "guarantee.nothing_to_mend": _("There is nothing to mend here any more. Reload the page to see what holds now."),
    "guarantee.nothing_to_settle": _(
        "This assignment does not wait for a word any more: it is closed, or somebody wrote down how it goes on."
    ),
    "guarantee.not_carried_out": _("Nothing was carried out yet, so there is no cause to write down."),
    "guarantee.not_replacing": _("Nobody succeeds this manager, so there is nothing to hand over here."),
    "guarantee.hand_over_changed": _(
        "This was changed in another window meanwhile. Reload the page and add what is new."
    ),
    "guarantee.too_many_days": _("The clause says %(most)s days of hand-over at most. Choose fewer days."),
    "guarantee.day_outside": _(
        "A day of hand-over lies between %(first)s and %(last)s: after the complaint, within the contract."
    ),
    "guarantee.hand_over_empty": _("There is nothing to take over yet: the document is still empty."),
    "guarantee.hand_over_taken": _("It was taken over already."),
    "guarantee.not_a_candidate": _("You can stand by only for a client to whom you agreed before."),
}
FACTS: dict[str, Promise] = {
    "GuaranteeInvoked": _("The client invoked the guarantee"),
    "WayChosen": _("The client chose how the guarantee goes on"),
    "ReplacementSought": _("Successors were looked for and asked"),
    "SuccessorNamed": _("A possible successor was named to the client"),
    "SuccessorPicked": _("The client picked a successor"),
    "ReplacementDone": _("The successor began; the replacement is done"),
    "GuaranteeSettled": _("The client is content again"),
    "TrusteeGoesOn": _("An assignment of a bankrupt client goes on with the trustee"),
    "GuaranteeDropped": _("The bureau closed the guarantee"),
    "ManagerSpokenTo": _("The bureau spoke with the manager about the guarantee"),
    "ManagerHeard": _("The manager was heard"),
    "ManagerSilent": _("It was noted that the manager cannot write the hand-over"),
    "CauseFound": _("The cause behind the guarantee was written down"),
    "CauseMended": _("What lay under the guarantee was mended"),
    "HandOverWritten": _("The hand-over to the successor was written"),
    "HandOverTaken": _("The successor took over"),
    "StandByAgreed": _("A manager said whether to stand by for a client"),
}


def badge_of(state: CaseState) -> Badge:
    return Badge(STATES[state], TONES.get(state, Tone.NEUTRAL))


def step_words(step: Step, grants: Grants) -> object:
    """A step of the clock, with as many names as the clause promises."""
    if step != Step.NAMED:
        return STEPS[step]
    told = ngettext("%(names)s profile with a name", "%(names)s profiles with a name", grants.profiles)
    return told % {"names": grants.profiles}


def kept_badge(kept: Kept) -> Badge:
    return Badge(*KEPT[kept])


def asked_badge(state: CandidacyState) -> Badge:
    return Badge(*ASKED[state])


DETAILS = {
    "GuaranteeInvoked": lambda fact: str(REASONS[ComplaintReason(fact["reason"])]),
    "WayChosen": lambda fact: str(CHOICES[Choice(fact["choice"])]),
    "ReplacementSought": lambda fact: gettext("asked: %(asked)s, agreed beforehand: %(named)s") % fact,
    "GuaranteeDropped": lambda fact: str(DROPPED[Dropped(fact["why"])]),
    "CauseFound": lambda fact: str(CAUSES[Cause(fact["cause"])]),
}
