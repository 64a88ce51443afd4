"""The annexes of an agreement that come of the brief: the mandate wanted, and the results with their targets."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interregnum.stages.brief.queries import BriefFacts
from interregnum.web.templatetags.web import day, number


def mandate_annex(brief: BriefFacts) -> dict[str, Any]:
    """What the manager may decide, as far as it was agreed beforehand; and what is still to be agreed, by its name."""
    hours = _("%(number)s hours a week") % {"number": brief.sponsor_hours} if brief.sponsor_hours else ""
    said = (
        (_("Problem owner at the client"), brief.problem_owner),
        (_("Time of the problem owner"), hours),
        (_("Mandate wanted"), brief.mandate_wanted),
        (_("What belongs to it"), brief.scope),
        (_("What does not"), brief.limits),
        (_("Risks that are known"), brief.risks),
        (_("Who goes on with it"), brief.successor),
        *((label, "") for label in _settled_at_the_start()),
    )
    rows = [[label, text if text.strip() else _("Not agreed yet")] for label, text in said]
    end = _("The mandate itself is settled at the start and announced to those concerned; it goes before this sheet.")
    return {"title": _("Mandate sheet"), "rows": rows, "paragraphs": [end]}


def _settled_at_the_start() -> tuple[str, ...]:
    """The lines of the mandate itself, which client and manager fill in together."""
    return (
        _("Decides alone, with the client, or not: people"),
        _("Decides alone, with the client, or not: money, and up to which amount"),
        _("Decides alone, with the client, or not: processes and systems"),
        _("Speaks for the organisation, inside and outside"),
        _("Access to supervisory board, regulator and works council"),
        _("Reports to, also when something is stuck"),
    )


def results_annex(brief: BriefFacts) -> dict[str, Any]:
    head = [_("Result"), _("Now"), _("Target"), pgettext("agreement", "By"), _("Measured by")]
    open_still = _("Not agreed yet")
    rows = [
        [
            one.title,
            _amount(one.baseline, one.unit) or open_still,
            _amount(one.target, one.unit) or open_still,
            day(one.due_on) if one.due_on else open_still,
            one.measured_by.strip() or open_still,
        ]
        for one in brief.results
    ] or [[open_still] * len(head)]
    end = _("The plan of approach makes these exact, or sets them when none stands here. It holds once agreed to.")
    return {"title": _("Results"), "head": head, "table": rows, "paragraphs": [end]}


def _amount(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{number(value)} {unit}".strip()
