"""What the firm keeps of its work; for partners alone."""

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.stages.invoice.margin_table import Margins, sums_shown
from interregnum.web.downloads import WORKBOOK, csv_lines, saved_as, workbook
from interregnum.web.requests import Request


def margin(request: Request) -> HttpResponse:
    table = Margins(
        request,
        export_url=reverse("bureau:invoices-margin-export"),
        workbook_url=reverse("bureau:invoices-margin-workbook"),
    )
    return table.answer("invoice/bureau/margin.html", sums=sums_shown(table.sums) if table.lines else ())


def export(request: Request) -> StreamingHttpResponse:
    """The list as it is searched, added up and sorted, safe to open in a spreadsheet."""
    lines = csv_lines(*Margins(request).sheet())
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=saved_as("margin.csv"))


def export_workbook(request: Request) -> HttpResponse:
    made = workbook(_("Margin"), *Margins(request).sheet())
    return HttpResponse(made, content_type=WORKBOOK, headers=saved_as("margin.xlsx"))
