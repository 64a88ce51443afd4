"""The confidential notebook and the sounding board, for the two alone; and what the firm may know of it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ensure import notebook_texts as texts
from interregnum.stages.ensure.actions.keep_notebook import (
    answer_sounding,
    ask_shadow,
    close_sounding,
    plan_sounding_talk,
    release_entry,
    write_note,
)
from interregnum.stages.ensure.notebook_forms import AnswerForm, AskForm, CloseForm, NoteForm, ReleaseForm, TalkForm
from interregnum.stages.ensure.notebook_table import Soundings
from interregnum.stages.ensure.queries import notebook as queries
from interregnum.stages.ensure.queries import notebook_desks as desks
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def notebook(request: Request, code: str) -> HttpResponse:
    """All that the two wrote; each may add a note."""
    page = queries.notebook_page(code, seen_by=request.actor)
    form = bind(request, NoteForm)
    done = submit(
        request,
        form,
        lambda: write_note(assignment=code, text=form.cleaned_data["text"], by=request.actor, at=timezone.now()),
        then=lambda _code: request.path,
        words=texts.REFUSALS,
        done=_("Written down, for the two of you."),
    )
    return done or _page(request, "ensure/notebook/notebook.html", form, page=page)


def ask(request: Request, code: str) -> HttpResponse:
    """The manager asks the shadow manager."""
    page = queries.notebook_page(code, seen_by=request.actor)
    form = bind(request, AskForm)
    done = submit(
        request,
        form,
        lambda: ask_shadow(assignment=code, text=form.cleaned_data["text"], by=request.actor, at=timezone.now()),
        then=lambda made: reverse("manager:ensure-sounding", args=[made]),
        words=texts.REFUSALS,
        done=_("Your shadow manager hears that you ask something. What you ask stands here alone."),
    )
    return done or _page(request, "ensure/notebook/ask.html", form, page=page)


def sounding(request: Request, code: str) -> HttpResponse:
    """One thing that was asked, and all that was said to it."""
    page = queries.sounding_page(code, seen_by=request.actor)
    form = bind(request, AnswerForm)
    done = _of_sounding(
        request,
        form,
        code,
        lambda: answer_sounding(sounding=code, text=form.cleaned_data["text"], by=request.actor, at=timezone.now()),
        _("The other of you hears that there is something new."),
    )
    return done or _page(request, "ensure/notebook/sounding.html", form, page=page)


def talk(request: Request, code: str) -> HttpResponse:
    """The shadow manager plans a talk or moves it."""
    page = queries.sounding_page(code, seen_by=request.actor)
    form = bind(request, TalkForm, initial={"talk_at": page.sounding.talk_at})
    done = _of_sounding(
        request,
        form,
        code,
        lambda: plan_sounding_talk(sounding=code, talk_at=form.moment(), by=request.actor, at=timezone.now()),
        _("Planned. It is on its way to both calendars."),
    )
    return done or _page(request, "ensure/notebook/talk.html", form, page=page)


def close(request: Request, code: str) -> HttpResponse:
    """The shadow manager closes it and says how long it took."""
    page = queries.sounding_page(code, seen_by=request.actor)
    form = bind(request, CloseForm)
    done = _of_sounding(
        request,
        form,
        code,
        lambda: close_sounding(
            sounding=code, minutes=form.cleaned_data["minutes"], by=request.actor, at=timezone.now()
        ),
        _("Closed."),
    )
    return done or _page(request, "ensure/notebook/close.html", form, page=page)


def release(request: Request, code: str) -> HttpResponse:
    """One of the two gives one entry to the partners."""
    entry = queries.entry_page(code, seen_by=request.actor)
    form = bind(request, ReleaseForm)
    done = submit(
        request,
        form,
        lambda: release_entry(
            entry=code,
            reason=form.reason_chosen(),
            why=form.cleaned_data["why"],
            was_told=form.cleaned_data["was_told"],
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _code: reverse(f"{DESK[request.actor.role]}:ensure-notebook", args=[entry.assignment]),
        words=texts.REFUSALS,
        done=_("Released. The partners of the firm have had a message."),
    )
    return done or _page(request, "ensure/notebook/release.html", form, page=entry)


def soundings(request: Request) -> HttpResponse:
    """For the firm: that something was asked and how long it took; for partners what was released to them."""
    listing = Soundings(request, desks.soundings_rows(seen_by=request.actor))
    released = desks.released_entries(seen_by=request.actor)
    return listing.answer("ensure/bureau/soundings.html", released=released, is_partner=request.actor.role == "partner")


def _of_sounding(request: Request, form: Form, code: str, act: Callable[[], Any], done: str) -> HttpResponse | None:
    return submit(
        request,
        form,
        act,
        then=lambda _none: reverse(f"{DESK[request.actor.role]}:ensure-sounding", args=[code]),
        words=texts.REFUSALS,
        done=done,
    )


def _page(request: Request, template: str, form: Form, *, page: object) -> HttpResponse:
    context = {"page": page, "form": form, "desk": DESK[request.actor.role]}
    return render(request, template, context, status=status_of(form))
