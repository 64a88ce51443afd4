"""The agreements in words: of one side, in one language. What the other side pays or gets is not in here at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from interregnum.kernel.period import Period, local_day
from interregnum.outside.documents import lost_signs
from interregnum.people.models import Firm
from interregnum.people.queries import firm
from interregnum.stages.brief.queries import BriefFacts, brief_facts
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.agreed import fee_rows
from interregnum.stages.contract.queries.amendment_document import amendment_data
from interregnum.stages.contract.queries.annexes import mandate_annex, results_annex
from interregnum.stages.contract.queries.clauses import ClauseText, clauses_as_drawn
from interregnum.stages.contract.queries.facts import ContractFacts, contract_facts
from interregnum.stages.contract.queries.parties import business_of, found_at
from interregnum.stages.contract.queries.shown import shown_values
from interregnum.stages.contract.rules.clauses import (
    Assigned,
    guarantee_values,
    lasting_values,
    silence_values,
    values_of,
    wait_values,
)
from interregnum.stages.contract.rules.costs import cap_values
from interregnum.stages.contract.rules.kinds import BY_CODE
from interregnum.stages.contract.rules.states import Deed, Side
from interregnum.stages.contract.rules.terms import ContractTerms
from interregnum.stages.contract.rules.wording import filled
from interregnum.stages.contract.texts.wording import KINDS
from interregnum.web.templatetags.web import day
from interregnum.web.words import word_of


@dataclass(frozen=True)
class Document:
    """What a template needs to make one side's document."""

    data: dict[str, Any]
    day: date
    name: str


def document_of(code: str, side: Side) -> Document:
    """One side's agreement in the language of whoever signs it. Raises Http404 for an unknown contract."""
    contract = Contract.objects.select_related("organisation", "manager", "framework", "amends").get(code=code)
    facts = contract_facts(code)
    with override(language_of(facts, side)):
        changed = amendment_data(contract, contract.amends, side) if contract.amends else {}
        return Document(
            data=_data(contract, facts, side) | changed,
            day=local_day(contract.drawn_at),
            name=f"{contract.number.replace('/', '-')}-{side}.pdf",
        )


def language_of(facts: ContractFacts, side: Side) -> str:
    """The client reads the language of the request; a manager Dutch, unless the profile does not name it."""
    if side == Side.CLIENT:
        return facts.language
    languages = Contract.objects.values_list("manager__languages", flat=True).get(code=facts.contract)
    return "nl" if "nl" in languages or not languages else "en"


def guarantee_words(facts: ContractFacts, side: Side) -> tuple[str, ...]:
    """H3: the guarantee of this contract in the reader's language, for a page."""
    values = shown_values(guarantee_values(facts.guarantee)) | _names(facts)
    # A contract that was brought in on paper keeps no clauses: the first words say the guarantee that holds for it.
    kept = facts.clauses or {side: [("guarantee", 1)]}
    found = clauses_as_drawn(kept, Deed(side), only="guarantee")
    return tuple(paragraph.text for clause in found for paragraph in filled(clause.text, values))


def unreadable_names(facts: ContractFacts) -> tuple[str, ...]:
    """The names that a document cannot show in its fonts: in a contract nobody may stand as question marks."""
    names = (facts.organisation_name, facts.manager_name, facts.contact_name)
    return tuple(name for name in names if lost_signs(name))


def terms_of(facts: ContractFacts) -> ContractTerms:
    return ContractTerms(
        term=Period(facts.starts_on, facts.ends_on),
        days_a_week=facts.days_a_week,
        client_rate=facts.client_rate,
        manager_rate=facts.manager_rate,
        notice_days=facts.notice_days,
        payment_days=facts.payment_days,
    )


