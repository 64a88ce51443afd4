"""The client's guarantee: one button, a choice, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.stages.guarantee import texts
from interregnum.stages.guarantee.actions.close import settle
from interregnum.stages.guarantee.actions.complain import choose_way, complain
from interregnum.stages.guarantee.actions.look_again import look_again
from interregnum.stages.guarantee.forms import ChooseForm, ComplainForm, LookAgainForm, SettleForm
from interregnum.stages.guarantee.queries.complaining import complain_page
from interregnum.stages.guarantee.queries.pages import case_page
from interregnum.stages.guarantee.queries.proof import proof_page
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


@dataclass(frozen=True)
class Act:
    """What a button does; its form has the name of the button."""

    form: type[Form]
    act: Callable[..., Any]
    value: Callable[[Any], dict[str, Any]]
    done: Any


ACTS = {
    "choose": Act(
        ChooseForm, choose_way, lambda form: {"way": form.way}, gettext_lazy("It is done. Below you see what follows.")
    ),
    "settle": Act(
        SettleForm, settle, lambda form: {}, gettext_lazy("Good to hear. The guarantee stays yours, as it was signed.")
    ),
    "again": Act(
        LookAgainForm, look_again, lambda form: form.value(), gettext_lazy("We have looked again; below you see whom.")
    ),
}


def complain_view(request: Request, code: str) -> HttpResponse:
    page = complain_page(code, seen_by=request.actor, on=timezone.localdate())
    if page.running and request.method == "GET":
        return redirect(reverse("client:guarantee-case", args=[page.running]))
    form: Any = bind(request, ComplainForm)
    if page.needs_reason:
        form.needs_words()
    done = submit(
        request,
        form,
        lambda: complain(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda case: reverse("client:guarantee-case", args=[case]),
        words=texts.REFUSALS,
        done=_("We have received it, this very minute. Below you see what follows."),
    )
    # Who sent something reads why not beside what was typed.
    why_not = texts.REFUSALS[page.why_not.code] if page.why_not and not form.is_bound else ""
    context = {"page": page, "form": form, "why_not": why_not}
    return done or render(request, "guarantee/client/complain.html", context, status=status_of(form))


def case(request: Request, code: str) -> HttpResponse:
    case_page(code, seen_by=request.actor, at=timezone.now())
    act = ACTS.get(request.POST.get("do", "choose"), ACTS["choose"])
    # Whatever is chosen is understood; what may be chosen now, the action says.
    form: Any = bind(request, act.form)
    done = submit(
        request,
        form,
        lambda: act.act(complaint=code, **act.value(form), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=str(act.done),
    )
    return done or _shown(request, code, act, form)


def _shown(request: Request, code: str, act: Act, form: Any) -> HttpResponse:
    """As it is by now, with the form that was refused among those of all buttons."""
    page = case_page(code, seen_by=request.actor, at=timezone.now())
    forms: dict[str, Any] = {key: form if one is act else one.form() for key, one in ACTS.items()}
    forms["choose"].offer(page.choices)
    return render(
        request, "guarantee/client/case.html", {"page": page, "form": form, "forms": forms}, status=status_of(form)
    )


def proof(request: Request, code: str) -> HttpResponse:
    page = proof_page(code, seen_by=request.actor)
    return render(request, "guarantee/proof.html", {"page": page, "desk": "client"})
