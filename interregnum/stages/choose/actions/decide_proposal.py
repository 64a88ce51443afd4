"""The client chooses one of the managers presented, or none."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.deaths import hold_living
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.actions.set_aside import note_not_chosen
from interregnum.stages.choose.facts import ProposalAccepted, ProposalDeclined
from interregnum.stages.choose.letters import named_in, write_to_manager
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState


@action
def accept_proposal(*, proposal: str, candidacy: str, by: Actor, at: datetime) -> Refused | None:
    """Choose one; the others are told that it is not them."""
    row = proposal_row(proposal, seen_by=by)
    presented = row.candidacies.filter(state__in=[CandidacyState.AGREED, CandidacyState.CHOSEN, CandidacyState.TAKEN])
    chosen = presented.filter(code=candidacy).select_related("manager").first()
    # Asked afresh: somebody may have decided since this row was read.
    if chosen is None and Proposal.objects.filter(pk=row.pk, state=ProposalState.SENT).exists():
        return Refused.because("choose.not_a_candidate")
    if chosen and chosen.state == CandidacyState.TAKEN:
        return Refused.because("choose.manager_taken", name=chosen.manager.name)
    if chosen and chosen.starts_on < local_day(at):
        return Refused.because("choose.start_gone", name=chosen.manager.name)
    # Before any row is claimed: who chooses the same manager for another client waits here for what is left.
    if chosen and (died := hold_living([chosen.manager.code])) is not None:
        return died
    if chosen is None or not _claim(row, ProposalState.ACCEPTED, at=at):
        return Refused.because("choose.already_decided")
    Candidacy.objects.filter(pk=chosen.pk).update(state=CandidacyState.CHOSEN)
    write_to_manager(chosen, "mail/choose_chosen.txt")
    _tell_others(row, at=at)
    note_not_chosen(row, chosen.manager.code, by=by, at=at)
    fact = ProposalAccepted(**named_in(row), manager=chosen.manager.code, candidacy=chosen.code)
    record(fact, by=by, at=at)
    return None


@action
def decline_proposal(*, proposal: str, reason: str, by: Actor, at: datetime) -> Refused | None:
    """Choose nobody and say why; the bureau may make another proposal."""
    row = proposal_row(proposal, seen_by=by)
    if not _claim(row, ProposalState.DECLINED, at=at, decline_reason=reason.strip()):
        return Refused.because("choose.already_decided")
    _tell_others(row, at=at)
    record(ProposalDeclined(**named_in(row)), by=by, at=at)
    return None


def _claim(row: Proposal, state: ProposalState, *, at: datetime, **columns: str) -> bool:
    """The filter carries the old state: of two people at once, one is first."""
    waiting = Proposal.objects.filter(pk=row.pk, state=ProposalState.SENT)
    return bool(waiting.update(state=state, decided_at=at, **columns))


def _tell_others(row: Proposal, *, at: datetime) -> None:
    for other in row.candidacies.filter(state__in=[CandidacyState.AGREED, CandidacyState.TAKEN]).select_related(
        "manager"
    ):
        Candidacy.objects.filter(pk=other.pk).update(state=CandidacyState.NOT_CHOSEN)
        write_to_manager(other, "mail/choose_not_chosen.txt")
        cancel_talk(other, at=at)
