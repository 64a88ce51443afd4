"""What all pages with questions share: one answer at a time, saved at once, and two people at once are told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from interregnum.kernel.refused import Refused
from interregnum.people.queries import list_names
from interregnum.stages.ask.actions.answer_intake import Answer, Other
from interregnum.stages.ask.forms import AnswerForm
from interregnum.stages.ask.queries import AnswerPage, FieldShown, IntakePage, Question
from interregnum.stages.ask.texts import REFUSALS, in_words
from interregnum.web.forms import Form
from interregnum.web.requests import Request

type Act = Callable[[Answer], Any]


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """Why an answer was not kept: what is wrong with it, or what somebody else answered meanwhile.

    `typed` and `theirs` are the two answers as a form sends them, `mine_shown` and `theirs_shown` as people read them.
    """

    field: str
    typed: str
    seen: str
    text: object = ""
    other: Other | None = None
    mine_shown: str = ""
    theirs: str = ""
    theirs_shown: str = ""


def take(request: Request, questions: tuple[Question, ...], act: Act, *, may_be_empty: bool = False) -> Trouble | None:
    """Keep the answer that was sent; None when that is done."""
    form = AnswerForm(request.POST, questions=questions, may_be_empty=may_be_empty)
    sent: dict[str, Any] = {
        "field": request.POST.get("field", "")[:20],
        "typed": form.typed,
        "seen": request.POST.get("seen", ""),
    }
    if not form.is_valid():
        return Trouble(**sent, text=first_error(form))
    answer = form.value()
    kept = act(answer)
    if isinstance(kept, Refused):
        return Trouble(**sent, text=REFUSALS[kept.reasons[0].code])
    if not isinstance(kept, Other):
        return None
    theirs = kept.value if isinstance(kept.value, list) else [str(kept.value)]
    shown = [in_words(answer.field, value, *list_names()) for value in (answer.value, kept.value)]
    return Trouble(**sent, other=kept, mine_shown=shown[0], theirs=",".join(theirs), theirs_shown=shown[1])


def first_error(form: Form) -> object:
    """What is wrong with the answer, in the words of the form."""
    return next(error for errors in form.errors.values() for error in errors)


def with_typed[Shown: (Question, FieldShown)](questions: Sequence[Shown], trouble: Trouble | None) -> tuple[Shown, ...]:
    """The same questions; under the one that was answered wrongly stands what was typed, to put it right."""
    return tuple(_typed(each, trouble.typed) if trouble and trouble.field == each.field else each for each in questions)


def with_answer[Page: (AnswerPage, IntakePage)](page: Page, trouble: Trouble | None) -> Page:
    """The page on which an answer was given, with what was typed where it could not be kept."""
    questions, corrections = (with_typed(each, trouble) for each in (page.questions, page.corrections))
    return replace(page, questions=questions, corrections=corrections)


def _typed[Shown: (Question, FieldShown)](question: Shown, typed: str) -> Shown:
    if question.kind == "rate":
        amount, _comma, per = typed.rpartition(",")
        return replace(question, paid=(amount, per))
    if question.kind == "mix":
        names = (name for name, _share in question.parts)
        return replace(question, parts=tuple(zip(names, typed.split(","), strict=False)))
    return replace(question, value=typed.split(",") if question.kind == "several" else typed)


def wizard(request: Request, page: IntakePage, act: Act, template: str, **context: object) -> HttpResponse:
    """One question at a time; each answer is saved, and the next open question follows."""
    trouble = None
    if request.method == "POST":
        trouble = take(request, page.answerable, act)
        if trouble is None:
            return HttpResponseRedirect(f"{request.path}?at={_after(page, request.POST['field'])}")
    wanted = trouble.field if trouble else request.GET.get("at", "")
    first = page.open_fields[0] if page.open_fields else ""
    question = page.question(wanted) or (None if wanted == "end" else page.question(first))
    if trouble and question:
        question = with_typed([question], trouble)[0]
    around = _around(page, question)
    context |= {"page": page, "question": question, "trouble": trouble, "around": around}
    return render(request, template, context, status=422 if trouble else 200)


def _after(page: IntakePage, field: str) -> str:
    """The next question that is still open, those after this one first; "end" when none is left."""
    rest = [question.field for question in page.questions if question.field in page.open_fields]
    order = [question.field for question in page.questions]
    at = order.index(field) if field in order else -1
    later = [each for each in rest if each != field and order.index(each) > at]
    return next(iter([*later, *(each for each in rest if each != field)]), "end")


def _around(page: IntakePage, question: Question | None) -> dict[str, object]:
    """The place of a question among all, and the ones before and after it."""
    order = [each.field for each in page.questions]
    if question and question.field not in order:
        order.append(question.field)
    at = order.index(question.field) if question else len(order)
    return {
        "number": at + 1,
        "of": len(order),
        "before": order[at - 1] if at > 0 else "",
        "after": order[at + 1] if at + 1 < len(order) else "end",
        "title": _("Question %(number)s of %(of)s") % {"number": at + 1, "of": len(order)},
    }
