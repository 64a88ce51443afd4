"""Words for a person: criteria, constraints, changes, states, refusals and facts of this stage."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from interregnum.people.texts import MANAGER_DIED
from interregnum.stages.choose.decision_texts import CONTEST_STATES, DEEDS, WHYS
from interregnum.stages.choose.rules.states import CandidacyState, ContestState, Deed, ProposalState, TalkSide, Why
from interregnum.stages.choose.talk_texts import SIDES
from interregnum.web.pieces import Tone

PROPOSAL_STATES = {
    ProposalState.INVITING: _("Managers are asked"),
    ProposalState.SENT: _("With the client"),
    ProposalState.ACCEPTED: _("Chosen"),
    ProposalState.DECLINED: _("Declined by the client"),
    ProposalState.ENDED: _("Ended: another manager is looked for"),
}
CANDIDACY_STATES = {
    CandidacyState.INVITED: _("No answer yet"),
    CandidacyState.AGREED: _("Agrees"),
    CandidacyState.REFUSED: _("Declines"),
    CandidacyState.CHOSEN: _("Chosen"),
    CandidacyState.NOT_CHOSEN: _("Not chosen"),
    CandidacyState.CLASHES: _("Not presented: a conflict with this client"),
    CandidacyState.TAKEN: _("Chosen elsewhere in the meantime"),
    CandidacyState.RELEASED: _("Chosen, but without a contract"),
    CandidacyState.WITHDRAWN: _("Taken back: cannot come any more"),
}
TONES = {
    CandidacyState.INVITED: Tone.WARN,
    CandidacyState.AGREED: Tone.GOOD,
    CandidacyState.REFUSED: Tone.BAD,
    CandidacyState.CHOSEN: Tone.GOOD,
    CandidacyState.NOT_CHOSEN: Tone.NEUTRAL,
    CandidacyState.CLASHES: Tone.BAD,
    CandidacyState.TAKEN: Tone.BAD,
    CandidacyState.RELEASED: Tone.NEUTRAL,
    CandidacyState.WITHDRAWN: Tone.NEUTRAL,
}
CRITERIA = {
    "choose.start": _("Quick to deploy"),
    "choose.issue": _("Proven with this issue"),
    "choose.category": _("Experience in this category"),
    "choose.level": _("Level of management"),
    "choose.discipline": _("Discipline"),
    "choose.sector": _("Sub-sector"),
    "choose.role_mix": _("Role mix"),
    "choose.speed": _("Quick first result"),
    "choose.outsider": _("Fresh eye"),
    "choose.breakthrough": _("Opens what is stuck"),
    "choose.capacity": _("Room to do more"),
    "choose.text": _("The same subjects"),
    "choose.steadiness": _("Steady under stress"),
    "choose.references": _("Can be asked about"),
}
# What a text speaks of, as part of a sentence (rules/concepts.py).
SUBJECTS = {
    "mortgages": _("mortgages"),
    "claims": _("claims handling"),
    "policies": _("policy administration"),
    "pensions": _("pensions"),
    "pension_reform": _("the pension reform"),
    "savings": _("savings"),
    "lending": _("lending"),
    "leasing": _("leasing"),
    "payments": _("payments"),
    "investments": _("investments"),
    "money_laundering": _("money laundering"),
    "supervision": _("supervision and compliance"),
    "privacy": _("privacy"),
    "risk": _("risk"),
    "audit": _("audit"),
    "reporting": _("reporting"),
    "liquidity": _("liquidity"),
    "costs": _("costs"),
    "backlog": _("backlogs"),
    "processes": _("processes"),
    "digitalisation": _("digitalisation"),
    "systems": _("systems"),
    "migration": _("migration"),
    "outsourcing": _("outsourcing"),
    "merger": _("a merger"),
    "carve_out": _("a carve-out"),
    "reorganisation": _("a reorganisation"),
    "works_council": _("the works council"),
    "absence": _("absence"),
    "recruitment": _("recruitment"),
    "culture": _("culture"),
    "leadership": _("leadership"),
    "customer_contact": _("customer contact"),
    "distribution": _("distribution"),
    "product_development": _("product development"),
    "agile": _("working agile"),
    "crisis": _("a crisis"),
    "deadlock": _("a deadlock"),
    "integrity": _("integrity"),
    "security": _("information security"),
    "sustainability": _("sustainability"),
}
# What is left after each hard constraint, and why the others are not.
CONSTRAINTS = {
    "choose.no_consent": _("Agreed to be considered"),
    "choose.starts_too_late": _("Free in time"),
    "choose.too_few_days": _("Enough days a week"),
    "choose.above_ceiling": _("Within the client's ceiling"),
    "choose.screening_impossible": _("Can be screened in time"),
    "choose.language_missing": _("Speaks the languages"),
    "choose.discipline_missing": _("Masters a discipline asked"),
    "choose.level_too_low": _("Has the level"),
    "choose.past_with_client": _("No past with the client"),
    "choose.conflict_declared": _("No conflict of interest"),
    "choose.wants_to_be_hired": _("Wants no permanent post"),
    "choose.too_far": _("Near enough"),
}
# What would have to change before somebody who is stopped can be put forward.
REMEDIES = {
    "choose.no_consent": _("Ask whether you may consider this manager."),
    "choose.starts_too_late": _("Ask for an earlier date, or let the assignment start later."),
    "choose.too_few_days": _("Ask for more days a week, or talk to the client about fewer."),
    "choose.above_ceiling": _("Talk to the manager about the rate, or to the client about the ceiling."),
    "choose.screening_impossible": _(
        "A start after the screening can be there; one that was refused stands until it is decided anew."
    ),
    "choose.language_missing": _("Ask the client whether the language is really needed."),
    "choose.discipline_missing": _(
        "Look whether a discipline lacks in the profile, or ask for another one in the brief."
    ),
    "choose.level_too_low": _(
        "Look whether the level in the profile still holds, or ask for another one in the brief."
    ),
    "choose.past_with_client": _("Nothing: the firm promises its clients an outsider."),
    "choose.conflict_declared": _("Nothing, as long as the manager's declaration stands."),
    "choose.wants_to_be_hired": _("Nothing, as long as the manager would like a permanent post."),
    "choose.too_far": _("Ask whether this manager would travel further, or stay over."),
}
CHANGES = {
    "choose.later_start": _("Let the assignment start later"),
    "choose.name_referees": _("Ask for referees of the proven cases"),
    "choose.discuss_role_mix": _("Talk about the role mix with the client or the manager"),
    "choose.look_up_first_result": _("Look up how soon earlier assignments gave a first result"),
    "choose.name_deadlock_referees": _("Ask for referees of the deadlocks broken"),
    "choose.ask_more_days": _("Ask for more days a week"),
}
# The same changes, said to the manager.
OWN_CHANGES = {
    "choose.later_start": _("An assignment that starts when you are free"),
    "choose.name_referees": _("Name referees for your proven cases"),
    "choose.discuss_role_mix": _("Talk to us about the mix of roles that you look for"),
    "choose.look_up_first_result": _("Tell us after how many weeks earlier assignments gave a first result"),
    "choose.name_deadlock_referees": _("Name referees for the deadlocks that you broke"),
    "choose.ask_more_days": _("Offer more days a week"),
}
# What makes a choice slow or poor.
WARNINGS = {
    "choose.many_candidates": _("More than %(warn_candidates)s candidates: a short selection is chosen from better."),
    "choose.many_rounds": _("More than %(warn_rounds)s rounds: talk to the client about what is really wanted."),
    "choose.first_day_gone": _(
        "The first day of %(names)s has passed: the client cannot choose them any more. Stop this proposal, and make "
        "another one with a later day."
    ),
    "choose.slow_decision": _("With the client more than %(decision_days)s working days: call, and ask who decides."),
}
REFUSALS = {
    **MANAGER_DIED,
    "choose.brief_not_agreed": _("The client approves the brief first: nobody is looked for on a draft."),
    "choose.weight_unknown": _("The weights name a criterion that does not exist: %(criterion)s. Ask a partner."),
    "choose.weight_out_of_range": _("A weight is not between 0 and 100: %(weight)s. Ask a partner."),
    "choose.weights_all_nought": _("All weights are nought, so nobody can be put in order. Ask a partner."),
    "choose.nobody_picked": _("Pick at least one manager."),
    "choose.too_many_picked": _("Pick at most %(most)s managers: a short selection is chosen from sooner and better."),
    "choose.why_missing": _("Say why: you depart from the order of the list."),
    "choose.why_words": _("Say in at least %(shortest)s characters what the reason is: it is read later."),
    "choose.aside_already": _("A colleague did this already. Reload the page."),
    "choose.is_aside": _("Somebody whom you picked was taken out of this list. Put them back first, or pick another."),
    "choose.contest_late": _("This choice could be contested until %(day)s. Call us when you want to talk about it."),
    "choose.contested_already": _("You have contested this choice already. The answer will stand on this page."),
    "choose.contest_empty": _("Say what you think was read or weighed wrongly."),
    "choose.contest_own": _("You made this choice yourself, so somebody else answers. Ask a colleague at the bureau."),
    "choose.contest_answered": _("A colleague has answered already. Reload the page."),
    "choose.contest_no_reason": _("Say why: the manager reads it."),
    "choose.not_on_shortlist": _("This manager is not on the shortlist any more. Reload the page."),
    "choose.rationale_missing": _("Say in a sentence or two why this manager fits: the client reads it."),
    "choose.rate_below_cost": _("This is less than the manager's own rate of %(rate)s a day."),
    "choose.dearer_than_before": _(
        "A manager is being replaced under the guarantee, so the client pays at most %(most)s a day, as before. "
        "%(names)s asks more: choose somebody else, or agree a lower rate first."
    ),
    "choose.rate_above_ceiling": _("This is more than the client's ceiling of %(ceiling)s a day."),
    "choose.starts_before_free": _("This manager is not free before %(day)s."),
    "choose.live_proposal": _("There is a proposal for this brief already. Reload the page to see it."),
    "choose.already_answered": _("This invitation has been answered, or it is not open any more."),
    "choose.already_sent": _("A colleague has sent or stopped this proposal already. Reload the page."),
    "choose.nobody_agreed": _("No manager has agreed yet, so there is nobody to present to the client."),
    "choose.one_alone": _(
        "One manager would be presented. Wait for a second answer or ask another manager; else say why there is nobody "
        "else: the client reads it."
    ),
    "choose.one_left": _(
        "Somebody who agreed has a conflict with this client today: one manager is left. Ask another manager; else "
        "say why there is nobody else: the client reads it."
    ),
    "choose.all_clash": _(
        "Each manager who agreed has a conflict with this client today. Look at their declarations, and ask others."
    ),
    "choose.starts_past": _("This first day has passed. Choose a later working day."),
    "choose.starts_free_day": _(
        "Nobody works on this first day: it is in a weekend or a holiday. Choose a working day."
    ),
    "choose.start_gone": _("The day on which %(name)s could start has passed. Call us: we agree on a new first day."),
    "choose.manager_taken": _(
        "%(name)s has just been chosen for another assignment in the same weeks. Choose one of the others, or call us: "
        "we look for somebody else at once."
    ),
    "choose.already_decided": _(
        "This proposal was decided on or stopped already. Reload the page to see what became of it."
    ),
    "choose.stop_reason_empty": _("Say why: it is read later."),
    "choose.sent_meanwhile": _(
        "A colleague has sent this proposal in the meantime, so the client would read your reason. Reload the page."
    ),
    "choose.many_questions": _("There are many questions here already. Call us: that is quicker."),
    "choose.question_answered": _("A colleague has answered already. Reload the page to see what was said."),
    "choose.no_slots": _("Name at least one moment."),
    "choose.slot_past": _("This moment has passed. Choose a later one."),
    "choose.slot_closed": _("This is a weekend or a holiday. Choose a working day."),
    "choose.slot_hours": _("Choose an hour within office hours."),
    "choose.slot_gone": _("These moments were replaced, or one was picked already. Reload the page."),
    "choose.own_slots": _("Your side proposed these moments; the other side picks one."),
    "choose.talk_ahead": _("Say how it went after you have met."),
    "choose.chemistry_already": _("This was answered already. Reload the page to read it."),
    "choose.not_a_candidate": _("This manager cannot be chosen in this proposal. Reload the page."),
}
FACTS = {
    "ShortlistDrawn": _("The shortlist was drawn"),
    "CandidateTaken": _("A candidate was chosen elsewhere, for the same weeks"),
    "CandidateFree": _("A candidate can be chosen again"),
    "CandidateGone": _("A candidate cannot come any more, and was taken out of the proposal"),
    "ChoiceEnded": _("The choice ended, and another manager is looked for"),
    "ManagersInvited": _("Managers were asked whether they may be named"),
    "ManagerSetAside": _("A manager was taken out of the list, or put back"),
    "ChoiceContested": _("A manager contested the choice"),
    "ContestAnswered": _("The contest of a manager was answered"),
    "ManagerAnswered": _("A manager answered"),
    "ProposalSent": _("The proposal went to the client"),
    "ProposalAccepted": _("The client chose"),
    "ProposalDeclined": _("The client chose nobody"),
    "ProposalGaveWay": _("A proposal of the bureau gave way to the guarantee"),
    "ProposalStopped": _("The bureau took the proposal back"),
    "AskingStopped": _("The bureau stopped the proposal before it went out"),
    "QuestionAsked": _("The client asked a question"),
    "QuestionAnswered": _("A question of the client was answered"),
    "TalkProposed": _("Moments for an acquaintance were proposed"),
    "TalkPlanned": _("An acquaintance was planned"),
    "ChemistryRecorded": _("One side said how the acquaintance went"),
}


def _drawn(fact: dict[str, Any]) -> str:
    if fact.get("by_own_weights"):
        return _("%(listed)s of %(pool)s managers, by weights moved for this brief") % fact
    return _("%(listed)s of %(pool)s managers") % fact


def _invited(fact: dict[str, Any]) -> str:
    said = ngettext("%(managers)s manager", "%(managers)s managers", fact["managers"]) % fact
    return f"{said}; {WHYS[Why(fact['why'])]}" if fact.get("why") else said


def _aside(fact: dict[str, Any]) -> str:
    return f"{DEEDS[Deed.PUT_BACK if fact['back'] else Deed.SET_ASIDE]}: {WHYS[Why(fact['why'])]}"


DETAILS = {
    "ShortlistDrawn": _drawn,
    "ManagersInvited": _invited,
    "ManagerSetAside": _aside,
    "ContestAnswered": lambda fact: CONTEST_STATES[ContestState.UPHELD if fact["upheld"] else ContestState.REJECTED][0],
    **dict.fromkeys(("TalkProposed", "ChemistryRecorded"), lambda fact: SIDES[TalkSide(fact["side"])]),
    "ManagerAnswered": lambda fact: _("May be named") if fact["agreed"] else _("Does not take part"),
}
