"""What later stages and desks may know of contracts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.functional import Promise

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.money import Money
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.rules.states import OVER as CHOICE_OVER
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries.access import unsigned, visible_to
from interregnum.stages.contract.queries.lasting import lasting_of
from interregnum.stages.contract.rules.clauses import HOURS_SILENCE, FurtherTerms, GuaranteeTerms, longest_wait
from interregnum.stages.contract.rules.costs import cap_as_signed
from interregnum.stages.contract.rules.lasting import Lasting
from interregnum.stages.contract.rules.states import OVER, ContractState
from interregnum.stages.contract.texts import STATES


@dataclass(frozen=True, kw_only=True)
class ContractFacts:
    """A contract with what its brief says. Codes of objects; `clauses`: the (code, version) of each clause by side,
    as drawn; `hours_silence`: working days of silence that approve hours, None where it does not; `longest_wait`:
    days that the manager waits for the client's payment, 0 where that was not agreed; `owner` is "" when nobody at the
    bureau guards it yet; `replaces`: the contract that ended under the guarantee, "" for none.

    Rates are euros a day excl. VAT: never show `manager_rate` to a client, nor `client_rate` to a manager.
    """

    contract: str
    number: str
    state: ContractState
    brief: str
    request: str
    organisation: str
    organisation_name: str
    manager: str
    manager_name: str
    manager_email: str
    contact_name: str
    contact_email: str
    language: str
    owner: str
    starts_on: date
    ends_on: date
    days_a_week: int
    client_rate: Money
    manager_rate: Money
    notice_days: int
    payment_days: int
    guarantee: GuaranteeTerms
    further: FurtherTerms | None
    hours_silence: int | None
    longest_wait: int
    lasting: Lasting
    expenses_cap: Money | None
    clauses: Mapping[str, Sequence[tuple[str, int]]]
    brief_version: int | None
    replaces: str
    category: Category
    assurance: Assurance
    problem: str
    result_wanted: str
    role_mix: RoleMix


@dataclass(frozen=True)
class ToSign:
    """A line on the desk of who can sign."""

    code: str
    number: str
    organisation_name: str
    manager_name: str


@dataclass(frozen=True)
class ContractLine:
    """A contract on the desk of who signs it; `ends_on` is its last day as it stands now."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    starts_on: date
    ends_on: date
    state: Promise
    is_signed: bool
    is_over: bool


def contract_facts(code: str) -> ContractFacts:
    """For later stages, which check by their own objects who may look. Raises Http404 for an unknown one."""
    row = Contract.objects.select_related("organisation", "manager", "brief").filter(code=code).first()
    if row is None:
        raise Http404
    return facts_of(row)


def facts_of(row: Contract) -> ContractFacts:
    """The same of a row that was read already, with its organisation, manager and brief."""
    brief = brief_facts(row.brief.code, version=row.brief_version)
    return ContractFacts(
        contract=row.code,
        number=row.number,
        state=row.state,
        brief=brief.code,
        request=brief.request,
        organisation=row.organisation.code,
        organisation_name=row.organisation.name,
        manager=row.manager.code,
        manager_name=row.manager.name,
        manager_email=row.manager.email,
        contact_name=brief.contact_name,
        contact_email=brief.contact_email,
        language=brief.language,
        owner=brief.owner,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        days_a_week=row.days_a_week,
        client_rate=row.client_rate,
        manager_rate=row.manager_rate,
        notice_days=row.notice_days,
        payment_days=row.payment_days,
        guarantee=GuaranteeTerms.from_values(row.guarantee),
        further=FurtherTerms.from_values(row.terms) if row.clauses and row.terms else None,
        hours_silence=row.terms.get(HOURS_SILENCE),
        lasting=lasting_of(row),
        expenses_cap=cap_as_signed(row.clauses, row.terms),
        longest_wait=longest_wait(row.clauses, row.terms),
        clauses=row.clauses,
        brief_version=row.brief_version,
        replaces=row.replaces.code if row.replaces else "",
        category=brief.category,
        assurance=brief.assurance,
        problem=brief.problem,
        result_wanted=brief.result_wanted,
        role_mix=brief.role_mix,
    )


def contracts_to_sign(*, seen_by: Actor, on: date, limit: int = 10) -> tuple[ToSign, ...]:
    """Contracts that wait for this person's signature, oldest first."""
    names = ("contract__code", "contract__number", "contract__organisation__name", "contract__manager__name")
    told = unsigned(seen_by=seen_by, on=on).order_by("contract__pk").values_list(*names)
    return tuple(ToSign(*line) for line in told[:limit])


def contracts_of(*, seen_by: Actor, limit: int = 10) -> tuple[ContractLine, ...]:
    """The contracts of a client or a manager, the newest first: signed or not, to be found again."""
    names = ("code", "number", "organisation__name", "manager__name", "starts_on", "ends_on", "runs_until", "state")
    rows = visible_to(seen_by).select_related(None).select_related("organisation", "manager").only(*names)
    return tuple(
        ContractLine(
            row.code,
            row.number,
            row.organisation.name,
            row.manager.name,
            row.starts_on,
            row.runs_until or row.ends_on,
            STATES[row.state],
            row.state == ContractState.SIGNED,
            row.state in OVER,
        )
        for row in rows.order_by("-pk")[:limit]
    )


def contract_of_brief(brief_code: str) -> str | None:
    """The code of the newest contract that came of a brief, as long as the choice behind it stands."""
    rows = Contract.objects.filter(brief__code=brief_code, amends=None).exclude(
        candidacy__proposal__state__in=CHOICE_OVER
    )
    return rows.values_list("code", flat=True).first()
