"""H3: the values in the clauses of a contract, kept as signed. The words are versions that a partner writes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Self

from interregnum.kernel.lists import Assurance, Category
from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later
from interregnum.stages.contract.rules.lasting import Lasting
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms


class Unit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True)
class Span:
    """A number with what it counts, so that the words can say "1 day" and "2 days"."""

    number: int
    unit: Unit


@dataclass(frozen=True)
class Spans:
    """Several numbers of one thing: "3, 6 and 12 months"."""

    numbers: tuple[int, ...]
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """Terms of a clause as whole numbers of one or more."""

    def __post_init__(self) -> None:
        if any(type(number) is not int or number < 1 for number in asdict(self).values()):
            raise ValueError("each term of a clause is a whole number of one or more")

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """From the parameter or a signed contract. Raises KeyError when one lacks, ValueError for a wrong number."""
        return cls(**{one.name: values[one.name] for one in fields(cls)})

    def to_values(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class GuaranteeTerms(_Terms):
    """H3: the guarantee clause as values. What is signed is what the software later does."""

    profile_hours: int
    start_working_days: int
    handover_days: int
    improvement_weeks: int
    decision_working_days: int


@dataclass(frozen=True, kw_only=True)
class FurtherTerms(_Terms):
    """What the other clauses bind to; `insured_amount` is euros an event, `takeover_days` days of the day rate."""

    indexation_months: int
    solicitation_months: int
    takeover_days: int
    absence_working_days: int
    breach_hours: int
    liability_months: int
    insured_amount: int


class Payer(StrEnum):
    FIRM = "firm"
    CLIENT = "client"


class Waived(StrEnum):
    """What ending under the guarantee asks nothing for: the term of notice, and days that are not worked any more."""

    NOTICE = "notice"
    DAYS_TO_COME = "days_to_come"


# H1 H2: what the guarantee grants without a number that a firm chooses; kept with each contract as it was signed.
GUARANTEE_GRANTS: dict[str, Any] = {
    "needs_reason": False,
    "profiles": 2,
    "handover_paid_by": "firm",
    "waives": ["notice", "days_to_come"],
}


@dataclass(frozen=True, kw_only=True)
class Grants:
    """H1 H2: what the guarantee of one contract grants, as it was signed: whether the client must say why in words, how
    many names are promised, who pays the days of hand-over, and what is waived."""

    needs_reason: bool
    profiles: int
    handover_paid_by: Payer
    waives: frozenset[Waived]

    @classmethod
    def from_terms(cls, terms: Mapping[str, Any]) -> Self:
        """From the terms of a contract; what one does not say is granted as always.

        >>> Grants.from_terms({"guarantee": {"profiles": 3}}).profiles
        3
        """
        kept: Mapping[str, Any] = GUARANTEE_GRANTS | terms.get("guarantee", {})
        return cls(
            needs_reason=bool(kept["needs_reason"]),
            profiles=int(kept["profiles"]),
            handover_paid_by=Payer(kept["handover_paid_by"]),
            waives=frozenset(Waived(one) for one in kept["waives"]),
        )


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """What the assignment is, as the brief says it."""

    category: Category
    problem: str
    result_wanted: str


def values_of(
    terms: ContractTerms,
    guarantee: GuaranteeTerms,
    further: FurtherTerms | None,
    assigned: Assigned,
    *,
    side: Side,
) -> dict[str, object]:
    """H3: what the merge fields of one side's agreement stand for. The other side's rate is none of them.

    `further` is None for a contract from before those terms were kept and for one on paper: no clause names them.
    """
    return {
        "category": assigned.category,
        "problem": assigned.problem,
        "result": assigned.result_wanted,
        "first": terms.term.first,
        "last": terms.term.last,
        "days": Span(terms.days_a_week, Unit.DAYS),
        "rate": terms.client_rate if side == Side.CLIENT else terms.manager_rate,
        "payment": Span(terms.payment_days, Unit.DAYS),
        "notice": Span(terms.notice_days, Unit.DAYS),
        **guarantee_values(guarantee),
        **(further_values(further) if further else {}),
    }


# Under this name a contract keeps how many working days of silence approve hours; without it, silence does nothing.
HOURS_SILENCE = "hours_silence_days"
# The value of the practice that a contract takes it from; 0: silence does nothing.
SILENCE = f"contract.{HOURS_SILENCE}"


def silence_values(working_days: int | None) -> dict[str, object]:
    """H2: the term after which hours that nobody answered count as approved; nothing when that was not agreed."""
    return {"silence": Span(working_days, Unit.WORKING_DAYS)} if working_days else {}


# The clause by which a manager is paid when the client pays; under the second name a contract keeps how many days the
# manager waits for that at the longest, and the third is the value of the practice that it is taken from; 0: never.
PAID_WHEN_PAID = "paid_when_paid"
WAIT_DAYS = "paid_when_paid_days"
WAIT = f"contract.{WAIT_DAYS}"


def wait_values(days: int) -> dict[str, object]:
    """The longest that a manager waits for the client's payment; nothing when that was not agreed."""
    return {"wait": Span(days, Unit.DAYS)} if days else {}


