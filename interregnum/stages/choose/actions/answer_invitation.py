"""An interim manager says yes or no to being named to a client."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.hold import hold_proposal
from interregnum.stages.choose.facts import ManagerAnswered
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.queries.rows import invitation_row
from interregnum.stages.choose.rules.states import CandidacyState


@action
def answer_invitation(*, candidacy: str, agrees: bool, remark: str, by: Actor, at: datetime) -> Refused | None:
    """Consent for this client and no other; it is given once, before the proposal goes out."""
    row = invitation_row(candidacy, seen_by=by)
    state = CandidacyState.AGREED if agrees else CandidacyState.REFUSED
    hold_proposal(row.proposal_id)
    # Sending the proposal closes the invitations that were left open, so the state alone says whether this is in time.
    claimed = Candidacy.objects.filter(pk=row.pk, state=CandidacyState.INVITED)
    if not claimed.update(state=state, answer=remark.strip(), answered_at=at):
        return Refused.because("choose.already_answered")
    brief = row.proposal.brief
    fact = ManagerAnswered(
        proposal=row.proposal.code,
        brief=brief.code,
        request=brief.request.code,
        manager=row.manager.code,
        agreed=agrees,
    )
    record(fact, by=by, at=at)
    return None
