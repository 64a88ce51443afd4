"""What can happen with calls, notes and next actions."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Fact):
    """A call or a note; what was said is no part of the fact. `kind_of_note` says which of the two."""

    read_by = OFFICE

    organisation: str
    manager: str
    note: str
    kind_of_note: str


@dataclass(frozen=True, kw_only=True)
class NextActionDone(Fact):
    read_by = OFFICE

    organisation: str
    manager: str
    note: str


@dataclass(frozen=True, kw_only=True)
class NextActionHandedOn(Fact):
    """A next action got another owner, another day, or both."""

    read_by = OFFICE

    organisation: str
    manager: str
    note: str
    owner: str