def longest_wait(clauses: Mapping[str, Sequence[tuple[str, int]]], terms: Mapping[str, Any]) -> int:
    """Days that a manager may be kept waiting for the client's payment: none where the clause as signed lacks.

    >>> longest_wait({"manager": [("paid_when_paid", 1)]}, {"paid_when_paid_days": 45})
    45
    >>> longest_wait({}, {"paid_when_paid_days": 45})
    0
    """
    return int(terms.get(WAIT_DAYS, 0)) if has_clause(clauses, Side.MANAGER, PAID_WHEN_PAID) else 0


def lasting_values(terms: Lasting, *, category: Category, assurance: Assurance) -> dict[str, object]:
    """A2 G4: when is asked what stayed, and how often the three sit together: nothing of that where they never do."""
    weeks = terms.weeks_between(category, assurance)
    return {
        "aftercare": Spans(terms.looks_back, Unit.MONTHS),
        **({"reviews": Span(weeks, Unit.WEEKS)} if weeks else {}),
    }


def further_values(terms: FurtherTerms) -> dict[str, object]:
    return {
        "indexation": Span(terms.indexation_months, Unit.MONTHS),
        "solicitation": Span(terms.solicitation_months, Unit.MONTHS),
        "takeover": Span(terms.takeover_days, Unit.DAYS),
        "absence": Span(terms.absence_working_days, Unit.WORKING_DAYS),
        "breach": Span(terms.breach_hours, Unit.HOURS),
        "liability": Span(terms.liability_months, Unit.MONTHS),
        "insured": Money(terms.insured_amount),
    }


def has_clause(clauses: Mapping[str, Sequence[tuple[str, int]]], side: Side, code: str) -> bool:
    """Whether the agreement of a side as signed has this clause: a firm may leave it out."""
    return any(kept == code for kept, _version in clauses.get(side, ()))


def insured_at_least(clauses: Mapping[str, Sequence[tuple[str, int]]], terms: Mapping[str, Any]) -> Money:
    """For how many euros an event the manager must be insured: nothing where the clause as signed does not say so."""
    return Money(terms.get("insured_amount", 0) if has_clause(clauses, Side.MANAGER, "insurance") else 0)


def rate_stays_until(
    clauses: Mapping[str, Sequence[tuple[str, int]]], further: FurtherTerms, *, starts_on: date
) -> date | None:
    """The last day on which the rate is as signed; None where it stays so for good: no clause lets it be raised."""
    if not has_clause(clauses, Side.CLIENT, "indexation"):
        return None
    return months_later(starts_on, further.indexation_months) - timedelta(days=1)


def guarantee_values(terms: GuaranteeTerms) -> dict[str, object]:
    """H1 H2 H3: replaced at once and free of charge, or ended: the terms within which that is done."""
    return {
        "profiles_within": Span(terms.profile_hours, Unit.HOURS),
        "start_within": Span(terms.start_working_days, Unit.WORKING_DAYS),
        "handover": Span(terms.handover_days, Unit.DAYS),
        "improvement": Span(terms.improvement_weeks, Unit.WEEKS),
        "decide_within": Span(terms.decision_working_days, Unit.WORKING_DAYS),
    }
