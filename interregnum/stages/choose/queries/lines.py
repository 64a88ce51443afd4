"""What stands on each desk: one line, one object."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries import BriefFacts, BriefLine, line_of
from interregnum.stages.brief.queries.facts import OF_LINE, facts_of, lines_of
from interregnum.stages.brief.queries.rows import visible_to as visible_briefs
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.queries.rows import WEIGHS, invitations_of, proposals_of, shortlists_of
from interregnum.stages.choose.rules.states import OVER, CandidacyState, ProposalState


@dataclass(frozen=True)
class ProposalLine:
    """`agreed` of `asked` managers said yes."""

    code: str
    organisation_name: str
    state: ProposalState
    at: datetime
    agreed: int
    asked: int


@dataclass(frozen=True)
class InvitationLine:
    code: str
    organisation_name: str
    invited_at: datetime


def proposals_waiting_for_client(*, seen_by: Actor, limit: int = 10) -> tuple[ProposalLine, ...]:
    """Sent, not decided on; for the client and for the bureau, oldest first."""
    return _lines(proposals_of(seen_by).filter(state=ProposalState.SENT).order_by("sent_at", "pk"), limit)


def with_client(*, seen_by: Actor) -> QuerySet[Proposal]:
    """Proposals that are sent and not decided on, to be counted."""
    return proposals_of(seen_by).filter(state=ProposalState.SENT)


def proposals_ready_to_send(*, seen_by: Actor, limit: int = 10) -> tuple[ProposalLine, ...]:
    """At least one manager agreed; for the bureau, oldest first."""
    if seen_by.role not in WEIGHS:
        return ()
    agreed = Candidacy.objects.filter(state=CandidacyState.AGREED).values("proposal")
    rows = proposals_of(seen_by).filter(state=ProposalState.INVITING).order_by("invited_at", "pk")
    return _lines(rows.filter(pk__in=agreed), limit)


def invitations_waiting(*, seen_by: Actor, limit: int = 10) -> tuple[InvitationLine, ...]:
    """A manager's own invitations that want an answer, oldest first."""
    rows = invitations_of(seen_by).filter(state=CandidacyState.INVITED).order_by("pk")
    rows = rows.select_related(None).select_related("proposal__brief__request__organisation")
    rows = rows.only("code", "proposal__invited_at", *(f"proposal__brief__{name}" for name in OF_LINE))
    return tuple(InvitationLine(row.code, _client(row.proposal), row.proposal.invited_at) for row in rows[:limit])


def briefs_waiting(*, seen_by: Actor, limit: int = 20) -> tuple[BriefLine, ...]:
    """Briefs to agree, and agreed ones for which nobody is proposed at the moment; for the bureau, oldest first."""
    if seen_by.role not in WEIGHS:
        return ()
    live = Proposal.objects.exclude(state__in=OVER).values("brief")
    waits = Q(state=BriefState.DRAFT) | (Q(state=BriefState.AGREED) & ~Q(pk__in=live))
    return lines_of(visible_briefs(seen_by).filter(waits).order_by("pk"), limit)


def briefs_looked_for(*, seen_by: Actor, limit: int = 10) -> tuple[BriefFacts, ...]:
    """Agreed briefs for which nobody is proposed at the moment, with what each asks."""
    rows = visible_briefs(seen_by) if seen_by.role in WEIGHS else visible_briefs(seen_by).none()
    live = Proposal.objects.exclude(state__in=OVER).values("brief")
    looked_for = rows.filter(state=BriefState.AGREED).exclude(pk__in=live).order_by("pk")
    return tuple(facts_of(row) for row in looked_for[:limit])


def latest_shortlist_of(brief: str, *, seen_by: Actor) -> str | None:
    """The code of the last draw for a brief, if there is one."""
    return shortlists_of(seen_by).filter(brief__code=brief).values_list("code", flat=True).first()


def proposal_of(brief: str, *, seen_by: Actor) -> str | None:
    """The code of the live proposal of a brief, or else of the last declined one."""
    rows = proposals_of(seen_by).filter(brief__code=brief)
    live = rows.exclude(state__in=OVER).values_list("code", flat=True).first()
    return live or rows.values_list("code", flat=True).first()


def _lines(rows: QuerySet[Proposal], limit: int) -> tuple[ProposalLine, ...]:
    counted = rows.annotate(
        agreed=Count("candidacies", filter=Q(candidacies__state=CandidacyState.AGREED)), asked=Count("candidacies")
    )
    told = counted.only("code", "state", "sent_at", "invited_at", *(f"brief__{name}" for name in OF_LINE))
    return tuple(
        ProposalLine(row.code, _client(row), row.state, row.sent_at or row.invited_at, row.agreed, row.asked)
        for row in told[:limit]
    )


def _client(row: Proposal) -> str:
    return line_of(row.brief).organisation_name
