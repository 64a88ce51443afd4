"""What pages and other stages may know of shortlists and proposals."""

from interregnum.stages.choose.queries.considered import ConsideredPage, considered_lines, considered_page
from interregnum.stages.choose.queries.contests import ContestPage, contest_page, contests_of, contests_to_answer
from interregnum.stages.choose.queries.departures import AsidePage, OversightPage, aside_page, oversight_page
from interregnum.stages.choose.queries.draw import DrawPage, brief_to_draw, draw_page
from interregnum.stages.choose.queries.excluded import ExcludedPage, excluded_page
from interregnum.stages.choose.queries.facts import CandidacyFacts, candidacy_facts, waiting_candidacies
from interregnum.stages.choose.queries.invitation import InvitationPage, invitation_page
from interregnum.stages.choose.queries.lines import (
    InvitationLine,
    ProposalLine,
    briefs_looked_for,
    briefs_waiting,
    invitations_waiting,
    latest_shortlist_of,
    proposal_of,
    proposals_ready_to_send,
    proposals_waiting_for_client,
    with_client,
)
from interregnum.stages.choose.queries.open_briefs import OpenBriefsPage, open_briefs_page
from interregnum.stages.choose.queries.proposal import (
    BureauProposalPage,
    ClientProposalPage,
    Presented,
    own_proposal_page,
    proposal_page,
)
from interregnum.stages.choose.queries.replay import Outcome, Replay, drawn_lists, replay
from interregnum.stages.choose.queries.shortlist import ListedManager, ShortlistPage, live_proposal_of, shortlist_page
from interregnum.stages.choose.queries.stopping import StopPage, stop_page
from interregnum.stages.choose.queries.talks import QuestionPage, TalkPage, question_page, talk_page
from interregnum.stages.choose.queries.talks_waiting import TalkLine, Wanted, questions_to_answer, talks_waiting
from interregnum.stages.choose.queries.why import WhyPage, found_managers, why_page

__all__ = [
    "AsidePage",
    "BureauProposalPage",
    "CandidacyFacts",
    "ClientProposalPage",
    "ConsideredPage",
    "ContestPage",
    "DrawPage",
    "ExcludedPage",
    "InvitationLine",
    "InvitationPage",
    "ListedManager",
    "OpenBriefsPage",
    "Outcome",
    "OversightPage",
    "Presented",
    "ProposalLine",
    "QuestionPage",
    "Replay",
    "ShortlistPage",
    "StopPage",
    "TalkLine",
    "TalkPage",
    "Wanted",
    "WhyPage",
    "aside_page",
    "brief_to_draw",
    "briefs_looked_for",
    "briefs_waiting",
    "candidacy_facts",
    "considered_lines",
    "considered_page",
    "contest_page",
    "contests_of",
    "contests_to_answer",
    "draw_page",
    "drawn_lists",
    "excluded_page",
    "found_managers",
    "invitation_page",
    "invitations_waiting",
    "latest_shortlist_of",
    "live_proposal_of",
    "open_briefs_page",
    "oversight_page",
    "own_proposal_page",
    "proposal_of",
    "proposal_page",
    "proposals_ready_to_send",
    "proposals_waiting_for_client",
    "question_page",
    "questions_to_answer",
    "replay",
    "shortlist_page",
    "stop_page",
    "talk_page",
    "talks_waiting",
    "waiting_candidacies",
    "why_page",
    "with_client",
]
