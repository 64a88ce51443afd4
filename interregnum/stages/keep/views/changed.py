"""After the end something changed: who is asked, or by what a result is measured."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.handover.actions.redefine_measure import redefine_measure
from interregnum.stages.keep import texts
from interregnum.stages.keep.actions.change_client import ask_somebody_else, client_is_gone
from interregnum.stages.keep.changed_forms import MeasureForm, WhomForm
from interregnum.stages.keep.queries.measures import measure_page
from interregnum.stages.keep.queries.whom import whom_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def whom(request: Request, code: str) -> HttpResponse:
    page = whom_page(code, seen_by=request.actor)
    form: Any = bind(request, WhomForm, page=page)

    def act() -> Any:
        deed: Any = client_is_gone if form.is_gone else ask_somebody_else
        return deed(assignment=code, **form.value(), by=request.actor, at=timezone.now())

    done = submit(
        request,
        form,
        act,
        then=lambda _none: reverse("bureau:keep-page", args=[code]),
        words=texts.REFUSALS,
        done=_("Kept. From now on it is as you said."),
    )
    return done or render(request, "keep/whom.html", {"page": page, "form": form}, status=status_of(form))


def measure(request: Request, code: str) -> HttpResponse:
    page = measure_page(code, seen_by=request.actor)
    form: Any = bind(request, MeasureForm, page=page)
    desk = DESK[request.actor.role]
    done = submit(
        request,
        form,
        lambda: redefine_measure(result=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: reverse(f"{desk}:keep-page", args=[page.assignment]),
        words=texts.REFUSALS,
        done=_("Kept. Old and new stand side by side from today."),
    )
    return done or render(request, "keep/measure.html", {"page": page, "form": form}, status=status_of(form))
