"""What happens on the ladder of escalation."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_LADDER = OFFICE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class EscalationBegun(Fact):
    read_by = OF_LADDER

    assignment: str
    escalation: str


@dataclass(frozen=True, kw_only=True)
class EscalationClimbed(Fact):
    """The next step began: its clock ran out, or what was agreed did not help."""

    read_by = OF_LADDER

    assignment: str
    escalation: str
    step: str


@dataclass(frozen=True, kw_only=True)
class EscalationStepDone(Fact):
    read_by = OF_LADDER

    assignment: str
    escalation: str
    step: str


@dataclass(frozen=True, kw_only=True)
class EscalationClosed(Fact):
    read_by = OF_LADDER

    assignment: str
    escalation: str
