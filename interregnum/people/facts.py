"""What happens to people and their accounts."""

from dataclasses import dataclass

from interregnum.kernel.fact import Fact


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Fact):
    account: str
    role: str


@dataclass(frozen=True, kw_only=True)
class FirmBegun(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class FirmChanged(Fact):
    """`part` is a page of the firm: details, look or mail."""

    part: str


@dataclass(frozen=True, kw_only=True)
class FirmOpened(Fact):
    """The set-up is over."""


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
class RosterExported(Fact):
    managers: int
    reason: str


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


@dataclass(frozen=True, kw_only=True)
class RoleTaken(Fact):
    """Somebody does not work in a role any more."""

    account: str
    role: str


@dataclass(frozen=True, kw_only=True)
class AccountClosed(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class AccountReopened(Fact):
    account: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Fact):
    """By whoever knew the old one, or by a link in a mail."""

    account: str


@dataclass(frozen=True, kw_only=True)
class FactorAdded(Fact):
    account: str
    factor: str


@dataclass(frozen=True, kw_only=True)
class FactorRemoved(Fact):
    """By the person, or by two of the bureau because it was lost."""

    account: str
    factor: str


@dataclass(frozen=True, kw_only=True)
class FactorLost(Fact):
    """Somebody cannot show a second factor any more, and asks for it to be removed."""

    account: str


@dataclass(frozen=True, kw_only=True)
class FactorLossJudged(Fact):
    """A first person of the bureau knows who asks (approved), or does not believe it (refused)."""

    account: str
    is_approved: bool


@dataclass(frozen=True, kw_only=True)
class ManagerAdded(Fact):
    """Somebody came on the roster."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class CvAccepted(Fact):
    """Of a CV so many fields were taken over into a profile."""

    manager: str
    fields: int


@dataclass(frozen=True, kw_only=True)
class CaseSaved(Fact):
    manager: str
    case: str


@dataclass(frozen=True, kw_only=True)
class CaseWithdrawn(Fact):
    """A manager took a case away, or put it back (`is_back`)."""

    manager: str
    case: str
    is_back: bool = False


@dataclass(frozen=True, kw_only=True)
class ProofKept(Fact):
    """What an assignment of the firm proved of a manager counts from now on, or counts no more."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class RefereeAsked(Fact):
    manager: str
    case: str


@dataclass(frozen=True, kw_only=True)
class CaseJudged(Fact):
    """A referee confirmed a case, or did not."""

    manager: str
    case: str
    is_confirmed: bool


@dataclass(frozen=True, kw_only=True)
class ScreeningEntered(Fact):
    manager: str
    screening: str


@dataclass(frozen=True, kw_only=True)
class ScreeningDecided(Fact):
    manager: str
    screening: str


@dataclass(frozen=True, kw_only=True)
class ScreeningRead(Fact):
    """Somebody read in detail what a screening found."""

    manager: str
    screening: str


@dataclass(frozen=True, kw_only=True)
class ProfileSaved(Fact):
    """A manager changed their own profile."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class BusinessSaved(Fact):
    manager: str


@dataclass(frozen=True, kw_only=True)
class BusinessRead(Fact):
    """Somebody read the numbers of a manager's business."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class InsuranceSaved(Fact):
    manager: str
    cover: str


@dataclass(frozen=True, kw_only=True)
class DeclarationMade(Fact):
    """A manager declared interests, former employers and plans; what exactly is no part of the fact."""

    manager: str


@dataclass(frozen=True, kw_only=True)
class ManagerApplied(Fact):
    """Somebody signed up as an interim manager; until the link in a mail was used, anybody may have written it."""

    application: str


@dataclass(frozen=True, kw_only=True)
class ApplicationConfirmed(Fact):
    application: str


@dataclass(frozen=True, kw_only=True)
class ApplicationReleased(Fact):
    """Somebody said that an application which was held is no spam."""

    application: str


@dataclass(frozen=True, kw_only=True)
class ApplicationJudged(Fact):
    """The bureau accepted an application (`manager` is who came on the roster), or declined it."""

    application: str
    manager: str
    is_accepted: bool
