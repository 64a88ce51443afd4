"""The annexes of an agreement that come of the brief: the mandate wanted, and the results with their targets."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interregnum.stages.brief.queries import BriefFacts
from interregnum.web.templatetags.web import day, number


def mandate_annex(brief: BriefFacts) -> dict[str, Any]:
    """What the manager may decide, as far as it was agreed beforehand."""
    said = (
        (_("Problem owner at the client"), brief.problem_owner),
        (_("Mandate wanted"), brief.mandate_wanted),
        (_("What belongs to it"), brief.scope),
        (_("What does not"), brief.limits),
    )
    rows = [[label, text] for label, text in said if text.strip()]
    end = _("The mandate itself is settled at the start and announced to those concerned; it goes before this sheet.")
    return {"title": _("Mandate sheet"), "rows": rows, "paragraphs": [end]}


def results_annex(brief: BriefFacts) -> dict[str, Any]:
    head = [_("Result"), _("Now"), _("Target"), pgettext("agreement", "By"), _("Measured by")]
    rows = [
        [
            one.title,
            _amount(one.baseline, one.unit),
            _amount(one.target, one.unit),
            day(one.due_on) if one.due_on else "\u2013",
            one.measured_by or "\u2013",
        ]
        for one in brief.results
    ]
    end = _("The plan of approach makes these exact, or sets them when none stands here. It holds once agreed to.")
    return {"title": _("Results"), "head": head if rows else [], "table": rows, "paragraphs": [end]}


def _amount(value: Decimal | None, unit: str) -> str:
    return "\u2013" if value is None else f"{number(value)} {unit}".strip()
