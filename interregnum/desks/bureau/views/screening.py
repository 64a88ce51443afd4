"""Screenings of a manager: status for the bureau; what was found only with a reason, after confirming who one is."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.screening_forms import DecideForm, EnterForm, ReasonForm
from interregnum.people.managers import manager_page
from interregnum.people.rules.screening import Outcome
from interregnum.people.screening import (
    decide_screening,
    enter_screening,
    may_enter,
    read_detail,
    readings_of,
    screening_of,
    screenings_of,
)
from interregnum.people.texts import REFUSALS
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request
from interregnum.web.views.security import confirmed


def screening(request: Request, code: str) -> HttpResponse:
    """The screenings of one manager as status, deciding about one, and entering another."""
    manager = manager_page(code, seen_by=request.actor)
    is_decision = "outcome" in request.POST
    form: Any = bind(request, DecideForm if is_decision else EnterForm)
    done = submit(
        request,
        form,
        lambda: _decide(request, form) if is_decision else _enter(request, form, code),
        then=lambda _none: reverse("bureau:people-screening", args=[code]),
        words=REFUSALS,
        done=_("Saved."),
    )
    page = _page(request, code, name=manager.name)
    context = {"page": page, "form": EnterForm() if is_decision else form, "decision": form if is_decision else None}
    return done or render(request, "bureau/screening.html", context, status=status_of(form))


def _page(request: Request, code: str, *, name: str) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "screenings": screenings_of(code, seen_by=request.actor),
        "readings": readings_of(code, seen_by=request.actor),
        "may_enter": may_enter(request.actor),
    }


def _enter(request: Request, form: EnterForm, code: str) -> object:
    return enter_screening(manager=code, **form.value(), by=request.actor, at=timezone.now())


def _decide(request: Request, form: DecideForm) -> object:
    typed = form.cleaned_data
    return decide_screening(
        code=typed["screening"], outcome=Outcome(typed["outcome"]), by=request.actor, at=timezone.now()
    )


@confirmed
def detail(request: Request, code: str) -> HttpResponse:
    """What was found, after a reason was given; nothing of it is in an address or a redirect."""
    manager, line = screening_of(code, seen_by=request.actor)
    form = bind(request, ReasonForm)
    found = None
    if request.method == "POST" and form.is_valid():
        found = read_detail(code=code, reason=form.cleaned_data["reason"], by=request.actor, at=timezone.now())
    context = {"manager": manager, "line": line, "form": form, "found": found}
    return render(request, "bureau/screening_detail.html", context, status=status_of(form))
