"""The same under the guarantee: two people of the client, and two windows of a manager."""

from interregnum.stages.guarantee.actions.close import settle
from interregnum.stages.guarantee.actions.complain import Way, complain
from interregnum.stages.guarantee.actions.hear import say
from interregnum.stages.guarantee.models import Complaint, Hearing
from interregnum.stages.guarantee.rules.reasons import ComplaintReason
from interregnum.stages.guarantee.rules.states import CaseState, Choice
from tests.house.forms_of_guarantee import complaint_of
from tests.house.races import LATER, Act, Race, only_one, state_of, twice
from tests.life import Life
from tests.together import allow_two


def _invoke(life: Life) -> tuple[Act, Act]:
    way = Way(choice=Choice.TALK)
    told = {"assignment": life.assignment, "reason": ComplaintReason.RESULT, "words": "", "way": way}
    return twice(complain, **told, by=life.carla, at=LATER)


def _settle(life: Life) -> tuple[Act, Act]:
    return twice(settle, complaint=complaint_of(CaseState.OPEN)(life), by=life.carla, at=LATER)


def _say(life: Life) -> tuple[Act, Act]:
    code = complaint_of(CaseState.OPEN)(life)
    return twice(say, complaint=code, words="Ik kreeg geen mandaat.", by=life.max, at=LATER)


OF_GUARANTEE: dict[str, Race] = {
    "settle a guarantee": Race("reported", _settle, "guarantee.not_now", ("GuaranteeSettled",), state_of(Complaint)),
    "be heard": Race("reported", _say, "guarantee.heard", ("ManagerHeard",), only_one(Hearing)),
}
INVOKED = Race(
    "reported",
    _invoke,
    "guarantee.running",
    ("GuaranteeInvoked",),
    lambda _patch: allow_two(Complaint, "one_open_guarantee"),
)
