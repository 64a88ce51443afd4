"""Words for the gates before a start: their names, what opens each, and how it stands."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.gates import Answer, Gate, GateOwner, GateState, Verdict
from interregnum.stages.deliver.rules.relation import Construct, Question, RelationOutcome
from interregnum.web.pieces import Tone

GATES = {
    Gate.SIGNATURES: _("Signatures"),
    Gate.CONFLICTS: _("Check of conflicts"),
    Gate.DECLARATION: _("Declaration of interests"),
    Gate.CONDUCT: _("Certificate of conduct"),
    Gate.EMPLOYMENT: _("Pre-employment screening"),
    Gate.REGULATOR: _("Decision of the regulator"),
    Gate.WORKS_COUNCIL: _("Advice of the works council"),
    Gate.RELATION: _("Working relation"),
    Gate.INSURANCE: _("Insurance"),
    Gate.FEASIBILITY: _("Test of risk and feasibility"),
    Gate.MANDATE: _("Mandate sheet"),
    Gate.SUCCESSOR: _("Who inherits this"),
}
STATES: dict[StrEnum, Promise] = {
    GateState.NOT_NEEDED: _("Not needed"),
    GateState.OPEN: _("Open"),
    GateState.WAITS: _("Waits"),
    GateState.EXPIRED: _("Expired"),
    GateState.REFUSED: _("Refused"),
    GateState.OVERRIDDEN: _("Let through by a partner"),
    GateState.BEFORE: _("Passed before"),
}
TONES = {
    GateState.NOT_NEEDED: Tone.NEUTRAL,
    GateState.OPEN: Tone.GOOD,
    GateState.WAITS: Tone.WARN,
    GateState.EXPIRED: Tone.WARN,
    GateState.REFUSED: Tone.BAD,
    GateState.OVERRIDDEN: Tone.INFO,
    GateState.BEFORE: Tone.INFO,
}
OWNERS: dict[StrEnum, Promise] = {
    GateOwner.CLIENT: _("Client"),
    GateOwner.MANAGER: _("Interim manager"),
    GateOwner.BUREAU: _("Bureau"),
    GateOwner.SHADOW: _("Shadow manager"),
}
VERDICTS: dict[StrEnum, Promise] = {
    Verdict.FEASIBLE: _("Feasible"),
    Verdict.CONDITIONS: _("Feasible with conditions"),
    Verdict.SENT_BACK: _("Sent back: not like this"),
}
ANSWERS: dict[StrEnum, Promise] = {
    Answer.ASKED: _("Asked, no answer yet"),
    Answer.POSITIVE: _("Positive"),
    Answer.NEGATIVE: _("Negative"),
    Answer.NOT_NEEDED: _("Not needed, says the client"),
}
CONSTRUCTS: dict[StrEnum, Promise] = {
    Construct.OWN_BUSINESS: _("Own business, contract through the firm"),
    Construct.BROKERED: _("Own business, contract with the client"),
    Construct.POSTED: _("Posted by an employer of their own"),
    Construct.EMPLOYED: _("Employed by the firm and posted"),
}
OUTCOMES: dict[StrEnum, Promise] = {
    RelationOutcome.CLEAR: _("Nothing against it"),
    RelationOutcome.ATTENTION: _("Asks attention"),
    RelationOutcome.LIKE_EMPLOYMENT: _("Too much like employment"),
    RelationOutcome.NO_REGISTER: _("The register was not looked at"),
}
QUESTIONS = {
    Question.DIRECTION: _("Does the client direct how the work is done, day by day?"),
    Question.HOURS: _("Does the client set the hours and the place?"),
    Question.EMBEDDED: _("Is the work part of the ordinary work of the organisation, beside its employees?"),
    Question.LINE_SEAT: _("Is it a regular seat in the line that an employee had or will have?"),
    Question.LONG: _("Will it last longer than half a year?"),
    Question.PERSONAL: _("Must the manager do all of it in person, with nobody else ever?"),
    Question.PAID_AS_STAFF: _("Is it paid as a salary is: by the month, also when ill or on leave?"),
    Question.NO_RISK: _("Is the manager without any business risk: no liability, no own costs, no own tools?"),
    Question.ONE_CLIENT: _("Has the manager had no other client in the past year?"),
    Question.NO_ENTREPRENEUR: _(
        "Does the manager not behave as an entrepreneur: no acquisition, no name, no tax as one?"
    ),
}
ADVICE: dict[str, Promise] = {
    "another_form": _("Choose another form (posting or payroll), or change what is asked, and assess it again."),
    "register": _("Look the firm up in the Waadi register of the KvK, and from 2027 in the Wtta register as well."),
    "result": _("Agree on results and let the manager choose how, when and where."),
    "payroll": _("A seat in the line for so long: payroll or posting fits better."),
    "entrepreneur": _("Ask the manager to show other clients, insurance and acquisition."),
}
SCREENING: dict[str, Promise] = {
    "not_needed": _("Neither the brief nor the law asks for it here."),
    "waits": _("Nobody has decided about one yet."),
    "refused": _("It was decided against. Only a later decision opens this gate."),
    "old": _("The last one is of %(day)s, which is too long ago on the first day."),
    "open": _("Passed on %(day)s."),
}
WHY: dict[str, Promise] = {
    "signatures.open": _("Both sides have signed; the last on %(day)s."),
    "signatures.half": _("One of two has signed."),
    "signatures.waits": _("Nobody has signed yet."),
    "conflicts.clash": _("The manager has a tie with %(name)s."),
    "conflicts.waits": _("Nothing was declared yet that could be compared with this client."),
    "conflicts.open": _("No tie with this client; last looked at on %(day)s."),
    "declaration.waits": _("The manager has declared nothing yet."),
    "declaration.old": _("The last one is of %(day)s, which is too long ago on the first day."),
    "declaration.open": _("Declared on %(day)s."),
    **{f"screening.{name}": words for name, words in SCREENING.items()},
    "regulator.not_needed": _("This is no seat that the regulator tests."),
    "regulator.unknown": _("The client knows whether the regulator tests this seat. Ask, and write down the answer."),
    "regulator.waits": _("The law asks a decision of DNB or AFM for this seat. Nobody has asked for it yet."),
    "regulator.asked": _("Asked for on %(day)s."),
    "regulator.positive": _("The regulator agreed on %(day)s."),
    "regulator.negative": _("The regulator refused on %(day)s. Nobody takes this seat against that."),
    "regulator.said_not_needed": _("The client said that the regulator does not test this seat."),
    "works_council.not_needed": _("The works council has no right of advice about this seat."),
    "works_council.unknown": _("The client knows whether the works council advises here. Ask, and write it down."),
    "works_council.waits": _("The works council advises about who directs (WOR, article 30). It was not asked yet."),
    "works_council.asked": _("Asked on %(day)s."),
    "works_council.positive": _("It advised in favour on %(day)s."),
    "works_council.negative": _("It advised against on %(day)s; the client goes on, with reasons."),
    "works_council.said_not_needed": _("The client said that there is no works council, or that it need not advise."),
    "relation.waits": _("The ten questions were not answered yet."),
    "relation.clear": _("Assessed on %(day)s: nothing against it. To be repeated by %(until)s."),
    "relation.attention": _("Assessed on %(day)s: it asks attention. To be repeated by %(until)s."),
    "relation.expired": _("Assessed on %(day)s; that was to be repeated by %(until)s. Answer the questions anew."),
    "relation.too_early": _("Assessed on %(day)s: that holds until %(until)s, before the first day. Repeat it."),
    "relation.like_employment": _("Assessed on %(day)s: too much like employment."),
    "relation.no_register": _("Assessed on %(day)s: the register was not looked at."),
    "insurance.waits": _("No professional liability insurance is known."),
    "insurance.over": _("Insured until %(day)s, which is too short. Show the new policy."),
    "insurance.short": _("Insured until %(day)s for %(amount)s an event; the contract asks for %(least)s at least."),
    "insurance.open": _("Insured until %(day)s, for %(amount)s an event."),
    "feasibility.not_needed": _("This assignment has no extra assurance."),
    "feasibility.nobody": _("There is no shadow manager yet who could test it."),
    "feasibility.waits": _("The shadow manager has not tested the brief yet."),
    "feasibility.feasible": _("Found feasible on %(day)s."),
    "feasibility.conditions": _("Found feasible with conditions on %(day)s."),
    "feasibility.sent_back": _("Sent back on %(day)s: change what is asked, and have it tested again."),
    "mandate.unsigned": _("It can be set as soon as both sides have signed."),
    "mandate.waits": _("It is not complete."),
    "mandate.not_announced": _("It says no day, by %(day)s at the latest, on which people are told."),
    "mandate.open": _("Complete; people are told on %(day)s."),
    "successor.waits": _("Nobody has said who takes over when the manager leaves."),
    "successor.asked": _("Asked on %(day)s."),
    "successor.brief": _("The brief names who takes over."),
    "successor.positive": _("Said on %(day)s."),
}
# What somebody reads of a gate that is another's to know.
BRIEFLY: dict[StrEnum, Promise] = {
    GateState.NOT_NEEDED: _("Not needed for this assignment."),
    GateState.OPEN: _("Its evidence is there."),
    GateState.WAITS: _("Its evidence is still to come."),
    GateState.EXPIRED: _("Its evidence is too old: it must be given anew."),
    GateState.REFUSED: _("The bureau is in touch about it."),
    GateState.OVERRIDDEN: _("The firm lets it through."),
    GateState.BEFORE: _("Passed before the firm kept it here."),
}
REFUSALS: dict[str, Promise] = {
    "deliver.day_to_come": _("This day is still to come. Write it down when it has happened."),
    "deliver.answered_when": _("Say on which day the answer came."),
    "deliver.asked_when": _("Say on which day it was asked."),
    "deliver.answered_before_asked": _("The answer came before it was asked. Check both days."),
    "deliver.answer_stands": _("There is an answer already. Has it changed? Call the bureau."),
    "deliver.note_of_answer": _("Say in a sentence what was said, and by whom."),
    "deliver.gate_without_answer": _("This gate opens by its own evidence. Go back and follow its link."),
    "deliver.gate_is_open": _("This gate is not shut, so there is nothing to let through. Reload the page."),
    "deliver.gate_refused": _("The evidence says no. A partner cannot go against that; only new evidence can."),
    "deliver.no_override": _("This gate was not let through, or no longer. Reload the page."),
    "deliver.no_shadow_here": _("Only the shadow manager of this assignment tests it."),
    "deliver.not_begun": _("It has not begun yet. Write it down as a request; the contract follows from there."),
    "deliver.dates_cross": _("The last day lies before the first. Check both days."),
    "deliver.over_already": _("It is over already. Only what still runs is taken over."),
    "deliver.rate_of_nil": _("A rate is more than nil. Write down the euros a day, excluding VAT."),
    "deliver.rate_below_cost": _("The manager gets more than the client pays. Check both rates."),
    "deliver.hours_impossible": _("These hours cannot be. Write down what was billed until today."),
    "deliver.no_such_client": _("No client fits this. Look in the list of clients, or add the client first."),
    "deliver.which_client": _("Several clients fit: %(names)s. Write out the name of one."),
    "deliver.which_manager": _("Several managers fit: %(names)s. Write down the e-mail address of one."),
    "deliver.client_without_contact": _("Nobody there has an e-mail address yet. Add a contact at the client first."),
    "deliver.no_such_manager": _("No manager fits this. Look in the list of managers, or add the manager first."),
    "deliver.no_room": _(
        "%(name)s has not so many days a week left beside other contracts. Look whether this assignment is here "
        "already; else correct the days a week on the profile."
    ),
    "deliver.started_already": _("The assignment has started; the test was before the start."),
}
