"""Questions about a proposal, and acquaintances: pages of client, bureau and manager."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.stages.choose import queries, texts
from interregnum.stages.choose.actions.ask_question import answer_question, ask_question
from interregnum.stages.choose.actions.plan_talk import pick_slot, propose_talk, record_chemistry, side_of
from interregnum.stages.choose.rules.states import TalkSide
from interregnum.stages.choose.talk_forms import AnswerQuestionForm, ChemistryForm, MomentsForm, PickForm, QuestionForm
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def ask(request: Request, code: str) -> HttpResponse:
    page = queries.own_proposal_page(code, seen_by=request.actor)
    form, back = bind(request, QuestionForm), reverse("client:choose-proposal", args=[code])
    done = submit(
        request,
        form,
        lambda: ask_question(proposal=code, text=form.cleaned_data["text"], by=request.actor, at=timezone.now()),
        then=lambda _code: back,
        words=texts.REFUSALS,
        done=_("We have your question, and answer it here."),
    )
    context = {"page": page, "form": form, "back": back}
    return done or render(request, "choose/client/question.html", context, status=status_of(form))


def question(request: Request, code: str) -> HttpResponse:
    page = queries.question_page(code, seen_by=request.actor)
    form, back = bind(request, AnswerQuestionForm), reverse("bureau:choose-proposal", args=[page.proposal])
    done = submit(
        request,
        form,
        lambda: answer_question(question=code, answer=form.cleaned_data["answer"], by=request.actor, at=timezone.now()),
        then=lambda _none: back,
        words=texts.REFUSALS,
        done=_("The client can read your answer."),
    )
    context = {"page": page, "form": form, "back": back}
    return done or render(request, "choose/bureau/question.html", context, status=status_of(form))


def talk(request: Request, code: str) -> HttpResponse:
    """One page for the three sides: the query says what each may do, `do` which form was sent."""
    at, side = timezone.now(), side_of(request.actor)
    page = queries.talk_page(code, seen_by=request.actor, side=side, at=at)
    sent = _sent(request, side)
    forms = {name: _form(request, page, name, is_sent=name == sent) for name in ACTS}
    form = forms.get(sent)
    done = _send(request, code, sent, form) if form is not None else None
    context = {"page": page, "side": side, "forms": forms, "home": _home(request, page), "form": form}
    status = status_of(form) if form is not None else 200
    return done or render(request, "choose/talk.html", context, status=status)


def _sent(request: Request, side: TalkSide) -> str:
    """Which form was sent: what names none is read as the one that a side fills in itself, and says what is missing."""
    if request.method != "POST" or request.POST.get("do") in ACTS:
        return request.POST.get("do", "")
    return "say" if side == TalkSide.MANAGER else "propose"


Act = tuple[Callable[[Any], dict[str, Any]], Callable[..., Any], Promise]
ACTS: dict[str, Act] = {
    "propose": (lambda form: form.value(), propose_talk, gettext_lazy("The other side chooses one of your moments.")),
    "pick": (
        lambda form: {"slot": form.cleaned_data["slot"]},
        pick_slot,
        gettext_lazy("It is planned. Everybody gets an invitation by mail."),
    ),
    "say": (lambda form: form.value(), record_chemistry, gettext_lazy("Thank you for saying how it went.")),
}


def _form(request: Request, page: queries.TalkPage, name: str, *, is_sent: bool) -> Form:
    kinds: dict[str, tuple[type[Form], dict[str, Any]]] = {
        "propose": (MomentsForm, {"suggested": page.suggested}),
        "pick": (PickForm, {"slots": page.slots}),
        "say": (ChemistryForm, {"questions": page.questions}),
    }
    kind, options = kinds[name]
    return bind(request, kind, **options) if is_sent else kind(prefix=None, auto_id=f"{name}_%s", **options)


def _send(request: Request, code: str, sent: str, form: Form) -> HttpResponse | None:
    value, act, done = ACTS[sent]
    return submit(
        request,
        form,
        lambda: act(candidacy=code, **value(form), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(done),
    )


def _home(request: Request, page: queries.TalkPage) -> str:
    """The page that an acquaintance belongs to, on the desk of the reader."""
    desk = {"client": "client:choose-proposal", "manager": "manager:choose-invitation"}.get(
        side_of(request.actor), "bureau:choose-proposal"
    )
    return reverse(desk, args=[page.code if desk.startswith("manager") else page.proposal])
