"""The questions and answers as the public page and the firm's own pages show them, and what visitors asked in vain."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.safestring import SafeString

from interregnum.kernel.actor import Actor
from interregnum.stages.ask.answers import COLUMNS, entry_of, knowledge, nearness_to, resembles
from interregnum.stages.ask.lexicon import shipped_lexicon
from interregnum.stages.ask.models import AskedQuestion, Asker, Question, QuestionVersion
from interregnum.stages.ask.question_models import TEXTS
from interregnum.stages.ask.question_texts import subject_words
from interregnum.stages.ask.rules.answer import Answered, answer
from interregnum.stages.ask.rules.answer_passage import passage
from interregnum.stages.ask.rules.finding import read
from interregnum.stages.ask.rules.questions import readable
from interregnum.stages.ask.rules.states import AskedState
from interregnum.web.markdown import plain, rendered


@dataclass(frozen=True)
class ShownQuestion:
    """A question with its answer in one language; `plain` holds the words alone."""

    code: str
    question: str
    answer: SafeString
    plain: str


@dataclass(frozen=True)
class QuestionsPage:
    """All questions; when something was asked what fits it, and what it seems to be about if nothing does.

    `is_foreign`: it was asked in another language than the two that are understood.
    """

    questions: tuple[ShownQuestion, ...]
    asked: str = ""
    found: tuple[ShownQuestion, ...] = ()
    subject: object = ""
    is_foreign: bool = False


def questions_page(*, language: str, asked: str = "") -> QuestionsPage:
    """What a visitor reads; read anew each time, so that a change of the firm holds at once everywhere."""
    rows = tuple(Question.objects.filter(is_active=True))
    shown = tuple(_shown(row, language) for row in rows)
    if not asked:
        return QuestionsPage(shown)
    found = _answered(asked, rows)
    by_code = {row.code: row for row in rows}
    return QuestionsPage(
        shown,
        asked,
        tuple(_shown(by_code[one.code], language, asked) for one in found.found),
        subject_words(found.subject),
        is_foreign=not readable(read(asked, shipped_lexicon())),
    )


def has_answer(question: str) -> bool:
    """Whether the page answers it now."""
    return bool(_answered(question, tuple(Question.objects.filter(is_active=True))).found)


def _answered(question: str, rows: Collection[Question]) -> Answered:
    entries, own = _entries(rows), {row.code: (row.question_nl, row.question_en) for row in rows}
    return answer(question, entries=entries, knowledge=knowledge(), likeness=resembles(question, own))


def _entries(rows: Any) -> tuple[Any, ...]:
    return tuple(entry_of(tuple(getattr(row, name) for name in COLUMNS)) for row in rows)


def _shown(row: Question, language: str, asked: str = "") -> ShownQuestion:
    question, said = (row.question_en, row.answer_en) if language == "en" else (row.question_nl, row.answer_nl)
    marked = ""
    if asked:
        marked = passage(asked, said, code=row.code, knowledge=knowledge(), nearness=nearness_to(asked))
    return ShownQuestion(row.code, question, rendered(said, marked=marked), plain(said))


def own_questions() -> QuerySet[Question]:
    """All questions of the firm, also those that are switched off, in their order."""
    return Question.objects.all()


def question_texts(code: str) -> dict[str, str]:
    """What one question says in both languages. Raises Http404 for an unknown one."""
    row = Question.objects.filter(code=code).values(*TEXTS).first()
    if row is None:
        raise Http404
    return dict(row)


def versions_of(code: str) -> QuerySet[QuestionVersion]:
    """What a question said before, newest first."""
    return QuestionVersion.objects.filter(question__code=code)


def asked_table(*, seen_by: Actor) -> QuerySet[AskedQuestion]:
    """What visitors asked in vain, with how many wait for an answer."""
    rows = AskedQuestion.objects.annotate(waiting=Count("askers", filter=Q(askers__answered_at=None)))
    return rows if seen_by.is_bureau else rows.none()


@dataclass(frozen=True)
class AskedPage:
    code: str
    text: str
    language: str
    times: int
    first_at: datetime
    last_at: datetime
    state: AskedState
    askers: tuple[Asker, ...]

    @property
    def is_open(self) -> bool:
        return self.state is AskedState.OPEN

    @property
    def can_mail(self) -> bool:
        return any(asker.email for asker in self._waiting)

    @property
    def must_call(self) -> bool:
        """Whether somebody who waits left a telephone number alone."""
        return any(not asker.email for asker in self._waiting)

    @property
    def is_aside(self) -> bool:
        return self.state is AskedState.SET_ASIDE

    @property
    def _waiting(self) -> tuple[Asker, ...]:
        return tuple(asker for asker in self.askers if not asker.is_held and not asker.answered_at)


def asked_page(code: str, *, seen_by: Actor) -> AskedPage:
    """One of them. Raises Http404 for one that is not there."""
    row = asked_table(seen_by=seen_by).prefetch_related("askers").filter(code=code).first()
    if row is None:
        raise Http404
    return AskedPage(
        row.code, row.text, row.language, row.times, row.first_at, row.last_at, row.state, tuple(row.askers.all())
    )


def asked_waiting(*, seen_by: Actor) -> QuerySet[AskedQuestion]:
    """Open questions of which somebody waits for an answer, to be counted."""
    waits = Asker.objects.filter(asked=OuterRef("pk"), answered_at=None)
    return asked_table(seen_by=seen_by).filter(Exists(waits), state=AskedState.OPEN)
