"""What clients and managers share: reading and signing one's own agreement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True)
class Signing:
    """How one thing is signed: `seen` is the hash of its document, `ask` mails a code, `count` counts a try of one."""

    address: str
    seen: str
    ask: Callable[[], object]
    count: Callable[[], None]
    sign: Callable[..., object]


def sign_page(request: Request, code: str, *, address: str, template: str) -> HttpResponse:
    """Reading one's agreement; asking for a code, and signing with it."""
    page = queries.own_contract_page(code, seen_by=request.actor, at=timezone.now())
    whose: dict[str, Any] = {"contract": code, "side": page.agreement.side, "by": request.actor}
    signing = Signing(
        address=reverse(address, args=[code]),
        seen=page.agreement.sha256,
        ask=lambda: send_code(**whose, at=timezone.now()),
        count=lambda: count_try(**whose),
        sign=lambda **typed: sign_agreement(**whose, **typed),
    )
    return signed(request, signing, page=page, template=template)


def signed(request: Request, signing: Signing, *, page: object, template: str) -> HttpResponse:
    """The page of what is signed, whatever that is: a code is asked for, or it is signed with one."""
    form, done = (_asked if request.POST.get("do") == "code" else _signed)(request, signing)
    sign = form if isinstance(form, SignForm) else SignForm(initial={"seen": signing.seen})
    asking = form if isinstance(form, CodeForm) else CodeForm()
    context = {"page": page, "form": sign, "asking": asking, "level": texts.LEVEL}
    return done or render(request, template, context, status=status_of(form))


def _asked(request: Request, signing: Signing) -> tuple[Form, HttpResponse | None]:
    form = bind(request, CodeForm)
    return form, submit(
        request,
        form,
        signing.ask,
        then=lambda _code: f"{signing.address}#sign",
        words=texts.REFUSALS,
        done=_("The code is in your mail. It can take a minute to arrive."),
    )


def _signed(request: Request, signing: Signing) -> tuple[Form, HttpResponse | None]:
    form = bind(request, SignForm, initial={"seen": signing.seen})
    if request.method == "POST" and form.is_valid():
        # Apart from what follows, which a refusal undoes: a try stays counted.
        signing.count()
    return form, submit(
        request,
        form,
        lambda: signing.sign(address=came_from(request), at=timezone.now(), **form.value()),
        then=lambda _none: signing.address,
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
