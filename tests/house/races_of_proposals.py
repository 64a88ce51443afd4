"""The same of a proposal that the bureau stops: against a colleague, and against the client's choice."""

from functools import partial

from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.models import Proposal
from tests.house.races import Act, Race, both, state_of
from tests.life import Life
from tests.world import NOW

WHY = "De eerste dag is voorbij."


def _stop(life: Life, seen: str) -> Act:
    by = life.cast.actor(life.cast.bea)
    return partial(stop_proposal, proposal=life.proposal, reason=WHY, seen=seen, by=by, at=NOW)


def _stop_and_choose(life: Life) -> tuple[Act, Act]:
    choose = partial(accept_proposal, proposal=life.proposal, candidacy=life.candidacy, by=life.carla, at=NOW)
    return _stop(life, "sent"), choose


OF_PROPOSALS: dict[str, Race] = {
    "stop a proposal": Race(
        "sent",
        lambda life: both(life, stop_proposal, proposal=life.proposal, reason=WHY, seen="sent"),
        "choose.already_decided",
        ("ProposalStopped",),
        state_of(Proposal),
    ),
    "stop a proposal and choose from it": Race(
        "sent", _stop_and_choose, "choose.already_decided", ("ProposalStopped|ProposalAccepted",), state_of(Proposal)
    ),
}
