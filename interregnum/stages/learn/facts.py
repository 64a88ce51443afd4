"""What happens to the record of a manager; words of people stand in no fact."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import BUREAU, Role
from interregnum.kernel.fact import Fact

OF_RECORD = BUREAU | {Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class OfRecord:
    """What each fact of a record says. It is of the manager alone: a client reads of no record."""

    read_by: ClassVar[frozenset[Role]] = OF_RECORD

    manager: str
    line: str


@dataclass(frozen=True, kw_only=True)
class RecordLineNoted(OfRecord, Fact):
    """A line came, or says another number: which, stands in no history, for the manager reads it first."""

    tells: str
    number: int
    of: int


@dataclass(frozen=True, kw_only=True)
class RecordLineDropped(OfRecord, Fact):
    """What it told is not so any more."""


@dataclass(frozen=True, kw_only=True)
class RecordLineCommented(OfRecord, Fact):
    """The manager wrote beside a line."""


@dataclass(frozen=True, kw_only=True)
class RecordLineContested(OfRecord, Fact):
    """The manager says that a line is not right."""


@dataclass(frozen=True, kw_only=True)
class RecordContestDecided(OfRecord, Fact):
    """The bureau decided, with its reason; a line that is struck counts no more."""

    is_struck: bool
