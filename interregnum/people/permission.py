"""What one row of the table of permissions says of an address."""

from dataclasses import dataclass
from enum import StrEnum

from interregnum.kernel.actor import Role


class Verbs(StrEnum):
    READ = "GET"
    WRITE = "POST"
    BOTH = "GET POST"


class Scope(StrEnum):
    """Whose objects a row opens: no object at all, what the firm has, one's portfolio, or one's own."""

    PAGE = "page"
    FIRM = "firm"
    PORTFOLIO = "portfolio"
    OWN = "own"


@dataclass(frozen=True)
class Row:
    """One address: `roles` may use it with all its verbs, `readers` may look and change nothing."""

    address: str
    verbs: Verbs
    roles: frozenset[Role]
    scope: Scope = Scope.PAGE
    readers: frozenset[Role] = frozenset()

    def allows(self, role: Role, verb: str) -> bool:
        verb = "GET" if verb == "HEAD" else verb
        return verb in self.verbs.split() and (role in self.roles or (role in self.readers and verb == "GET"))

    @property
    def is_of_account(self) -> bool:
        """Signing in, signing out and what belongs to it: open before the second factor was shown."""
        return self.address.startswith(("account_", "mfa_", "factor_")) or self.address in {"set_language", "theme"}

    @property
    def is_before_a_firm(self) -> bool:
        """Open while there is no firm yet; all other addresses lead to the set-up then."""
        return self.address in {"set-up", "logo", "set_language", "theme"}

    def knows(self, role: Role) -> bool:
        """For anybody else this address does not exist."""
        return role in self.roles or role in self.readers
