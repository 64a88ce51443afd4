"""The bank: files to upload, lines that wait for a person, and one line."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.stages.invoice.actions.bank_book import book_line, set_line_aside, undo_line
from interregnum.stages.invoice.actions.bank_upload import LARGEST_BYTES, upload_bank_file
from interregnum.stages.invoice.bank_forms import AsideForm, BankFileForm, SharesForm, UndoForm
from interregnum.stages.invoice.bank_table import BankLines
from interregnum.stages.invoice.bank_texts import FILES, REFUSALS, WHY, badge_of, fault_of
from interregnum.stages.invoice.queries.bank import LinePage, bank_files, bank_lines, line_page, lines_waiting, work_of
from interregnum.web.forms import Act, bind, pressed, status_of, submit
from interregnum.web.progress import progress_piece
from interregnum.web.requests import Request

SHOWN = 20


def bank(request: Request) -> HttpResponse:
    """The files that were read, and a place for the next one."""
    form = bind(request, BankFileForm)
    done = submit(request, form, _uploaded(request, form), then=_followed, words=REFUSALS)
    if done:
        return done
    files = [(row, FILES[row.state], fault_of(row.fault)) for row in bank_files(seen_by=request.actor)[:SHOWN]]
    context: dict[str, Any] = {"form": form, "files": files, "waiting": lines_waiting(seen_by=request.actor)}
    if work := work_of(request.GET.get("work", ""), seen_by=request.actor):
        context["progress"] = progress_piece(work, seen_by=request.actor)
    return render(request, "invoice/bureau/bank.html", context, status=status_of(form))


def _uploaded(request: Request, form: BankFileForm) -> Callable[[], Any]:
    """Reads what was sent before the database is asked to wait for anything."""
    if request.method != "POST" or not form.is_valid():
        return lambda: ""
    file = form.cleaned_data["file"]
    # One byte more than may be kept tells that a file is too large without reading all of it.
    content, name = file.read(LARGEST_BYTES + 1), file.name or ""
    return lambda: upload_bank_file(name=name, content=content, by=request.actor, at=timezone.now())


def _followed(job: str) -> str:
    return f"{reverse('bureau:invoices-bank')}?work={job}"


def lines(request: Request) -> HttpResponse:
    return BankLines(request, bank_lines(seen_by=request.actor)).answer("invoice/bureau/bank_lines.html")


ACTS = {
    "book": Act(SharesForm, book_line, _("Booked. It stands on the page of each invoice.")),
    "aside": Act(AsideForm, set_line_aside, _("Noted. You find it under its state in the list.")),
    "undo": Act(UndoForm, undo_line, _("Taken back by a counter-entry of today. The line waits again.")),
}


def line(request: Request, code: str) -> HttpResponse:
    page = line_page(code, seen_by=request.actor)
    name, forms = pressed(request, ACTS, lambda act: _options(act, page))
    act, form = ACTS[name], forms[name]
    done = submit(
        request,
        form,
        lambda: act.act(line=code, **form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=REFUSALS,
        done=str(act.done),
    )
    return done or _line_shown(request, page, forms, form)


def _line_shown(request: Request, page: LinePage, forms: dict[str, Any], form: Any) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "forms": forms,
        "badge": badge_of(page.row.state),
        "found": [WHY[one] for one in page.row.reasons],
    }
    return render(request, "invoice/bureau/bank_line.html", context, status=status_of(form))


def _options(act: Act, page: LinePage) -> dict[str, Any]:
    return {"page": page} if act.form is SharesForm else {}
