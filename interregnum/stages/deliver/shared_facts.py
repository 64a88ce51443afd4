"""What happens with files, notes and to-dos that are shared. Who may read what was shared is the row's own matter."""

from dataclasses import dataclass

from interregnum.kernel.actor import CLIENT_SIDE, OFFICE, Role
from interregnum.kernel.fact import Fact

ALL = OFFICE | CLIENT_SIDE | {Role.MANAGER, Role.SHADOW}


@dataclass(frozen=True, kw_only=True)
class FileShared(Fact):
    """A file, or the next version of one."""

    read_by = OFFICE

    assignment: str
    file: str
    version: int


@dataclass(frozen=True, kw_only=True)
class FileWithdrawn(Fact):
    read_by = OFFICE

    assignment: str
    file: str


@dataclass(frozen=True, kw_only=True)
class FilePutBack(Fact):
    read_by = OFFICE

    assignment: str
    file: str


@dataclass(frozen=True, kw_only=True)
class NoteShared(Fact):
    read_by = OFFICE

    assignment: str
    note: str


@dataclass(frozen=True, kw_only=True)
class NoteWithdrawn(Fact):
    read_by = OFFICE

    assignment: str
    note: str


@dataclass(frozen=True, kw_only=True)
class TaskAdded(Fact):
    read_by = ALL

    assignment: str
    task: str


@dataclass(frozen=True, kw_only=True)
class TaskDone(Fact):
    read_by = ALL

    assignment: str
    task: str


@dataclass(frozen=True, kw_only=True)
class TaskOpenAgain(Fact):
    read_by = ALL

    assignment: str
    task: str
