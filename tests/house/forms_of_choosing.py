"""The forms between brief and contract: drawing a list, departing from it, asking, choosing, contesting."""

from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.choose.actions.contest import contest_choice
from interregnum.stages.choose.models import Contest
from tests.world import NOW

FORMS_OF_CHOOSING: dict[str, dict[str, Any]] = {
    "bureau:choose-draw": {"once": "trek"},
    "bureau:choose-aside": {"why": "talk", "words": "Wil niet meer reizen."},
    "bureau:choose-proposal": {"once": "stuur"},
    "bureau:choose-contest": {"outcome": "rejected", "answer": "De datum klopte."},
    "manager:choose-considered": {"words": "Ik ben eerder vrij."},
    "manager:choose-invitation": {"answer": "yes", "remark": ""},
    "client:choose-proposal": {"do": "decline", "reason": "Wij zoeken het toch anders."},
}
WHOM_OF_CHOOSING: dict[str, tuple[Role, str]] = {
    "bureau:choose-draw": (Role.ACCOUNT_MANAGER, "agreed"),
    "bureau:choose-aside": (Role.ACCOUNT_MANAGER, "drawn"),
    "bureau:choose-proposal": (Role.ACCOUNT_MANAGER, "answered"),
    "client:choose-proposal": (Role.CLIENT, "sent"),
    "bureau:choose-contest": (Role.PARTNER, "answered"),
    "manager:choose-considered": (Role.MANAGER, "invited"),
    "manager:choose-invitation": (Role.MANAGER, "invited"),
}
OBJECTS_OF_CHOOSING = {
    "bureau:choose-draw": "brief",
    "bureau:choose-shortlist": "shortlist",
    **{f"bureau:choose-{page}": "shortlist" for page in ("excluded", "why", "replay", "aside")},
    "bureau:choose-proposal": "proposal",
    "client:choose-proposal": "proposal",
    "manager:choose-invitation": "candidacy",
    "manager:choose-considered": "shortlist",
}


def more_of_choosing(life: Any) -> dict[str, dict[str, str]]:
    """What else than one object's code stands in an address."""
    return {f"bureau:choose-{page}": {"manager": life.cast.max_profile.code} for page in ("why", "aside")}


def contest_of(life: Any) -> str:
    """What Max contests of the list of this life: made when an address first needs it."""
    known = Contest.objects.filter(shortlist__code=life.shortlist).values_list("code", flat=True).first()
    return known or str(contest_choice(shortlist=life.shortlist, words="Ik ben eerder vrij.", by=life.max, at=NOW))
