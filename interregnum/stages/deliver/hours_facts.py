"""What happens to hours."""

from dataclasses import dataclass

from interregnum.kernel.actor import CLIENT_SIDE, OFFICE, Role
from interregnum.kernel.fact import Fact

# Whoever has to do with hours; a shadow manager has not.
OF_HOURS = OFFICE | CLIENT_SIDE | {Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class HoursWritten(Fact):
    """Kept by the manager; the client reads hours when they are sent."""

    read_by = OFFICE | {Role.MANAGER}

    assignment: str
    monday: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class HoursSent(Fact):
    """The hours of a week wait for the client."""

    read_by = OF_HOURS

    assignment: str
    monday: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class HoursCorrected(Fact):
    """A week was changed after it was sent, or sent again as it was; minutes of the whole week."""

    read_by = OF_HOURS

    assignment: str
    monday: str
    before: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class HoursApproved(Fact):
    read_by = OF_HOURS

    assignment: str
    monday: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class HoursSentBack(Fact):
    """Days of a week came back; `days` is how many."""

    read_by = OF_HOURS

    assignment: str
    monday: str
    days: int


@dataclass(frozen=True, kw_only=True)
class HoursCountAsApproved(Fact):
    """Nobody answered within the term, and the contract says that this approves."""

    read_by = OF_HOURS

    assignment: str
    monday: str
    minutes: int
