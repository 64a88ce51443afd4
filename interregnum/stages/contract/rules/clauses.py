"""H3: which clauses a contract holds, with which numbers. The words are in texts/, the numbers are kept as signed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum

from interregnum.kernel.lists import Assurance, Category
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.rules.terms import ContractTerms


class Unit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"


@dataclass(frozen=True)
class Span:
    """A number with what it counts, so that the words can say "1 day" and "2 days"."""

    number: int
    unit: Unit


@dataclass(frozen=True, kw_only=True)
class GuaranteeTerms:
    """H3: the guarantee clause as values. What is signed is what the software later does."""

    profile_hours: int
    start_working_days: int
    handover_days: int
    improvement_weeks: int
    decision_working_days: int

    def __post_init__(self) -> None:
        if any(type(number) is not int or number < 1 for number in asdict(self).values()):
            raise ValueError("each term of the guarantee is a whole number of one or more")

    @classmethod
    def from_values(cls, values: Mapping[str, int]) -> "GuaranteeTerms":
        """From the parameter or a signed contract. Raises KeyError when one lacks, ValueError for a wrong number."""
        return cls(**{one.name: values[one.name] for one in fields(cls)})

    def to_values(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True)
class Paragraph:
    """`code` names the words, `facts` the values in them; `quote` is text of somebody else, shown as it is."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    quote: str = ""


@dataclass(frozen=True)
class Clause:
    code: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """What the assignment is, as the brief says it."""

    category: Category
    problem: str
    result_wanted: str
    assurance: Assurance


def guarantee_clause(terms: GuaranteeTerms, *, side: Side) -> Clause:
    """H1 H2 H3: replaced at once and free of charge, or ended; for the manager the mirror of it."""
    facts: dict[str, object] = {
        "profiles_within": Span(terms.profile_hours, Unit.HOURS),
        "start_within": Span(terms.start_working_days, Unit.WORKING_DAYS),
        "handover": Span(terms.handover_days, Unit.DAYS),
        "improvement": Span(terms.improvement_weeks, Unit.WEEKS),
        "decide_within": Span(terms.decision_working_days, Unit.WORKING_DAYS),
    }
    parts = {
        Side.CLIENT: ("right", "replaced", "no_double", "ended", "improvement", "decision", "first"),
        Side.MANAGER: ("right", "heard", "replaced", "no_future", "ended", "improvement", "first"),
    }[side]
    return Clause("guarantee", tuple(Paragraph(f"guarantee.{part}", facts) for part in parts))


def clauses(terms: ContractTerms, guarantee: GuaranteeTerms, assigned: Assigned, *, side: Side) -> tuple[Clause, ...]:
    """H3: every clause of one side's agreement in order. The other side's rate is in none of them."""
    return (
        _assignment(assigned),
        _term(terms),
        _fee(terms, side=side),
        *_plain("working"),
        _reporting(assigned.assurance),
        guarantee_clause(guarantee, side=side),
        Clause("notice", (Paragraph("notice.period", {"notice": Span(terms.notice_days, Unit.DAYS)}),)),
        *_plain("interests", "confidentiality", "handover", "aftercare", "law"),
    )


# How many paragraphs of fixed words each clause has; they are numbered from 1.
FIXED = {"working": 2, "interests": 2, "confidentiality": 2, "handover": 2, "aftercare": 1, "law": 2}


def _plain(*codes: str) -> tuple[Clause, ...]:
    return tuple(
        Clause(code, tuple(Paragraph(f"{code}.{number}") for number in range(1, FIXED[code] + 1))) for code in codes
    )


def _assignment(assigned: Assigned) -> Clause:
    paragraphs = [
        Paragraph("assignment.category", {"category": assigned.category}),
        Paragraph("assignment.problem", quote=assigned.problem),
    ]
    if assigned.result_wanted:
        paragraphs.append(Paragraph("assignment.result", quote=assigned.result_wanted))
    return Clause("assignment", (*paragraphs, Paragraph("assignment.plan")))


def _term(terms: ContractTerms) -> Clause:
    facts = {"first": terms.term.first, "last": terms.term.last, "days": Span(terms.days_a_week, Unit.DAYS)}
    return Clause("term", (Paragraph("term.period", facts), Paragraph("term.longer")))


def _fee(terms: ContractTerms, *, side: Side) -> Clause:
    rate = terms.client_rate if side == Side.CLIENT else terms.manager_rate
    payment = {"payment": Span(terms.payment_days, Unit.DAYS)}
    return Clause(
        "fee", (Paragraph("fee.rate", {"rate": rate}), Paragraph("fee.expenses"), Paragraph("fee.payment", payment))
    )


def _reporting(assurance: Assurance) -> Clause:
    shadow = "none" if assurance == Assurance.NONE else "shadow"
    return Clause("reporting", (Paragraph("reporting.weekly"), Paragraph(f"reporting.{shadow}")))
