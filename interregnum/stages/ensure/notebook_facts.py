"""What happens at the sounding board: that it happened, never about what."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

ALL = OFFICE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class SoundingAsked(Fact):
    """The manager asked the shadow manager something in confidence."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class SoundingAnswered(Fact):
    """The shadow manager answered for the first time."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class SoundingTalkPlanned(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class SoundingClosed(Fact):
    """`minutes`: the time that it took the shadow manager."""

    read_by = ALL

    assignment: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class EntryReleased(Fact):
    """One of the two gave one entry to the partners."""

    read_by = ALL

    assignment: str
    reason: str
