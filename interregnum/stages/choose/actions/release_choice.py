"""What becomes of a choice of which no contract came: released, taken up once more, or ended."""

from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.stages.choose.facts import ChoiceEnded
from interregnum.stages.choose.letters import named_in
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.rules.states import OVER, CandidacyState, ProposalState


def release_choice(candidacy: str) -> None:
    """The manager's days are free again; the client's choice is not undone by it."""
    Candidacy.objects.filter(code=candidacy, state=CandidacyState.CHOSEN).update(state=CandidacyState.RELEASED)


def choose_again(candidacy: str, *, starts_on: date) -> bool:
    """The same choice once more, from another first day; of two people at once one is first."""
    released = Candidacy.objects.filter(
        code=candidacy, state=CandidacyState.RELEASED, proposal__state=ProposalState.ACCEPTED
    )
    return bool(released.update(state=CandidacyState.CHOSEN, starts_on=starts_on))


def keep_choice(proposal: str) -> None:
    """Nobody is looked for after all in the place of who was chosen: the brief asks for nobody, as after a notice."""
    ended = Proposal.objects.filter(code=proposal, state=ProposalState.ENDED)
    # The database allows one live proposal for a brief: where others are asked, somebody is looked for.
    others = Proposal.objects.filter(brief__in=ended.values("brief")).exclude(state__in=OVER)
    if not others.exists():
        ended.update(state=ProposalState.ACCEPTED)


@action
def end_choice(proposal: str, *, by: Actor, at: datetime) -> bool:
    """The brief is open for another proposal, as far as nobody is chosen in this one any more."""
    rows = Proposal.objects.filter(code=proposal, state=ProposalState.ACCEPTED)
    if not rows.exclude(candidacies__state=CandidacyState.CHOSEN).update(state=ProposalState.ENDED):
        return False
    row = Proposal.objects.select_related("brief__request__organisation").get(code=proposal)
    record(ChoiceEnded(**named_in(row)), by=by, at=at)
    return True
