"""What happens in the register of introduced persons; who it is stands in no fact."""

from dataclasses import dataclass

from interregnum.kernel.actor import BUREAU, OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class PersonIntroduced(Fact):
    read_by = BUREAU | {Role.MANAGER, Role.SHADOW}

    assignment: str
    is_declared: bool


@dataclass(frozen=True, kw_only=True)
class IntroductionDeclared(Fact):
    read_by = BUREAU | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class OverlapFound(Fact):
    """An introduced person shares a number or an address with somebody."""

    read_by = BUREAU

    assignment: str


@dataclass(frozen=True, kw_only=True)
class OverlapAnswered(Fact):
    """The firm looked into it."""

    read_by = BUREAU

    assignment: str


@dataclass(frozen=True, kw_only=True)
class NoCommissionStated(Fact):
    """The manager stated that no commission was paid or received over a month."""

    read_by = OFFICE | {Role.CLIENT, Role.MANAGER, Role.SHADOW}

    assignment: str
    month: str
