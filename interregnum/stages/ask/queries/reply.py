"""What the person who asked gets at once, and keeps getting as they answer."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.http import Http404

from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Category, Need
from interregnum.people.queries import list_names
from interregnum.stages.ask.models import Request
from interregnum.stages.ask.queries.course import own_course
from interregnum.stages.ask.queries.intake import Question, corrections, open_questions
from interregnum.stages.ask.queries.marks import Marked, marked, quotes_of
from interregnum.stages.ask.queries.promise import PathShown, call_words, path_shown
from interregnum.stages.ask.queries.rows import request_of, understood_of
from interregnum.stages.ask.rules.states import ASIDE, OPEN, WANTS_MANAGER, RequestState
from interregnum.stages.ask.texts import ANSWERS, CATEGORY_MEANS, understood
from interregnum.web.history import history
from interregnum.web.pieces import Definition, Event, Step
from interregnum.web.words import word_of


@dataclass(frozen=True, kw_only=True)
class AnswerPage:
    """What was understood and why, whether advice is enough, what is still open, the way to a start, and the call."""

    code: str
    marked: tuple[Marked, ...]
    understood: tuple[Definition, ...]
    answer: object
    need_quotes: tuple[str, ...]
    category: object
    category_means: object
    category_quotes: tuple[str, ...]
    questions: tuple[Question, ...]
    corrections: tuple[Question, ...]
    path: PathShown | None
    call: str
    is_confirmed: bool
    is_unreadable: bool
    has_ended: bool
    contact_name: str
    steps: tuple[Step, ...]
    history: tuple[Event, ...] = ()

    @property
    def correctable(self) -> tuple[str, ...]:
        return tuple(question.field for question in self.corrections)


def own_request_page(code: str, *, seen_by: Actor, at: datetime) -> AnswerPage:
    """The same answer for a client who is signed in. Raises Http404 for a request that is not theirs."""
    return replace(_page(request_of(code, seen_by=seen_by), at), history=history(code, seen_by=seen_by))


def answer_page(code: str, *, at: datetime) -> AnswerPage:
    """For whoever has the link: its code cannot be guessed. Raises Http404 for an unknown one."""
    rows = Request.objects.select_related("triage").prefetch_related("answers", "judgements")
    request = rows.filter(code=code).first()
    if request is None:
        raise Http404
    return _page(request, at)


def _page(request: Request, at: datetime) -> AnswerPage:
    proposal, values = request.triage.proposal, understood_of(request)
    disciplines, sectors = list_names()
    is_confirmed = request.triage.verdict is not None
    # A held request looks to whoever sent it like any other.
    is_going = request.state in {*OPEN, *ASIDE, RequestState.CONFIRMED}
    need = Need(values["need"])
    category = Category(values["category"]) if values.get("category") else None
    words = {"disciplines": disciplines, "sectors": sectors}
    still_asked = open_questions(request) if is_going else ()
    still = {question.field for question in still_asked}
    may_start = is_going and need in WANTS_MANAGER | {Need.UNCLEAR}
    return AnswerPage(
        code=request.code,
        marked=marked(request.told, proposal["evidence"], **words),
        understood=tuple(understood(values, disciplines, sectors)),
        answer=ANSWERS[need],
        need_quotes=quotes_of("need", proposal["evidence"], code=need)[:4],
        category=word_of(category) if category else "",
        category_means=CATEGORY_MEANS[category] if category else "",
        category_quotes=quotes_of("category", proposal["evidence"], code=values.get("category"))[:5],
        questions=still_asked,
        corrections=tuple(each for each in corrections(request, disciplines, sectors) if each.field not in still)
        if is_going
        else (),
        path=path_shown(values, call_by=request.call_by, at=at) if may_start else None,
        call=call_words(request.call_by, at=at) if request.call_by and is_going and not is_confirmed else "",
        is_confirmed=is_confirmed,
        is_unreadable="language" in proposal["questions"],
        has_ended=not is_going,
        contact_name=request.contact_name,
        steps=own_course("request", request=request.code),
    )
