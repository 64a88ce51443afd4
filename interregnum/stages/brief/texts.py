"""Words for a person: what is missing and what that would cost, refusals, and facts of this stage."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interregnum.stages.brief.rules.states import BriefState, VersionState
from interregnum.web.pieces import Tone

STATES = {BriefState.DRAFT: _("Draft"), BriefState.OFFERED: _("With the client"), BriefState.AGREED: _("Agreed")}
VERSION_STATES = {
    VersionState.OFFERED: (_("With the client"), Tone.INFO),
    VersionState.APPROVED: (_("Approved"), Tone.GOOD),
    VersionState.SENT_BACK: (_("Sent back"), Tone.WARN),
    VersionState.TAKEN_BACK: (_("Taken back by us"), Tone.NEUTRAL),
}
FIELDS = {
    "category": _("Category"),
    "reasons": _("Reasons"),
    "grounds": _("What is missing in house"),
    "problem": _("The problem"),
    "result_wanted": _("The result wanted"),
    "level": _("Level"),
    "context": _("Context"),
    "disciplines": _("Disciplines"),
    "sector": _("Sub-sector"),
    "role_mix": _("Role mix"),
    "starts_on": _("Start"),
    "weeks": _("Duration in weeks"),
    "days_a_week": _("Days a week"),
    "rate_ceiling": _("Highest rate a day"),
    "place": _("Place"),
    "languages": _("Languages"),
    "screenings": _("Screening required"),
    "assurance": _("Assurance"),
    "problem_owner": _("Problem owner"),
    "results": _("Measurable results"),
    "scope": _("Scope"),
    "limits": _("Limits"),
    "mandate_wanted": _("Mandate wanted"),
    "sponsor_hours": _("Time of the problem owner"),
    "risks": _("Risks"),
    "successor": _("Who goes on with it"),
    "stakes": _("What is lost when it fails"),
    "assurance_reason": _("Why this assurance"),
    "budget": _("Budget"),
}
# Why the software proposes a level of assurance.
ASSURANCE_REASONS = {
    "category": _("It is what is usual for this category."),
    "grave": _("Much is lost when it fails: one step closer."),
    "value": _("It is worth %(high)s or more: one step closer."),
    "small": _("Little is lost when it fails: one step less."),
}
LANGUAGES = {"nl": _("Dutch"), "en": _("English"), "de": _("German"), "fr": _("French")}
# What it costs later when a field is left empty.
COSTS = {
    "problem": _("Without one problem everybody will solve another one."),
    "problem_owner": _("Nobody can decide when it matters, and a buyer or HR speaks for a problem that is not theirs."),
    "results": _("Progress cannot be measured: at the end it is one opinion against another."),
    "mandate_wanted": _("In the first week the manager has to ask leave for everything, and loses the team's respect."),
    "scope": _("Every neighbouring problem is laid on the manager's desk too."),
    "limits": _("The manager starts on what was not meant, and somebody has to undo it."),
    "sponsor_hours": _("A sponsor without time is the first reason why changes stop halfway."),
    "successor": _("Nobody takes over, and within a year all is as it was."),
    "risks": _("What could be foreseen comes as a surprise, and costs the weeks that were planned for the work."),
    "stakes": _("How closely we must watch over it is a guess."),
    "budget": _("The money runs out before the result is there."),
    "level": _("The wrong level costs a manager in the first weeks: too light to be heard, or too heavy for the work."),
    "disciplines": _("The shortlist cannot tell who knows the trade."),
    "starts_on": _("Nobody can say whether they are free, and nothing measures whether we were quick."),
    "days_a_week": _("Managers answer on other weeks than the client has in mind."),
    "result_wanted": _("Without a result to measure, the client and the manager will differ on what is finished."),
    "reasons": _("Proven experience with the issue cannot be counted, and it weighs most."),
    "rate_ceiling": _("The talk about money comes after the choice, when it hurts most."),
    "weeks": _("The assignment has no end, and a manager who is never finished becomes an employee."),
    "place": _("Travelling time comes up in the second week and not now."),
    "sector": _("Who knows the market counts no more than who does not."),
    "languages": _("A manager may be proposed whom the team does not understand."),
    "screenings": _("The law asks for screening before the first day here: whoever cannot have it must not begin."),
    "context": _("Experience in the primary process, in support or in projects cannot be told apart."),
    "grounds": _("It stays unclear whether hands or knowledge are missing, and the role mix is a guess."),
}
REFUSALS = {
    "brief.already_agreed": _(
        "This brief is with the client or has been agreed, and does not change any more. Reload the page to read it."
    ),
    "brief.changed_meanwhile": _(
        "A colleague saved this brief while you wrote. What your colleague wrote stands first, your own words below "
        "it: put the two together, and save again."
    ),
    "brief.already_answered": _("This version has been answered already. Reload the page to see what was said."),
    "brief.other_version": _("There is a newer version than the one you read. Reload the page and read that one."),
    "brief.is_draft": _("A colleague did this already. Reload the page."),
    "brief.remark_missing": _("Say what must be different: we read it and write the next version."),
    "brief.none_by_partner": _("Only a partner can propose to go without assurance. Choose a level, or ask a partner."),
    "brief.none_in_crisis": _("A crisis never goes without assurance. Choose at least the light level."),
    "brief.none_without_reason": _("Say why this assignment can do without assurance: the client reads it and agrees."),
    "brief.missing_problem": _("Say what the problem is before the brief is agreed."),
    "brief.missing_problem_owner": _("Say whose problem it is before the brief is agreed."),
    "brief.missing_level": _("Choose a level before the brief is agreed."),
    "brief.missing_disciplines": _("Choose at least one discipline before the brief is agreed."),
    "brief.missing_starts_on": _("Say when it starts before the brief is agreed."),
    "brief.starts_past": _("This start has passed. Choose a later day before the brief goes to the client."),
    "brief.due_before_start": _(
        "The result “%(title)s” is due on or before the start. Choose a later day for it, or an earlier start."
    ),
    "brief.missing_days_a_week": _("Say how many days a week before the brief is agreed."),
}
FACTS = {
    "BriefDrafted": _("The brief was drafted"),
    "BriefChanged": _("The brief was changed"),
    "BriefOffered": _("The brief went to the client"),
    "BriefAgreed": _("The client approved the brief"),
    "BriefSentBack": _("The client sent the brief back"),
    "BriefReopened": _("We took the brief back to change it"),
}


def _version(fact: dict[str, Any]) -> str:
    return _("Version %(version)s") % fact if fact.get("version") else ""


DETAILS = {
    "BriefChanged": lambda fact: ", ".join(str(FIELDS[name]) for name in fact["changed"] if name in FIELDS),
    **dict.fromkeys(("BriefOffered", "BriefAgreed", "BriefSentBack", "BriefReopened"), _version),
}
