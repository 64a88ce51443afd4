"""The record of a manager: the manager's own pages, and the bureau's."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.stages.learn import texts
from interregnum.stages.learn.actions.say import comment, contest, decide_contest
from interregnum.stages.learn.forms import CommentForm, ContestForm, DecideForm
from interregnum.stages.learn.queries.pages import line_page, record_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request

OBJECT: tuple[Any, ...] = (ContestForm, contest, gettext_lazy("Sent. You hear from the bureau."))
BESIDE: tuple[Any, ...] = (CommentForm, comment, gettext_lazy("Kept. It stands beside the line."))


def own(request: Request) -> HttpResponse:
    page = record_page(request.actor.manager, seen_by=request.actor, at=timezone.now())
    return render(request, "learn/record.html", {"page": page, "desk": "manager"})


def of_manager(request: Request, code: str) -> HttpResponse:
    page = record_page(code, seen_by=request.actor, at=timezone.now())
    return render(request, "learn/record.html", {"page": page, "desk": "bureau"})


def own_line(request: Request, code: str) -> HttpResponse:
    """Two forms on one page; `do` says which of them was sent."""
    page = line_page(code, seen_by=request.actor, at=timezone.now())
    is_contest = request.POST.get("do") == "contest"
    kind, act, done_words = OBJECT if is_contest else BESIDE
    form: Any = bind(request, kind, initial={} if is_contest else {"words": page.line.comment})
    done = submit(
        request,
        form,
        lambda: act(line=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(done_words),
    )
    if done:
        return done
    other: Any = CommentForm(initial={"words": page.line.comment}) if is_contest else ContestForm()
    forms = {"comment": other, "contest": form} if is_contest else {"comment": form, "contest": other}
    return render(request, "learn/line.html", {"page": page, "forms": forms, "desk": "manager"}, status=status_of(form))


def line(request: Request, code: str) -> HttpResponse:
    page, form = line_page(code, seen_by=request.actor, at=timezone.now()), bind(request, DecideForm)
    done = submit(
        request,
        form,
        lambda: decide_contest(line=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Decided. The manager hears so by mail."),
    )
    context = {"page": page, "form": form, "desk": "bureau"}
    return done or render(request, "learn/line.html", context, status=status_of(form))
