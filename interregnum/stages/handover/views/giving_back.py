"""What is given back when a manager leaves: one list, each point ticked by the side whose it is."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.handover import texts
from interregnum.stages.handover.actions.give_back import say_given, undo_given
from interregnum.stages.handover.forms import BackForm
from interregnum.stages.handover.queries.giving_back import giving_back_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def giving_back(request: Request, code: str) -> HttpResponse:
    page = giving_back_page(code, seen_by=request.actor)
    is_undone = request.POST.get("do") == "undo"
    act, done = (undo_given, _("Open again.")) if is_undone else (say_given, _("Ticked."))
    form: Any = bind(request, BackForm)
    answer = submit(
        request,
        form,
        lambda: act(giving_back=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=done,
    )
    context = {"page": page, "form": form, "desk": DESK[request.actor.role]}
    return answer or render(request, "handover/giving_back.html", context, status=status_of(form))
