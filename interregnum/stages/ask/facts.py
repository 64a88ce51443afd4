"""What happens to a request."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class RequestReceived(Fact):
    read_by = OFFICE | {Role.CLIENT}

    request: str
    category: str
    need: str


@dataclass(frozen=True, kw_only=True)
class TriageConfirmed(Fact):
    """`corrected` names the fields in which the person differed from the rules."""

    read_by = OFFICE | {Role.CLIENT}

    request: str
    organisation: str
    need: str
    corrected: list[str]


@dataclass(frozen=True, kw_only=True)
class RequestClosed(Fact):
    """The answer was not a manager: advice, a permanent hire, not now, or not our trade."""

    read_by = OFFICE | {Role.CLIENT}

    request: str
    organisation: str
    need: str
