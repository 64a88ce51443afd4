"""What stayed: the page of an assignment, the questions behind a link, and the firm's own curve."""

from functools import cache
from importlib.resources import files
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.outside.documents import pdf
from interregnum.stages.keep import texts
from interregnum.stages.keep.actions.answer_care import answer_by_link, answer_for_client, note_successor_talk
from interregnum.stages.keep.actions.decide_relapse import decide_relapse
from interregnum.stages.keep.forms import AnswerForm, DecideForm, TalkForm
from interregnum.stages.keep.queries.pages import answer_page, firm_page, keep_page, relapse_page, write_page
from interregnum.stages.keep.queries.report import board_report
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

GONE = 410


def kept(request: Request, code: str) -> HttpResponse:
    page = keep_page(code, seen_by=request.actor)
    return render(request, "keep/kept.html", {"page": page, "desk": DESK[request.actor.role]})


def answer(request: Request, token: str) -> HttpResponse:
    """Opening the link says nothing, for mail scanners open links too; sending the form does."""
    page = answer_page(token, at=timezone.now())
    if page is None:
        return render(request, "keep/over.html", {}, status=GONE)
    form: Any = bind(request, AnswerForm, page=page)
    done = submit(
        request,
        form,
        lambda: answer_by_link(token=token, **form.value(), at=timezone.now()),
        then=lambda _none: reverse("front:keep-thanks"),
        words=texts.REFUSALS,
    )
    return done or render(request, "keep/answer.html", {"page": page, "form": form}, status=status_of(form))


def thanks(request: Request) -> HttpResponse:
    return render(request, "keep/thanks.html", {})


def write(request: Request, code: str) -> HttpResponse:
    """What the client says on the telephone, late or not."""
    page = write_page(code, seen_by=request.actor)
    form: Any = bind(request, AnswerForm, page=page)
    done = submit(
        request,
        form,
        lambda: answer_for_client(care=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(f"{DESK[request.actor.role]}:keep-page", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Written down."),
    )
    return done or render(request, "keep/answer.html", {"page": page, "form": form}, status=status_of(form))


def talk(request: Request, code: str) -> HttpResponse:
    page = write_page(code, seen_by=request.actor)
    form: Any = bind(request, TalkForm)
    done = submit(
        request,
        form,
        lambda: note_successor_talk(care=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(f"{DESK[request.actor.role]}:keep-page", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Written down."),
    )
    return done or render(request, "keep/talk.html", {"page": page, "form": form}, status=status_of(form))


def relapse(request: Request, code: str) -> HttpResponse:
    page = relapse_page(code, seen_by=request.actor)
    form: Any = bind(request, DecideForm, checks=page.checks)
    done = submit(
        request,
        form,
        lambda: decide_relapse(care=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(f"{DESK[request.actor.role]}:keep-page", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Decided. Client and manager are told."),
    )
    context = {"page": page, "form": form, "desk": DESK[request.actor.role]}
    return done or render(request, "keep/relapse.html", context, status=status_of(form))


def report(request: Request, code: str) -> HttpResponse:
    found = board_report(code, seen_by=request.actor, at=timezone.now())
    content = pdf(template(), found.data, day=found.day)
    headers = {"Content-Disposition": f'inline; filename="{found.name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@cache
def template() -> str:
    return (files("interregnum.stages.keep") / "documents" / "report.typ").read_text("utf-8")


def firm(request: Request) -> HttpResponse:
    return render(request, "keep/firm.html", {"page": firm_page()})
