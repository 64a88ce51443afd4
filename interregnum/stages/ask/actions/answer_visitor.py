"""What visitors asked in vain: it is counted, somebody may leave how to reach them, and a person answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.parameters.values import value
from interregnum.people.post import write_to
from interregnum.stages.ask.facts import VisitorAnswered
from interregnum.stages.ask.models import AskedQuestion, Asker
from interregnum.stages.ask.rules.states import AskedState
from interregnum.stages.ask.rules.words import words


@dataclass(frozen=True, kw_only=True)
class Left:
    """How somebody wants to be answered; `is_held` when it looks like spam."""

    question: str
    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "nl"
    is_held: bool = False


@action
def note_asked(*, question: str, language: str, at: datetime) -> str:
    """Count a question that the page did not answer; the same words are one row. Returns its code."""
    key = " ".join(word.folded for word in words(question[:1000]))[:300] or "-"
    rows = AskedQuestion.objects.filter(words=key)
    # Put on the page, and still asked in vain: the page does not answer it.
    rows.filter(state=AskedState.ADDED).update(state=AskedState.OPEN)
    if not rows.update(times=F("times") + 1, last_at=at):
        try:
            with transaction.atomic():
                AskedQuestion.objects.create(words=key, text=question[:500], language=language, first_at=at, last_at=at)
        except IntegrityError:
            rows.update(times=F("times") + 1, last_at=at)
    return rows.values_list("code", flat=True).get()


@action
def leave_question(*, left: Left, at: datetime) -> str | Refused:
    """Somebody leaves a question and how to reach them. Returns the code of the question."""
    if not (left.email or left.phone):
        return Refused.because("ask.reach_needed", "email")
    code = note_asked(question=left.question, language=left.language, at=at)
    asked = AskedQuestion.objects.get(code=code)
    # Whoever waits for an answer opens a question again.
    AskedQuestion.objects.filter(pk=asked.pk).update(state=AskedState.OPEN)
    Asker.objects.create(
        asked=asked,
        name=left.name,
        email=left.email,
        phone=left.phone,
        message=left.question if left.question != asked.text else "",
        language=left.language,
        is_held=left.is_held,
        left_at=at,
    )
    return code


@action
def answer_asked(*, asked: str, text: str = "", by: Actor, at: datetime) -> Refused | None:
    """Answer by mail whoever left an address, or, without a text, say that the others were called.

    Whoever is held gets nothing. The question is done when nobody waits any more.
    """
    row = AskedQuestion.objects.select_for_update().filter(code=asked, state=AskedState.OPEN).first()
    if row is None:
        return Refused.because("ask.asked_done")
    waiting = row.askers.filter(answered_at=None, is_held=False)
    answered = waiting.exclude(email="") if text else waiting.filter(email="")
    if waiting and not answered:
        return Refused.because("ask.asked_done")
    for asker in answered if text else ():
        write_to(
            email=asker.email,
            language=asker.language,
            template="mail/question_answered.txt",
            about=row.code,
            name=asker.name,
            question=asker.message or row.text,
            answer=text,
        )
    answered.update(answered_at=at)
    if not waiting.all():
        AskedQuestion.objects.filter(pk=row.pk).update(state=AskedState.ANSWERED)
    record(VisitorAnswered(asked=row.code, outcome=AskedState.ANSWERED), by=by, at=at)
    return None


@action
def set_aside(*, asked: str, by: Actor, at: datetime) -> Refused | None:
    """Nothing to answer."""
    if not AskedQuestion.objects.filter(code=asked, state=AskedState.OPEN).update(state=AskedState.SET_ASIDE):
        return Refused.because("ask.asked_done")
    record(VisitorAnswered(asked=asked, outcome=AskedState.SET_ASIDE), by=by, at=at)
    return None


@action
def take_back(*, asked: str, by: Actor, at: datetime) -> Refused | None:
    """What was set aside is to be answered after all."""
    if not AskedQuestion.objects.filter(code=asked, state=AskedState.SET_ASIDE).update(state=AskedState.OPEN):
        return Refused.because("ask.asked_done")
    record(VisitorAnswered(asked=asked, outcome="taken_back"), by=by, at=at)
    return None


@action
def release_asker(*, asker: str, by: Actor, at: datetime) -> None:
    """A person says that what was held is no spam; whoever asked waits again, also after others were answered."""
    row = Asker.objects.select_related("asked").filter(code=asker).first()
    if row and Asker.objects.filter(pk=row.pk, is_held=True).update(is_held=False):
        if row.answered_at is None:
            AskedQuestion.objects.filter(pk=row.asked_id).update(state=AskedState.OPEN)
        record(VisitorAnswered(asked=row.asked.code, outcome="released"), by=by, at=at)


def days_kept(at: datetime) -> int:
    """How many days the firm keeps what visitors asked."""
    return int(value("ask.questions_kept_days", on=local_day(at)))


def forget_asked(at: datetime) -> int:
    """Delete what visitors asked longer ago than the firm keeps it, with who asked it; returns how many rows."""
    days = days_kept(at)
    gone = Asker.objects.filter(left_at__lte=at - timedelta(days=days)).delete()[0]
    return gone + AskedQuestion.objects.filter(last_at__lte=at - timedelta(days=days)).delete()[0]
