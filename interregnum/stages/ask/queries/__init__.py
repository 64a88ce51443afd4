"""What pages and other stages may know of requests."""

from interregnum.stages.ask.queries.course import course, own_course
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.queries.pages import (
    AnswerPage,
    RequestFacts,
    RequestLine,
    TriagePage,
    answer_page,
    open_requests,
    own_request_page,
    request_facts,
    requests_table,
    triage_page,
)

__all__ = [
    "AnswerPage",
    "RequestFacts",
    "RequestLine",
    "TriagePage",
    "answer_page",
    "course",
    "lexicon",
    "open_requests",
    "own_course",
    "own_request_page",
    "request_facts",
    "requests_table",
    "triage_page",
]
