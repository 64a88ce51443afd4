"""What happens on an assignment."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AssignmentOpened(Fact):
    assignment: str
    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class MandateSet(Fact):
    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanProposed(Fact):
    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(Fact):
    assignment: str


@dataclass(frozen=True, kw_only=True)
class PlanSentBack(Fact):
    assignment: str


@dataclass(frozen=True, kw_only=True)
class WeekReported(Fact):
    assignment: str
    monday: str
    mood: str


@dataclass(frozen=True, kw_only=True)
class ReportCorrected(Fact):
    """The same week again, before the client had read it."""

    assignment: str
    monday: str
    mood: str


@dataclass(frozen=True, kw_only=True)
class ReportRead(Fact):
    assignment: str
    monday: str


@dataclass(frozen=True, kw_only=True)
class AssignmentStarted(Fact):
    """The first day came, with a mandate in place."""

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ReportMissed(Fact):
    """A week passed its Monday without a report."""

    assignment: str
    monday: str
