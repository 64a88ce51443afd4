"""What happens to a contract."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ContractDrawn(Fact):
    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class OfFile:
    """What each fact of one side's file says: its hash."""

    read_by: ClassVar[frozenset[Role]] = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    side: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class AgreementSigned(OfFile, Fact):
    """One side signed the document of this hash."""


@dataclass(frozen=True, kw_only=True)
class PaperKept(OfFile, Fact):
    """The bureau keeps the scan of an agreement that was signed on paper; `sha256` is that of the scan."""


@dataclass(frozen=True, kw_only=True)
class ContractSigned(Fact):
    """Both sides have signed."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class AmendmentDrawn(Fact):
    """`contract` is the amendment, `amends` the contract that it changes."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    amends: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class RateIndexed(Fact):
    """Both sides were told that the rates rise from a day on, by the clause on indexation."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    organisation: str
    manager: str
    holds_from: str


@dataclass(frozen=True, kw_only=True)
class RaiseWithdrawn(RateIndexed):
    """What was told of a raise was taken back before its day."""


@dataclass(frozen=True, kw_only=True)
class AmendmentSigned(Fact):
    """Both sides have signed an amendment: from now on the contract has its last day."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    amends: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class EndWished(Fact):
    """One side said whether to extend, hand over or stop."""

    read_by = OFFICE

    contract: str
    request: str
    asked: str
    wish: str


@dataclass(frozen=True, kw_only=True)
class EndRecorded(Fact):
    """The contract ends on its last day, as the bureau has recorded."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    ends_on: str


@dataclass(frozen=True, kw_only=True)
class ManagerLeft(Fact):
    """The manager cannot go on after `last_day`; why is for the bureau alone."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    organisation: str
    manager: str
    last_day: str


@dataclass(frozen=True, kw_only=True)
class AbsenceNoted(Fact):
    """The manager cannot work; since when and why is not said here."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class AbsenceOver(AbsenceNoted):
    """The manager works again."""


@dataclass(frozen=True, kw_only=True)
class AbsenceAwaited(AbsenceNoted):
    """The client waits for the manager."""


@dataclass(frozen=True, kw_only=True)
class NoticeGiven(ManagerLeft):
    """Client (`is_client`) or firm ended a running contract by ordinary notice; nobody is looked for."""

    is_client: bool


@dataclass(frozen=True, kw_only=True)
class LeftEarlier(ManagerLeft):
    """The manager was to leave and cannot go on until then; with `is_replaced` the assignment goes on."""

    is_replaced: bool


@dataclass(frozen=True, kw_only=True)
class GuaranteeHonoured(Fact):
    """H1 H2: a contract ends for its manager under the guarantee; with `is_replaced` the assignment goes on."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    organisation: str
    manager: str
    last_day: str
    is_replaced: bool


@dataclass(frozen=True, kw_only=True)
class ContractLapsed(Fact):
    """It was not signed by both in time."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class ContractWithdrawn(Fact):
    """The bureau took it back before both had signed; why stands with the contract."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class SigningAsked(Fact):
    """Whoever has not signed yet got the mail once more."""

    read_by = OFFICE

    contract: str
    request: str


@dataclass(frozen=True, kw_only=True)
class SigningCodeSent(OfFile, Fact):
    """Whoever wants to sign got a code by mail."""


@dataclass(frozen=True, kw_only=True)
class AgreementSealed(OfFile, Fact):
    """The firm sealed a document that both sides had signed; `sha256` is that of the sealed file."""


@dataclass(frozen=True, kw_only=True)
class ClauseWritten(Fact):
    """A clause of an agreement says something else from a day on."""

    deed: str
    clause: str
    version: int
    valid_from: str


@dataclass(frozen=True, kw_only=True)
class OfFramework:
    """What each fact of a framework agreement says."""

    read_by: ClassVar[frozenset[Role]] = OFFICE | {Role.CLIENT}

    organisation: str
    number: str


@dataclass(frozen=True, kw_only=True)
class OfFrameworkFile(OfFramework):
    """And of one about a file: its hash."""

    sha256: str


@dataclass(frozen=True, kw_only=True)
class FrameworkDrawn(OfFramework, Fact):
    """A framework agreement lies with the client to be signed."""


@dataclass(frozen=True, kw_only=True)
class FrameworkCodeSent(OfFrameworkFile, Fact):
    """Whoever wants to sign it got a code by mail."""


@dataclass(frozen=True, kw_only=True)
class FrameworkSigned(OfFrameworkFile, Fact):
    """The client signed it."""


@dataclass(frozen=True, kw_only=True)
class FrameworkLapsed(OfFramework, Fact):
    """It was not signed in time."""


@dataclass(frozen=True, kw_only=True)
class FrameworkWithdrawn(OfFramework, Fact):
    """The bureau took it back before it was signed; why stands with it."""


@dataclass(frozen=True, kw_only=True)
class FrameworkReplaced(OfFramework, Fact):
    """Another one was drawn up before it was signed: nobody signs it any more."""


@dataclass(frozen=True, kw_only=True)
class FrameworkPaperKept(OfFrameworkFile, Fact):
    """It was signed on paper, and the bureau keeps the scan, whose hash this is."""


@dataclass(frozen=True, kw_only=True)
class FrameworkSealed(OfFrameworkFile, Fact):
    """The firm sealed it; the hash is that of the sealed file."""
