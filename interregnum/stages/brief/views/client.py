"""The client reads the brief, and approves it or sends it back."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.brief import queries, texts
from interregnum.stages.brief.actions.agree_brief import agree_brief, send_back_brief
from interregnum.stages.brief.forms import ApproveForm, SendBackForm
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def brief(request: Request, code: str) -> HttpResponse:
    page = queries.own_brief_page(code, seen_by=request.actor)
    sends_back, known = request.POST.get("do") == "back", {"version": page.number}
    form = bind(request, SendBackForm if sends_back else ApproveForm, initial=known)
    sent = _send_back(request, code, form) if sends_back else _approve(request, code, form)
    context = {
        "page": page,
        "form": form,
        "approve_form": ApproveForm(initial=known, auto_id=False),
        "back_form": form if sends_back else SendBackForm(initial=known),
    }
    return sent or render(request, "brief/client/brief.html", context, status=status_of(form))


def _approve(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: agree_brief(brief=code, version=form.cleaned_data["version"], by=request.actor, at=timezone.now()),
        then=lambda _none: reverse("client:brief-brief", args=[code]),
        words=texts.REFUSALS,
        done=_("The brief is approved. We look for who fits."),
    )


def _send_back(request: Request, code: str, form: Form) -> HttpResponse | None:
    return submit(
        request,
        form,
        lambda: send_back_brief(
            brief=code,
            version=form.cleaned_data["version"],
            remark=form.cleaned_data["remark"],
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: reverse("client:brief-brief", args=[code]),
        words=texts.REFUSALS,
        done=_("We have read what must be different, and send you the next version."),
    )
