"""The document of an amendment: what changes, why and by whose decision, and that all else stays."""

from typing import Any

from django.utils.translation import gettext as _

from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.agreed import fee_rows
from interregnum.stages.contract.queries.amendments import version_before
from interregnum.stages.contract.queries.annexes import mandate_annex, results_annex
from interregnum.stages.contract.rules.states import Side
from interregnum.web.templatetags.web import day, euro


def amendment_data(contract: Contract, amended: Contract, side: Side) -> dict[str, Any]:
    """What stands otherwise than in the document of a contract, in the language that is active."""
    rate = euro(contract.client_rate if side == Side.CLIENT else contract.manager_rate)
    facts = {
        "first": day(contract.starts_on, "long"),
        "last": day(contract.ends_on, "long"),
        "days": contract.days_a_week,
        "rate": rate,
        "number": amended.number,
    }
    changes = _(
        "From %(first)s on, contract %(number)s runs until %(last)s, for %(days)s days a week, at a fee of %(rate)s "
        "for a day, excluding VAT."
    )
    stays = _("All else in contract %(number)s stays as it was signed, the guarantee included.")
    before, version = version_before(contract), contract.brief_version
    another = _(
        "Version %(version)s of the brief, which the client approved, takes the place of version %(before)s. What is "
        "to be reached, and what the manager may decide, stands in the annexes; they replace those before."
    ) % {"version": version, "before": before}
    is_another = version is not None and version != before
    brief = brief_facts(contract.brief.code, version=version)
    decided = _("Decided by %(who)s, for this reason:") % {"who": contract.decided_by}
    return {
        "kind": _("Amendment"),
        "terms": [
            [_("Holds from"), day(contract.starts_on)],
            [_("Last day"), day(contract.ends_on)],
            [_("Days a week"), str(contract.days_a_week)],
            *fee_rows(contract, side),
        ],
        "annexes": [mandate_annex(brief), results_annex(brief)] if is_another else [],
        "clauses": [
            _clause("changes", _("What changes"), changes % facts),
            *([_clause("assignment", _("Another assignment"), another)] if is_another else []),
            _clause("decision", _("A fresh decision"), decided, contract.amend_reason),
            _clause("stays", _("What stays"), stays % facts),
        ],
    }


def _clause(code: str, title: str, text: str, quote: str = "") -> dict[str, Any]:
    return {"code": code, "title": title, "paragraphs": [{"text": text, "quote": quote}]}
