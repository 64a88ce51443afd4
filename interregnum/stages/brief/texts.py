"""Words for a person: what is missing and what that would cost, refusals, and facts of this stage."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.brief.rules.states import BriefState

STATES = {BriefState.DRAFT: _("Draft"), BriefState.AGREED: _("Agreed")}
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
}
LANGUAGES = {"nl": _("Dutch"), "en": _("English"), "de": _("German"), "fr": _("French")}
# What it costs later when a field is left empty.
COSTS = {
    "problem": _("Without one problem everybody will solve another one."),
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
    "brief.already_agreed": _("This brief has been agreed and does not change any more. Reload the page to read it."),
    "brief.missing_problem": _("Say what the problem is before the brief is agreed."),
    "brief.missing_level": _("Choose a level before the brief is agreed."),
    "brief.missing_disciplines": _("Choose at least one discipline before the brief is agreed."),
    "brief.missing_starts_on": _("Say when it starts before the brief is agreed."),
    "brief.missing_days_a_week": _("Say how many days a week before the brief is agreed."),
}
FACTS = {
    "BriefDrafted": _("The brief was drafted"),
    "BriefChanged": _("The brief was changed"),
    "BriefAgreed": _("The brief was agreed"),
}
DETAILS = {
    "BriefChanged": lambda fact: ", ".join(str(FIELDS[name]) for name in fact["changed"] if name in FIELDS),
}
