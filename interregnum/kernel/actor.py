"""Who acts or looks: a person in one role at a time."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles in which a person is at work. One person may hold several; a page is always seen in one."""

    PARTNER = "partner"
    ACCOUNT_MANAGER = "account_manager"
    CLIENT = "client"
    MANAGER = "manager"
    SHADOW = "shadow"
    VISITOR = "visitor"
    HOUSE = "house"


BUREAU = frozenset({Role.PARTNER, Role.ACCOUNT_MANAGER})


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person in the role of this page or action.

    `code` is the account's public code ("" for a visitor, "house" for the software itself);
    `organisation` is set for a client, `manager` for an interim manager: the profile that is theirs.
    """

    role: Role
    code: str = ""
    name: str = ""
    organisation: str = ""
    manager: str = ""

    @property
    def is_bureau(self) -> bool:
        return self.role in BUREAU


VISITOR = Actor(role=Role.VISITOR)
HOUSE = Actor(role=Role.HOUSE, code="house", name="Interregnum")
