"""What the bureau is told before it stops a proposal."""

from dataclasses import dataclass

from interregnum.kernel.actor import Actor
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.choose.queries.rows import proposal_row
from interregnum.stages.choose.rules.states import LIVE, ProposalState


@dataclass(frozen=True, kw_only=True)
class StopPage:
    code: str
    organisation_name: str
    contact_name: str
    state: ProposalState
    is_live: bool
    is_sent: bool


def stop_page(code: str, *, seen_by: Actor) -> StopPage:
    """Raises Http404 for a proposal of somebody else's portfolio."""
    row = proposal_row(code, seen_by=seen_by)
    brief = brief_facts(row.brief.code)
    return StopPage(
        code=row.code,
        organisation_name=brief.organisation_name,
        contact_name=brief.contact_name,
        state=row.state,
        is_live=row.state in LIVE,
        is_sent=row.state == ProposalState.SENT,
    )
