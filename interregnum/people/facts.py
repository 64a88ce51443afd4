"""What happens to people and their accounts."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Fact):
    account: str
    role: str


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class OrganisationSaved(Fact):
    organisation: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class ContactSaved(Fact):
    organisation: str
    contact: str
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class RosterImported(Fact):
    """A batch of rows of a roster."""

    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class ClientsImported(Fact):
    """A batch of rows of a sheet with organisations and contacts."""

    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class ParameterChanged(Fact):
    name: str
    valid_from: str


@dataclass(frozen=True, kw_only=True)
class MailWishesChanged(Fact):
    """Somebody chose which mail comes, and when."""

    account: str


@dataclass(frozen=True, kw_only=True)
class ListChanged(Fact):
    """An entry of a list of the firm was added, changed, moved or switched."""

    list: str
    entry: str
    change: str
