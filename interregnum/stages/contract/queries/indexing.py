"""What is known of indexing the rates of a contract: what may be, what was told, and what each side reads of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.parameters.values import values
from interregnum.stages.contract.models import Contract, Indexation
from interregnum.stages.contract.queries.access import contract_of, visible_to
from interregnum.stages.contract.queries.replaced import rate_parts
from interregnum.stages.contract.rules.clauses import FurtherTerms
from interregnum.stages.contract.rules.indexing import (
    IndexFacts,
    Part,
    first_day_to_raise,
    is_time_to_tell,
    last_day_to_tell,
    rate_on,
)
from interregnum.stages.contract.rules.states import ContractState
from interregnum.web.templatetags.web import number

# By how many tenths of a percent the index rose, which a partner fills in; how long before it is told, how far apart.
INDEX, TERMS = "contract.services_index_tenths", "contract.indexation"
# A contract on paper keeps no clauses: nothing of these terms is asked of it.
NEVER = 1200
# The last day of the contract of a raise: one that falls later never came to be.
UNTIL = Coalesce("contract__runs_until", "contract__ends_on")
SAID = ("code", "organisation__name", "manager__name")
HELD = ("clauses", "terms", "starts_on", "last", "raised_from", "amended_from", "is_being_amended")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One raise: its percents, and the rates of a day from then on."""

    holds_from: date
    percent: Decimal
    manager_percent: Decimal
    client_rate: Money
    manager_rate: Money
    told_at: datetime
    told_by: str


@dataclass(frozen=True, kw_only=True)
class IndexPage:
    """`first_day` is the earliest from which the rate can be raised by what is told today; `is_over`: that is after the
    last day of the contract."""

    code: str
    number: str
    organisation_name: str
    manager_name: str
    has_clause: bool
    follows: bool
    index_percent: Decimal
    first_day: date
    is_over: bool
    client_rate: Money
    manager_rate: Money
    told: tuple[Told, ...]
    on: date

    @property
    def may_raise(self) -> bool:
        return self.has_clause and not self.is_over and self.index_percent > 0


@dataclass(frozen=True)
class Indexed:
    """That the client's rate is another one from a day on: the percentage as it was told."""

    day: date
    percent: str


@dataclass(frozen=True)
class ToIndex:
    """A contract of which the rate is raised from `day` when that is told today; told by `tell_by` it holds as early as
    the clause lets it. `is_known`: by how much the index rose is filled in."""

    day: date
    tell_by: date
    code: str
    client: str
    manager: str
    is_known: bool


def index_facts(row: Contract, *, on: date) -> IndexFacts:
    signed = row.amendments.filter(state=ContractState.SIGNED).order_by("-starts_on").first()
    return _facts(
        values(INDEX, TERMS, on=on),
        clauses=row.clauses,
        terms=row.terms,
        starts_on=row.starts_on,
        last=row.runs_until or row.ends_on,
        raised_from=_raised_from(row),
        amended_from=signed.starts_on if signed else None,
        is_being_amended=row.amendments.filter(state=ContractState.DRAWN).exists(),
    )


def _facts(held: dict[str, Any], *, clauses: Any, terms: Any, last: date, **told: Any) -> IndexFacts:
    return IndexFacts(
        clauses=clauses,
        runs_until=last,
        months=FurtherTerms.from_values(terms).indexation_months if clauses and terms else NEVER,
        index_percent=Decimal(held[INDEX]) / 10,
        **held[TERMS],
        **told,
    )


def to_index(*, seen_by: Actor, on: date, most: int) -> list[ToIndex]:
    """Running contracts of which it is time to tell of a raise, the nearest first, in one query. Once it is told the
    next one lies further off."""
    held = values(INDEX, TERMS, on=on)
    found = []
    for row in _running(seen_by, on).values(*SAID, *HELD):
        code, client, manager = (row.pop(name) for name in SAID)
        facts = _facts(held, **row)
        if is_time_to_tell(facts, on=on):
            day, tell_by = first_day_to_raise(facts, on=on), last_day_to_tell(facts)
            found.append(ToIndex(day, tell_by, code, client, manager, facts.index_percent > 0))
    return sorted(found, key=lambda one: (one.tell_by, one.code))[:most]


def _running(seen_by: Actor, on: date) -> QuerySet[Contract]:
    """With what the clause asks of each."""
    amendments = Contract.objects.filter(amends=OuterRef("pk"))
    signed = amendments.filter(state=ContractState.SIGNED).order_by("-starts_on")
    raises = Indexation.objects.filter(contract__brief=OuterRef("brief"), withdrawn_at=None, holds_from__lte=UNTIL)
    rows = visible_to(seen_by).filter(state=ContractState.SIGNED, amends=None, left_at=None, starts_on__lte=on)
    rows = rows.annotate(last=Coalesce("runs_until", "ends_on")).filter(last__gte=on)
    return rows.annotate(
        raised_from=Subquery(raises.order_by("-holds_from").values("holds_from")[:1]),
        amended_from=Subquery(signed.values("starts_on")[:1]),
        is_being_amended=Exists(amendments.filter(state=ContractState.DRAWN)),
    )


def _raised_from(row: Contract) -> date | None:
    """The last raise of the assignment that came to be, whoever worked on it then."""
    one: Contract | None = row
    while one is not None:
        until = one.runs_until or one.ends_on
        last = one.indexations.filter(withdrawn_at=None, holds_from__lte=until).order_by("-holds_from").first()
        if last is not None:
            return last.holds_from
        one = one.replaces
    return None


def index_page(code: str, *, seen_by: Actor, on: date) -> IndexPage:
    """Raises Http404 for a contract that is not theirs."""
    row = contract_of(code, seen_by=seen_by)
    facts = index_facts(row, on=on)
    first = first_day_to_raise(facts, on=on)
    parts = rate_parts(row)
    _days, client, manager = rate_on(parts, on) or (None, row.client_rate, row.manager_rate)
    return IndexPage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        manager_name=row.manager.name,
        has_clause=facts.may_be,
        follows=any(code == "indexation" for code, _version in row.clauses.get("manager", ())),
        index_percent=facts.index_percent,
        first_day=first,
        is_over=first > facts.runs_until,
        client_rate=client,
        manager_rate=manager,
        told=_told(row, parts),
        on=on,
    )


def told_of(row: Contract) -> tuple[Told, ...]:
    """What holds of it, in order of its days."""
    return _told(row, rate_parts(row)) if row.indexations.filter(withdrawn_at=None).exists() else ()


def _told(row: Contract, parts: Sequence[Part]) -> tuple[Told, ...]:
    found = []
    for one in row.indexations.filter(withdrawn_at=None).select_related("told_by").order_by("holds_from"):
        _days, client, manager = rate_on(parts, one.holds_from) or (None, row.client_rate, row.manager_rate)
        found.append(
            Told(
                holds_from=one.holds_from,
                percent=one.percent,
                manager_percent=one.manager_percent,
                client_rate=client,
                manager_rate=manager,
                told_at=one.told_at,
                told_by=one.told_by.name,
            )
        )
    return tuple(found)


def indexed_within(brief: int, first: date, last: date) -> tuple[Indexed, ...]:
    """For an invoice: the raises of the client's rate that came to be in these days, of whoever worked under this
    brief."""
    rows = Indexation.objects.filter(contract__brief=brief, withdrawn_at=None, holds_from__range=(first, last))
    rows = rows.filter(holds_from__lte=UNTIL)
    return tuple(Indexed(one.holds_from, number(one.percent)) for one in rows)
