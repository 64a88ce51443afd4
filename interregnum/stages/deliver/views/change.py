"""How far the people are: the manager writes; shadow manager, client and bureau read, each what they may."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.actions.note_change import count_uptake, note_odds, note_readiness, take_count_away
from interregnum.stages.deliver.actions.note_unit import note_leaving, note_old_way, take_leaving_away
from interregnum.stages.deliver.forms import ReadForm
from interregnum.stages.deliver.queries.change import change_page, old_way_of
from interregnum.stages.deliver.stake_forms import OddsForm, ReadinessForm, UptakeForm
from interregnum.stages.deliver.unit_forms import CountGoneForm, LeavingForm, LeavingGoneForm, OldWayForm
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def change(request: Request, code: str) -> HttpResponse:
    return _change(request, code, ReadForm())


def _change(request: Request, code: str, asked: Form) -> HttpResponse:
    """`asked` is a button beside a line that was refused, with the reason above the page as it is."""
    page = change_page(code, seen_by=request.actor, on=timezone.localdate())
    context = {"page": page, "steps": texts.STEPS.values(), "parts": texts.PARTS.values(), "asked": asked}
    context |= {"press": ReadForm()}
    return render(request, "deliver/stakes/change.html", context, status=status_of(asked))


def readiness(request: Request, code: str) -> HttpResponse:
    form = bind(request, ReadinessForm, initial={"noted_on": timezone.localdate()})
    heading = _("How ready are they?")
    return _noted(request, code, form, heading, lambda told: note_readiness(**told, **form.value()))


def odds(request: Request, code: str) -> HttpResponse:
    form = bind(request, OddsForm, initial={"noted_on": timezone.localdate()})
    return _noted(request, code, form, _("What are the odds?"), lambda told: note_odds(**told, **form.value()))


def uptake(request: Request, code: str) -> HttpResponse:
    if request.POST.get("do") == "take_away":
        gone = bind(request, CountGoneForm)
        return _taken_away(request, code, gone, lambda told: take_count_away(**told, **gone.value()))
    form = bind(request, UptakeForm, initial={"counted_on": timezone.localdate()})
    heading = _("Attendance, or the new way beside the old")
    return _noted(request, code, form, heading, lambda told: count_uptake(**told, count=form.value()))


def old_way(request: Request, code: str) -> HttpResponse:
    form = bind(request, OldWayForm, initial=old_way_of(code, seen_by=request.actor))
    heading = _("When does the old way end?")
    return _noted(request, code, form, heading, lambda told: note_old_way(**told, **form.value()))


def leaving(request: Request, code: str) -> HttpResponse:
    if request.POST.get("do") == "take_away":
        gone = bind(request, LeavingGoneForm)
        return _taken_away(request, code, gone, lambda told: take_leaving_away(**told, **gone.value()))
    form = bind(request, LeavingForm)
    return _noted(request, code, form, _("Who leaves?"), lambda told: note_leaving(**told, **form.value()))


def _taken_away(request: Request, code: str, form: Form, act: Callable[[dict[str, Any]], object]) -> HttpResponse:
    """A button beside a line of the page of all, which stays or is shown again."""
    done = submit(
        request,
        form,
        lambda: act({"assignment": code, "by": request.actor, "at": timezone.now()}),
        then=lambda _none: reverse("manager:deliver-change", args=[code]),
        words=texts.REFUSALS,
        done=_("Taken away. Note it anew if it was otherwise."),
    )
    return done or _change(request, code, form)


def _noted(
    request: Request, code: str, form: Form, heading: str, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """One of the forms, and back to the page of all."""
    page = change_page(code, seen_by=request.actor, on=timezone.localdate())
    done = submit(
        request,
        form,
        lambda: act({"assignment": code, "by": request.actor, "at": timezone.now()}),
        then=lambda _none: reverse("manager:deliver-change", args=[code]),
        words=texts.REFUSALS,
        done=_("Noted beside what was noted before."),
    )
    context = {"page": page, "form": form, "heading": heading}
    return done or render(request, "deliver/stakes/note_change.html", context, status=status_of(form))
