"""What happens to a contract."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ContractDrawn(Fact):
    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class AgreementSigned(Fact):
    contract: str
    request: str
    side: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class ContractSigned(Fact):
    """Both sides have signed."""

    contract: str
    brief: str
    request: str
    organisation: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class SigningAsked(Fact):
    """Whoever has not signed yet got the mail once more."""

    contract: str
    request: str
