"""What happens to a contract."""

from dataclasses import dataclass

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
class AgreementSigned(Fact):
    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    side: str
    sha256: str


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
class SigningCodeSent(Fact):
    """Whoever wants to sign got a code by mail."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    side: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class AgreementSealed(Fact):
    """The firm sealed a document that both sides had signed; `sha256` is that of the sealed file."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER}

    contract: str
    request: str
    side: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class ClauseWritten(Fact):
    """A clause of an agreement says something else from a day on."""

    deed: str
    clause: str
    version: int
    valid_from: str


@dataclass(frozen=True, kw_only=True)
class FrameworkDrawn(Fact):
    """A framework agreement lies with the client to be signed."""

    read_by = OFFICE | {Role.CLIENT}

    organisation: str
    number: str


@dataclass(frozen=True, kw_only=True)
class FrameworkCodeSent(Fact):
    """Whoever wants to sign it got a code by mail."""

    read_by = OFFICE | {Role.CLIENT}

    organisation: str
    number: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class FrameworkSigned(Fact):
    read_by = OFFICE | {Role.CLIENT}

    organisation: str
    number: str
    sha256: str
