"""Words about the ladder of escalation."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.rules.ladder import LadderStep

# Under what is typed on the ladder: who will read it.
WHO_READS = _("Interim manager, shadow manager, our bureau and its auditor read this; the client does not.")
LADDER_STEPS: dict[StrEnum, Promise] = {
    LadderStep.FIRST: _("1. Shadow manager and interim manager"),
    LadderStep.SECOND: _("2. A review because of signals"),
    LadderStep.THIRD: _("3. Partner and the client's superior"),
    LadderStep.FOURTH: _("4. The guarantee"),
}
WHAT_NOW: dict[StrEnum, Promise] = {
    LadderStep.FIRST: _("Talk about it, agree what each does, and write that down."),
    LadderStep.SECOND: _("Call a three-party review of its own, hold it, and write down what was decided."),
    LadderStep.THIRD: _("The partner agrees a plan of improvement with the client's superior, of a few weeks at most."),
    LadderStep.FOURTH: _("The client chooses: a plan, another manager, or to end. Write down what was chosen."),
}
LADDER_REFUSALS: dict[str, Promise] = {
    "ensure.ladder_changed": _("Somebody was first, or it is closed. Reload the page to see how it stands."),
    "ensure.ladder_not_yours": _("This step is for somebody else. The page says for whom."),
    "ensure.special_not_held": _("Hold the review first: since this step began, none has begun."),
    "ensure.superior_missing": _("Write with whom at the client this was agreed."),
    "ensure.plan_too_long": _("Choose a day after today, and not later than %(latest)s."),
    "ensure.special_without_shadow": _("Appoint a shadow manager first."),
    "ensure.review_that_day": _("There is a review that day already. Use that one, or choose another day."),
    "ensure.signals_there": _("The signals are still there. It can be closed when they are gone."),
}
LADDER_FACTS: dict[str, Promise] = {
    "EscalationBegun": _("Signals began the ladder of escalation"),
    "EscalationClimbed": _("The ladder of escalation went a step up"),
    "EscalationStepDone": _("A step of the ladder of escalation was done"),
    "EscalationClosed": _("The ladder of escalation was closed"),
}
A_PARTNER, THE_FIRM = _("a partner of the firm"), _("the firm")
DONE, LATE, WAITS = _("Done"), _("Out of time"), _("Waits")
