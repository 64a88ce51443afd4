"""What happens under the guarantee; words of people stand in no fact."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

# The manager reads of the steps that are his or hers; a delegate of the client has nothing to do with it.
OF_GUARANTEE = OFFICE | {Role.CLIENT, Role.SHADOW}
OF_ALL = OF_GUARANTEE | {Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class OfGuarantee:
    """What each fact of a guarantee says."""

    read_by: ClassVar[frozenset[Role]] = OF_GUARANTEE

    assignment: str
    complaint: str
    contract: str


@dataclass(frozen=True, kw_only=True)
class GuaranteeInvoked(OfGuarantee, Fact):
    """The client is not content, and said so with one press; received in the same moment."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class WayChosen(OfGuarantee, Fact):
    """The client chose how it goes on; `last_day` is that of the manager, "" while that one stays."""

    choice: str
    last_day: str


@dataclass(frozen=True, kw_only=True)
class ReplacementSought(OfGuarantee, Fact):
    """Managers were found for the same brief and asked; nobody when none is free."""

    asked: int
    named: int


@dataclass(frozen=True, kw_only=True)
class SuccessorNamed(OfGuarantee, Fact):
    """One more manager agreed and had no conflict with the client that day."""


@dataclass(frozen=True, kw_only=True)
class SuccessorPicked(OfGuarantee, Fact):
    """The client picked one of those named."""


@dataclass(frozen=True, kw_only=True)
class ReplacementDone(OfGuarantee, Fact):
    """The first day of the successor came: what the client invoked is carried out."""

    read_by = OF_ALL


@dataclass(frozen=True, kw_only=True)
class GuaranteeSettled(OfGuarantee, Fact):
    """The client is content again, and the manager stays."""

    read_by = OF_ALL


@dataclass(frozen=True, kw_only=True)
class GuaranteeDropped(OfGuarantee, Fact):
    """The bureau closed it without a choice of the client."""

    why: str


@dataclass(frozen=True, kw_only=True)
class TrusteeGoesOn(OfGuarantee, Fact):
    """An assignment of a bankrupt client goes on with the trustee."""

    read_by = OFFICE


@dataclass(frozen=True, kw_only=True)
class ManagerSpokenTo(OfGuarantee, Fact):
    """The bureau spoke with the manager, who reads the reason from then on."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class ManagerHeard(OfGuarantee, Fact):
    """The manager said how he or she sees it; or it was noted why nobody could be heard."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    is_heard: bool


@dataclass(frozen=True, kw_only=True)
class ManagerSilent(OfGuarantee, Fact):
    """Who was heard cannot say or write anything any more, as the bureau noted."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class CauseFound(OfGuarantee, Fact):
    """The bureau wrote down what lay under it."""

    read_by = OFFICE | {Role.SHADOW}

    cause: str


@dataclass(frozen=True, kw_only=True)
class CauseMended(OfGuarantee, Fact):
    """What lay under it was changed, so that the successor does not meet it again."""

    read_by = OFFICE | {Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class HandOverWritten(OfGuarantee, Fact):
    """What the next manager must know was written down."""

    read_by = OF_ALL


@dataclass(frozen=True, kw_only=True)
class HandOverTaken(OfGuarantee, Fact):
    """The successor has it all."""

    read_by = OF_ALL


@dataclass(frozen=True, kw_only=True)
class StandByAgreed(Fact):
    """A manager agreed to be named to a client at once, or took that back."""

    organisation: str
    manager: str
    agreed: bool
