"""What clients and managers share: reading and signing one's own agreement."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.site import came_from
from interregnum.stages.contract import queries, texts
from interregnum.stages.contract.actions.send_code import count_try, send_code
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.forms import CodeForm, SignForm
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def sign_page(request: Request, code: str, *, address: str, template: str) -> HttpResponse:
    """Reading one's agreement; asking for a code, and signing with it."""
    page = queries.own_contract_page(code, seen_by=request.actor, at=timezone.now())
    form, done = (_asked if request.POST.get("do") == "code" else _signed)(request, code, page, address)
    sign = form if isinstance(form, SignForm) else SignForm(initial={"seen": page.agreement.sha256})
    asking = form if isinstance(form, CodeForm) else CodeForm()
    context = {"page": page, "form": sign, "asking": asking, "level": texts.LEVEL}
    return done or render(request, template, context, status=status_of(form))


def _asked(
    request: Request, code: str, page: queries.OwnContractPage, address: str
) -> tuple[Form, HttpResponse | None]:
    form = bind(request, CodeForm)
    return form, submit(
        request,
        form,
        lambda: send_code(contract=code, side=page.agreement.side, by=request.actor, at=timezone.now()),
        then=lambda _code: f"{reverse(address, args=[code])}#sign",
        words=texts.REFUSALS,
        done=_("The code is in your mail. It can take a minute to arrive."),
    )


def _signed(
    request: Request, code: str, page: queries.OwnContractPage, address: str
) -> tuple[Form, HttpResponse | None]:
    form, side = bind(request, SignForm, initial={"seen": page.agreement.sha256}), page.agreement.side
    if request.method == "POST" and form.is_valid():
        # Apart from what follows, which a refusal undoes: a try stays counted.
        count_try(contract=code, side=side, by=request.actor)
    return form, submit(
        request,
        form,
        lambda: sign_agreement(
            contract=code, side=side, address=came_from(request), by=request.actor, at=timezone.now(), **form.value()
        ),
        then=lambda _none: reverse(address, args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you. Your signature is kept."),
    )


def download_of(file: queries.Download) -> HttpResponse:
    """A stored file to keep: never shown inside a page of ours."""
    return HttpResponse(
        file.content,
        content_type=file.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
