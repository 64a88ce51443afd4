"""Who may open what is learnt: the record of a manager, and what the firm proved."""

from interregnum.kernel.actor import BUREAU, Role
from interregnum.people.permission import Row, Scope, Verbs

MANAGER, AUDITOR, PARTNER, CLIENT = (
    frozenset({role}) for role in (Role.MANAGER, Role.AUDITOR, Role.PARTNER, Role.CLIENT)
)
EVERYBODY = frozenset(Role) - {Role.HOUSE}
LEARNING: tuple[Row, ...] = (
    Row("manager:learn-record", Verbs.READ, MANAGER),
    Row("manager:learn-line", Verbs.BOTH, MANAGER, Scope.OWN),
    # The proof of the firm is public within it; an export is the firm's alone.
    Row("bureau:learn-proof", Verbs.READ, BUREAU | AUDITOR),
    Row("bureau:learn-proof-list", Verbs.READ, BUREAU | AUDITOR),
    # Figures alone, as the page tells them: nobody is in it.
    Row("bureau:learn-proof-year", Verbs.READ, BUREAU | AUDITOR),
    *(Row(f"bureau:learn-proof-{page}", Verbs.READ, PARTNER | AUDITOR) for page in ("export", "workbook")),
    # A record belongs to a profile, which the whole bureau reads; it decides about what is contested.
    Row("bureau:learn-record", Verbs.READ, BUREAU | AUDITOR, Scope.FIRM),
    # Cases: public for everybody; the text before that for the bureau, and for client and manager once it was offered.
    *(Row(f"front:learn-{page}", Verbs.READ, EVERYBODY) for page in ("cases", "cases-nl", "cases-en")),
    *(Row(f"front:learn-case-{language}", Verbs.READ, EVERYBODY) for language in ("nl", "en")),
    Row("client:learn-case", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("manager:learn-case", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("bureau:learn-cases", Verbs.READ, BUREAU | AUDITOR),
    Row("bureau:learn-case", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:learn-case-edit", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:learn-case-finding", Verbs.BOTH, PARTNER, Scope.PORTFOLIO),
    Row("bureau:learn-proposal-cases", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:learn-line", Verbs.BOTH, BUREAU, Scope.FIRM, readers=AUDITOR),
)
