"""Who was chosen before the firm kept its proposals here: for an assignment that already runs."""

from datetime import date, datetime
from typing import Any

from interregnum.kernel.money import Money
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState


def bring_in_choice(
    *, brief: Any, manager: Any, client_rate: Money, manager_rate: Money, starts_on: date, at: datetime
) -> Candidacy:
    """Part of an action of a later stage: chosen already, by whom nobody was invited."""
    proposal = Proposal.objects.create(
        brief=brief, state=ProposalState.ACCEPTED, invited_at=at, sent_at=at, decided_at=at
    )
    return Candidacy.objects.create(
        proposal=proposal,
        manager=manager,
        state=CandidacyState.CHOSEN,
        rationale="",
        client_rate=client_rate,
        manager_rate=manager_rate,
        starts_on=starts_on,
        answered_at=at,
    )
