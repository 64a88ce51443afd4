"""Who may open the pages of the guarantee: rows of people/permissions.py."""

from interregnum.kernel.actor import BUREAU, READERS, Role
from interregnum.people.permission import Row, Scope, Verbs

CLIENT, MANAGER, SHADOW = (frozenset({role}) for role in (Role.CLIENT, Role.MANAGER, Role.SHADOW))
OF_GUARANTEE: tuple[Row, ...] = (
    # All guarantees with their clocks are public within the firm.
    Row("bureau:guarantee-cases", Verbs.READ, READERS),
    Row("bureau:guarantee-case", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    Row("bureau:guarantee-proof", Verbs.READ, READERS, Scope.PORTFOLIO),
    # Keyed by an assignment: each guard of a bankrupt client's says how the own one goes on.
    Row("bureau:guarantee-trustee", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    # Whoever only approves hours invokes nothing.
    *(Row(f"client:guarantee-{page}", Verbs.BOTH, CLIENT, Scope.OWN) for page in ("complain", "case")),
    Row("client:guarantee-proof", Verbs.READ, CLIENT, Scope.OWN),
    *(
        Row(f"manager:guarantee-{page}", Verbs.BOTH, MANAGER, Scope.OWN)
        for page in ("own", "hand-over", "take-over", "stand-by")
    ),
    Row("shadow:guarantee-case", Verbs.READ, SHADOW, Scope.OWN),
    # In the place of a manager who cannot write it.
    Row("bureau:guarantee-hand-over", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("shadow:guarantee-hand-over", Verbs.BOTH, SHADOW, Scope.OWN),
)
