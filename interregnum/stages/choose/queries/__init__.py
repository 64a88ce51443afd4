"""What pages and other stages may know of shortlists and proposals."""

from interregnum.stages.choose.queries.draw import DrawPage, draw_page
from interregnum.stages.choose.queries.excluded import Excluded, ExcludedPage, excluded_page
from interregnum.stages.choose.queries.facts import CandidacyFacts, candidacy_facts
from interregnum.stages.choose.queries.lines import (
    InvitationLine,
    ProposalLine,
    briefs_to_shortlist,
    count_with_client,
    invitations_waiting,
    latest_shortlist_of,
    proposal_of,
    proposals_ready_to_send,
    proposals_waiting_for_client,
)
from interregnum.stages.choose.queries.proposal import (
    BureauProposalPage,
    ClientProposalPage,
    InvitationPage,
    Presented,
    invitation_page,
    own_proposal_page,
    proposal_page,
)
from interregnum.stages.choose.queries.shortlist import ListedManager, ShortlistPage, live_proposal_of, shortlist_page

__all__ = [
    "BureauProposalPage",
    "CandidacyFacts",
    "ClientProposalPage",
    "DrawPage",
    "Excluded",
    "ExcludedPage",
    "InvitationLine",
    "InvitationPage",
    "ListedManager",
    "Presented",
    "ProposalLine",
    "ShortlistPage",
    "briefs_to_shortlist",
    "candidacy_facts",
    "count_with_client",
    "draw_page",
    "excluded_page",
    "invitation_page",
    "invitations_waiting",
    "latest_shortlist_of",
    "live_proposal_of",
    "own_proposal_page",
    "proposal_of",
    "proposal_page",
    "proposals_ready_to_send",
    "proposals_waiting_for_client",
    "shortlist_page",
]
