"""What happens with stakeholders and resistance: that something was noted, never of whom or what."""

from dataclasses import dataclass

from interregnum.kernel.actor import CLIENT_SIDE, OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class StakeholderAdded(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class StakeholderCorrected(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class StakeholderRemoved(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class StakeholderPutBack(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class StanceNoted(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ResistanceSeen(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ApproachChosen(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ShadowAsked(Fact):
    """The manager asks the shadow manager about an approach that costs trust."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ShadowSaid(Fact):
    """What the shadow manager said of it, or that the question was taken back."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class EffectSeen(Fact):
    """What an approach to resistance did was written down."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class ReadinessNoted(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class OddsNoted(Fact):
    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class UptakeCounted(Fact):
    """Who came to a session, or what is done in the new way, was counted."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class UptakeTakenAway(Fact):
    """A count that was wrong was taken away."""

    read_by = OFFICE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class OldWayNoted(Fact):
    """By which day the old way ends beside the new one, or that it did."""

    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class LeavingNoted(Fact):
    """Somebody whom the change needs leaves."""

    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str


@dataclass(frozen=True, kw_only=True)
class LeavingTakenAway(Fact):
    """They stay after all, or it was noted wrongly."""

    read_by = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}

    assignment: str
