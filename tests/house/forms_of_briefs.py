"""The forms of a brief: written and offered by the bureau, answered by the client."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from interregnum.kernel.actor import Role
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.actions.reopen_brief import reopen_brief
from interregnum.stages.brief.models import Brief, BriefVersion
from tests.world import NOW

type Act = Callable[[], Any]
BRIEF = {
    "problem": "De achterstand groeit.",
    "result_wanted": "Van 1.200 naar 200 dossiers.",
    "category": "change",
    "reasons": ["performance"],
    "grounds": ["capacity"],
    "level": "senior",
    "context": "",
    "disciplines": ["back_office"],
    "sector": "bank",
    "role_mix_0": "20",
    "role_mix_1": "15",
    "role_mix_2": "25",
    "role_mix_3": "40",
    "starts_on": "2030-04-01",
    "weeks": "26",
    "days_a_week": "4",
    "rate_ceiling": "1400",
    "place": "Utrecht",
    "languages": ["nl"],
    "assurance": "standard",
    "problem_owner": "Carla, directeur operatie",
}
FORMS_OF_BRIEFS: dict[str, dict[str, Any]] = {
    "bureau:brief-edit": BRIEF,
    "bureau:brief-offer": BRIEF,
    "bureau:brief-reopen": {"once": "terug"},
}
WHOM_OF_BRIEFS: dict[str, tuple[Role, str]] = {
    "bureau:brief-edit": (Role.ACCOUNT_MANAGER, "confirmed"),
    "bureau:brief-offer": (Role.ACCOUNT_MANAGER, "confirmed"),
    "bureau:brief-reopen": (Role.ACCOUNT_MANAGER, "agreed"),
    "client:brief-brief": (Role.CLIENT, "agreed"),
}
OBJECTS_OF_BRIEFS = dict.fromkeys(WHOM_OF_BRIEFS, "brief")


def offered_again(life: Any) -> int:
    """The version of this life's brief that lies with the client: taken back and offered when nothing lies there."""
    waiting = BriefVersion.objects.filter(brief__code=life.brief, state="offered").values_list("number", flat=True)
    if not waiting:
        reopen_brief(brief=life.brief, by=life.anton, at=NOW)
        offer_brief(brief=life.brief, by=life.anton, at=NOW)
    return int(waiting.get())


def offer_twice(life: Any) -> tuple[Act, Act]:
    """Two people of the bureau have the filled-in brief open."""
    Brief.objects.filter(code=life.brief).update(state="draft", agreed_at=None, approved=None)
    BriefVersion.objects.filter(brief__code=life.brief).delete()
    partners = life.cast.actor(life.cast.bea), replace(life.anton, role=Role.PARTNER)
    one, other = (partial(offer_brief, brief=life.brief, by=by, at=NOW) for by in partners)
    return one, other


def agree_twice(life: Any) -> tuple[Act, Act]:
    """The client has the version open in two windows."""
    Brief.objects.filter(code=life.brief).update(state="offered", agreed_at=None, approved=None)
    BriefVersion.objects.filter(brief__code=life.brief).update(state="offered")
    press = partial(agree_brief, brief=life.brief, version=1, by=life.carla, at=NOW)
    return press, press
