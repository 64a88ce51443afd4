"""Who may open which address. The gate reads this table, and the tests are made from it.

A row says which roles may use an address and with which verbs. Whose object it is, is asked by the query behind the
page (`seen_by=`): somebody else's object answers 404, just as one that does not exist.
"""

from dataclasses import dataclass
from enum import StrEnum

from interregnum.kernel.actor import BUREAU, Role

EVERYONE = frozenset(Role) - {Role.HOUSE}
SIGNED_IN = EVERYONE - {Role.VISITOR}
PARTNER = frozenset({Role.PARTNER})
CLIENT = frozenset({Role.CLIENT})
MANAGER = frozenset({Role.MANAGER})
SHADOW = frozenset({Role.SHADOW})


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
    """One address."""

    address: str
    verbs: Verbs
    roles: frozenset[Role]
    scope: Scope = Scope.PAGE

    def allows(self, role: Role, verb: str) -> bool:
        verb = "GET" if verb == "HEAD" else verb
        return role in self.roles and verb in self.verbs.split()


ROWS: tuple[Row, ...] = (
    # Everybody
    Row("front:home", Verbs.READ, EVERYONE),
    Row("front:ask-problem", Verbs.BOTH, EVERYONE),
    Row("front:ask-received", Verbs.READ, EVERYONE),
    Row("set_language", Verbs.WRITE, EVERYONE),
    Row("theme", Verbs.WRITE, EVERYONE),
    Row("invitation", Verbs.BOTH, EVERYONE),
    Row("account_login", Verbs.BOTH, EVERYONE),
    Row("account_logout", Verbs.BOTH, EVERYONE),
    Row("account_reset_password", Verbs.BOTH, EVERYONE),
    Row("account_reset_password_done", Verbs.READ, EVERYONE),
    Row("account_reset_password_from_key", Verbs.BOTH, EVERYONE),
    Row("account_reset_password_from_key_done", Verbs.READ, EVERYONE),
    Row("account_inactive", Verbs.READ, EVERYONE),
    # Whoever is signed in
    Row("home", Verbs.READ, SIGNED_IN),
    Row("progress", Verbs.READ, SIGNED_IN, Scope.OWN),
    Row("account_change_password", Verbs.BOTH, SIGNED_IN),
    Row("account_reauthenticate", Verbs.BOTH, SIGNED_IN),
    # Bureau: the house
    Row("bureau:home", Verbs.READ, BUREAU),
    Row("bureau:settings", Verbs.READ, BUREAU),
    Row("bureau:people-invite", Verbs.BOTH, PARTNER),
    Row("bureau:people-roster", Verbs.READ, BUREAU),
    Row("bureau:people-roster-import", Verbs.BOTH, BUREAU),
    Row("bureau:people-roster-export", Verbs.READ, PARTNER),
    Row("bureau:people-manager", Verbs.READ, BUREAU, Scope.FIRM),
    Row("bureau:people-clients", Verbs.READ, BUREAU),
    Row("bureau:people-client-new", Verbs.BOTH, BUREAU),
    Row("bureau:people-client-edit", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-contact-new", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-contact-edit", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:parameters", Verbs.BOTH, PARTNER),
    Row("bureau:mail", Verbs.READ, PARTNER),
    Row("bureau:mail-one", Verbs.BOTH, PARTNER, Scope.FIRM),
    Row("bureau:jobs", Verbs.BOTH, PARTNER),
    Row("bureau:web-components", Verbs.READ, BUREAU),
    # Bureau: an assignment's life
    Row("bureau:request-next", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:ask-requests", Verbs.READ, BUREAU),
    Row("bureau:ask-triage", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:brief-edit", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:brief-agree", Verbs.WRITE, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-draw", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-shortlist", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-excluded", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-proposal", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:contract-contracts", Verbs.READ, BUREAU),
    Row("bureau:contract-contract", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:contract-document", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:deliver-assignments", Verbs.READ, BUREAU),
    Row("bureau:deliver-assignment", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:deliver-report", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:deliver-mandate", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:ensure-appoint", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    # Client
    Row("client:home", Verbs.READ, CLIENT),
    Row("client:ask-requests", Verbs.READ, CLIENT),
    Row("client:ask-problem", Verbs.BOTH, CLIENT),
    Row("client:ask-request", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:choose-proposal", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-contract", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-document", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-assignment", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-plan", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:deliver-report", Verbs.BOTH, CLIENT, Scope.OWN),
    # Interim manager
    Row("manager:home", Verbs.READ, MANAGER),
    Row("manager:choose-invitation", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:contract-contract", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:contract-document", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:deliver-assignment", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:deliver-plan", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:deliver-report", Verbs.BOTH, MANAGER, Scope.OWN),
    # Shadow manager
    Row("shadow:home", Verbs.READ, SHADOW),
    Row("shadow:deliver-assignment", Verbs.READ, SHADOW, Scope.OWN),
    Row("shadow:deliver-report", Verbs.READ, SHADOW, Scope.OWN),
)
BY_ADDRESS: dict[str, Row] = {row.address: row for row in ROWS}
