"""Who may open the pages of hand-over and aftercare: rows of people/permissions.py."""

from interregnum.kernel.actor import BUREAU, READERS, Role
from interregnum.people.permission import Row, Scope, Verbs

CLIENT, MANAGER, SHADOW = (frozenset({role}) for role in (Role.CLIENT, Role.MANAGER, Role.SHADOW))
OF_HANDOVER: tuple[Row, ...] = (
    Row("bureau:handover-page", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    Row("client:handover-page", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("manager:handover-page", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("shadow:handover-page", Verbs.BOTH, SHADOW, Scope.OWN),
    Row("client:handover-card", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("manager:handover-card", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("manager:handover-document", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("client:handover-document", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("manager:handover-week", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("client:handover-week", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("shadow:handover-week", Verbs.READ, SHADOW, Scope.OWN),
    Row("bureau:handover-week", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("shadow:handover-document", Verbs.READ, SHADOW, Scope.OWN),
    Row("bureau:handover-document", Verbs.READ, READERS, Scope.PORTFOLIO),
    *(
        Row(f"{desk}:handover-{kind}", Verbs.READ, roles, scope)
        for desk, roles, scope in (
            ("manager", MANAGER, Scope.OWN),
            ("client", CLIENT, Scope.OWN),
            ("shadow", SHADOW, Scope.OWN),
            ("bureau", READERS, Scope.PORTFOLIO),
        )
        for kind in ("pdf", "word")
    ),
    Row("bureau:handover-back", Verbs.BOTH, BUREAU, Scope.PORTFOLIO, readers=READERS - BUREAU),
    Row("client:handover-back", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("manager:handover-back", Verbs.BOTH, MANAGER, Scope.OWN),
    Row("bureau:keep-firm", Verbs.READ, READERS),
    Row("bureau:keep-page", Verbs.READ, READERS, Scope.PORTFOLIO),
    Row("client:keep-page", Verbs.READ, CLIENT, Scope.OWN),
    Row("manager:keep-page", Verbs.READ, MANAGER, Scope.OWN),
    Row("shadow:keep-page", Verbs.READ, SHADOW, Scope.OWN),
    Row("bureau:keep-write", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("shadow:keep-write", Verbs.BOTH, SHADOW, Scope.OWN),
    *(
        Row(f"{desk}:keep-report", Verbs.READ, roles, scope)
        for desk, roles, scope in (
            ("manager", MANAGER, Scope.OWN),
            ("client", CLIENT, Scope.OWN),
            ("shadow", SHADOW, Scope.OWN),
            ("bureau", READERS, Scope.PORTFOLIO),
        )
    ),
    Row("client:keep-write", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("client:keep-measure", Verbs.BOTH, CLIENT, Scope.OWN),
    Row("bureau:keep-measure", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:keep-whom", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("bureau:keep-relapse", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("shadow:keep-relapse", Verbs.BOTH, SHADOW, Scope.OWN),
    Row("bureau:keep-talk", Verbs.BOTH, BUREAU, Scope.PORTFOLIO),
    Row("shadow:keep-talk", Verbs.BOTH, SHADOW, Scope.OWN),
)
