"""A manager died who was asked or presented: the firm takes the name back, and client and bureau are told."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.people.deaths import ManagerDied
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.choose.actions.cancel_talk import cancel_talk
from interregnum.stages.choose.facts import CandidateGone
from interregnum.stages.choose.letters import language_or_dutch, objects_of
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
        request = row.proposal.brief.request
        about = {
            "proposal": row.proposal.code,
            "brief": row.proposal.brief.code,
            "request": request.code,
            "organisation": request.organisation.code if request.organisation else "",
        }
        record(CandidateGone(**about), by=by, at=at)
        if row.proposal.state == ProposalState.SENT:
            write_to(
                email=request.contact_email,
                language=language_or_dutch(request.language),
                template="mail/choose_gone.txt",
                about=objects_of(row.proposal),
                name=request.contact_name,
                link=link_to("client:choose-proposal", row.proposal.code),
            )
