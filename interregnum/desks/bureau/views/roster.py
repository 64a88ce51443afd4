"""The interim managers on the roster: list, profile, download and import."""

import csv
from collections.abc import Iterator

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from interregnum.desks.bureau.forms import ConfirmForm, UploadForm
from interregnum.desks.bureau.pages import import_page, profile_page
from interregnum.desks.bureau.tables import MaskedRosterTable, RosterTable
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.people.managers import export_line, is_masked_for, manager_page, managers_table
from interregnum.people.roster import RosterReport, import_roster
from interregnum.people.rules.roster import HEADER
from interregnum.people.texts import REFUSALS
from interregnum.people.uploads import drop_upload, keep_upload, upload_of
from interregnum.web.forms import bind, status_of, submit
from interregnum.web.requests import Request

KEPT = "roster on trial"


def roster(request: Request) -> HttpResponse:
    export = reverse("bureau:people-roster-export") if request.actor.role is Role.PARTNER else ""
    kind = MaskedRosterTable if is_masked_for(request.actor) else RosterTable
    return kind(request, managers_table(seen_by=request.actor), export_url=export).answer("bureau/roster.html")


def manager(request: Request, code: str) -> HttpResponse:
    page = profile_page(manager_page(code, seen_by=request.actor))
    return render(request, "bureau/manager.html", {"page": page})


class _Echo:
    """A file that hands back each line as it is written, so that a large roster never stands in memory."""

    def write(self, line: str) -> str:
        return line


def _lines(table: RosterTable) -> Iterator[str]:
    # The mark in front tells Excel that the file is UTF-8.
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEADER)
    for row in table.narrowed().iterator(chunk_size=500):
        yield writer.writerow(export_line(row))


def export(request: Request) -> StreamingHttpResponse:
    """The managers of the list as it is searched and filtered, in the shape that the import reads."""
    table = RosterTable(request, managers_table(seen_by=request.actor))
    headers = {"Content-Disposition": 'attachment; filename="roster.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(_lines(table), content_type="text/csv; charset=utf-8", headers=headers)


def imported(request: Request) -> HttpResponse:
    """First a trial that writes nothing, then the import of the same file."""
    return _confirm(request) if request.POST.get("upload") else _try_out(request)


def _try_out(request: Request) -> HttpResponse:
    form = bind(request, UploadForm)
    done = submit(
        request,
        form,
        lambda: _kept(request, form.cleaned_data["file"]),
        then=lambda _code: reverse("bureau:people-roster-import"),
        words=REFUSALS,
    )
    return done or _import_page(request, form)


def _kept(request: Request, file: "UploadedFile[bytes]") -> str | Refused:
    # One byte more than may be read tells that a file is too large without reading all of it.
    code = keep_upload(file.read(5_000_001), at=timezone.now())
    if isinstance(code, str):
        drop_upload(request.session.get(KEPT, ""))
        request.session[KEPT] = code
    return code


def _confirm(request: Request) -> HttpResponse:
    form = bind(request, ConfirmForm)
    done = submit(
        request,
        form,
        lambda: _taken_over(request, form.cleaned_data["upload"]),
        then=lambda report: _said(request, report),
        words=REFUSALS,
    )
    return done or _import_page(request, form)


def _taken_over(request: Request, code: str) -> RosterReport | Refused:
    at = timezone.now()
    # Only who tried a file out may import it.
    text = upload_of(code, at=at) if code == request.session.get(KEPT) else None
    if text is None:
        return Refused.because("people.roster_gone")
    report = import_roster(text=text, by=request.actor, at=at)
    drop_upload(code)
    del request.session[KEPT]
    return report


def _said(request: Request, report: RosterReport) -> str:
    counts = {"added": len(report.added), "changed": len(report.changed), "unchanged": len(report.unchanged)}
    messages.success(
        request,
        _("Imported: %(added)s added, %(changed)s changed, %(unchanged)s unchanged, %(refused)s cells refused.")
        % (counts | {"refused": len(report.faults)}),
    )
    return reverse("bureau:people-roster")


def _import_page(request: Request, form: UploadForm | ConfirmForm) -> HttpResponse:
    at, code = timezone.now(), request.session.get(KEPT, "")
    text = upload_of(code, at=at) if code else None
    report = None if text is None else import_roster(text=text, by=request.actor, at=at, dry_run=True)
    context = {
        "page": import_page(report),
        "form": form if isinstance(form, UploadForm) else UploadForm(),
        "refused": form.non_field_errors() if isinstance(form, ConfirmForm) else (),
        "confirm": ConfirmForm(initial={"upload": code}),
    }
    return render(request, "bureau/roster_import.html", context, status=status_of(form))
