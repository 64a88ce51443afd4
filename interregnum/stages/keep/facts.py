"""What happens in aftercare; figures and words of people stand in no fact."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_AFTERCARE = OFFICE | {Role.CLIENT, Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class OfAftercare:
    """What each fact of aftercare says."""

    read_by: ClassVar[frozenset[Role]] = OF_AFTERCARE

    assignment: str
    months: int


@dataclass(frozen=True, kw_only=True)
class AftercarePlanned(OfAftercare, Fact):
    due_on: str


@dataclass(frozen=True, kw_only=True)
class AftercareAsked(OfAftercare, Fact):
    """The client got a link to the questions, for the first time or again."""


@dataclass(frozen=True, kw_only=True)
class ResultLookedAt(OfAftercare, Fact):
    """What was answered of one result: `reached` when it was handed over, `stands` "yes", "no" or "" when not said."""

    result: str
    reached: bool
    stands: str


@dataclass(frozen=True, kw_only=True)
class AftercareAnswered(OfAftercare, Fact):
    is_whole: bool
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class RelapseDecided(OfAftercare, Fact):
    """What is done about a result that slips: as it was proposed, or otherwise."""

    result: str
    decision: str
    is_as_proposed: bool


@dataclass(frozen=True, kw_only=True)
class AftercareLapsed(OfAftercare, Fact):
    """Nothing came within the days; the shadow manager can still write it down."""


@dataclass(frozen=True, kw_only=True)
class SuccessorSpokenTo(OfAftercare, Fact):
    """The shadow manager spoke with the successor."""


@dataclass(frozen=True, kw_only=True)
class AftercareRerouted(OfAftercare, Fact):
    """The firm sends the questions to somebody else at the client."""


@dataclass(frozen=True, kw_only=True)
class ClientGone(OfAftercare, Fact):
    """Nobody is there any more who could say what stayed."""
