"""The firm's own questions and answers, and what visitors asked in vain."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.stages.ask.actions.answer_visitor import answer_asked, release_asker, set_aside, take_back
from interregnum.stages.ask.actions.edit_question import mark_of, move_question, save_question, switch_question
from interregnum.stages.ask.queries import questions as queries
from interregnum.stages.ask.question_forms import PressForm, QuestionForm, ReplyForm
from interregnum.stages.ask.question_tables import AskedTable
from interregnum.stages.ask.question_texts import ASKED_STATES, REFUSALS
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.markdown import rendered
from interregnum.web.requests import Request

LIST = "bureau:ask-questions"


def questions(request: Request) -> HttpResponse:
    """The questions in their order; a press moves one or switches it on or off."""
    form = bind(request, PressForm)
    done = submit(request, form, lambda: _arrange(request, form), then=lambda _none: reverse(LIST), words=REFUSALS)
    context = {"questions": queries.own_questions(), "form": form}
    return done or render(request, "ask/bureau/questions.html", context, status=status_of(form))


def _arrange(request: Request, form: PressForm) -> None:
    do = form.cleaned_data["do"]
    who: dict[str, Any] = {"code": form.cleaned_data["code"], "by": request.actor, "at": timezone.now()}
    if do in {"up", "down"}:
        move_question(step=-1 if do == "up" else 1, **who)
    elif do in {"on", "off"}:
        switch_question(is_active=do == "on", **who)


def new(request: Request) -> HttpResponse:
    """A new question, perhaps one that a visitor asked."""
    asked = request.GET.get("asked", "")
    initial = {}
    if asked:
        page = queries.asked_page(asked, seen_by=request.actor)
        initial = {f"question_{page.language}": page.text, f"search_{page.language}": page.text.lower()}
    return _edit(request, bind(request, QuestionForm, initial=initial), asked=asked)


def edit(request: Request, code: str) -> HttpResponse:
    """One question; `?version=` puts an earlier text back into the form."""
    known = queries.question_texts(code)
    versions = list(queries.versions_of(code)[:30])
    wanted = request.GET.get("version", "")
    earlier: dict[str, Any] = next((row.content for row in versions if str(row.pk) == wanted), {})
    return _edit(
        request,
        bind(request, QuestionForm, initial=known | earlier | {"seen": mark_of(code)}),
        code=code,
        versions=versions,
    )


def _edit(request: Request, form: QuestionForm, *, code: str = "", asked: str = "", **context: Any) -> HttpResponse:
    preview = request.POST.get("do") == "preview"
    done = None
    if not preview:
        done = submit(
            request,
            form,
            lambda: _save(request, form, code, asked),
            then=lambda _code: reverse(LIST),
            words=REFUSALS,
            done=_("Saved. The page and the box use it from now on."),
        )
    if preview and form.is_valid():
        typed = form.value()
        context["previews"] = [(typed[f"question_{at}"], rendered(typed[f"answer_{at}"])) for at in ("nl", "en")]
    return done or render(
        request, "ask/bureau/question.html", {"form": form, "code": code} | context, status=status_of(form)
    )


def _save(request: Request, form: QuestionForm, code: str, asked: str) -> str | Refused:
    seen = form.cleaned_data["seen"]
    saved = save_question(code=code, values=form.value(), asked=asked, seen=seen, by=request.actor, at=timezone.now())
    if isinstance(saved, Refused):
        form.put_beside(queries.question_texts(code), form.value(), mark=mark_of(code))
    return saved


def asked(request: Request) -> HttpResponse:
    """What visitors asked in vain."""
    return AskedTable(request, queries.asked_table(seen_by=request.actor)).answer("ask/bureau/asked.html")


def asked_one(request: Request, code: str) -> HttpResponse:
    """One of them: answer it by mail, put it on the page, or set it aside."""
    page = queries.asked_page(code, seen_by=request.actor)
    do = request.POST.get("do", "answer")
    form = bind(request, ReplyForm if do == "answer" else PressForm)
    done = submit(
        request,
        form,
        lambda: _deal(request, code, do, form),
        then=lambda _none: reverse("bureau:ask-asked-one", args=[code]),
        words=REFUSALS,
        done=_("Done."),
    )
    context = {
        "page": page,
        "state": ASKED_STATES[page.state],
        "form": form if isinstance(form, ReplyForm) else ReplyForm(),
        "may_add": request.actor.role is Role.PARTNER,
    }
    return done or render(request, "ask/bureau/asked_one.html", context, status=status_of(form))


def _deal(request: Request, code: str, do: str, form: Form) -> Refused | None:
    who: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    if press := {"aside": set_aside, "back": take_back, "called": answer_asked}.get(do):
        return press(asked=code, **who)
    if do == "release":
        release_asker(asker=form.cleaned_data["code"], **who)
        return None
    return answer_asked(asked=code, text=form.cleaned_data["text"], **who)