def _data(contract: Contract, facts: ContractFacts, side: Side) -> dict[str, Any]:
    house, brief = firm(), brief_facts(facts.brief, version=facts.brief_version)
    assigned = Assigned(category=facts.category, problem=facts.problem, result_wanted=facts.result_wanted)
    agreed = values_of(terms_of(facts), facts.guarantee, facts.further, assigned, side=side)
    agreed |= silence_values(facts.hours_silence) | wait_values(facts.longest_wait)
    agreed |= lasting_values(facts.lasting, category=facts.category, assurance=facts.assurance)
    agreed |= cap_values(facts.expenses_cap)
    values = shown_values(agreed) | _names(facts) | _framework(contract)
    parts = clauses_as_drawn(facts.clauses, Deed(side))
    return {
        "language": language_of(facts, side),
        "firm": house.name,
        "kind": str(KINDS[side]),
        "number": facts.number,
        "subject": _("%(manager)s at %(client)s") % _names(facts),
        "drawn": _("Drawn up on %(day)s") % {"day": day(local_day(contract.drawn_at), "long")},
        "parties_title": _("Who agree"),
        "parties": _parties(contract, facts, side, house),
        "terms": [
            [_("Category"), str(word_of(facts.category))],
            [
                pgettext("agreement", "Term"),
                _("%(first)s to %(last)s") % {"first": day(facts.starts_on), "last": day(facts.ends_on)},
            ],
            [_("Days a week"), str(facts.days_a_week)],
            [_("Place of work"), brief.place or _("Not agreed yet")],
            *fee_rows(contract, side),
        ],
        "clauses": [_clause(part, values) for part in parts if not BY_CODE[part.code].is_annex],
        "signing_title": _("Signatures"),
        "signing": _signing(contract, facts, side, house),
        "annex": _("Annex"),
        "annexes": _annexes(facts, brief, [_clause(part, values) for part in parts if BY_CODE[part.code].is_annex]),
    }


def _annexes(facts: ContractFacts, brief: BriefFacts, written: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mandate and results as the brief says them, then the annexes that are written as clauses are."""
    if facts.further is None:
        return []
    texts = [{"title": each["title"], "paragraphs": [part["text"] for part in each["paragraphs"]]} for each in written]
    return [mandate_annex(brief), results_annex(brief), *texts]


def _parties(contract: Contract, facts: ContractFacts, side: Side, house: Firm) -> list[list[str]]:
    """Rows of what somebody is called in the document, the name and where they are found."""
    organisation = contract.organisation
    contact = facts.contact_name if side == Side.CLIENT else ""
    client = ", ".join(filter(None, (found_at(organisation), contact)))
    we = [pgettext("agreement", "We"), house.name, found_at(house)]
    if side == Side.CLIENT:
        return [we, [_("You, the client"), organisation.name, client], [_("The manager"), facts.manager_name, ""]]
    return [
        we,
        [_("You, the manager"), facts.manager_name, business_of(contract.manager)],
        [_("The client"), organisation.name, client],
    ]


def _signing(contract: Contract, facts: ContractFacts, side: Side, house: Firm) -> list[dict[str, Any]]:
    """Two blocks: the firm, which offers the agreement, and whoever signs it in Interregnum."""
    signer = facts.organisation_name if side == Side.CLIENT else facts.manager_name
    offered = _("Offered for signature on %(day)s") % {"day": day(local_day(contract.drawn_at), "long")}
    return [
        {"name": house.name, "lines": [], "note": offered},
        {
            "name": signer,
            "lines": [pgettext("agreement", "Name"), pgettext("agreement", "Day")],
            "note": _("Signed in Interregnum, where name, moment and fingerprint are kept."),
        },
    ]


def _framework(contract: Contract) -> dict[str, str]:
    if contract.framework is None or contract.framework.signed_at is None:
        return {}
    # The day on the paper; that of the scan is the bureau's.
    signed = contract.framework.paper_on or local_day(contract.framework.signed_at)
    return {"framework": contract.framework.number, "framework_day": day(signed, "long")}


def _names(facts: ContractFacts) -> dict[str, str]:
    return {
        "client": facts.organisation_name,
        "manager": facts.manager_name,
        "number": facts.number,
    }


def _clause(clause: ClauseText, values: Mapping[str, str]) -> dict[str, Any]:
    paragraphs = [{"text": part.text, "quote": part.quote} for part in filled(clause.text, values)]
    return {"code": clause.code, "title": clause.title, "paragraphs": paragraphs}
