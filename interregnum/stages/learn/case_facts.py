"""What happens to a case of the library; no fact says what stands in it."""

from dataclasses import dataclass
from typing import ClassVar

from interregnum.kernel.actor import BUREAU, Role
from interregnum.kernel.fact import Fact

OF_FIRM = BUREAU
OF_CLIENT = BUREAU | {Role.CLIENT}
OF_ALL = OF_CLIENT | {Role.MANAGER}
OF_MANAGER = BUREAU | {Role.MANAGER}


@dataclass(frozen=True, kw_only=True)
class OfCase:
    """Each fact is of the assignment that the case tells."""

    read_by: ClassVar[frozenset[Role]] = OF_FIRM

    assignment: str
    version: int


@dataclass(frozen=True, kw_only=True)
class LibraryCaseDrafted(OfCase, Fact):
    """The software wrote a first text."""


@dataclass(frozen=True, kw_only=True)
class LibraryCaseWritten(OfCase, Fact):
    """Somebody of the bureau changed the text: the client is asked anew."""


@dataclass(frozen=True, kw_only=True)
class LibraryCaseOverridden(OfCase, Fact):
    """A partner called a finding false, with a reason."""

    sign: str


@dataclass(frozen=True, kw_only=True)
class LibraryCaseOffered(OfCase, Fact):
    """The client was asked to agree, and the manager told."""

    read_by: ClassVar[frozenset[Role]] = OF_ALL


@dataclass(frozen=True, kw_only=True)
class LibraryCaseAnswered(OfCase, Fact):
    """The client agreed, declined, or asks for a change."""

    read_by: ClassVar[frozenset[Role]] = OF_CLIENT

    answer: str
    on_site: bool
    in_proposals: bool


@dataclass(frozen=True, kw_only=True)
class LibraryCaseWithdrawn(OfCase, Fact):
    """Nobody is shown it from now on."""

    read_by: ClassVar[frozenset[Role]] = OF_CLIENT


@dataclass(frozen=True, kw_only=True)
class LibraryCaseObjected(OfCase, Fact):
    """The manager holds the text back, or does so no more."""

    read_by: ClassVar[frozenset[Role]] = OF_MANAGER

    stands: bool


@dataclass(frozen=True, kw_only=True)
class LibraryCaseExpired(OfCase, Fact):
    """What the client agreed to was for a time, and that is over."""

    read_by: ClassVar[frozenset[Role]] = OF_CLIENT


@dataclass(frozen=True, kw_only=True)
class LibraryCaseForgotten(OfCase, Fact):
    """A text that nobody agreed to has gone; what the client said of it is kept."""


@dataclass(frozen=True, kw_only=True)
class ProposalCasesChosen(Fact):
    """Which cases stand with a proposal was chosen."""

    read_by: ClassVar[frozenset[Role]] = OF_FIRM

    proposal: str
    cases: int
