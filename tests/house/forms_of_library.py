"""The addresses of the case library: a case of the life's assignment to which its client agreed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.models import Case, CaseConsent, CaseOverride, CaseShown, CaseText
from interregnum.stages.learn.queries.cases import TEXTS
from interregnum.stages.learn.rules.case_states import CaseState
from tests.world import NOW, TODAY

LONG = TODAY + timedelta(days=3000)
SAID = {name: "Twee teams gingen op één manier werken." for name in TEXTS}


def case_of(life: Any) -> str:
    """Live on the site and in proposals; a name stands in it, so that there is something to call false."""
    told = {"state": CaseState.AGREED, "on_site": True, "in_proposals": True, "live_until": LONG, "agreed_at": NOW}
    about = Assignment.objects.get(code=life.assignment)
    row, is_new = Case.objects.get_or_create(assignment=about, defaults=told | {"made_at": NOW, "changed_at": NOW})
    if is_new:
        texts = SAID | {"problem_nl": f"{life.cast.carla.name} wilde het zo."}
        CaseText.objects.create(case=row, number=1, category=about.category, written_at=NOW, **texts)
        said = {"state": CaseState.AGREED, "asked_at": NOW, "answered_at": NOW, "answered_by": life.cast.carla}
        CaseConsent.objects.create(case=row, assignment=about.code, version=1, on_site=True, in_proposals=True, **said)
    return str(row.code)


def of_assignment(life: Any) -> str:
    case_of(life)
    return str(life.assignment)


def all_of_library(life: Any) -> None:
    """The same before the client has answered, with all that people write in it."""
    code = case_of(life)
    row = Case.objects.get(code=code)
    asked = {"state": CaseState.ASKED, "on_site": False, "in_proposals": False, "live_until": None, "agreed_at": None}
    Case.objects.filter(code=code).update(**asked, objection="Dit was ik.", objected_at=NOW)
    CaseConsent.objects.filter(case=row).update(words="Graag anders.", withdrawn_why="Toch niet.", withdrawn_at=NOW)
    CaseOverride.objects.create(
        case=row, sign="person", said="maxima", reason="Een munt.", made_by=life.cast.bea, made_at=NOW
    )
    CaseShown.objects.create(proposal=_proposal(life), case=row, position=0, shares=["category"], added_at=NOW)


def _proposal(life: Any) -> Any:
    return Assignment.objects.get(code=life.assignment).contract.candidacy.proposal


FORMS_OF_LIBRARY: dict[str, dict[str, Any]] = {
    "client:learn-case": {"do": "withdraw", "why": "Liever niet meer."},
    "manager:learn-case": {"version": "1", "words": "Dit zegt te veel over mij."},
    "bureau:learn-case": {"do": "withdraw", "why": "De klant belde."},
    "bureau:learn-case-edit": {"seen": "1", **SAID},
    "bureau:learn-case-finding": {"found": "person:carla", "reason": "Een gewone naam."},
    "bureau:learn-proposal-cases": {"once": "gekozen"},
}
WHOM_OF_LIBRARY = {
    "client:learn-case": (Role.CLIENT, "reported"),
    "manager:learn-case": (Role.MANAGER, "reported"),
    "bureau:learn-case": (Role.ACCOUNT_MANAGER, "reported"),
    "bureau:learn-case-edit": (Role.ACCOUNT_MANAGER, "reported"),
    "bureau:learn-case-finding": (Role.PARTNER, "reported"),
    "bureau:learn-proposal-cases": (Role.ACCOUNT_MANAGER, "sent"),
}
MADE_OF_LIBRARY: dict[str, Callable[[Any], str]] = {
    **{f"front:learn-case-{language}": case_of for language in ("nl", "en")},
    **{
        f"{desk}:learn-case" + page: of_assignment
        for desk, page in (("client", ""), ("manager", ""), ("bureau", ""), ("bureau", "-edit"), ("bureau", "-finding"))
    },
    "bureau:learn-proposal-cases": lambda life: str(life.proposal),
}
