"""Importing a sheet: upload, columns, trial, import, report."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.import_forms import ColumnsForm, RosterUploadForm, TakeOverForm, UploadForm
from interregnum.desks.bureau.import_pages import HOW, LIST, NAME, FaultTable, import_page, report_line
from interregnum.kernel.refused import Refused
from interregnum.outside.sheets.parse import LARGEST_BYTES
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.imports import faults_of, import_of, keep_sheet, name_columns, take_over
from interregnum.people.models import Import
from interregnum.people.rules.consent import NOBODY_ASKED
from interregnum.people.rules.importing import ImportKind
from interregnum.people.texts import REFUSALS
from interregnum.web.downloads import csv_lines
from interregnum.web.forms import Form, bind, status_of, submit
from interregnum.web.requests import Request


def upload(request: Request, kind: ImportKind) -> HttpResponse:
    form = bind(request, RosterUploadForm if kind is ImportKind.ROSTER else UploadForm)
    done = submit(request, form, _kept(request, form, kind), then=_address, words=REFUSALS)
    context = {"form": form, "kind": NAME[kind], "list_url": reverse(LIST[kind]), "how": HOW[kind]}
    return done or render(request, "bureau/import_upload.html", context, status=status_of(form))


def _kept(request: Request, form: UploadForm, kind: ImportKind) -> Callable[[], str | Refused]:
    """Reads the file before the database is asked to wait for anything."""
    if request.method != "POST" or not form.is_valid():
        return lambda: ""
    file = form.cleaned_data["file"]
    # One byte more than may be read tells that a file is too large without reading all of it.
    sheet = read_sheet(file.read(LARGEST_BYTES + 1))
    consent = form.noted() if isinstance(form, RosterUploadForm) else NOBODY_ASKED
    said: dict[str, Any] = {"kind": kind, "name": file.name or "", "consent": consent}
    return lambda: keep_sheet(**said, sheet=sheet, by=request.actor, at=timezone.now())


def _address(code: object) -> str:
    return reverse("bureau:people-import", args=[code])


def one(request: Request, code: str) -> HttpResponse:
    """One import as far as it has come: its columns to name, its trial, the work, its report."""
    row = import_of(code, seen_by=request.actor)
    if request.method == "POST" and request.POST.get("do") == "import":
        form: Form = bind(request, TakeOverForm)
        done = _acted(request, form, code, lambda: take_over(code=code, by=request.actor))
        return done or _page(request, row, ColumnsForm(row=row), refused=form)
    columns = bind(request, ColumnsForm, row=row)
    done = _acted(request, columns, code, lambda: name_columns(code=code, columns=columns.value(), by=request.actor))
    return done or _page(request, row, columns, refused=columns)


def _acted(request: Request, form: Form, code: str, act: Callable[[], object]) -> HttpResponseRedirect | None:
    return submit(request, form, act, then=lambda _done: _address(code), words=REFUSALS)  # type: ignore[return-value]


def _page(request: Request, row: Import, columns: ColumnsForm, *, refused: Form) -> HttpResponse:
    page = import_page(row, seen_by=request.actor)
    response = FaultTable(request, row).answer(
        "bureau/import.html",
        page=page,
        form=columns,
        start=TakeOverForm(),
        refused=refused.non_field_errors() if refused is not columns else (),
        how=HOW[row.kind],
    )
    response.status_code = status_of(refused)
    return response


def report(request: Request, code: str) -> StreamingHttpResponse:
    """Every refused cell, as a file."""
    row = import_of(code, seen_by=request.actor)
    header = (_("Line"), _("Column"), _("In the file"), _("Why not"))
    lines = [report_line(fault, row.kind) for fault in faults_of(row)]
    headers = {"Content-Disposition": 'attachment; filename="report.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(csv_lines(header, lines), content_type="text/csv; charset=utf-8", headers=headers)
