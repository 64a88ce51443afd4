"""The client's invoices: what was sent to it, and saying that one is not right."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.invoice import texts
from interregnum.stages.invoice.actions.settle import dispute_invoice
from interregnum.stages.invoice.forms import DisputeForm
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.queries.papers import papers_shown
from interregnum.stages.invoice.queries.rows import invoices_of
from interregnum.stages.invoice.table import ClientInvoices
from interregnum.stages.invoice.views.papers_piece import shown_papers
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request


def invoices(request: Request) -> HttpResponse:
    table = ClientInvoices(request, invoices_of(request.actor), desk="client", on=timezone.localdate())
    return table.answer("invoice/client/invoices.html")


def invoice(request: Request, code: str) -> HttpResponse:
    form = bind(request, DisputeForm)
    page = invoice_page(code, seen_by=request.actor, at=timezone.now())
    done = submit(
        request,
        form,
        lambda: dispute_invoice(invoice=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=texts.REFUSALS,
        done=_("We have received it. You are not asked to pay until we have answered you."),
    )
    papers = shown_papers(papers_shown(code, seen_by=request.actor))
    context = {"page": page, "form": form, "forms": {"dispute": form}, "desk": "client", "papers": papers}
    return done or render(request, "invoice/invoice.html", context, status=status_of(form))
