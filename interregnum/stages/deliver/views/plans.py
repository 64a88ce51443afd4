"""The plan of approach: written by the manager, answered by the client, read by bureau and shadow manager."""

import re

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver import queries, texts
from interregnum.stages.deliver.actions.agree_plan import agree_plan, answer_deviation, propose_plan, send_back_plan
from interregnum.stages.deliver.actions.save_plan import begin_change, drop_change, save_plan
from interregnum.stages.deliver.forms import ReadForm, SendBackForm
from interregnum.stages.deliver.plan_forms import AgreeForm, DeviationForm, PlanForm
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def read(request: Request, code: str) -> HttpResponse:
    """For whoever only reads it."""
    page = _page(request, code)
    desk = "shadow" if request.actor.role is Role.SHADOW else "bureau"
    back = reverse(f"{desk}:deliver-assignment", args=[code])
    return render(request, "deliver/plans/read.html", {"page": page, "back": back})


def _page(request: Request, code: str) -> queries.PlanPage:
    """With the version that the address names. Raises Http404 for something that is no number."""
    typed = request.GET.get("version", "")
    if typed and not re.fullmatch("[0-9]{1,4}", typed):
        raise Http404
    version = int(typed) if typed else None
    return queries.plan_page(code, seen_by=request.actor, on=timezone.localdate(), version=version)


def write(request: Request, code: str) -> HttpResponse:
    """The manager's page: a draft to write on, or what lies with the client, or what was agreed."""
    page = _page(request, code)
    do = request.POST.get("do", "")
    if do in {"begin", "drop"}:
        form, done = _open(request, page, do)
        return done or _write(request, page, form)
    form = bind(request, PlanForm, page=page)
    address = "manager:deliver-assignment" if do == "send" else "manager:deliver-plan"
    done = submit(
        request,
        form,
        lambda: _keep(request, code, form, is_sent=do == "send"),
        then=lambda _none: f"{reverse(address, args=[code])}?saved={queries.plan_saves(code, seen_by=request.actor)}",
        words=texts.REFUSALS,
        done=_("The plan is with the client.") if do == "send" else _("Saved as a draft."),
    )
    return done or _write(request, page, form)


def _write(request: Request, page: queries.PlanPage, form: Form) -> HttpResponse:
    """`asked` is what was sent; a button that is refused shows the page as it is, with the reason above."""
    shown = form if isinstance(form, PlanForm) else PlanForm(page=page)
    context = {"page": page, "form": shown, "asked": form, "once": ReadForm(), "saved": request.GET.get("saved", "")}
    return render(request, "deliver/manager/plan.html", context, status=status_of(form))


def _open(request: Request, page: queries.PlanPage, do: str) -> tuple[Form, HttpResponse | None]:
    """Begin the next version of an agreed plan, or leave the plan as it was agreed."""
    form = bind(request, ReadForm)
    act = begin_change if do == "begin" else drop_change
    return form, submit(
        request,
        form,
        lambda: act(assignment=page.code, by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("manager:deliver-plan", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Write the next version; what was agreed holds until the client agrees to this one.")
        if do == "begin"
        else _("The plan is as it was agreed."),
    )


def _keep(request: Request, code: str, form: PlanForm, *, is_sent: bool) -> Refused | None:
    now = timezone.now()
    refused = save_plan(
        assignment=code, plan=form.value(), version=form.cleaned_data["version"], by=request.actor, at=now
    )
    if refused is None and is_sent:
        return propose_plan(assignment=code, by=request.actor, at=now)
    return refused


def answer(request: Request, code: str) -> HttpResponse:
    """The client's page: what differs from the contract is answered, and then the whole."""
    page = _page(request, code)
    asked = {"agree": _agree, "answer": _answer}.get(request.POST.get("do", ""), _send_back)
    form, done = asked(request, page)
    begun = {"version": page.version}
    context = {
        "page": page,
        "agree_form": AgreeForm(initial=begun),
        "line_form": DeviationForm(initial=begun),
        "back_form": form if isinstance(form, SendBackForm) else SendBackForm(),
        "form": form,
    }
    return done or render(request, "deliver/client/plan.html", context, status=status_of(form))


def _agree(request: Request, page: queries.PlanPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, AgreeForm)
    return form, submit(
        request,
        form,
        lambda: agree_plan(
            assignment=page.code, version=form.cleaned_data["version"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("client:deliver-assignment", args=[page.code]),
        words=texts.REFUSALS,
        done=_("The plan is agreed."),
    )


def _answer(request: Request, page: queries.PlanPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, DeviationForm)
    return form, submit(
        request,
        form,
        lambda: answer_deviation(
            assignment=page.code,
            version=form.cleaned_data["version"],
            line=form.cleaned_data["line"],
            answer=DeviationAnswer(form.cleaned_data["answer"]),
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: reverse("client:deliver-plan", args=[page.code]) + "#deviations",
        words=texts.REFUSALS,
    )


def _send_back(request: Request, page: queries.PlanPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, SendBackForm)
    return form, submit(
        request,
        form,
        lambda: send_back_plan(
            assignment=page.code, note=form.cleaned_data["note"], by=request.actor, at=timezone.now()
        ),
        then=lambda _none: reverse("client:deliver-plan", args=[page.code]),
        words=texts.REFUSALS,
        done=_("The plan went back with your note."),
    )
