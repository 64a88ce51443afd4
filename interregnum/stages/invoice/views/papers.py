"""The documents of invoices: fetched, several at once, and how a client gets them."""

import zipfile
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.jobs.progress import start
from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.billing_wishes import save_billing_wishes
from interregnum.stages.invoice.actions.month import issue_month, send_month
from interregnum.stages.invoice.forms import BillingForm, MonthForm, PeriodForm
from interregnum.stages.invoice.queries.months import last_month, month_page
from interregnum.stages.invoice.queries.papers import (
    MOST,
    billing_page,
    has_access_point,
    papers_download,
    ubl_between,
    ubl_files,
)
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.progress import progress_piece
from interregnum.web.requests import Request

IN_MEMORY = 5_000_000
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
JOBS = {"issue": issue_month, "send": send_month}


def document(request: Request, code: str, kind: str) -> HttpResponse:
    """The document for people or the file for machines, to keep: never shown inside a page of ours."""
    found = papers_download(code, kind, seen_by=request.actor)
    told = HEADERS | {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return HttpResponse(found.content, content_type=found.media_type, headers=told)


def batch(request: Request) -> HttpResponseBase:
    """The electronic invoices of a period in one file, for the accountant."""
    begins = last_month(timezone.localdate())
    asked = PeriodForm(request.GET) if request.GET else PeriodForm(initial={"first": begins, "last": begins})
    context: dict[str, Any] = {"form": asked}
    if request.GET and asked.is_valid():
        first, last = asked.cleaned_data["first"], asked.cleaned_data["last"]
        count = ubl_between(first, last, seen_by=request.actor).count()
        if count > MOST:
            asked.add_error("last", str(texts.REFUSALS["invoice.too_many"]))
        elif count:
            name = f"ubl-{first:%Y%m%d}-{last:%Y%m%d}.zip"
            files = ubl_files(first, last, seen_by=request.actor)
            return FileResponse(_zipped(files), as_attachment=True, filename=name, headers=HEADERS)
        context["is_empty"] = not count
    return render(request, "invoice/bureau/batch.html", context)


def _zipped(files: Any) -> IO[bytes]:
    # The answer closes it.
    target = cast(IO[bytes], SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in files:
            archive.writestr(one.name, one.content)
    target.seek(0)
    return target


def month(request: Request) -> HttpResponse:
    """All drafts of a month get their number at once, and all that have it are sent."""
    form = bind(request, MonthForm)
    done = submit(request, form, lambda: _started(request, form), then=str, words=texts.REFUSALS)
    if done:
        return done
    page = month_page(request.GET.get("month", ""), seen_by=request.actor, on=timezone.localdate())
    context = {"page": page, "form": form, "press": {name: MonthForm() for name in JOBS}}
    if work := request.GET.get("work", ""):
        context["progress"] = progress_piece(work, seen_by=request.actor)
    return render(request, "invoice/bureau/month.html", context, status=status_of(form))


def _started(request: Request, form: MonthForm) -> str:
    until, by = form.cleaned_data["month"], request.actor.code
    work = start(JOBS.get(request.POST.get("do", ""), issue_month), by, until.isoformat(), by=by)
    return f"{reverse('bureau:invoices-month')}?month={until:%Y-%m}&work={work}"


def client(request: Request, code: str) -> HttpResponse:
    page = billing_page(code, seen_by=request.actor)
    form = bind(request, BillingForm, initial=page.said)
    done = submit(
        request,
        form,
        lambda: save_billing_wishes(organisation=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("Kept. It holds for every invoice that is sent from now on."),
    )
    context = {"page": page, "form": form, "has_access_point": has_access_point()}
    return done or render(request, "invoice/bureau/client.html", context, status=status_of(form))
