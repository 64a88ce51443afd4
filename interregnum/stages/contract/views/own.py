"""What clients and managers share: reading and signing one's own agreement."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.contract import queries, texts
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.forms import SignForm
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def sign_page(request: Request, code: str, *, address: str, template: str) -> HttpResponse:
    page = queries.own_contract_page(code, seen_by=request.actor)
    form = bind(request, SignForm)
    done = submit(
        request,
        form,
        lambda: sign_agreement(
            contract=code,
            side=page.agreement.side,
            name_typed=form.cleaned_data["name_typed"],
            by=request.actor,
            at=timezone.now(),
        ),
        then=lambda _none: reverse(address, args=[code]),
        words=texts.REFUSALS,
        done=_("Thank you. Your signature is kept."),
    )
    return done or render(request, template, {"page": page, "form": form}, status=status_of(form))


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
