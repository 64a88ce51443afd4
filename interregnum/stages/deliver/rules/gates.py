"""G3: the gates between a contract and its first day, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from interregnum.kernel.money import Money
from interregnum.stages.deliver.rules.relation import RelationOutcome
from interregnum.stages.deliver.rules.shadow_need import ShadowNeed


class Gate(StrEnum):
    SIGNATURES = "signatures"
    CONFLICTS = "conflicts"
    DECLARATION = "declaration"
    CONDUCT = "conduct"
    EMPLOYMENT = "employment"
    REGULATOR = "regulator"
    WORKS_COUNCIL = "works_council"
    RELATION = "relation"
    INSURANCE = "insurance"
    FEASIBILITY = "feasibility"
    MANDATE = "mandate"
    SUCCESSOR = "successor"


# What somebody outside the firm answers, and the bureau writes down.
ANSWERED = (Gate.REGULATOR, Gate.WORKS_COUNCIL, Gate.SUCCESSOR)


class GateState(StrEnum):
    """`BEFORE`: passed before the firm kept its gates here. `REFUSED`: the evidence itself says no.

    `EXPIRED`: the evidence was there, and holds no longer on the day on which it must.
    """

    NOT_NEEDED = "not_needed"
    OPEN = "open"
    WAITS = "waits"
    EXPIRED = "expired"
    REFUSED = "refused"
    OVERRIDDEN = "overridden"
    BEFORE = "before"


# New evidence opens these, and until then a partner may let one through.
AWAITED = frozenset({GateState.WAITS, GateState.EXPIRED})
# With one of these a gate keeps the first day back; of what runs already it asks for new evidence, and stops nothing.
SHUT = AWAITED | {GateState.REFUSED}


class GateOwner(StrEnum):
    CLIENT = "client"
    MANAGER = "manager"
    BUREAU = "bureau"
    SHADOW = "shadow"


class MarkKind(StrEnum):
    OVERRIDE = "override"
    BEFORE = "before"


class Answer(StrEnum):
    """What the works council or the regulator said; or who inherits what the manager leaves."""

    ASKED = "asked"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_NEEDED = "not_needed"


class Verdict(StrEnum):
    """What a shadow manager finds of a brief before the start."""

    FEASIBLE = "feasible"
    CONDITIONS = "conditions"
    SENT_BACK = "sent_back"


@dataclass(frozen=True)
class Said:
    answer: Answer
    asked_on: date | None
    answered_on: date | None


@dataclass(frozen=True)
class Assessed:
    outcome: RelationOutcome
    on: date


@dataclass(frozen=True)
class Judged:
    verdict: Verdict
    on: date


@dataclass(frozen=True)
class Insured:
    """Professional liability: until which day, and for how many euros an event."""

    until: date
    amount: Money


@dataclass(frozen=True, kw_only=True)
class GateFacts:
    """What is known about one contract. `asked_of`: whether the seat asks for each, None where the client must say.

    `screened`: by kind the day on which it was passed, or why it cannot be had; `screened_since`: from which day on a
    decision still holds on the start. `clash` is the name with which the manager has a tie, "" for none. `told_by`: the
    last day on which the mandate may be made known. `insured_least`: what the contract as signed asks for an event.
    `on`: today, of what is over its last day; `holds_on`: the first day, and from then on `on`. `relation_days`: so
    long an assessment of the working relation holds.
    """

    starts_on: date
    on: date
    holds_on: date
    relation_days: int
    asked_of: Mapping[Gate, bool | None]
    signed_on: date | None
    half_signed: bool
    checked_on: date | None
    clash: str
    declared_on: date | None
    declared_since: date
    screened: Mapping[str, str]
    screened_since: Mapping[str, date]
    insured: Insured | None
    insured_least: Money
    said: Mapping[Gate, Said]
    assessed: Assessed | None
    shadow_need: ShadowNeed
    has_shadow: bool
    tested: Judged | None
    mandate_lacks: bool
    announced_on: date | None
    told_by: date
    brief_names_successor: bool
    marks: Mapping[Gate, MarkKind] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """How one gate stands; `why` is a code with `facts` for its words."""

    state: GateState
    owner: GateOwner
    why: str
    facts: Mapping[str, object] = field(default_factory=dict)
