"""The framework agreement: the bureau draws it up on the client's page, the client reads and signs it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.contract import texts
from interregnum.stages.contract.actions.end_frameworks import withdraw_framework
from interregnum.stages.contract.actions.frameworks import (
    count_framework_try,
    draw_framework,
    send_framework_code,
    sign_framework,
)
from interregnum.stages.contract.forms import FrameworkForm, WithdrawFrameworkForm
from interregnum.stages.contract.queries.frameworks import (
    framework_download,
    frameworks_page,
    own_framework_page,
    signer_choices,
)
from interregnum.stages.contract.views.own import Signing, download_of, signed
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def of_client(request: Request, code: str) -> HttpResponse:
    page = frameworks_page(code, seen_by=request.actor, at=timezone.now())
    form = bind(request, FrameworkForm, signers=signer_choices(code))
    done = submit(
        request,
        form,
        lambda: draw_framework(
            organisation=code, contact=form.cleaned_data["contact"], by=request.actor, at=timezone.now()
        ),
        then=lambda _code: request.path,
        words=texts.REFUSALS,
        done=_("The framework agreement is drawn up. Whoever signs it gets a mail."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "contract/bureau/frameworks.html", context, status=status_of(form))


def withdraw(request: Request, code: str) -> HttpResponse:
    page = own_framework_page(code, seen_by=request.actor, at=timezone.now())
    form = bind(request, WithdrawFrameworkForm)
    done = submit(
        request,
        form,
        lambda: withdraw_framework(
            framework=code, by=request.actor, at=timezone.now(), reason=form.cleaned_data["reason"]
        ),
        then=lambda _none: reverse("bureau:contract-frameworks", args=[page.organisation]),
        words=texts.REFUSALS,
        done=_("The framework agreement was taken back. Whoever may sign it is told."),
    )
    context = {"page": page, "form": form}
    return done or render(request, "contract/bureau/framework_withdraw.html", context, status=status_of(form))


def own(request: Request, code: str) -> HttpResponse:
    """Reading it; asking for a code, and signing with it."""
    page = own_framework_page(code, seen_by=request.actor, at=timezone.now())
    whose: dict[str, Any] = {"framework": page.code, "by": request.actor}
    signing = Signing(
        address=reverse("client:contract-framework", args=[page.code]),
        seen=page.sha256,
        ask=lambda: send_framework_code(**whose, at=timezone.now()),
        count=lambda: count_framework_try(**whose),
        sign=lambda **typed: sign_framework(**whose, **typed),
    )
    return signed(request, signing, page=page, template="contract/client/framework.html")


def document(request: Request, code: str) -> HttpResponse:
    return download_of(framework_download(code, seen_by=request.actor))
