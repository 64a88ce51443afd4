"""A manager who cannot work: noted by manager or bureau, and chosen about by the client."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.period import local_day
from interregnum.stages.contract import texts
from interregnum.stages.contract.actions.absence import choose_about_absence, note_absence, note_return
from interregnum.stages.contract.ending_forms import AbsenceForm, AwaitForm, ReturnForm
from interregnum.stages.contract.queries.absence import AbsencePage, absence_page
from interregnum.stages.contract.queries.ending import asked_of
from interregnum.stages.contract.rules.ending import Asked
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def absence(request: Request, code: str) -> HttpResponse:
    page = absence_page(code, seen_by=request.actor, on=local_day(timezone.now()))
    desk = asked_of(request.actor)
    kind, act = _step(page, desk)
    form = bind(request, kind)
    done = submit(
        request,
        form,
        lambda: act(contract=code, by=request.actor, at=timezone.now(), **form.value()),
        then=lambda _none: reverse(f"{desk}:contract-absence", args=[code]),
        words=texts.REFUSALS,
        done=_("It is recorded."),
    )
    back = reverse(f"{desk}:contract-contract", args=[code])
    context = {"page": page, "form": form, "back": back, "desk": desk}
    return done or render(request, "contract/absence.html", context, status=status_of(form))


def _step(page: AbsencePage, desk: Asked) -> tuple[Any, Callable[..., Any]]:
    """What can be done here now."""
    if desk is Asked.CLIENT:
        return AwaitForm, choose_about_absence
    return (ReturnForm, note_return) if page.since else (AbsenceForm, note_absence)
