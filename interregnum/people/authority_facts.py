"""What is recorded about who may sign for a client."""

from dataclasses import dataclass

from interregnum.kernel.actor import OFFICE
from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AuthorityRecorded(Fact):
    """Whether a contact may sign for the client, and by what that is known."""

    read_by = OFFICE

    organisation: str
    contact: str
    scope: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class AuthorityEnded(Fact):
    read_by = OFFICE

    organisation: str
    contact: str
