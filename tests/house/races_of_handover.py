"""The same around a hand-over: client and successor at their buttons, and whoever decides about what slips."""

from interregnum.stages.handover.actions.answer_document import answer_document
from interregnum.stages.handover.actions.free_week import agree_free_week
from interregnum.stages.handover.models import DocumentAnswer, FreeWeek
from interregnum.stages.keep.actions.decide_relapse import decide_relapse
from interregnum.stages.keep.models import Aftercare, ResultCheck
from interregnum.stages.keep.rules.states import Proposal
from tests.house.forms_of_handover import document_of, relapse_of, week_of
from tests.house.races import LATER, Act, Race, both, only_one, state_of, twice
from tests.life import Life


def _accept(life: Life) -> tuple[Act, Act]:
    return twice(answer_document, assignment=document_of(life), agrees=True, by=life.carla, at=LATER)


def _agree(life: Life) -> tuple[Act, Act]:
    return twice(agree_free_week, assignment=week_of(life), by=life.carla, at=LATER)


def _decide(life: Life) -> tuple[Act, Act]:
    care = Aftercare.objects.get(code=relapse_of(life))
    slips = {one.result.code: Proposal.TALK for one in care.checks.select_related("result")}
    return both(life, decide_relapse, care=care.code, decisions=slips, why="")


OF_HANDOVER: dict[str, Race] = {
    "accept the hand-over document": Race(
        "reported", _accept, "handover.document_answered", ("DocumentAnswered",), only_one(DocumentAnswer)
    ),
    "agree with the week without the manager": Race(
        "reported", _agree, "handover.no_week", ("FreeWeekAgreed",), state_of(FreeWeek)
    ),
    "decide what is done about a result that slips": Race(
        "reported", _decide, "keep.decided", ("RelapseDecided",), state_of(ResultCheck)
    ),
}
