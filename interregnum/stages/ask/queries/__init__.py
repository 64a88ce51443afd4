"""What pages and other stages may know of requests."""

from interregnum.stages.ask.queries.choices import read_value
from interregnum.stages.ask.queries.course import course, course_through, own_course
from interregnum.stages.ask.queries.intake import (
    IntakePage,
    Question,
    intake_by_code,
    intake_by_link,
    intake_page,
    link_is_known,
)
from interregnum.stages.ask.queries.lexicon import lexicon
from interregnum.stages.ask.queries.pages import (
    RequestFacts,
    RequestHead,
    RequestLine,
    Waiting,
    held_waiting,
    request_facts,
    request_head,
    requests_table,
    requests_waiting,
)
from interregnum.stages.ask.queries.questions import asked_waiting
from interregnum.stages.ask.queries.reply import AnswerPage, answer_page, own_request_page
from interregnum.stages.ask.queries.rows import held_requests
from interregnum.stages.ask.queries.triage import FieldShown, TriagePage, field_shown, triage_page

__all__ = [
    "AnswerPage",
    "FieldShown",
    "IntakePage",
    "Question",
    "RequestFacts",
    "RequestHead",
    "RequestLine",
    "TriagePage",
    "Waiting",
    "answer_page",
    "asked_waiting",
    "course",
    "course_through",
    "field_shown",
    "held_requests",
    "held_waiting",
    "intake_by_code",
    "intake_by_link",
    "intake_page",
    "lexicon",
    "link_is_known",
    "own_course",
    "own_request_page",
    "read_value",
    "request_facts",
    "request_head",
    "requests_table",
    "requests_waiting",
    "triage_page",
]
