"""What happens with a pulse. What employees answer is no fact: nothing is noted of it anywhere."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE, Role
from interregnum.kernel.fact import Fact

# Whoever may read the results.
ALL = OFFICE | {Role.CLIENT, Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class PulseSetUp(Fact):
    """Questions, groups and the way of asking were written down or changed."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PulseAddressesGiven(Fact):
    """Addresses of employees came in for a group, or went again."""

    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PulseStarted(Fact):
    read_by = ALL

    assignment: str
    starts_on: str


@dataclass(frozen=True, kw_only=True)
class PulseOpened(Fact):
    """A round can be answered."""

    read_by = ALL

    assignment: str
    number: int


@dataclass(frozen=True, kw_only=True)
class PulseClosed(Fact):
    """A round is over, and its results are fixed."""

    read_by = ALL

    assignment: str
    number: int


@dataclass(frozen=True, kw_only=True)
class PulseStopped(Fact):
    read_by = ALL

    assignment: str


@dataclass(frozen=True, kw_only=True)
class PulseWordsHidden(Fact):
    """The bureau took words out of what employees wrote, because they told of somebody."""

    read_by = OFFICE

    assignment: str
