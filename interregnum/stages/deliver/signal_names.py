"""What each signal is called, and what it looks at in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.signals import VEIL

TITLES: dict[str, Promise] = {
    "sponsor": _("Contact with the client"),
    "mandate_unannounced": _("Mandate announced"),
    "plan_late": _("Plan of approach agreed"),
    "deviation": _("Another assignment than agreed"),
    "scores": _("Scores of client and manager"),
    "lag": _("Results and decisions in time"),
    "stakeholders": _("Commitment of stakeholders"),
    "pulse": _("Pulse among employees"),
    "attendance_low": _("Attendance at sessions"),
    "old_way": _("Old and new way side by side"),
    "agenda": _("Reports and reviews in time"),
    "heirless": _("Who inherits the work"),
    "budget_unused": _("Use of the budget"),
    "manager_load": _("Load of the interim manager"),
    "integrity": _("Integrity"),
    "term": _("Term"),
    "staff_leaving": _("Key people leaving"),
    "odds_low": _("Odds of the change"),
    "ownerless": _("Owner of each result"),
    "role_drift": _("Role as agreed"),
    "cause_stays": _("Cause of the replacement"),
    "hours_unapproved": _("Hours approved"),
    "resistance_unmet": _("Resistance met"),
    "effect_unseen": _("Effect of approaches"),
    "readiness_low": _("Readiness of groups"),
    VEIL: _("People in the change"),
}
EXPLAINED: dict[str, Promise] = {
    "sponsor": _(
        "How long ago the client had time for it, how often in a row a review was called off, and how much "
        "of the time that the brief asks there was."
    ),
    "mandate_unannounced": _(
        "How many days after the start the organisation does not know what the interim manager may decide."
    ),
    "plan_late": _("How many days after the start there is no plan that the client agreed."),
    "deviation": _(
        "How long the plan departs from the contract without the contract being changed, and on how many points."
    ),
    "scores": _(
        "How far the scores of client and manager lie apart, how low the client's score is, and how far it fell."
    ),
    "lag": _("Results past their day or behind the time, and decisions that stay open."),
    "stakeholders": _("How many people with much influence stand lower than some weeks ago, or against the change."),
    "pulse": _("How far the pulse fell since the round before, and how many answered at most."),
    "attendance_low": _("How many of who was asked came to the sessions of the last weeks."),
    "old_way": _("How long the old way goes on after the day on which it was to end."),
    "agenda": _(
        "How many weeks have no report, how many reviews in a row did not take place or found somebody unprepared, and "
        "how often one was moved."
    ),
    "ownerless": _("How much of the term has passed while a result has no owner in the line."),
    "heirless": _("How much of the term has passed while nobody in the organisation is named who inherits the work."),
    "budget_unused": _("How much of the budget planned until now was spent: what is not spent is often not done."),
    "manager_load": _(
        "How many weeks in a row the manager works more than five days, and how long manager and shadow "
        "manager did not speak."
    ),
    "integrity": _("Persons whom the manager introduced, and ties, that are not declared or were declared too late."),
    "term": _("How long it goes on past its last day, or beyond a year without deciding so anew."),
    "staff_leaving": _("How many people whom the change needs leave around this time."),
    "odds_low": _("The odds score of pace, team, backing at the top and on the floor, and load."),
    "role_drift": _("How far the roles of the last weeks lie from the ones agreed."),
    "cause_stays": _("How long what lay under a replacement is not mended, where it did not lie with the manager."),
    "hours_unapproved": _("How long hours wait for the client's approval."),
    "resistance_unmet": _("How long resistance that was seen has no approach."),
    "effect_unseen": _("How long after its day nobody has said what an approach did."),
    "readiness_low": _("The lowest step of readiness of any group."),
}
