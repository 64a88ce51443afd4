"""The words of commitment, resistance and readiness. Our own; the sources stand beside the rules."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.commitment import Circle, Commitment, StakeKind
from interregnum.stages.deliver.rules.readiness import OddsPart, Outlook, Step
from interregnum.stages.deliver.rules.resistance import Approach, Cause, Effect, UptakeKind, Word

LEVELS: dict[Commitment, Promise] = {
    Commitment.AGAINST: _("Is against it"),
    Commitment.LETS: _("Lets it happen"),
    Commitment.HELPS: _("Helps it happen"),
    Commitment.MAKES: _("Makes it happen"),
}
KINDS = {StakeKind.PERSON: _("A person"), StakeKind.GROUP: _("A group")}
CIRCLES: dict[Circle, Promise] = {
    Circle.LEADERSHIP: _("Board and directors"),
    Circle.MIDDLE: _("Middle management and team leaders"),
    Circle.EMPLOYEES: _("Employees whose work changes"),
    Circle.SUPPORT: _("Supporting departments"),
    Circle.REPRESENTATION: _("Works council and unions"),
    Circle.OUTSIDE: _("Outside the organisation"),
}
CAUSES: dict[Cause, Promise] = {
    Cause.SELF_INTEREST: _("They have something to lose"),
    Cause.MISUNDERSTOOD: _("They misunderstand it, or do not trust it"),
    Cause.TOO_MUCH: _("It is too much, or goes too fast"),
    Cause.OTHER_VIEW: _("They see it differently, and may have a point"),
}
APPROACHES: dict[Approach, Promise] = {
    Approach.INFORM: _("Explain and inform"),
    Approach.INVOLVE: _("Let them take part"),
    Approach.SUPPORT: _("Help and support"),
    Approach.NEGOTIATE: _("Negotiate and agree"),
    Approach.CO_OPT: _("Win them over with a role or a seat"),
    Approach.COERCE: _("Insist and enforce"),
}
# When each fits, and what it costs.
FITS: dict[Approach, Promise] = {
    Approach.INFORM: _("Fits when facts are missing or wrong."),
    Approach.INVOLVE: _("Fits when they know what you do not, or can hold it up."),
    Approach.SUPPORT: _("Fits when people want to and find it hard."),
    Approach.NEGOTIATE: _("Fits when somebody clearly loses and is strong enough to stop it."),
    Approach.CO_OPT: _("Fits when nothing else works and one voice decides."),
    Approach.COERCE: _("Fits when it must be fast and you have the mandate."),
}
COSTS: dict[Approach, Promise] = {
    Approach.INFORM: _("Takes time when there are many of them."),
    Approach.INVOLVE: _("Takes time, and what comes of it may be something else."),
    Approach.SUPPORT: _("Takes time and money, and may still not help."),
    Approach.NEGOTIATE: _("Costs money or scope, and others will ask the same."),
    Approach.CO_OPT: _("Costs trust as soon as they notice. Your shadow manager has a word in it first."),
    Approach.COERCE: _("Costs trust, and they stop when you look away. Your shadow manager has a word in it first."),
}
# Why an approach is suggested: one sentence for each rule of rules/resistance.py.
RULES: dict[str, Promise] = {
    "cause_self_interest": _("Whoever loses something wants to talk about what that is worth."),
    "cause_misunderstood": _("What is not understood is explained first, by somebody they trust."),
    "cause_too_much": _("Who cannot keep up is helped, not argued with."),
    "cause_other_view": _("Who sees it differently may see something; let them work on it."),
    "category_change": _("In a change assignment what people helped to make is what stays."),
    "category_bridging": _("In a bridging assignment calm goes first; support disturbs least."),
    "category_project": _("In a project much resistance is about what will come and when."),
    "category_crisis": _("In a crisis there is little time: say honestly what must be, and hold to it."),
    "category_expertise": _("In an expertise assignment your knowledge is what convinces."),
}
EFFECTS: dict[Effect, Promise] = {
    Effect.GONE: _("It is gone"),
    Effect.LESS: _("It became less"),
    Effect.SAME: _("It stayed the same"),
    Effect.MORE: _("It became more"),
}
STEPS: dict[Step, Promise] = {
    Step.WHY: _("They know why"),
    Step.WILL: _("They want to"),
    Step.HOW: _("They know how"),
    Step.ABLE: _("They can"),
    Step.HOLDS: _("It holds"),
}
STEP_HELP: dict[Step, Promise] = {
    Step.WHY: _("Awareness: they can say what changes and why."),
    Step.WILL: _("Will: they choose to go along."),
    Step.HOW: _("Knowledge: they know what is expected of them."),
    Step.ABLE: _("Ability: they do it, without help."),
    Step.HOLDS: _("Reinforcement: it is noticed, rewarded and kept up."),
}
ODDS: dict[OddsPart, Promise] = {
    OddsPart.PACE: _("How long until the next moment at which progress is judged?"),
    OddsPart.TEAM: _("Can the team that carries it out do it?"),
    OddsPart.TOP: _("Does the top visibly stand behind it?"),
    OddsPart.FLOOR: _("Do the people whose work changes want it?"),
    OddsPart.LOAD: _("How much work comes on top of the usual work?"),
}
PARTS: dict[OddsPart, Promise] = {
    OddsPart.PACE: _("Pace"),
    OddsPart.TEAM: _("Team"),
    OddsPart.TOP: _("Top"),
    OddsPart.FLOOR: _("Work floor"),
    OddsPart.LOAD: _("Extra work"),
}
ODDS_SCALES: dict[OddsPart, tuple[Promise, ...]] = {
    OddsPart.PACE: (_("Under two months"), _("Two to four months"), _("Four to eight months"), _("More than eight")),
    OddsPart.TEAM: (_("Certainly"), _("Mostly"), _("With gaps"), _("No")),
    OddsPart.TOP: (_("In word and deed"), _("In words"), _("Neutral"), _("Reluctant")),
    OddsPart.FLOOR: (_("Eager"), _("Willing"), _("Hesitant"), _("Unwilling")),
    OddsPart.LOAD: (_("Less than a tenth"), _("A tenth to a fifth"), _("A fifth to two fifths"), _("More")),
}
OUTLOOKS: dict[Outlook, Promise] = {
    Outlook.WITH: _("The odds are with it"),
    Outlook.DOUBT: _("In doubt"),
    Outlook.AGAINST: _("The odds are against it"),
}
UPTAKE: dict[UptakeKind, Promise] = {
    UptakeKind.ATTENDANCE: _("Came to the sessions"),
    UptakeKind.NEW_WAY: _("Done the new way"),
}
WORDS: dict[Word, Promise] = {
    Word.ASKED: _("Waits for the word of the shadow manager"),
    Word.AGREED: _("The shadow manager agrees"),
    Word.REFUSED: _("The shadow manager advises against it"),
    Word.WITHDRAWN: _("Taken back by the manager"),
}
REFUSALS = {
    "deliver.closed": _("This assignment is closed."),
    "deliver.day_outside_assignment": _("Choose a day within the assignment: %(first)s to %(last)s."),
    "deliver.seen_later": _("This day is still to come. Choose today or earlier."),
    "deliver.stake_nameless": _("Write a name or a role."),
    "deliver.stake_is_manager": _("That is you. Write down the others who have a stake in the change."),
    "deliver.stake_twice": _("“%(name)s” stands in the list already. Open it there and note where they stand now."),
    "deliver.group_of_one": _("A group is of two people or more. Choose “A person” for one."),
    "deliver.no_such_stakeholder": _("Choose somebody from the list of stakeholders."),
    "deliver.approach_open": _("An approach was chosen already. Say first what it did; then choose another."),
    "deliver.word_waits": _("Your shadow manager has been asked. Wait for the answer, or take the question back."),
    "deliver.word_said": _("This was answered or taken back meanwhile. Reload the page."),
    "deliver.word_needed": _("Say in a few words why, so that the manager can do something with it."),
    "deliver.stake_changed_meanwhile": _("This was corrected meanwhile. Reload the page and look again."),
    "deliver.stake_gone": _("This stakeholder was removed already. Reload the page."),
    "deliver.stake_there": _("This stakeholder is in the list already. Reload the page."),
    "deliver.stake_has_approach": _(
        "An approach to their resistance is still open. Say first what it did; then remove them."
    ),
    "deliver.effect_known": _("What it did was noted already. Reload the page."),
    "deliver.nobody_counted": _("Nothing was counted: fill in at least one number above nought."),
    "deliver.counted_that_day": _(
        "This day has a count already. If it is wrong, take it away first, on the page before this one."
    ),
    "deliver.count_gone": _("This count was taken away already. Reload the page."),
    "deliver.leaving_gone": _("This was taken away already. Reload the page."),
}
