"""What pages and other stages may know of briefs."""

from interregnum.stages.brief.queries.drawn import definitions, languages, mix
from interregnum.stages.brief.queries.facts import (
    BriefFacts,
    BriefLine,
    brief_facts,
    brief_of_request,
    line_of,
)
from interregnum.stages.brief.queries.pages import BriefPage, brief_page

__all__ = [
    "BriefFacts",
    "BriefLine",
    "BriefPage",
    "brief_facts",
    "brief_of_request",
    "brief_page",
    "definitions",
    "languages",
    "line_of",
    "mix",
]
