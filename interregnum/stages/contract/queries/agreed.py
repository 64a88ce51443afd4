"""What was agreed, as data: each term of a contract as one side signed it, in the words of a page."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from interregnum.kernel.months import months_later
from interregnum.kernel.period import local_day
from interregnum.people.with_vat import percent_of
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.facts import ContractFacts
from interregnum.stages.contract.queries.shown import shown_values
from interregnum.stages.contract.rules.clauses import (
    FurtherTerms,
    Grants,
    further_values,
    guarantee_values,
    has_clause,
    lasting_values,
    silence_values,
    wait_values,
)
from interregnum.stages.contract.rules.costs import cap_values, expenses_as_signed
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts.agreed import EXPENSES, HANDOVER, WAIVES
from interregnum.web.pieces import Definition
from interregnum.web.templatetags.web import day, euro


def agreed(contract: Any, facts: ContractFacts, side: Side) -> tuple[Definition, ...]:
    """Of one side alone: the rate of the other is nowhere in it. A clause that is not there binds nobody."""
    said = shown_values(guarantee_values(facts.guarantee))
    said |= shown_values(lasting_values(facts.lasting, category=facts.category, assurance=facts.assurance))
    said |= shown_values(silence_values(facts.hours_silence) | wait_values(facts.longest_wait))
    said |= shown_values(cap_values(facts.expenses_cap))
    said |= shown_values(further_values(facts.further)) if facts.further else {}
    found = [*_money(contract, facts, side, said), *_guarantee(contract, said)]
    if facts.further:
        found += [*_working(facts, side, said), *_afterwards(contract, facts, facts.further, side, said)]
    return tuple(Definition(label, words) for label, words in found)


def taking_on(contract: Any, facts: ContractFacts, side: Side) -> tuple[Definition, ...]:
    """What was agreed for when the manager goes on at the client without the firm; nothing where no clause says it."""
    if facts.further is None:
        return ()
    said = shown_values(further_values(facts.further))
    return tuple(Definition(*row) for row in _without_us(contract, facts, facts.further, side, said))


def with_vat(contract: Any) -> str:
    """What the client pays a day with VAT, at the rate of the day on which it was drawn; "" where none is charged."""
    percent = percent_of(contract.organisation, local_day(contract.drawn_at))
    if not percent:
        return ""
    return _("%(amount)s (%(vat)s%% VAT, as it is now)") % {
        "amount": euro(contract.client_rate.with_vat(percent)),
        "vat": percent,
    }


def fee_rows(contract: Any, side: Side) -> list[list[str]]:
    """The fee of one side, for documents and pages; to the client with VAT as well."""
    rate = contract.client_rate if side == Side.CLIENT else contract.manager_rate
    including = with_vat(contract) if side == Side.CLIENT else ""
    found = [[_("Fee for a day, excluding VAT"), euro(rate)], [_("Fee for a day, including VAT"), including]]
    return [row for row in found if row[1]]


type Lines = Iterator[tuple[str, str]]


def _money(contract: Any, facts: ContractFacts, side: Side, said: dict[str, str]) -> Lines:
    yield from ((label, words) for label, words in fee_rows(contract, side))
    if has_clause(facts.clauses, side, "indexation"):
        yield _("The rate stays the same for"), said["indexation"]
    if facts.clauses:
        yield _("Expenses"), str(EXPENSES[expenses_as_signed(facts.clauses)]) % {"cap": said.get("cap", "")}
    yield _("Payment"), _("within %(number)s days") % {"number": facts.payment_days}
    if side == Side.MANAGER and facts.longest_wait:
        yield _("Paid when the client has paid, at the latest after"), said["wait"]
    yield _("Notice outside the guarantee"), _("%(number)s days") % {"number": facts.notice_days}


def _guarantee(contract: Any, said: dict[str, str]) -> Lines:
    """H1 H2 H3: what both sides signed of it."""
    grants = Grants.from_terms(contract.terms)
    yield _("A reason must be proven to be replaced"), _("yes") if grants.needs_reason else _("no")
    yield (
        _("Profiles for a replacement"),
        _("%(number)s within %(term)s") % {"number": grants.profiles, "term": said["profiles_within"]},
    )
    yield _("A replacement starts within"), said["start_within"]
    yield str(HANDOVER[grants.handover_paid_by]), _("at most %(term)s") % {"term": said["handover"]}
    yield _("A plan of improvement, when the client wants one"), _("at most %(term)s") % {"term": said["improvement"]}
    yield _("The client chooses after a talk within"), said["decide_within"]
    waived = ", ".join(str(words) for one, words in WAIVES.items() if one in grants.waives)
    yield _("Waived under the guarantee"), waived or _("nothing")


def _working(facts: ContractFacts, side: Side, said: dict[str, str]) -> Lines:
    has_shadow = has_clause(facts.clauses, side, "shadow")
    yield _("Shadow manager"), _("yes") if has_shadow else _("no")
    if has_shadow and "reviews" in said:
        yield _("Three-party review at least once in"), said["reviews"]
    if "silence" in said and has_clause(facts.clauses, side, "hours"):
        yield _("Hours that nobody answers count as approved after"), said["silence"]
    if has_clause(facts.clauses, side, "absence"):
        yield _("A replacement is offered after an absence of"), said["absence"]
    if has_clause(facts.clauses, side, "interests"):
        yield _("Commission from third parties"), _("none")
    if has_clause(facts.clauses, side, "annex_data"):
        yield _("A breach of data is told within"), said["breach"]


def _afterwards(contract: Any, facts: ContractFacts, further: FurtherTerms, side: Side, said: dict[str, str]) -> Lines:
    if has_clause(facts.clauses, side, "aftercare"):
        yield _("We ask what has lasted, after the end"), said["aftercare"]
    yield from _without_us(contract, facts, further, side, said)
    if has_clause(facts.clauses, side, "liability"):
        yield _("Liability, where no insurance pays"), _("the fee of the last %(term)s") % {"term": said["liability"]}
    if has_clause(facts.clauses, side, "insurance"):
        yield _("Insured for at least"), _("%(amount)s an event") % {"amount": said["insured"]}


def _without_us(contract: Any, facts: ContractFacts, further: FurtherTerms, side: Side, said: dict[str, str]) -> Lines:
    if has_clause(facts.clauses, side, "solicitation"):
        last = months_later(contract.runs_until or facts.ends_on, further.solicitation_months)
        fee = {"days": said["takeover"], "last": day(last)}
        if side == Side.CLIENT:
            # As signed, and amended since.
            rate = terms_now(contract).client_rate if contract.state == ContractState.SIGNED else facts.client_rate
            fee["amount"] = euro(rate * further.takeover_days)
            yield _("Taking the manager on without us, until %(last)s") % fee, _("%(amount)s (%(days)s), once") % fee
        else:
            yield (
                _("Working for the client without us, until %(last)s") % fee,
                _("the client pays %(days)s, once") % fee,
            )
