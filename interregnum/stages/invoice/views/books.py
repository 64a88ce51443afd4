"""The books: closed months, and the journal for the accountant."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.kernel.actor import Role
from interregnum.kernel.money import Money
from interregnum.parameters.values import value
from interregnum.people.rules.cells import guard
from interregnum.stages.invoice.actions.periods import begin_books, close_month, open_month
from interregnum.stages.invoice.bank_texts import REFUSALS
from interregnum.stages.invoice.books_forms import ACCOUNTS, BeginForm, CloseForm, MonthsForm, OpenForm
from interregnum.stages.invoice.queries.account import last_of_month
from interregnum.stages.invoice.queries.ledger import Journal, journal_of
from interregnum.stages.invoice.queries.months import last_month
from interregnum.stages.invoice.queries.periods import closings, first_day
from interregnum.stages.invoice.rules.ledger import Entry
from interregnum.web.downloads import WORKBOOK, csv_lines, saved_as, workbook
from interregnum.web.forms import Act, pressed, status_of, submit
from interregnum.web.requests import Request

ACCOUNTS_OF_CLIENTS, ACCOUNTS_BESIDE = "invoice.ledger_accounts", "invoice.ledger_accounts_beside"
JOURNAL = (
    *(gettext_lazy("Day"), gettext_lazy("Number"), gettext_lazy("Other party"), gettext_lazy("Account number")),
    *(gettext_lazy("Ledger account"), gettext_lazy("VAT"), gettext_lazy("Debit"), gettext_lazy("Credit")),
    gettext_lazy("Reference"),
)
ACTS = {
    "close": Act(CloseForm, close_month, gettext_lazy("Closed. Nothing is dated in this month any more.")),
    "open": Act(OpenForm, open_month, gettext_lazy("The month is open.")),
    "begin": Act(BeginForm, begin_books, gettext_lazy("Kept. Days before this month are not invoiced here.")),
}


def books(request: Request) -> HttpResponse:
    """The journal of some months, with its sums, and the closed months."""
    first = first_day()
    begun = {"begins": first if first > date.min else None}
    initial: dict[Any, Any] = {CloseForm: {"month": last_month(timezone.localdate())}, BeginForm: begun}
    name, forms = pressed(request, ACTS, lambda act: {"initial": initial.get(act.form, {})})
    act, form = ACTS[name], forms[name]
    done = submit(
        request,
        form,
        lambda: act.act(**form.value(), by=request.actor, at=timezone.now()),
        then=lambda _none: request.path,
        words=REFUSALS,
        done=str(act.done),
    )
    return done or render(request, "invoice/bureau/books.html", _shown(request) | forms, status=status_of(form))


def _shown(request: Request) -> dict[str, Any]:
    asked, journal = _asked(request)
    return {
        "asked": asked,
        "journal": journal,
        "accounts": [(ACCOUNTS[account], debit, credit) for account, debit, credit in journal.accounts],
        "query": request.GET.urlencode(),
        "closings": closings()[:24],
        "first": first_day(),
        "has_first": first_day() > date.min,
        "is_partner": request.actor.role == Role.PARTNER,
    }


def _asked(request: Request) -> tuple[MonthsForm, Journal]:
    """The months in the address; else the one before this one."""
    before = last_month(timezone.localdate())
    form = MonthsForm({"first": f"{before:%Y-%m}", "last": f"{before:%Y-%m}"} | request.GET.dict(), label_suffix="")
    first, last = form.months() or (before, before)
    return form, journal_of(first, last_of_month(last))


def export(request: Request) -> StreamingHttpResponse:
    lines = csv_lines([str(cell) for cell in JOURNAL], _rows(request))
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=saved_as("journal.csv"))


def export_workbook(request: Request) -> HttpResponse:
    made = workbook(_("Journal"), [str(cell) for cell in JOURNAL], _rows(request))
    return HttpResponse(made, content_type=WORKBOOK, headers=saved_as("journal.xlsx"))


def _rows(request: Request) -> Iterator[list[str]]:
    journal = _asked(request)[1]
    return cells_of(journal.entries, journal.debit, journal.credit)


def cells_of(entries: Iterable[Entry], debit: Money, credit: Money) -> Iterator[list[str]]:
    """Lines of a journal with exact amounts, and a last row with the sums of both sides; safe in a spreadsheet."""
    numbers: dict[date, dict[str, Any]] = {}
    for one in entries:
        if one.day not in numbers:
            numbers[one.day] = {**value(ACCOUNTS_OF_CLIENTS, on=one.day), **value(ACCOUNTS_BESIDE, on=one.day)}
        account = [str(numbers[one.day][one.account]), str(ACCOUNTS[one.account])]
        amounts = [str(one.debit), str(one.credit)]
        cells = [one.day.isoformat(), one.document, one.party, *account, one.vat, *amounts, one.words]
        yield [guard(cell) for cell in cells]
    yield [_("Sum"), "", "", "", "", "", str(debit), str(credit), ""]
