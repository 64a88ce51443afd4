"""Words about the proof of the firm."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.guarantee.rules.reasons import Cause
from interregnum.stages.learn.rules.measures import WAYS, Measure, Way
from interregnum.web.templatetags.web import number

MEASURES: dict[StrEnum, Promise] = {
    Measure.SHORTLIST: _("From request to shortlist"),
    Measure.START: _("From request to first day"),
    Measure.FIRST_RESULT: _("From first day to first result"),
    Measure.ALL_RESULTS: _("From first day to all results"),
    Measure.FILLED: _("Briefs that were filled"),
    Measure.REACHED: _("Results reached"),
    Measure.STANDS_3: _("Still at the norm after 3 months"),
    Measure.STANDS_6: _("Still at the norm after 6 months"),
    Measure.STANDS_12: _("Still at the norm after 12 months"),
    Measure.REVIEWS: _("Three-party reviews held on time"),
    Measure.GUARANTEE: _("Guarantee invoked and carried out"),
    Measure.CLIENT: _("Score of the client"),
    Measure.MANAGER: _("Score that managers gave themselves"),
    Measure.EMPLOYEES: _("Pulse among employees"),
    Measure.HITS: _("Early warnings that were right"),
}
UNITS: dict[StrEnum, Promise] = {
    Measure.SHORTLIST: _("hours, median"),
    Measure.START: _("days, median"),
    Measure.FIRST_RESULT: _("days, median"),
    Measure.ALL_RESULTS: _("days, median"),
    Measure.FILLED: _("percent"),
    Measure.REACHED: _("percent"),
    Measure.STANDS_3: _("percent"),
    Measure.STANDS_6: _("percent"),
    Measure.STANDS_12: _("percent"),
    Measure.REVIEWS: _("percent"),
    Measure.GUARANTEE: _("percent"),
    Measure.CLIENT: _("of 10, mean"),
    Measure.MANAGER: _("of 10, mean"),
    Measure.EMPLOYEES: _("of 5, mean"),
    Measure.HITS: _("percent"),
}
# How each is counted; every one of them over the cases that ended in the year and of which it is known.
RULES: dict[str, Promise] = {
    Measure.SHORTLIST: _(
        "Hours from the moment a request came in to its first shortlist; the middle one of all cases."
    ),
    Measure.START: _("Days from the request to the first day of work; the middle one of all cases."),
    Measure.FIRST_RESULT: _("Days from the first day of work to the first result; the middle one of all cases."),
    Measure.ALL_RESULTS: _(
        "Days from the first day of work until all promised results were at their target and stayed there; the middle "
        "one of the cases in which they were."
    ),
    Measure.FILLED: _("Briefs for which a manager came to work, of all briefs that came to their end."),
    Measure.REACHED: _("Results at their norm on the last day, of all results that were promised."),
    Measure.STANDS_3: _("Results still at their norm, of those of which the client said so after 3 months."),
    Measure.STANDS_6: _("Results still at their norm, of those of which the client said so after 6 months."),
    Measure.STANDS_12: _("Results still at their norm, of those of which the client said so after 12 months."),
    Measure.REVIEWS: _("Reviews that were held in time, of all that were due; one that was called off is not counted."),
    Measure.GUARANTEE: _("Assignments of which a manager was replaced, or that ended, under the guarantee."),
    Measure.CLIENT: _("Scores of the client in reviews and at the end; the mean of each case, and of all cases."),
    Measure.MANAGER: _("Scores that managers gave in reviews and at the end; the mean of each case, and of all cases."),
    Measure.EMPLOYEES: _(
        "Pulse rounds that were told of five answers or more; the mean of each case, and of all cases."
    ),
    Measure.HITS: _("Warnings on assignments that then did fail, of all warnings whose outcome is known."),
}
CAUSES: dict[str, Promise] = {
    Cause.ASSIGNMENT: _("The assignment was unclear"),
    Cause.MANDATE: _("The mandate fell short"),
    Cause.MATCH: _("The match was not right"),
    Cause.MANAGER: _("The manager fell short"),
    Cause.SPONSOR: _("The sponsor was not there"),
    Cause.CONTEXT: _("The context changed"),
}


def told(measure: Measure, found: float | None) -> str:
    """A figure as it stands in the table; "" while too few cases are known."""
    if found is None:
        return ""
    return f"{round(found)}%" if WAYS[measure] == Way.SHARE else number(round(found, 1))


def case_told(measure: Measure, amount: int, of: int) -> str:
    """The same of one case."""
    if WAYS[measure] == Way.SHARE:
        return f"{amount} / {of}"
    return number(amount / 10 if WAYS[measure] == Way.MEAN else amount)
