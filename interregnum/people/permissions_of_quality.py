"""Who may open what guards the quality of an assignment: shadow manager, notebook and three-party reviews."""

from interregnum.kernel.actor import BUREAU, READERS, Role
from interregnum.people.permission import Row, Scope, Verbs

AUDITOR = frozenset({Role.AUDITOR})
CLIENT = frozenset({Role.CLIENT})
MANAGER = frozenset({Role.MANAGER})
PARTNER = frozenset({Role.PARTNER})
SHADOW = frozenset({Role.SHADOW})


def _reviews(desk: str, side: frozenset[Role]) -> tuple[Row, ...]:
    """Three-party reviews: each of the three prepares, moves and signs; what is whose, the query asks."""
    pages = (Row(f"{desk}:ensure-review{page}", Verbs.BOTH, side, Scope.OWN) for page in ("", "-prepare", "-move"))
    return (Row(f"{desk}:ensure-reviews-of", Verbs.READ, side, Scope.OWN), *pages)


QUALITY: tuple[Row, ...] = (
    Row("bureau:ensure-soundings", Verbs.READ, READERS),
    Row("bureau:ensure-appoint", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:ensure-independent", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:ensure-knowledge", Verbs.BOTH, BUREAU, Scope.FIRM, readers=AUDITOR),
    Row("bureau:ensure-reviews", Verbs.READ, READERS),
    Row("bureau:ensure-reviews-of", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:ensure-review", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("bureau:ensure-review-move", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:ensure-standing", Verbs.READ, READERS),
    Row("bureau:ensure-signals", Verbs.READ, READERS),
    Row("bureau:ensure-signal", Verbs.BOTH, PARTNER, readers=READERS - PARTNER),
    Row("bureau:ensure-outcome", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("bureau:ensure-introduced", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=AUDITOR),
    Row("manager:ensure-introduced", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("shadow:ensure-resign", Verbs.BOTH, SHADOW, Scope.OWN),
    Row("shadow:ensure-introduced", Verbs.BOTH, SHADOW, Scope.OWN),
    Row("bureau:ensure-ladder", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    Row("manager:ensure-ladder", Verbs.READ, MANAGER, Scope.OWN),
    Row("shadow:ensure-ladder", Verbs.BOTH, SHADOW, Scope.OWN),
    *_reviews("client", CLIENT),
    # The confidential notebook: the manager's and the shadow manager's alone.
    *(
        Row(f"manager:ensure-{page}", Verbs.BOTH, MANAGER, Scope.OWN)
        for page in ("notebook", "ask", "sounding", "release")
    ),
    *_reviews("manager", MANAGER),
    *_reviews("shadow", SHADOW),
    *(Row(f"shadow:ensure-review-{page}", Verbs.BOTH, SHADOW, Scope.OWN) for page in ("minutes", "action")),
    *(
        Row(f"shadow:ensure-{page}", Verbs.BOTH, SHADOW, Scope.OWN)
        for page in ("notebook", "sounding", "talk", "close", "release")
    ),
)
