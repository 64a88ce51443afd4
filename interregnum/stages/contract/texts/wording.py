"""What an agreement is called, and how its numbers read in a sentence, in the language that is active."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from interregnum.stages.contract.rules.clauses import Span, Spans, Unit
from interregnum.stages.contract.rules.states import Side

KINDS = {Side.CLIENT: _("Assignment confirmation"), Side.MANAGER: _("Agreement of assignment")}
UNITS = {
    Unit.HOURS: ngettext_lazy("%(number)s hour", "%(number)s hours", "number"),
    Unit.DAYS: ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    Unit.WORKING_DAYS: ngettext_lazy("%(number)s working day", "%(number)s working days", "number"),
    Unit.MONTHS: ngettext_lazy("%(number)s month", "%(number)s months", "number"),
    Unit.WEEKS: ngettext_lazy("%(number)s week", "%(number)s weeks", "number"),
}


def words_of_span(span: Span) -> str:
    """ "1 day", "5 working days"."""
    return UNITS[span.unit] % {"number": span.number}


def words_of_spans(spans: Spans) -> str:
    """ "3, 6 and 12 months"."""
    *before, last = spans.numbers
    words = words_of_span(Span(last, spans.unit))
    return (
        str(_("%(numbers)s and %(last)s") % {"numbers": ", ".join(map(str, before)), "last": words})
        if before
        else words
    )
