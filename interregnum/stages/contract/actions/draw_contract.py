"""H3: a proposal was accepted, so both agreements are drawn up under one number, guarantee clause included."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import F

from interregnum.journal.record import RefusedError, action, must, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import Period, local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value, values
from interregnum.people.deaths import hold_living
from interregnum.people.models import Manager, Organisation
from interregnum.stages.brief.queries import BriefFacts, brief_facts
from interregnum.stages.choose.facts import ProposalAccepted
from interregnum.stages.choose.queries import CandidacyFacts, candidacy_facts
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.honour_guarantee import as_signed
from interregnum.stages.contract.actions.make_documents import make_documents
from interregnum.stages.contract.facts import ContractDrawn
from interregnum.stages.contract.models import Agreement, Contract, Framework, Series
from interregnum.stages.contract.queries.amendments import terms_now
from interregnum.stages.contract.queries.clauses import clauses_in_force
from interregnum.stages.contract.queries.framework_access import framework_of_client
from interregnum.stages.contract.queries.lasting import lasting_terms
from interregnum.stages.contract.queries.replaced import agreed_end, replaced_of_brief
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.clauses import (
    GUARANTEE_GRANTS,
    HOURS_SILENCE,
    SILENCE,
    WAIT,
    WAIT_DAYS,
    FurtherTerms,
    GuaranteeTerms,
)
from interregnum.stages.contract.rules.costs import CAP, CAP_NOW, INCLUDED_NOW, Expenses, expenses_of_practice
from interregnum.stages.contract.rules.kinds import codes_for
from interregnum.stages.contract.rules.states import Deed, Side
from interregnum.stages.contract.rules.terms import ContractTerms, contract_number, contract_terms, lapse_day

# The outer limit of the law on the wait of a manager for a client.
LONGEST_WAIT = "invoice.client_wait_days"


class ImpossibleTermsError(Exception):
    """An accepted proposal of which no contract can be made: accepting it is undone."""


@action
def draw_contract(fact: ProposalAccepted, by: Actor, at: datetime) -> str:
    """Make the contract and its two agreements; returns its code. Raises ImpossibleTermsError for impossible terms."""
    chosen, brief = candidacy_facts(fact.candidacy), brief_facts(fact.brief)
    terms = terms_for(chosen, brief, on=local_day(at))
    if isinstance(terms, Refused):
        raise ImpossibleTermsError(", ".join(reason.code for reason in terms.reasons))
    _hold(chosen, terms)
    before = replaced_of_brief(fact.brief)
    signing = values("contract.manager_first", "contract.lapse_days", on=local_day(at))
    held = _held(fact, brief, terms, on=local_day(at))
    contract = Contract.objects.create(
        number=next_number(local_day(at).year),
        candidacy=_row_of("candidacy", fact.candidacy),
        brief=_row_of("brief", fact.brief),
        organisation=Organisation.objects.get(code=fact.organisation),
        manager=Manager.objects.get(code=fact.manager),
        client_rate=terms.client_rate,
        manager_rate=terms.manager_rate,
        days_a_week=terms.days_a_week,
        starts_on=terms.term.first,
        ends_on=terms.term.last,
        runs_until=terms.term.last,
        **(as_signed(before, held) if before else held),
        drawn_at=at,
        signs_first=Side.MANAGER if signing["contract.manager_first"] else Side.CLIENT,
        lapses_on=lapse_day(terms.term.first, days=signing["contract.lapse_days"], on=local_day(at)),
    )
    open_sides(contract, at)
    about = {"request": fact.request, "organisation": fact.organisation, "manager": fact.manager}
    record(ContractDrawn(contract=contract.code, brief=fact.brief, **about), by=by, at=at)
    make_documents.enqueue(contract.code)
    return str(contract.code)


def _held(fact: ProposalAccepted, brief: BriefFacts, terms: ContractTerms, *, on: date) -> dict[str, Any]:
    """What both sides sign besides days and rates, as it holds on a day."""
    framework = framework_of_client(fact.organisation)
    further = FurtherTerms.from_values(value("contract.terms", on=on))
    optional, expenses = _optional(on), expenses_of_practice(values(CAP_NOW, INCLUDED_NOW, on=on))
    return {
        "notice_days": terms.notice_days,
        "payment_days": terms.payment_days,
        "guarantee": GuaranteeTerms.from_values(value("contract.guarantee", on=on)).to_values(),
        "clauses": _clauses(brief, framework, optional, expenses, on=on),
        "framework": framework,
        "terms": further.to_values() | optional | lasting_terms(on=on) | {"guarantee": GUARANTEE_GRANTS},
        "brief_version": brief.approved,
    }


def _optional(on: date) -> dict[str, int]:
    """The terms of the clauses that stand in an agreement only where the firm wants them, by the name they keep.

    Nobody waits longer for a client than the law lets a manager wait, whatever the firm would like.
    """
    held = values(SILENCE, WAIT, LONGEST_WAIT, CAP_NOW, on=on)
    found = {HOURS_SILENCE: held[SILENCE], WAIT_DAYS: min(held[WAIT], held[LONGEST_WAIT]), CAP: held[CAP_NOW]}
    return {name: number for name, number in found.items() if number}


def _clauses(
    brief: BriefFacts, framework: Framework | None, optional: Mapping[str, int], expenses: Expenses, *, on: date
) -> dict[str, list[tuple[str, int]]]:
    both = partial(codes_for, brief.assurance, silence_approves=HOURS_SILENCE in optional, expenses=expenses)
    of_client, of_manager = both(has_framework=framework is not None), both(manager_waits=WAIT_DAYS in optional)
    return clauses_in_force({Deed.CLIENT: of_client, Deed.MANAGER: of_manager}, on=on)


def _hold(chosen: CandidacyFacts, terms: ContractTerms) -> None:
    """One manager's assignments exclude each other by the days of a week: of two clients at once one is first.

    Raises RefusedError, by which the choice is undone.
    """
    must(hold_living([chosen.manager]))
    if not has_room_for(Engagement(terms.term, terms.days_a_week), manager=chosen.manager):
        raise RefusedError(Refused.because("choose.manager_taken", name=chosen.manager_name))


def open_sides(contract: Contract, at: datetime) -> None:
    """Both agreements; the turn is that of the side that signs first."""
    first = contract.signs_first
    Agreement.objects.bulk_create(
        Agreement(contract=contract, side=side, asked_at=at if side == first else None) for side in Side
    )


def next_number(year: int) -> str:
    """The next number of a year, without gaps: the row stays locked until the contract is committed or undone."""
    Series.objects.get_or_create(year=year)
    Series.objects.filter(year=year).update(last=F("last") + 1)
    return contract_number(year, Series.objects.get(year=year).last)


def terms_for(chosen: CandidacyFacts, brief: BriefFacts, *, on: date) -> ContractTerms | Refused:
    """The terms of a choice as they would stand in a contract today.

    A successor under the guarantee stays until the day that was agreed with whom he or she succeeds.
    """
    before = replaced_of_brief(brief.code)
    if before is not None and chosen.starts_on <= agreed_end(before):
        return _as_before(chosen, before)
    return contract_terms(
        starts_on=chosen.starts_on,
        weeks=brief.weeks or value(f"brief.weeks.{brief.category}", on=on),
        days_a_week=brief.days_a_week,
        client_rate=chosen.client_rate,
        manager_rate=chosen.manager_rate,
        notice_days=value("contract.notice_days", on=on),
        payment_days=value("contract.payment_days", on=on),
    )


def _as_before(chosen: CandidacyFacts, before: Contract) -> ContractTerms:
    return ContractTerms(
        term=Period(chosen.starts_on, agreed_end(before)),
        days_a_week=terms_now(before).days_a_week,
        client_rate=chosen.client_rate,
        manager_rate=chosen.manager_rate,
        notice_days=before.notice_days,
        payment_days=before.payment_days,
    )


def _row_of(reference: str, code: str) -> Any:
    """The row of an earlier stage that a field refers to; by the field, because the table is that stage's own."""
    return Contract._meta.get_field(reference).related_model.objects.get(code=code)  # type: ignore[union-attr]
