"""H1: whether anybody who was asked may still come, or the client is to widen what is looked for."""

from interregnum.stages.choose.queries.blind import blind_list
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState

# Of these something may still come.
HOPEFUL = (CandidacyState.INVITED, CandidacyState.AGREED, CandidacyState.CHOSEN)


def may_look_again(row: Complaint) -> bool:
    """Nobody was found, all said no, or the client chose nobody, or no contract came of the pick."""
    if row.state != CaseState.REPLACING or row.successor is not None:
        return False
    found = blind_list(row.proposal.code) if row.proposal else None
    if found is None or found.state in (ProposalState.DECLINED, ProposalState.ENDED):
        return True
    return not any(each.state in HOPEFUL for each in found.candidates)
