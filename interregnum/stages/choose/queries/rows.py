"""Which shortlists and proposals somebody may know of."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from interregnum.kernel.actor import BUREAU, Actor, Role
from interregnum.people.queries import profile_at
from interregnum.stages.ask.queries.rows import visible_to as visible_requests
from interregnum.stages.choose.models import Candidacy, Proposal, ProposalQuestion, Shortlist
from interregnum.stages.choose.rules.states import OVER, CandidacyState, ProposalState

# Who may know who was weighed for an assignment: not the back office.
WEIGHS = BUREAU | {Role.AUDITOR, Role.HOUSE}
# What a client may see: a proposal is the bureau's own until it is sent.
SHOWN = (ProposalState.SENT, ProposalState.ACCEPTED, *OVER)

# Whom a client meets; after the choice only the one who was chosen.
MEETS = (CandidacyState.AGREED, CandidacyState.CHOSEN, CandidacyState.TAKEN)


def shortlists_of(actor: Actor) -> QuerySet[Shortlist]:
    """For those who choose, and the auditor: nobody else sees who was weighed."""
    if actor.role not in WEIGHS:
        return Shortlist.objects.none()
    rows = Shortlist.objects.select_related("brief__request__organisation", "drawn_by")
    return rows.filter(brief__request__in=visible_requests(actor).order_by().values("pk"))


def proposals_of(actor: Actor) -> QuerySet[Proposal]:
    rows = Proposal.objects.select_related("brief__request__organisation")
    rows = rows.filter(brief__request__in=visible_requests(actor).order_by().values("pk"))
    if actor.role == Role.CLIENT:
        # One that was stopped before it went out stays the bureau's own.
        return rows.filter(state__in=SHOWN).exclude(state__in=OVER, sent_at=None)
    return rows if actor.role in WEIGHS else rows.none()


def invitations_of(actor: Actor) -> QuerySet[Candidacy]:
    """An interim manager's own invitations."""
    rows = Candidacy.objects.select_related("proposal__brief__request__organisation", "manager", "acquaintance")
    rows = rows.defer(*profile_at("manager"))
    return rows.filter(manager__code=actor.manager) if actor.manager else rows.none()


def shortlist_row(code: str, *, seen_by: Actor) -> Shortlist:
    """Raises Http404 for a shortlist that is not there, or not theirs."""
    row = shortlists_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def proposal_row(code: str, *, seen_by: Actor) -> Proposal:
    """With `newest_list`, the code of its brief's. Raises Http404 when it is not there, not theirs, or not sent yet."""
    newest = Shortlist.objects.filter(brief=OuterRef("brief")).values("code")[:1]
    row = proposals_of(seen_by).annotate(newest_list=Subquery(newest)).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def invitation_row(code: str, *, seen_by: Actor) -> Candidacy:
    """Raises Http404 for an invitation of somebody else."""
    row = invitations_of(seen_by).filter(code=code).first()
    if row is None:
        raise Http404
    return row


def question_row(code: str, *, seen_by: Actor) -> ProposalQuestion:
    """Raises Http404 for a question about a proposal that is not theirs."""
    rows = ProposalQuestion.objects.select_related("proposal__brief__request__organisation")
    row = rows.filter(code=code, proposal__in=proposals_of(seen_by).order_by().values("pk")).first()
    if row is None:
        raise Http404
    return row


def talk_row(code: str, *, seen_by: Actor) -> Candidacy:
    """A candidate who was presented, for client, bureau and the manager in person. Raises Http404 for any other."""
    rows = Candidacy.objects.select_related(
        "proposal__brief__request__organisation", "proposal__brief__request__owner", "manager"
    )
    meets = MEETS if seen_by.role == Role.CLIENT else (*MEETS, CandidacyState.NOT_CHOSEN)
    rows = rows.filter(code=code, state__in=meets, answered_at__isnull=False, proposal__state__in=SHOWN)
    if seen_by.role == Role.MANAGER:
        row = rows.filter(manager__code=seen_by.manager or "").first()
    else:
        row = rows.filter(proposal__in=proposals_of(seen_by).order_by().values("pk")).first()
    if row is None:
        raise Http404
    return row


def organisation_of(row: Shortlist) -> str:
    organisation = row.brief.request.organisation
    return organisation.name if organisation else row.brief.request.organisation_name
