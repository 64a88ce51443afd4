"""The four classes of confidentiality, and what is said of one table."""

from dataclasses import dataclass
from enum import IntEnum


class Class(IntEnum):
    PUBLIC = 1
    BUSINESS = 2
    PERSONAL = 3
    SENSITIVE = 4


@dataclass(frozen=True)
class Table:
    """The fields of a table by class ("*": all others), and how a row belongs to a person.

    `accounts`, `managers` and `emails` are lookups that lead to the code of an account, to that of a manager's profile,
    or to an address. `goes`: a row of that person is removed whole; otherwise its personal and sensitive fields are
    emptied. `shown` says that a person who asks for their data gets these rows; a log of others' work is not theirs.
    `theirs` are fields that they then get beside the personal ones ("*": all but those named as sensitive).
    """

    public: str = ""
    business: str = ""
    personal: str = ""
    sensitive: str = ""
    accounts: str = ""
    managers: str = ""
    emails: str = ""
    theirs: str = ""
    goes: bool = False
    shown: bool = True

    def of_person(self) -> bool:
        return bool(self.accounts or self.managers or self.emails)
