"""The framework agreement: the bureau draws it up on the client's page, the client reads and signs it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.site import came_from
from interregnum.stages.contract import texts
from interregnum.stages.contract.actions.frameworks import (
    count_framework_try,
    draw_framework,
    send_framework_code,
    sign_framework,
)
from interregnum.stages.contract.forms import CodeForm, FrameworkForm, SignForm
from interregnum.stages.contract.queries.frameworks import (
    FrameworkPage,
    framework_download,
    frameworks_page,
    own_framework_page,
    signer_choices,
)
from interregnum.stages.contract.views.own import download_of
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def of_client(request: Request, code: str) -> HttpResponse:
    page = frameworks_page(code, seen_by=request.actor)
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


def own(request: Request, code: str) -> HttpResponse:
    """Reading it; asking for a code, and signing with it."""
    page = own_framework_page(code, seen_by=request.actor, at=timezone.now())
    form, done = (_asked if request.POST.get("do") == "code" else _signed)(request, page)
    sign = form if isinstance(form, SignForm) else SignForm(initial={"seen": page.sha256})
    asking = form if isinstance(form, CodeForm) else CodeForm()
    context = {"page": page, "form": sign, "asking": asking, "level": texts.LEVEL}
    return done or render(request, "contract/client/framework.html", context, status=status_of(form))


def _asked(request: Request, page: FrameworkPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, CodeForm)
    return form, submit(
        request,
        form,
        lambda: send_framework_code(framework=page.code, by=request.actor, at=timezone.now()),
        then=lambda _code: f"{reverse('client:contract-framework', args=[page.code])}#sign",
        words=texts.REFUSALS,
        done=_("The code is in your mail. It can take a minute to arrive."),
    )


def _signed(request: Request, page: FrameworkPage) -> tuple[Form, HttpResponse | None]:
    form = bind(request, SignForm, initial={"seen": page.sha256})
    if request.method == "POST" and form.is_valid():
        # Apart from what follows, which a refusal undoes: a try stays counted.
        count_framework_try(framework=page.code, by=request.actor)
    return form, submit(
        request,
        form,
        lambda: sign_framework(
            framework=page.code, address=came_from(request), by=request.actor, at=timezone.now(), **form.value()
        ),
        then=lambda _none: reverse("client:contract-framework", args=[page.code]),
        words=texts.REFUSALS,
        done=_("Thank you. Your signature is kept."),
    )


def document(request: Request, code: str) -> HttpResponse:
    return download_of(framework_download(code, seen_by=request.actor))
