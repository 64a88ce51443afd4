"""Who acts or looks: a person in one role at a time."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles in which a person is at work. One person may hold several; a page is always seen in one."""

    PARTNER = "partner"
    ACCOUNT_MANAGER = "account_manager"
    BACK_OFFICE = "back_office"
    AUDITOR = "auditor"
    CLIENT = "client"
    DELEGATE = "delegate"
    MANAGER = "manager"
    SHADOW = "shadow"
    VISITOR = "visitor"
    HOUSE = "house"


# Who decides for the firm; with the back office who works for it; with the auditor who sits at the bureau's desk.
BUREAU = frozenset({Role.PARTNER, Role.ACCOUNT_MANAGER})
OFFICE = BUREAU | {Role.BACK_OFFICE}
READERS = OFFICE | {Role.AUDITOR}
CLIENT_SIDE = frozenset({Role.CLIENT, Role.DELEGATE})
# Who may know of everything in the firm that is not confidential to somebody: an auditor looks, the back office
# contracts and bills for every account manager.
ALL_OF_THE_FIRM = frozenset({Role.PARTNER, Role.BACK_OFFICE, Role.AUDITOR, Role.HOUSE})


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person in the role of this page or action.

    `code` is the account's public code ("" for a visitor, "house" for the software itself);
    `organisation` is set for a client and a client's delegate, `manager` for an interim manager: their own profile.
    """

    role: Role
    code: str = ""
    name: str = ""
    organisation: str = ""
    manager: str = ""

    @property
    def is_bureau(self) -> bool:
        """Somebody at the bureau's desk; what they may do there differs by role."""
        return self.role in READERS


VISITOR = Actor(role=Role.VISITOR)
HOUSE = Actor(role=Role.HOUSE, code="house", name="Interregnum")
