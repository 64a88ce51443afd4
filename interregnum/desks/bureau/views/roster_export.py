"""The roster as a file: asked with a reason, which the journal keeps."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.roster_forms import ExportForm
from interregnum.desks.bureau.roster_page import as_text, asked_for
from interregnum.desks.bureau.roster_table import RosterTable
from interregnum.people.list_views import taste_of
from interregnum.people.managers import export_line, managers_table, note_export, workbook_line
from interregnum.people.rules.cells import guard
from interregnum.people.rules.roster import HEADER
from interregnum.web.downloads import WORKBOOK, csv_lines, saved_as, workbook
from interregnum.web.forms import bind, status_of
from interregnum.web.requests import Request

MOST_IN_A_WORKBOOK = 20_000


def _downloaded(request: Request) -> RosterTable:
    rows, taste = managers_table(seen_by=request.actor), taste_of(request.actor)
    return RosterTable(request, rows, taste=taste, at=timezone.now())


def _sheet(request: Request, table: RosterTable, whole: Callable[[Any], list[str]]) -> tuple[Any, Iterator[list[str]]]:
    """Head and lines: the columns that are read, or with ?whole all of a profile in the shape that the import reads."""
    rows: Iterable[Any] = table.narrowed().iterator()
    if asked_for(request, "whole"):
        return HEADER, map(whole, rows)
    lines = ([as_text(table.cell(column.key, row)) for column in table.columns] for row in rows)
    return [str(column.label) for column in table.columns], lines


def export_workbook(request: Request) -> HttpResponseBase:
    """The managers of the list for Excel, as long as it is no more than a workbook is good for."""
    table = _downloaded(request)
    if table.narrowed().count() > MOST_IN_A_WORKBOOK:
        text = _("More than %(most)s managers do not go into one workbook. Narrow the list, or download it as CSV.")
        messages.warning(request, text % {"most": MOST_IN_A_WORKBOOK})
        return redirect(f"{reverse('bureau:people-roster')}?{request.GET.urlencode()}")
    return _with_reason(request, table, lambda: _workbook(request, table))


def _workbook(request: Request, table: RosterTable) -> HttpResponse:
    content = workbook(str(_("Managers")), *_sheet(request, table, workbook_line))
    return HttpResponse(content, content_type=WORKBOOK, headers=saved_as("roster.xlsx"))


def export(request: Request) -> HttpResponseBase:
    """The managers of the list as it is searched and filtered."""
    table = _downloaded(request)
    return _with_reason(request, table, lambda: _file(request, table))


def _file(request: Request, table: RosterTable) -> StreamingHttpResponse:
    header, lines = _sheet(request, table, export_line)
    safe = lines if asked_for(request, "whole") else ([guard(cell) for cell in line] for line in lines)
    headers = saved_as("roster.csv")
    return StreamingHttpResponse(csv_lines(header, safe), content_type="text/csv; charset=utf-8", headers=headers)


def _with_reason(request: Request, table: RosterTable, made: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """So many people leave the house in one file: first who takes it says why, and that stands in the journal."""
    form, number = bind(request, ExportForm), table.narrowed().count()
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        note_export(number=number, reason=reason, by=request.actor, at=timezone.now())
        return made()
    return render(request, "bureau/roster_export.html", {"form": form, "number": number}, status=status_of(form))
