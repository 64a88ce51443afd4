"""How an assignment ended was noted."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class OutcomeNoted(Fact):
    assignment: str
    outcome: str
