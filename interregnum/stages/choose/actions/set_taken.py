"""A candidate whose days were taken by another client, or are free again, in a proposal that waits for a choice."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.facts import CandidateFree, CandidateTaken
from interregnum.stages.choose.letters import named_in, write_to_asker
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState

STATE = {True: CandidacyState.TAKEN, False: CandidacyState.AGREED}


@action
def set_taken(candidacy: str, *, is_taken: bool, at: datetime) -> bool:
    """Tell client and bureau of it, once; whether anything changed."""
    rows = Candidacy.objects.filter(code=candidacy, state=STATE[not is_taken], proposal__state=ProposalState.SENT)
    if not rows.update(state=STATE[is_taken]):
        return False
    row = Candidacy.objects.select_related("proposal__brief__request__organisation", "manager").get(code=candidacy)
    if is_taken:
        cancel_talk(row, at=at)
    record((CandidateTaken if is_taken else CandidateFree)(**named_in(row.proposal)), by=HOUSE, at=at)
    write_to_asker(row.proposal, "mail/choose_taken.txt" if is_taken else "mail/choose_free.txt")
    return True
