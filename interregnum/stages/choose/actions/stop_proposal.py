"""The bureau stops a proposal of which nothing comes: nobody agreed, or the client waits for a day that has passed."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.succeed import close_invitations
from interregnum.stages.choose.facts import AskingStopped, ProposalStopped
from interregnum.stages.choose.letters import named_in, write_to_asker
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.rules.states import LIVE, ProposalState


@action
def stop_proposal(*, proposal: str, reason: str, seen: str, by: Actor, at: datetime) -> Refused | None:
    """Before a choice: whoever was asked is told, and the client of what was sent; the brief is open for another.

    `seen` is the state in which somebody read it: a reason for colleagues does not become one for the client.
    """
    row = proposal_row(proposal, seen_by=by)
    if not reason.strip():
        return Refused.because("choose.stop_reason_empty", "reason")
    if seen not in LIVE or not _claim(row, seen, reason.strip(), at):
        is_sent = Proposal.objects.filter(pk=row.pk, state=ProposalState.SENT).exists()
        return Refused.because("choose.sent_meanwhile" if is_sent else "choose.already_decided")
    close_invitations(row.code, "mail/choose_stopped.txt", at=at)
    stopped = ProposalStopped if seen == ProposalState.SENT else AskingStopped
    record(stopped(**named_in(row)), by=by, at=at)
    return None


def _claim(row: Proposal, seen: str, reason: str, at: datetime) -> bool:
    """The filter carries the old state: of two people at once, one is first."""
    live = Proposal.objects.filter(pk=row.pk, state=seen)
    return bool(live.update(state=ProposalState.ENDED, decided_at=at, stop_reason=reason))


def tell_taken_back(proposal: str) -> None:
    """To the client, of what was sent; under the guarantee that stage has words of its own."""
    write_to_asker(proposal_row(proposal, seen_by=HOUSE), "mail/choose_taken_back.txt")
