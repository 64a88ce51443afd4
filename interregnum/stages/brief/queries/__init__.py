"""What pages and other stages may know of briefs."""

from interregnum.stages.brief.queries.drawn import agreed_words, definitions, in_a_line, languages, mix, shown_in_texts
from interregnum.stages.brief.queries.facts import (
    BriefFacts,
    BriefLine,
    brief_facts,
    brief_of_request,
    briefs_to_approve,
    line_of,
)
from interregnum.stages.brief.queries.pages import BriefPage, ClientBriefPage, brief_page, own_brief_page

__all__ = [
    "BriefFacts",
    "BriefLine",
    "BriefPage",
    "ClientBriefPage",
    "agreed_words",
    "brief_facts",
    "brief_of_request",
    "brief_page",
    "briefs_to_approve",
    "definitions",
    "in_a_line",
    "languages",
    "line_of",
    "mix",
    "own_brief_page",
    "shown_in_texts",
]
