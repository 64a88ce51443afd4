"""The same on a case of the library: two of the bureau, two of the client, a manager in two windows."""

from functools import partial
from typing import Any

from interregnum.parameters.models import Parameter
from interregnum.stages.learn.actions.case_consent import answer_case, object_to_case, offer_case, withdraw_case
from interregnum.stages.learn.models import Case, CaseConsent, CaseText
from interregnum.stages.learn.rules.case_states import Answer, CaseState
from tests.house.forms_of_library import SAID, case_of
from tests.house.races import LATER, Act, Race, both, state_of, twice
from tests.life import Life

USES: dict[str, Any] = {"on_site": True, "in_proposals": False}


def _as(life: Life, state: CaseState) -> None:
    """A case in this state, of a firm where one client is enough to tell of it."""
    value = {"organisations": 1, "figures": 2, "from": 100}
    Parameter.objects.filter(name="learn.case_bounds").update(value=value)
    code = case_of(life)
    Case.objects.filter(code=code).update(state=state, live_until=None)
    CaseConsent.objects.filter(case__code=code).update(state=state)


def _offer(life: Life) -> tuple[Act, Act]:
    _as(life, CaseState.DRAFT)
    # What was not offered yet nobody was asked about.
    CaseConsent.objects.all().delete()
    CaseText.objects.update(**SAID)
    return both(life, offer_case, assignment=life.assignment, version=1)


def _answer(life: Life) -> tuple[Act, Act]:
    _as(life, CaseState.ASKED)
    said = partial(answer_case, assignment=life.assignment, version=1, words="Zo is het.", by=life.carla, at=LATER)
    return partial(said, answer=Answer.AGREE, **USES), partial(said, answer=Answer.DECLINE, **USES)


def _withdraw(life: Life) -> tuple[Act, Act]:
    _as(life, CaseState.AGREED)
    return twice(withdraw_case, assignment=life.assignment, why="", by=life.carla, at=LATER)


def _hold(life: Life) -> tuple[Act, Act]:
    _as(life, CaseState.AGREED)
    return twice(object_to_case, assignment=life.assignment, version=1, words="Te veel.", by=life.max, at=LATER)


OF_LIBRARY: dict[str, Race] = {
    "offer a case": Race("reported", _offer, "learn.case_asked", ("LibraryCaseOffered",), state_of(Case)),
    "answer about a case": Race("reported", _answer, "learn.case_answered", ("LibraryCaseAnswered",), state_of(Case)),
    "withdraw a case": Race("reported", _withdraw, "learn.case_not_live", ("LibraryCaseWithdrawn",), state_of(Case)),
    "hold a case back": Race("reported", _hold, "learn.case_objected", ("LibraryCaseObjected",), state_of(Case)),
}
