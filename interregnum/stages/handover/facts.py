"""What happens around a hand-over; names and words of people stand in no fact."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

OF_HANDOVER = OFFICE | {Role.CLIENT, Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class OfHandover:
    """What each fact of a hand-over says."""

    read_by: ClassVar[frozenset[Role]] = OF_HANDOVER

    assignment: str


@dataclass(frozen=True, kw_only=True)
class HandoverOpened(OfHandover, Fact):
    """Half of the term is over, or somebody began before."""


@dataclass(frozen=True, kw_only=True)
class ResultsToAnchor(OfHandover, Fact):
    """Which results there are, by their codes."""

    results: str


@dataclass(frozen=True, kw_only=True)
class AnchorWritten(OfHandover, Fact):
    """The card of a result was written; `has` are the parts of the index that it has."""

    result: str
    has: str


@dataclass(frozen=True, kw_only=True)
class MeasureChanged(OfHandover, Fact):
    """A result is measured otherwise than its card was written for; both stay side by side."""

    result: str


@dataclass(frozen=True, kw_only=True)
class HeirNamed(OfHandover, Fact):
    """The client said who goes on in the line."""


@dataclass(frozen=True, kw_only=True)
class HeirAnswered(OfHandover, Fact):
    agrees: bool


@dataclass(frozen=True, kw_only=True)
class AttitudeKnown(OfHandover, Fact):
    """What a pulse among employees published, in tenths from 1 to 5."""

    tenths: int


@dataclass(frozen=True, kw_only=True)
class GateOverridden(OfHandover, Fact):
    side: str


@dataclass(frozen=True, kw_only=True)
class EvaluationWritten(OfHandover, Fact):
    judge: str
    score: int


@dataclass(frozen=True, kw_only=True)
class HandoverClosed(OfHandover, Fact):
    """The assignment is over: its index then, and how many of its results were reached."""

    ending: str
    index: int
    reached: int
    results: int


@dataclass(frozen=True, kw_only=True)
class DocumentWritten(OfHandover, Fact):
    """The manager kept a draft."""

    number: int


@dataclass(frozen=True, kw_only=True)
class DocumentSent(OfHandover, Fact):
    """A version of the hand-over document lies before client and successor."""

    number: int


@dataclass(frozen=True, kw_only=True)
class DocumentAnswered(OfHandover, Fact):
    """One of the two accepted a version, or sent it back with a reason."""

    number: int
    signer: str
    agrees: bool


@dataclass(frozen=True, kw_only=True)
class DocumentAccepted(OfHandover, Fact):
    """Both accepted a version."""

    number: int


@dataclass(frozen=True, kw_only=True)
class FreeWeekPlanned(OfHandover, Fact):
    """The manager chose the week in which the line goes on alone."""

    first_on: str


@dataclass(frozen=True, kw_only=True)
class FreeWeekAgreed(OfHandover, Fact):
    """The client agrees with that week."""


@dataclass(frozen=True, kw_only=True)
class FreeWeekHeld(OfHandover, Fact):
    """It was said how the line managed, and how many results were measured meanwhile."""

    stands: bool
    measured: int


@dataclass(frozen=True, kw_only=True)
class BackAsked(OfHandover, Fact):
    """Somebody leaves: what is to be given back and ended was listed."""

    contract: str


@dataclass(frozen=True, kw_only=True)
class BackGiven(OfHandover, Fact):
    what: str


@dataclass(frozen=True, kw_only=True)
class BackUndone(OfHandover, Fact):
    """A point that was ticked is open again."""

    what: str


@dataclass(frozen=True, kw_only=True)
class DocumentReminded(OfHandover, Fact):
    """Nobody answered a hand-over document for some days: whoever has not is asked once more."""

    number: int
