"""What goes of invoices, payments and lines of the bank when the term of the books is over."""

from datetime import datetime
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from interregnum.files.store import discard
from interregnum.records.lengths import Unit
from interregnum.records.letting_go import forget_about
from interregnum.records.receipts import receipts_of
from interregnum.records.term import Term
from interregnum.stages.invoice.models import (
    BankLine,
    Extra,
    Invoice,
    InvoiceLine,
    InvoicePapers,
    Payable,
    PayLine,
    Payment,
)


def issued_invoices() -> QuerySet[Any]:
    """Each with the day from which its term runs: of its own date, of what takes it back, or of what was paid last."""
    rows = Invoice.objects.exclude(number="").filter(credits=None).order_by()
    notes = Invoice.objects.filter(credits=OuterRef("pk")).order_by("-issued_on").values("issued_on")[:1]
    paid = Payment.objects.filter(invoice=OuterRef("pk")).order_by().values("invoice")
    last_note = Coalesce(Subquery(notes), "issued_on")
    last_paid = Coalesce(Subquery(paid.annotate(last=Max("day")).values("last")), "issued_on")
    return rows.annotate(since=Greatest(F("issued_on"), last_note, last_paid))


def drop_invoice(row: Invoice, at: datetime) -> None:
    """With its credit notes, payments and files."""
    notes = Invoice.objects.filter(credits=row)
    papers = InvoicePapers.objects.filter(Q(invoice=row) | Q(invoice__credits=row)).select_related("pdf", "ubl")
    files = [file for each in papers for file in (each.pdf, each.ubl) if file]
    papers.delete()
    forget_about({row.code, *notes.values_list("code", flat=True)})
    Payment.objects.filter(invoice=row).delete()
    InvoiceLine.objects.filter(invoice__credits=row).delete()
    notes.delete()
    row.delete()
    for file in files:
        discard(file)


def lines_of_the_bank() -> QuerySet[Any]:
    """Those of which no payment is kept any more."""
    return BankLine.objects.filter(payments=None).order_by().annotate(since=F("booked_on"))


def drop_line(row: BankLine, at: datetime) -> None:
    """With its file, when it was the last of it."""
    file = row.file
    row.delete()
    if not file.rows.exists():
        file.delete()


def payables() -> QuerySet[Any]:
    """What managers were owed, each with the day from which its term runs; drafts are of nobody's books yet."""
    rows = Payable.objects.exclude(number="").filter(credits=None).order_by()
    notes = Payable.objects.filter(credits=OuterRef("pk")).order_by("-issued_on").values("issued_on")[:1]
    last_note, last_paid = Coalesce(Subquery(notes), "issued_on"), Coalesce(F("paid_on"), "issued_on")
    return rows.annotate(since=Greatest(F("issued_on"), F("received_on"), last_note, last_paid))


def drop_payable(row: Payable, at: datetime) -> None:
    """With its credit notes and the file that was sent in."""
    notes = Payable.objects.filter(credits=row)
    files = [each.file for each in (row, *notes.select_related("file")) if each.file]
    forget_about({row.code, *notes.values_list("code", flat=True)})
    PayLine.objects.filter(payable__credits=row).delete()
    notes.delete()
    row.delete()
    for file in files:
        discard(file)


def extras_on_no_invoice() -> QuerySet[Any]:
    """What was billed beside days, or never was: it stays as long as an invoice or a credit note says it."""
    return Extra.objects.filter(lines=None).order_by().annotate(since=F("day"))


def drop_extra(row: Extra, at: datetime) -> None:
    """With its receipt."""
    receipts = receipts_of(row)
    forget_about({row.code})
    row.delete()
    for one in receipts:
        discard(one)


BOOKS: tuple[Term, ...] = (
    Term(
        "invoices",
        _("Invoices with their credit notes and payments"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        issued_invoices,
        drop_invoice,
        ("code", "assignment__code", "assignment__organisation__code"),
    ),
    Term(
        "payables",
        _("Invoices of interim managers with their credit notes"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        payables,
        drop_payable,
        ("code", "assignment__code", "assignment__organisation__code", "manager__code"),
    ),
    Term(
        "extras",
        _("Expenses, fees and discounts that are on no invoice"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        extras_on_no_invoice,
        drop_extra,
        ("code", "assignment__code", "assignment__organisation__code", "manager__code"),
    ),
    Term(
        "bank lines",
        _("Lines of the bank of which no payment is kept"),
        "records.fiscal_years",
        Unit.BOOK_YEARS,
        lines_of_the_bank,
        drop_line,
        ("code",),
    ),
)
