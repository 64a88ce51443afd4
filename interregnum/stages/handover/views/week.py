"""The week without the interim manager: one page for the three and the firm."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.actor import Role
from interregnum.stages.handover import texts
from interregnum.stages.handover.actions.free_week import agree_free_week, conclude_free_week, plan_free_week
from interregnum.stages.handover.queries.weeks import week_page
from interregnum.stages.handover.week_forms import AgreeForm, ConcludeForm, PlanForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

# By what the page asks: form, action, what is said then.
ACTS: dict[str, tuple[Any, Any, Any]] = {
    "plan": (PlanForm, plan_free_week, _("Planned. The client is asked to agree.")),
    "agree": (AgreeForm, agree_free_week, _("Agreed.")),
    "conclude": (ConcludeForm, conclude_free_week, _("Kept.")),
}
SENT = {Role.CLIENT: "agree", Role.MANAGER: "plan"}


def week(request: Request, code: str) -> HttpResponse:
    page = week_page(code, seen_by=request.actor, at=timezone.now())
    form, done = None, None
    # A second press of the same button comes when the page asks nothing any more.
    asks = page.asks or (SENT.get(request.actor.role, "") if request.method == "POST" else "")
    if asks:
        form_class, act, said = ACTS[asks]
        options: dict[str, Any] = {"lines": page.lines} if asks == "conclude" else {}
        form = bind(request, form_class, **options)
        done = submit(
            request,
            form,
            lambda: act(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
            then=lambda _none: request.path,
            words=texts.REFUSALS,
            done=str(said),
        )
    context = {"page": page, "form": form, "desk": DESK[request.actor.role]}
    return done or render(request, "handover/week.html", context, status=status_of(form) if form else 200)
