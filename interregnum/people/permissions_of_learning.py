"""Who may open what is learnt: the record of a manager, and what the firm proved."""

from interregnum.kernel.actor import BUREAU, Role
from interregnum.people.permission import Row, Scope, Verbs

MANAGER, AUDITOR, PARTNER = (frozenset({role}) for role in (Role.MANAGER, Role.AUDITOR, Role.PARTNER))
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
    Row("bureau:learn-line", Verbs.BOTH, BUREAU, Scope.FIRM, readers=AUDITOR),
)
