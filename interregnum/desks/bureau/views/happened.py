"""What happened: to one object, and in the whole firm; as a page, and as a file."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from interregnum.desks.bureau.happened import HappenedTable, JournalTable, csv_lines, last_proof
from interregnum.people.merged import gathered_in
from interregnum.people.permissions import BY_ADDRESS
from interregnum.records.journal import entries
from interregnum.records.objects import object_of
from interregnum.records.proof import verify_now
from interregnum.web.forms import Form, bind, submit
from interregnum.web.requests import Request


def history(request: Request, code: str) -> HttpResponse:
    """Everything that happened to one object."""
    found = object_of(code, seen_by=request.actor)
    export = _export(request, "bureau:history-export", code)
    table = HappenedTable(request, entries(seen_by=request.actor, about=gathered_in(code)), export_url=export)
    may_hold = bool(_export(request, "bureau:hold", code))
    return table.answer("bureau/history.html", found=found, may_hold=may_hold)


def history_export(request: Request, code: str) -> StreamingHttpResponse:
    object_of(code, seen_by=request.actor)
    return _file(
        request, HappenedTable(request, entries(seen_by=request.actor, about=gathered_in(code))), f"history-{code}.csv"
    )


def journal(request: Request) -> HttpResponse:
    """Every fact of the firm; a POST has the whole chain verified."""
    form = bind(request, Form)
    done = submit(
        request,
        form,
        lambda: verify_now.enqueue(),
        then=lambda _job: reverse("bureau:journal"),
        words={},
        done=_("The journal is being verified. The outcome appears on this page."),
    )
    if done:
        return done
    export = _export(request, "bureau:journal-export")
    table = JournalTable(request, entries(seen_by=request.actor), export_url=export)
    if request.htmx and not request.htmx.boosted:
        return table.answer("bureau/journal.html")
    return render(request, "bureau/journal.html", {"table": table.table(), "form": form, "proof": last_proof()})


def journal_export(request: Request) -> StreamingHttpResponse:
    return _file(request, JournalTable(request, entries(seen_by=request.actor)), "journal.csv")


def _export(request: Request, address: str, *args: str) -> str:
    """The address of the file for whoever may have it."""
    return reverse(address, args=args) if BY_ADDRESS[address].allows(request.actor.role, "GET") else ""


def _file(request: Request, table: HappenedTable, name: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    lines = csv_lines(table.narrowed(), seen_by=request.actor)
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
