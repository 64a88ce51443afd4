"""Who may open which address. The gate reads this table, and the tests are made from it.

A row says which roles may use an address and with which verbs. Whose object it is, is asked by the query behind the
page (`seen_by=`): somebody else's object answers 404, just as one that does not exist.
"""

from dataclasses import dataclass
from enum import StrEnum

from interregnum.kernel.actor import BUREAU, CLIENT_SIDE, OFFICE, READERS, Role

EVERYONE = frozenset(Role) - {Role.HOUSE}
SIGNED_IN = EVERYONE - {Role.VISITOR}
PARTNER = frozenset({Role.PARTNER})
AUDITOR = frozenset({Role.AUDITOR})
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


ROWS: tuple[Row, ...] = (
    # Everybody
    Row("front:home", Verbs.READ, EVERYONE),
    Row("front:ask-problem", Verbs.BOTH, EVERYONE),
    Row("front:ask-received", Verbs.BOTH, EVERYONE),
    Row("front:ask-intake", Verbs.BOTH, EVERYONE),
    Row("front:questions", Verbs.READ, EVERYONE),
    Row("front:questions-nl", Verbs.BOTH, EVERYONE),
    Row("front:questions-en", Verbs.BOTH, EVERYONE),
    Row("front:question-leave-nl", Verbs.BOTH, EVERYONE),
    Row("front:question-leave-en", Verbs.BOTH, EVERYONE),
    Row("front:sitemap", Verbs.READ, EVERYONE),
    Row("front:robots", Verbs.READ, EVERYONE),
    Row("set_language", Verbs.WRITE, EVERYONE),
    Row("theme", Verbs.WRITE, EVERYONE),
    Row("set-up", Verbs.BOTH, EVERYONE),
    Row("logo", Verbs.READ, EVERYONE),
    Row("invitation", Verbs.BOTH, EVERYONE),
    Row("account_login", Verbs.BOTH, EVERYONE),
    Row("account_logout", Verbs.BOTH, EVERYONE),
    Row("account_reset_password", Verbs.BOTH, EVERYONE),
    Row("account_reset_password_done", Verbs.READ, EVERYONE),
    Row("account_reset_password_from_key", Verbs.BOTH, EVERYONE),
    Row("account_reset_password_from_key_done", Verbs.READ, EVERYONE),
    Row("account_inactive", Verbs.READ, EVERYONE),
    Row("mfa_authenticate", Verbs.BOTH, EVERYONE),
    Row("factor_lost", Verbs.BOTH, EVERYONE),
    Row("mfa_login_webauthn", Verbs.BOTH, EVERYONE),
    Row("front:own-data", Verbs.BOTH, EVERYONE),
    Row("front:own-data-confirm", Verbs.BOTH, EVERYONE),
    Row("front:pool-stay", Verbs.BOTH, EVERYONE),
    Row("front:contract-verify", Verbs.BOTH, EVERYONE),
    Row("front:join", Verbs.BOTH, EVERYONE),
    Row("front:join-confirm", Verbs.BOTH, EVERYONE),
    Row("front:availability", Verbs.BOTH, EVERYONE),
    Row("front:referee", Verbs.BOTH, EVERYONE),
    # Whoever is signed in
    Row("account-data", Verbs.BOTH, SIGNED_IN),
    Row("account-data-package", Verbs.READ, SIGNED_IN),
    Row("home", Verbs.READ, SIGNED_IN),
    Row("progress", Verbs.READ, SIGNED_IN, Scope.OWN),
    Row("mail_wishes", Verbs.BOTH, SIGNED_IN),
    Row("account_change_password", Verbs.BOTH, SIGNED_IN),
    Row("account_reauthenticate", Verbs.BOTH, SIGNED_IN),
    Row("account_sessions", Verbs.WRITE, SIGNED_IN),
    Row("mfa_index", Verbs.READ, SIGNED_IN),
    Row("mfa_activate_totp", Verbs.BOTH, SIGNED_IN),
    Row("mfa_add_webauthn", Verbs.BOTH, SIGNED_IN),
    Row("mfa_view_recovery_codes", Verbs.READ, SIGNED_IN),
    Row("mfa_generate_recovery_codes", Verbs.BOTH, SIGNED_IN),
    Row("mfa_reauthenticate", Verbs.BOTH, SIGNED_IN),
    Row("mfa_reauthenticate_webauthn", Verbs.BOTH, SIGNED_IN),
    Row("factor_first", Verbs.READ, SIGNED_IN),
    Row("factor_remove", Verbs.WRITE, SIGNED_IN),
    # Bureau: the house
    Row("bureau:home", Verbs.READ, READERS),
    Row("bureau:settings", Verbs.READ, BUREAU | AUDITOR),
    Row("bureau:people-invite", Verbs.BOTH, PARTNER, readers=AUDITOR),
    Row("bureau:people-factors", Verbs.BOTH, OFFICE, readers=AUDITOR),
    Row("bureau:people-person", Verbs.BOTH, PARTNER, Scope.FIRM, readers=AUDITOR),
    Row("bureau:people-roster", Verbs.READ, READERS),
    Row("bureau:people-roster-views", Verbs.BOTH, OFFICE),
    Row("bureau:people-roster-columns", Verbs.WRITE, OFFICE),
    Row("bureau:people-duplicates", Verbs.READ, BUREAU),
    Row("bureau:people-duplicate", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-merge", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-roster-import", Verbs.BOTH, BUREAU),
    Row("bureau:people-roster-export", Verbs.READ, PARTNER),
    Row("bureau:people-roster-workbook", Verbs.READ, PARTNER),
    Row("bureau:people-cv-new", Verbs.BOTH, BUREAU),
    Row("bureau:people-cv", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-cv-file", Verbs.READ, BUREAU, Scope.FIRM),
    Row("bureau:people-applications", Verbs.READ, BUREAU),
    Row("bureau:people-application", Verbs.BOTH, BUREAU, Scope.FIRM),
    Row("bureau:people-manager", Verbs.READ, READERS, Scope.FIRM),
    Row("bureau:people-papers", Verbs.READ, OFFICE, Scope.FIRM),
    Row("bureau:people-business", Verbs.BOTH, OFFICE, Scope.FIRM),
    Row("bureau:people-proof", Verbs.READ, OFFICE, Scope.FIRM),
    Row("bureau:people-screening", Verbs.BOTH, BUREAU, Scope.FIRM, readers=AUDITOR),
    Row("bureau:people-screening-detail", Verbs.BOTH, PARTNER | AUDITOR, Scope.FIRM),
    Row("bureau:people-clients", Verbs.READ, READERS),
    Row("bureau:people-clients-import", Verbs.BOTH, OFFICE),
    Row("bureau:people-import", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:people-import-report", Verbs.READ, OFFICE, Scope.PORTFOLIO),
    Row("bureau:search", Verbs.READ, READERS),
    Row("bureau:note-new", Verbs.BOTH, OFFICE),
    Row("bureau:note-whom", Verbs.READ, OFFICE),
    Row("bureau:note-done", Verbs.WRITE, OFFICE, Scope.FIRM),
    Row("bureau:people-client", Verbs.READ, READERS, Scope.FIRM),
    Row("bureau:people-client-new", Verbs.BOTH, OFFICE),
    Row("bureau:people-client-edit", Verbs.BOTH, OFFICE, Scope.FIRM, readers=AUDITOR),
    Row("bureau:people-contact-new", Verbs.BOTH, OFFICE, Scope.FIRM),
    Row("bureau:people-contact-edit", Verbs.BOTH, OFFICE, Scope.FIRM, readers=AUDITOR),
    Row("bureau:people-authority", Verbs.BOTH, OFFICE, Scope.FIRM, readers=AUDITOR),
    Row("bureau:firm", Verbs.BOTH, PARTNER),
    Row("bureau:firm-look", Verbs.BOTH, PARTNER),
    Row("bureau:firm-mail", Verbs.BOTH, PARTNER),
    Row("bureau:firm-mail-test", Verbs.WRITE, PARTNER),
    Row("bureau:parameters", Verbs.BOTH, PARTNER, readers=AUDITOR),
    Row("bureau:lists", Verbs.BOTH, PARTNER),
    Row("bureau:list-entry", Verbs.BOTH, PARTNER),
    Row("bureau:mail", Verbs.READ, PARTNER),
    Row("bureau:mail-one", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:jobs", Verbs.BOTH, PARTNER),
    Row("bureau:journal", Verbs.BOTH, PARTNER, readers=AUDITOR),
    Row("bureau:journal-export", Verbs.READ, PARTNER | AUDITOR),
    Row("bureau:history", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:history-export", Verbs.READ, PARTNER | AUDITOR, Scope.FIRM),
    Row("bureau:terms", Verbs.READ, PARTNER | AUDITOR),
    Row("bureau:hold", Verbs.BOTH, PARTNER, Scope.FIRM, readers=AUDITOR),
    Row("bureau:data-requests", Verbs.READ, PARTNER | AUDITOR),
    Row("bureau:data-request", Verbs.BOTH, PARTNER, Scope.FIRM, readers=AUDITOR),
    Row("bureau:web-components", Verbs.READ, OFFICE),
    # Bureau: an assignment's life. The back office contracts and bills; whom to propose is not its business.
    Row("bureau:request-next", Verbs.READ, BUREAU | AUDITOR, Scope.PORTFOLIO),
    Row("bureau:ask-questions", Verbs.BOTH, PARTNER),
    Row("bureau:ask-question-new", Verbs.BOTH, PARTNER),
    Row("bureau:ask-question", Verbs.BOTH, PARTNER, Scope.FIRM),
    Row("bureau:ask-asked", Verbs.READ, READERS),
    Row("bureau:ask-asked-one", Verbs.BOTH, OFFICE, Scope.FIRM, readers=AUDITOR),
    Row("bureau:ask-requests", Verbs.READ, READERS),
    Row("bureau:ask-held", Verbs.BOTH, BUREAU),
    Row("bureau:ask-export", Verbs.READ, BUREAU | AUDITOR),
    Row("bureau:ask-triage", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    Row("bureau:ask-judge", Verbs.WRITE, BUREAU, Scope.PORTFOLIO),
    Row("bureau:ask-intake", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:ask-brief", Verbs.WRITE, BUREAU, Scope.PORTFOLIO),
    Row("bureau:ask-handle", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:brief-edit", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:brief-offer", Verbs.WRITE, BUREAU, Scope.PORTFOLIO),
    Row("bureau:brief-reopen", Verbs.WRITE, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-draw", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-shortlist", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:choose-excluded", Verbs.READ, BUREAU | AUDITOR, Scope.PORTFOLIO),
    Row("bureau:choose-replay", Verbs.READ, BUREAU | AUDITOR, Scope.PORTFOLIO),
    Row("bureau:choose-aside", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-oversight", Verbs.READ, PARTNER | AUDITOR),
    Row("bureau:choose-contests", Verbs.READ, BUREAU | AUDITOR),
    Row("bureau:choose-contest", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:people-free", Verbs.READ, BUREAU),
    Row("bureau:impact", Verbs.READ, PARTNER | AUDITOR),
    Row("bureau:choose-open", Verbs.READ, BUREAU),
    Row("bureau:choose-why", Verbs.READ, BUREAU, Scope.PORTFOLIO),
    Row("bureau:choose-proposal", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:choose-question", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:choose-talk", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:contract-clauses", Verbs.READ, PARTNER, readers=AUDITOR),
    Row("bureau:contract-clause", Verbs.BOTH, PARTNER, readers=AUDITOR),
    Row("bureau:contract-frameworks", Verbs.BOTH, OFFICE, Scope.FIRM, readers=AUDITOR),
    Row("bureau:contract-framework-document", Verbs.READ, READERS, Scope.FIRM),
    Row("bureau:contract-contracts", Verbs.READ, READERS),
    Row("bureau:contract-contract", Verbs.BOTH, OFFICE, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:contract-withdraw", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:contract-anew", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:contract-paper", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:contract-scan", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:contract-papers", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:contract-amend", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:contract-ending", Verbs.BOTH, OFFICE, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:contract-leaving", Verbs.BOTH, OFFICE, Scope.PORTFOLIO),
    Row("bureau:contract-document", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:contract-word", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:deliver-assignments", Verbs.READ, READERS),
    Row("bureau:deliver-assignment", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:deliver-report", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:deliver-mandate", Verbs.BOTH, OFFICE, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:deliver-take-over", Verbs.BOTH, BUREAU),
    Row("bureau:deliver-gates", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:deliver-gate", Verbs.BOTH, OFFICE, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:deliver-gate-document", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:deliver-override", Verbs.BOTH, PARTNER, Scope.FIRM, readers=AUDITOR),
    Row("bureau:ensure-appoint", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    # Client
    Row("client:home", Verbs.READ, CLIENT_SIDE),
    Row("client:ask-requests", Verbs.READ, CLIENT),
    Row("client:ask-problem", Verbs.BOTH, CLIENT),
    Row("client:ask-request", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:ask-intake", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:brief-brief", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:choose-proposal", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:choose-question", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:choose-talk", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-framework", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-framework-document", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:contract-contract", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-document", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:contract-word", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-gates", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-gate", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-papers", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:contract-ending", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:contract-scan", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-assignment", Verbs.READ, CLIENT, Scope.OWN),
    Row("client:deliver-plan", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:deliver-report", Verbs.BOTH, CLIENT, Scope.OWN),
    # Interim manager
    Row("manager:home", Verbs.READ, MANAGER),
    Row("manager:people-file", Verbs.READ, MANAGER),
    Row("manager:people-profile", Verbs.BOTH, MANAGER),
    Row("manager:people-papers", Verbs.BOTH, MANAGER),
    Row("manager:people-insurance", Verbs.BOTH, MANAGER),
    Row("manager:people-proof", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:people-declaration", Verbs.BOTH, MANAGER),
    Row("manager:people-own-screening", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:people-cv-new", Verbs.BOTH, MANAGER),
    Row("manager:people-cv", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:people-cv-file", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:people-cases", Verbs.READ, MANAGER),
    Row("manager:people-case-new", Verbs.BOTH, MANAGER),
    Row("manager:people-case", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:people-availability", Verbs.BOTH, MANAGER),
    Row("manager:people-away", Verbs.WRITE, MANAGER),
    Row("manager:choose-invitation", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:choose-talk", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("account-groups", Verbs.BOTH, MANAGER),
    Row("manager:choose-considered-all", Verbs.READ, MANAGER),
    # Of one list each manager on it has a page: its query gives everybody their own line alone.
    Row("manager:choose-considered", Verbs.BOTH, MANAGER, Scope.FIRM),
    Row("manager:contract-contract", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:contract-document", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:contract-word", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:deliver-gates", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:contract-papers", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:contract-ending", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:contract-leaving", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:contract-scan", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:deliver-assignment", Verbs.READ, MANAGER, Scope.OWN),
    Row("manager:deliver-plan", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:deliver-report", Verbs.BOTH, MANAGER, Scope.OWN),
    # Shadow manager
    Row("shadow:home", Verbs.READ, SHADOW),
    Row("shadow:deliver-gates", Verbs.READ, SHADOW, Scope.OWN),
    Row("shadow:deliver-assignment", Verbs.READ, SHADOW, Scope.OWN),
    Row("shadow:deliver-feasibility", Verbs.BOTH, SHADOW, Scope.OWN),
    Row("shadow:deliver-report", Verbs.READ, SHADOW, Scope.OWN),
)
BY_ADDRESS: dict[str, Row] = {row.address: row for row in ROWS}
