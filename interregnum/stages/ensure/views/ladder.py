"""The ladder of escalation: for shadow manager, interim manager and bureau, each with the buttons that are theirs."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.ensure import texts
from interregnum.stages.ensure.actions.act_on_ladder import call_special_review, close_ladder, do_step
from interregnum.stages.ensure.ladder_forms import CloseForm, SpecialForm, StepForm
from interregnum.stages.ensure.queries.ladder import LadderPage, ladder_page
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request


def ladder(request: Request, code: str) -> HttpResponse:
    page = ladder_page(code, seen_by=request.actor, at=timezone.now())
    chosen = request.POST.get("do", "done") if request.method == "POST" else ""
    forms = _forms(request, page, chosen)
    form = forms.get(chosen)
    done = _send(request, code, chosen, form) if form is not None else None
    context = {"page": page, "desk": DESK[request.actor.role], "forms": forms, "form": form}
    return done or render(request, "ensure/ladder.html", context, status=status_of(form) if form else 200)


def _forms(request: Request, page: LadderPage, chosen: str) -> dict[str, Any]:
    """The form that was sent is bound; what names none is read as what was agreed."""
    kinds: dict[str, tuple[Any, dict[str, Any]]] = {
        "done": (StepForm, {"step": page.now}),
        "special": (SpecialForm, {}),
        "close": (CloseForm, {}),
    }
    chosen = chosen if chosen in kinds else "done" if chosen else ""
    return {
        name: bind(request, kind, **options) if name == chosen else kind(auto_id=f"{name}_%s", **options)
        for name, (kind, options) in kinds.items()
    }


def _send(request: Request, code: str, chosen: str, form: Any) -> HttpResponse | None:
    told: dict[str, Any] = {"assignment": code, "by": request.actor, "at": timezone.now()}
    acts = {
        "done": (lambda: do_step(**told, done=form.value()), _("Noted. It is looked at again later.")),
        "special": (
            lambda: call_special_review(**told, moment=form.cleaned_data["moment"]),
            _("Called. All three get it in their calendar."),
        ),
        "close": (lambda: close_ladder(**told, why=form.cleaned_data["why"]), _("Closed.")),
    }
    act, words = acts[chosen]
    return submit(request, form, act, then=lambda _none: request.path, words=texts.REFUSALS, done=words)
