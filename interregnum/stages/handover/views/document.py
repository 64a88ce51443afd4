"""The hand-over document: written by the manager, answered by the client, and by the successor behind a link."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.kernel.actor import Role
from interregnum.stages.handover import texts
from interregnum.stages.handover.actions.answer_document import answer_by_link, answer_document
from interregnum.stages.handover.actions.write_document import keep_document, send_document
from interregnum.stages.handover.forms import AcceptForm, DocumentForm
from interregnum.stages.handover.queries.documents import (
    Download,
    document_file,
    document_page,
    successor_file,
    successor_page,
)
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.navigation import DESK
from interregnum.web.requests import Request

GONE = 410


def document(request: Request, code: str) -> HttpResponse:
    page = document_page(code, seen_by=request.actor, at=timezone.now())
    form_class: Any = DocumentForm if request.actor.role is Role.MANAGER else AcceptForm
    form: Any = bind(request, form_class, initial=dict(page.said))
    act, said = _act(request)
    done = submit(
        request,
        form,
        lambda: act(assignment=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _made: request.path,
        words=texts.REFUSALS,
        done=said,
    )
    context = {"page": page, "form": form, "desk": DESK[request.actor.role]}
    return done or render(request, "handover/document.html", context, status=status_of(form))


def _act(request: Request) -> tuple[Any, str]:
    if request.actor.role is not Role.MANAGER:
        return answer_document, _("Noted. Thank you.")
    if request.POST.get("do") == "send":
        return send_document, _("The document was sent to client and successor.")
    return keep_document, _("The draft is kept.")


def as_pdf(request: Request, code: str) -> HttpResponse:
    return _sent(document_file(code, "pdf", seen_by=request.actor, at=timezone.now()))


def as_word(request: Request, code: str) -> HttpResponse:
    return _sent(document_file(code, "docx", seen_by=request.actor, at=timezone.now()))


def answer(request: Request, token: str) -> HttpResponse:
    """Opening the link says nothing, for mail scanners open links too; sending the form does."""
    page = successor_page(token, at=timezone.now())
    if page is None:
        return render(request, "handover/over.html", {}, status=GONE)
    form: Any = bind(request, AcceptForm)
    done = submit(
        request,
        form,
        lambda: answer_by_link(token=token, **form.value(), at=timezone.now()),
        then=lambda _none: reverse("front:handover-thanks"),
        words=texts.REFUSALS,
    )
    context = {"page": page, "form": form, "token": token}
    return done or render(request, "handover/document.html", context, status=status_of(form))


def answer_pdf(request: Request, token: str) -> HttpResponse:
    found = successor_file(token, at=timezone.now())
    return render(request, "handover/over.html", {}, status=GONE) if found is None else _sent(found)


def thanks(request: Request) -> HttpResponse:
    return render(request, "handover/thanks.html", {})


def _sent(found: Download) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{found.name}"'}
    return HttpResponse(found.content, content_type=found.media_type, headers=headers)
