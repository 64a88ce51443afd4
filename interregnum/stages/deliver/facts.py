"""What happens on an assignment."""

from dataclasses import dataclass

from interregnum.kernel.actor import CLIENT_SIDE, OFFICE, Role
from interregnum.kernel.fact import Fact

# Whoever has a place in the assignment.
ALL = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class AssignmentOpened(Fact):
    read_by = ALL

    assignment: str
    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class ManagerSucceeded(Fact):
    """H1: under the guarantee `manager` goes on with the assignment, by a contract of their own."""

    read_by = ALL

    assignment: str
    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class SuccessorStayedAway(Fact):
    """H1: who was to go on with the assignment left before the own first day; it waits for another one."""

    read_by = ALL

    assignment: str
    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class AssignmentTakenOver(Fact):
    """It ran already, by a contract on paper."""

    read_by = ALL

    assignment: str
    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class MandateSet(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanWritten(Fact):
    """The draft was kept; the client reads a plan when it is sent."""

    read_by = OFFICE | {Role.MANAGER}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanChangeBegun(Fact):
    """An agreed plan is open for its next version."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanChangeDropped(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class DeviationAnswered(Fact):
    """The client answered something in which the plan differs from the contract."""

    read_by = ALL

    assignment: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class PlanProposed(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanSentBack(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class WeekReported(Fact):
    read_by = ALL

    assignment: str
    monday: str
    mood: str


@dataclass(frozen=True, kw_only=True)
class ReportCorrected(Fact):
    """The same week again, before the client had read it."""

    read_by = ALL

    assignment: str
    monday: str
    mood: str


@dataclass(frozen=True, kw_only=True)
class ReportRead(Fact):
    read_by = ALL

    assignment: str
    monday: str


@dataclass(frozen=True, kw_only=True)
class DecisionAsked(Fact):
    """The manager needs a decision; which one, stands in its row."""

    read_by = ALL

    assignment: str
    decision: str


@dataclass(frozen=True, kw_only=True)
class DecisionSettled(Fact):
    """A decision was taken, or is not needed any more."""

    read_by = ALL

    assignment: str
    decision: str
    state: str


@dataclass(frozen=True, kw_only=True)
class AssignmentClosed(Fact):
    """It is over: handed over, or ended before."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class AssignmentStarted(Fact):
    """The first day came, with a mandate in place."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class TermMoved(Fact):
    """An amendment of the contract moved the last day, or the manager cannot go on."""

    read_by = ALL

    assignment: str
    manager: str
    ends_on: str


@dataclass(frozen=True, kw_only=True)
class ReportMissed(Fact):
    """A week passed its Monday without a report."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str
    monday: str


@dataclass(frozen=True, kw_only=True)
class StartHeld(Fact):
    """The first day came, and a gate is shut."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class GateAnswered(Fact):
    """The works council, the regulator or the client said something at a gate."""

    read_by = OFFICE | {Role.CLIENT}

    contract: str
    request: str
    gate: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class RelationAssessed(Fact):
    read_by = OFFICE

    contract: str
    request: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class FeasibilityTested(Fact):
    """The shadow manager has looked at the brief before the start."""

    read_by = OFFICE | {Role.SHADOW}

    contract: str
    request: str
    verdict: str


@dataclass(frozen=True, kw_only=True)
class GateOverridden(Fact):
    """A partner lets a gate through without its evidence."""

    read_by = OFFICE

    contract: str
    request: str
    gate: str


@dataclass(frozen=True, kw_only=True)
class WorkHandedOn(Fact):
    """The account was closed, or the last role at the bureau taken away; `owner` guards from now on what this person
    guarded, so many of each."""

    account: str
    owner: str
    requests: int
    assignments: int
    steps: int
    frameworks: int = 0


@dataclass(frozen=True, kw_only=True)
class OverrideRevoked(Fact):
    read_by = OFFICE

    contract: str
    request: str
    gate: str
