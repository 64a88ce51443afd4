"""What a month earned and cost that stands on no document, for the accountant: a page, and lines of the journal."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.stages.invoice.queries.accrual import AccrualPage, accrual_page
from interregnum.stages.invoice.queries.months import month_asked
from interregnum.stages.invoice.rules.accrual import accrual_entries
from interregnum.stages.invoice.rules.ledger import sums_of
from interregnum.stages.invoice.views.books import JOURNAL, cells_of
from interregnum.web.downloads import WORKBOOK, csv_lines, saved_as, workbook
from interregnum.web.requests import Request


def accrual(request: Request) -> HttpResponse:
    page = _page(request)
    kinds = [
        (_("Approved by the client"), [one for one in page.lines if one.is_approved]),
        (_("Not approved yet"), [one for one in page.lines if not one.is_approved]),
    ]
    context = {"page": page, "kinds": [(words, lines) for words, lines in kinds if lines]}
    return render(request, "invoice/bureau/accrual.html", context)


def export(request: Request) -> StreamingHttpResponse:
    lines = csv_lines([str(cell) for cell in JOURNAL], _cells(request))
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=saved_as("accrual.csv"))


def export_workbook(request: Request) -> HttpResponse:
    made = workbook(_("Accrual"), [str(cell) for cell in JOURNAL], _cells(request))
    return HttpResponse(made, content_type=WORKBOOK, headers=saved_as("accrual.xlsx"))


def _page(request: Request) -> AccrualPage:
    return accrual_page(month_asked(request.GET.get("month", ""), on=timezone.localdate()), seen_by=request.actor)


def _cells(request: Request) -> Iterator[list[str]]:
    page = _page(request)
    words: Any = (_("Approved by the client"), _("Not approved yet"))
    entries = accrual_entries(page.last, page.lines, words)
    return cells_of(entries, *sums_of(entries))
