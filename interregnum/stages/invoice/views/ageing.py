"""For partners: what clients owe and managers are owed by age, and what comes in and goes out week by week."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.people.rules.cells import guard
from interregnum.stages.invoice.queries.forecast import ForecastPage, forecast_page
from interregnum.stages.invoice.rules.ageing import Aged
from interregnum.web.downloads import WORKBOOK, csv_lines, saved_as, workbook
from interregnum.web.requests import Request


def ageing(request: Request) -> HttpResponse:
    page = forecast_page(on=timezone.localdate())
    heads, sides = _heads(page), _sides(page)
    is_empty = not sides and not any(one.vat.cents for one in page.weeks)
    context = {"page": page, "sides": sides, "heads": heads, "is_empty": is_empty}
    return render(request, "invoice/bureau/ageing.html", context)


def _sides(page: ForecastPage) -> list[tuple[Any, ...]]:
    """Title, word for the party, rows, sum and parts of the sum; of each side on which something is owed."""
    heads, clients, managers = _heads(page), page.clients, page.managers
    found = (
        (_("Clients, by age"), _("Client"), "bureau:invoices", clients.rows, clients.total),
        (_("Interim managers, by age"), _("Interim manager"), "bureau:payables", managers, page.managers_total),
    )
    return [
        (title, who, _rows(rows, address, heads), total, _under(heads, total.parts))
        for title, who, address, rows, total in found
        if rows
    ]


def export(request: Request) -> StreamingHttpResponse:
    lines = csv_lines(*_sheet())
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=saved_as("ageing.csv"))


def export_workbook(request: Request) -> HttpResponse:
    return HttpResponse(workbook(_("By age"), *_sheet()), content_type=WORKBOOK, headers=saved_as("ageing.xlsx"))


def export_weeks(request: Request) -> StreamingHttpResponse:
    page = forecast_page(on=timezone.localdate())
    head = [_("Week of"), _("From clients"), _("To interim managers"), _("VAT to pay"), _("Leaves"), _("All in all")]
    rows = (
        [one.monday.isoformat(), *map(str, (one.comes, one.managers, one.vat, one.leaves, one.so_far))]
        for one in page.weeks
    )
    return StreamingHttpResponse(
        csv_lines(head, rows), content_type="text/csv; charset=utf-8", headers=saved_as("weeks.csv")
    )


def _sheet() -> tuple[list[str], Iterator[list[str]]]:
    page = forecast_page(on=timezone.localdate())
    return [_("Kind"), _("Name"), _("Not due yet"), *_heads(page), _("Sum")], _cells(page)


def _cells(page: ForecastPage) -> Iterator[list[str]]:
    """Both sides with exact amounts, and the sum of each."""
    sides = (
        (_("Client"), page.clients.rows, page.clients.total),
        (_("Interim manager"), page.managers, page.managers_total),
    )
    for kind, rows, total in sides:
        for row in (*rows, total):
            name = guard(row.client) if row is not total else _("Sum")
            yield [kind, name, str(row.not_due), *map(str, row.parts), str(row.total)]


def _heads(page: ForecastPage) -> list[str]:
    edges = page.clients.edges
    begins = [1, *(edge + 1 for edge in edges)]
    heads = [
        _("%(first)s to %(last)s days late") % {"first": one, "last": two}
        for one, two in zip(begins, edges, strict=False)
    ]
    return [*heads, _("More than %(last)s days late") % {"last": edges[-1]}]


def _rows(rows: Iterable[Aged], address: str, heads: list[str]) -> list[tuple[Any, ...]]:
    return [(row, f"{reverse(address)}?{urlencode({'q': row.client})}", _under(heads, row.parts)) for row in rows]


def _under(heads: list[str], parts: tuple[Any, ...]) -> list[tuple[str, Any]]:
    return list(zip(heads, parts, strict=True))
