"""The wording of both agreements: which words belong to a clause of the rules, in the language that is active."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interregnum.stages.contract.rules.clauses import Paragraph, Span, Unit
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.texts import client, manager

KINDS = {Side.CLIENT: _("Assignment confirmation"), Side.MANAGER: _("Agreement of assignment")}
TITLES = {
    "assignment": _("The assignment"),
    "term": pgettext_lazy("agreement", "Term"),
    "fee": _("Fee and payment"),
    "working": _("How we work together"),
    "reporting": _("Reports and reviews"),
    "guarantee": _("Guarantee"),
    "notice": pgettext_lazy("agreement", "Notice"),
    "interests": _("No hidden interests"),
    "confidentiality": _("Confidentiality and personal data"),
    "handover": _("Hand-over and anchoring"),
    "aftercare": _("Aftercare"),
    "law": _("Law and signature"),
}
UNITS = {
    Unit.HOURS: ngettext_lazy("%(number)s hour", "%(number)s hours", "number"),
    Unit.DAYS: ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    Unit.WORKING_DAYS: ngettext_lazy("%(number)s working day", "%(number)s working days", "number"),
    Unit.WEEKS: ngettext_lazy("%(number)s week", "%(number)s weeks", "number"),
}
PARAGRAPHS: Mapping[Side, Mapping[str, Promise]] = {Side.CLIENT: client.PARAGRAPHS, Side.MANAGER: manager.PARAGRAPHS}


def words_of(paragraph: Paragraph, *, side: Side, facts: Mapping[str, object]) -> str:
    """A paragraph in words; `facts` are its values as they read in this language."""
    return str(PARAGRAPHS[side][paragraph.code]) % facts


def words_of_span(span: Span) -> str:
    """ "1 day", "5 working days"."""
    return UNITS[span.unit] % {"number": span.number}
