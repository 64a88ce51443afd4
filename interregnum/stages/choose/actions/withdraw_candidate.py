"""A manager died who was asked or presented: the firm takes the name back, and client and bureau are told."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.people.deaths import ManagerDied
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.facts import CandidateGone
from interregnum.stages.choose.letters import named_in, write_to_asker
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.rules.states import WAITING, CandidacyState, ProposalState


@action
def withdraw_candidacies(fact: ManagerDied, by: Actor, at: datetime) -> None:
    """Wherever nothing is decided yet, whoever guards it; a client hears so of what was sent."""
    rows = Candidacy.objects.filter(manager__code=fact.manager, state__in=WAITING)
    for row in rows.select_related("proposal__brief__request__organisation", "manager").order_by("proposal", "pk"):
        # The filter carries the old state: of an answer and a death at once, one is first.
        if not Candidacy.objects.filter(pk=row.pk, state__in=WAITING).update(state=CandidacyState.WITHDRAWN):
            continue
        cancel_talk(row, at=at)
        record(CandidateGone(**named_in(row.proposal)), by=by, at=at)
        if row.proposal.state == ProposalState.SENT:
            write_to_asker(row.proposal, "mail/choose_gone.txt")
