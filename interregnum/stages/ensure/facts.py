"""What happens to the guard over an assignment."""

from dataclasses import dataclass

from interregnum.kernel.actor import CLIENT_SIDE, OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ShadowAppointed(Fact):
    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str
    account: str


@dataclass(frozen=True, kw_only=True)
class IndependenceStated(Fact):
    """No bonus on this client, no reporting line and no tie to this manager: so says whoever did this."""

    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str
    account: str
    manager: str


@dataclass(frozen=True, kw_only=True)
class ShadowKnowledgeNoted(Fact):
    """Which fields and level a shadow manager without a profile has."""

    account: str


@dataclass(frozen=True, kw_only=True)
class ShadowResigned(Fact):
    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str
    account: str
