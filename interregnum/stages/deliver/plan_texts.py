"""The words of a plan of approach: its parts, what is asked in each by category, and what differs from the contract.

All questions are our own.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category
from interregnum.stages.deliver.rules.deviations import DeviationAnswer, DeviationKind
from interregnum.stages.deliver.rules.plan import Part
from interregnum.web.pieces import Tone

PARTS: dict[Part, Any] = {
    Part.FACTS: _("Facts"),
    Part.PERSPECTIVES: _("Perspectives"),
    Part.SENSITIVITIES: _("Sensitivities"),
    Part.QUICK_WINS: _("Quick wins"),
    Part.APPROACH: _("Approach"),
    Part.COMMITMENT: _("Resistance and commitment"),
    Part.ANCHORING: _("Anchoring from day one"),
    Part.FIRST_RESULT: _("First result"),
    Part.STOP_CRITERIA: _("Stop criteria"),
}
# The same with what is in figures and days, for what changed from version to version.
FIELDS: dict[str, Any] = {str(part): label for part, label in PARTS.items()} | {
    "first_result_on": _("Day of the first result"),
    "results": _("Results"),
    "phases": _("Phases"),
}
# What every plan is asked; a category may ask it more closely.
ASKED: dict[Part, Any] = {
    Part.FACTS: _("What is really going on, in figures, and how do you know?"),
    Part.PERSPECTIVES: _("How do client, team and customers each see it? Where do they disagree?"),
    Part.SENSITIVITIES: _("What asks for care? No names: the client reads this."),
    Part.QUICK_WINS: _("What can be better within two weeks, without a decision of others?"),
    Part.APPROACH: _("How do you go about it, with whom, and what do you expect of the client?"),
    Part.COMMITMENT: _("Who must come along, where do you expect resistance, and how do you meet it?"),
    Part.ANCHORING: _("Who in the line becomes owner of what, and what do they do from the first day?"),
    Part.FIRST_RESULT: _("What can everybody see and count by the day below?"),
    Part.STOP_CRITERIA: _("At what signal, figure or day do you stop or change course, and who decides?"),
}
ASKED_OF: Mapping[Category, Mapping[Part, Any]] = {
    Category.CHANGE: {
        Part.FACTS: _("Which figure must change, how did it run in the last year, and what was tried before?"),
        Part.APPROACH: _("In which order does the new way of working come in, and who works it out with you?"),
        Part.COMMITMENT: _("Whose work changes? Who can stop it, who makes it happen, and what do they need?"),
        Part.ANCHORING: _("Which team leader owns each change, and how do they go on without you?"),
        Part.FIRST_RESULT: _("Which team works in the new way by then, and what do others see of it?"),
        Part.STOP_CRITERIA: _("When is the change not carried any more: by its sponsor, the team, or the figures?"),
    },
    Category.BRIDGING: {
        Part.FACTS: _("What runs, what waits, and which decisions did the absent manager leave open?"),
        Part.APPROACH: _("What do you keep as it is, what do you decide, and what waits for the successor?"),
        Part.COMMITMENT: _("What does the team miss most, and who worries about what comes?"),
        Part.ANCHORING: _("What do you write down each week so that the successor can take over tomorrow?"),
        Part.FIRST_RESULT: _("Which matter that lay still moves again by then?"),
        Part.STOP_CRITERIA: _("When does it ask for another manager: of return, of vacancy, or of too much work?"),
    },
    Category.PROJECT: {
        Part.FACTS: _("Where do scope, planning and budget stand today, and how reliable is that?"),
        Part.APPROACH: _("What is in scope and what is not, who steers, and how are changes decided?"),
        Part.COMMITMENT: _("Who will use it, who supplies it, and who has to give time for it?"),
        Part.ANCHORING: _("Who manages it after going live, and from when do they sit at the table?"),
        Part.FIRST_RESULT: _("Which part is delivered and tried by its users by then?"),
        Part.STOP_CRITERIA: _("At which overrun in time or money does the steering group decide anew?"),
    },
    Category.CRISIS: {
        Part.FACTS: _("How long can it go on like this? Cash, capital, key people, and what the supervisor asks."),
        Part.APPROACH: _("What stops the bleeding first, who decides daily, and who is told what?"),
        Part.COMMITMENT: _("Whose trust is needed this week, and what do you say that you can keep?"),
        Part.ANCHORING: _("Which cause must never come back, and who watches over that from now on?"),
        Part.FIRST_RESULT: _("What is stable by then that is not today?"),
        Part.STOP_CRITERIA: _("At which figure or day is recovery no longer the way, and who must then be told?"),
    },
    Category.EXPERTISE: {
        Part.FACTS: _("Which question can nobody here answer, and what does the lack of it cost?"),
        Part.APPROACH: _("What do you do yourself, and what do their own people do beside you?"),
        Part.COMMITMENT: _("Who has to take your advice, and what makes that hard for them?"),
        Part.ANCHORING: _("Who learns it, and how do you see that they can do it without you?"),
        Part.FIRST_RESULT: _("Which finding is closed, or which person can do the work, by then?"),
        Part.STOP_CRITERIA: _("When is more of your knowledge no help any more?"),
    },
}
KINDS: dict[DeviationKind, Any] = {
    DeviationKind.DROPPED: _("This result was contracted and is not in the plan"),
    DeviationKind.ADDED: _("This result is in the plan and was not contracted"),
    DeviationKind.TITLE: _("Another wording"),
    DeviationKind.UNIT: _("Another unit"),
    DeviationKind.BASELINE: _("Another baseline"),
    DeviationKind.TARGET: _("Another target"),
    DeviationKind.DUE: _("Another day"),
    DeviationKind.END: _("The plan goes on after the last day of the contract"),
}
ANSWERS: dict[DeviationAnswer, tuple[Any, Tone]] = {
    DeviationAnswer.ACCEPTED: (_("Accepted"), Tone.GOOD),
    DeviationAnswer.REFUSED: (_("Refused"), Tone.BAD),
    DeviationAnswer.RECONTRACT: (_("To be put in the contract"), Tone.INFO),
}
PLAN_REFUSALS = {
    "deliver.plan_with_client": _("The plan is with the client now. It can be changed when it is sent back."),
    "deliver.plan_agreed": _("The plan is agreed and stands. Choose “Change the plan” to write its next version."),
    "deliver.plan_changed": _(
        "This plan was changed somewhere else meanwhile. Both are shown: choose, and save it again."
    ),
    "deliver.plan_not_agreed": _("There is no agreed plan to change now. Reload the page."),
    "deliver.no_change_open": _("There is no change of the plan to drop any more. Reload the page."),
    "deliver.plan_not_proposed": _("The plan is not waiting for an answer any more. Reload the page."),
    "deliver.note_needed": _("Say what should be different, so that the manager can do something with it."),
    "deliver.result_measured": _("“%(title)s” has been measured already and cannot be taken out."),
    "deliver.target_is_baseline": _("“%(title)s”: the target must differ from the baseline."),
    "deliver.day_outside_term": _(
        "“%(title)s”: choose a day after the start of the assignment and at most a year after its end."
    ),
    "deliver.first_result_outside_term": _("The first result must come within the term of the assignment."),
    "deliver.first_result_day_needed": _("Choose the day of the first result before the plan goes to the client."),
    "deliver.result_needed": _("A plan needs at least one result with a baseline, a target, a unit and a day."),
    "deliver.phase_needed": _("A plan needs at least one phase with its checkpoint."),
    "deliver.needs_facts": _("Write down the facts before the plan goes to the client."),
    "deliver.needs_perspectives": _("Write down how others see it before the plan goes to the client."),
    "deliver.needs_approach": _("Write down the approach before the plan goes to the client."),
    "deliver.needs_commitment": _(
        "Write down how you meet resistance and win commitment before the plan goes to the client."
    ),
    "deliver.needs_anchoring": _("Write down how it is anchored before the plan goes to the client."),
    "deliver.needs_first_result": _("Write down the first result before the plan goes to the client."),
    "deliver.needs_stop_criteria": _("Write down when you stop before the plan goes to the client."),
    "deliver.deviation_unanswered": _(
        "Something in the plan differs from the contract. Answer each line first; then agree to the plan."
    ),
    "deliver.deviation_refused": _(
        "You refused what the plan says otherwise than the contract (%(number)s). Send the plan back, so that it is"
        " changed; or change your answer."
    ),
}
PLAN_FACTS = {
    "PlanWritten": _("The draft of the plan of approach was written"),
    "PlanProposed": _("The plan of approach was sent to the client"),
    "PlanAgreed": _("The client agreed to the plan of approach"),
    "PlanSentBack": _("The client sent the plan of approach back"),
    "PlanChangeBegun": _("A change of the agreed plan of approach was begun"),
    "PlanChangeDropped": _("The change of the plan of approach was dropped"),
    "DeviationAnswered": _("The client answered a difference between plan and contract"),
}
PLAN_DETAILS = {"DeviationAnswered": lambda fact: ANSWERS[DeviationAnswer(fact["answer"])][0]}


def asked_of(category: Category) -> dict[Part, Any]:
    """The question of each part in this category."""
    return ASKED | dict(ASKED_OF[category])
