"""The firm's own questions and answers: add, change, reorder and switch off; what they said before is kept."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max
from django.utils.text import slugify

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.ask.facts import QuestionSaved
from interregnum.stages.ask.models import AskedQuestion, Asker, Question, QuestionVersion
from interregnum.stages.ask.question_models import TEXTS
from interregnum.stages.ask.rules.states import AskedState

# What is something else in an address or on the page.
PLACES = ("new", "answer", "main")


@action
def save_question(
    *, code: str = "", values: Mapping[str, str], asked: str = "", seen: str = "", by: Actor, at: datetime
) -> str | Refused:
    """Add a question, or change the one with this code; returns its code.

    `seen`: the mark of what the form began with; what a colleague saved since is not written over unseen.
    `asked`: a visitor's question that this answers; it stays open as long as somebody waits to be answered.
    """
    if code:
        row = Question.objects.select_for_update().filter(code=code).first()
        if row is None:
            return Refused.because("ask.question_gone")
        before = {name: getattr(row, name) for name in TEXTS}
        if before != {name: values[name] for name in TEXTS}:
            if seen and seen != mark_of(code):
                return Refused.because("ask.question_changed")
            QuestionVersion.objects.create(question=row, content=before, changed_at=at, changed_by=by.name)
    else:
        last = Question.objects.aggregate(last=Max("position"))["last"] or 0
        row = Question(code=_new_code(values["question_en"]), position=last + 1)
    for name in TEXTS:
        setattr(row, name, values[name])
    row.save()
    waiting = Asker.objects.filter(asked__code=asked, answered_at=None)
    if asked and not waiting.exists():
        AskedQuestion.objects.filter(code=asked, state=AskedState.OPEN).update(state=AskedState.ADDED)
    record(QuestionSaved(question=row.code, is_new=not code), by=by, at=at)
    return row.code


def mark_of(code: str) -> str:
    """Tells one text of a question from the next: how often it was changed."""
    return f"after {QuestionVersion.objects.filter(question__code=code).count()}"


@action
def move_question(*, code: str, step: int, by: Actor, at: datetime) -> None:
    """One place up (-1) or down (1) on the page."""
    codes = list(Question.objects.select_for_update().order_by("position", "pk").values_list("code", flat=True))
    if code not in codes:
        return
    here = codes.index(code)
    there = min(max(here + step, 0), len(codes) - 1)
    codes.insert(there, codes.pop(here))
    for position, each in enumerate(codes, 1):
        Question.objects.filter(code=each).exclude(position=position).update(position=position)
    record(QuestionSaved(question=code, is_new=False), by=by, at=at)


@action
def switch_question(*, code: str, is_active: bool, by: Actor, at: datetime) -> None:
    """Show a question on the page and give it as an answer, or do neither."""
    if Question.objects.filter(code=code).exclude(is_active=is_active).update(is_active=is_active):
        record(QuestionSaved(question=code, is_new=False), by=by, at=at)


def _new_code(question: str) -> str:
    """A code that can be read, and that nothing else has: "none" is no answer, others are places on the page."""
    wish = slugify(question)[:32].strip("-") or "question"
    taken = {"none", *PLACES, *Question.objects.filter(code__startswith=wish).values_list("code", flat=True)}
    return next(code for code in (wish, *(f"{wish}-{number}" for number in range(2, 10_000))) if code not in taken)
