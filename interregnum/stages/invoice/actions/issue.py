"""An invoice gets its number and stays as it is; then it goes to the client, who is reminded in steps."""

from datetime import date, datetime
from typing import Any

from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.bill import BillKind
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Firm
from interregnum.stages.deliver.actions.tell import tell
from interregnum.stages.invoice.actions.draft import is_stale
from interregnum.stages.invoice.facts import InvoiceIssued, InvoiceReminded, InvoiceSent
from interregnum.stages.invoice.models import Invoice, InvoiceSeries
from interregnum.stages.invoice.queries.bills import buyer_of, seller_of
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.numbers import SERIES, invoice_number
from interregnum.stages.invoice.rules.payment import due_on, reminder_due
from interregnum.stages.invoice.rules.states import DUNNED, InvoiceState
from interregnum.stages.invoice.rules.vat import HOME

SENT, REMINDER = "mail/invoice_sent.txt", "mail/invoice_reminder.txt"


@action
def issue_invoice(*, invoice: str, by: Actor, at: datetime) -> str | Refused:
    """Number and invoice in one transaction; returns the number. From here on only a credit note changes anything."""
    row = invoice_row(invoice, seen_by=by)
    firm, buyer, day = Firm.objects.get(), row.assignment.organisation, local_day(at)
    if lacking := missing(firm, buyer):
        return Refused(lacking)
    if is_stale(row):
        return Refused.because("invoice.hours_changed")
    law, agreed = value("invoice.large_payment_days", on=day), row.assignment.contract.payment_days
    # Whoever is first claims it before a number is taken: of two people at once, one number is used.
    if not Invoice.objects.select_for_update().filter(pk=row.pk, state=InvoiceState.CHECKED).exists():
        return Refused.because("invoice.not_now")
    number = next_number(BillKind.INVOICE, day.year)
    kept = Invoice.objects.filter(pk=row.pk, state=InvoiceState.CHECKED).update(
        state=InvoiceState.ISSUED,
        number=number,
        issued_at=at,
        issued_on=day,
        due_on=due_on(day, agreed_days=agreed, is_large_buyer=buyer.is_large, law_days=law),
        seller=seller_of(firm),
        buyer=buyer_of(buyer),
    )
    if not kept:
        return Refused.because("invoice.not_now")
    record(InvoiceIssued(invoice=row.code, assignment=row.assignment.code, number=number), by=by, at=at)
    return number


def next_number(kind: BillKind, year: int) -> str:
    """The next number of a series, without gaps: the row stays locked until the invoice is committed or undone."""
    name = SERIES[kind]
    InvoiceSeries.objects.get_or_create(series=name, year=year)
    InvoiceSeries.objects.filter(series=name, year=year).update(last=F("last") + 1)
    return invoice_number(name, year, InvoiceSeries.objects.get(series=name, year=year).last)


def missing(firm: Firm, buyer: Any) -> tuple[Reason, ...]:
    """What must stand on an invoice by law, or for it to be paid, and is not known."""
    checks = (
        (firm.kvk, "invoice.firm_kvk"),
        (firm.vat_number, "invoice.firm_vat_number"),
        (firm.iban, "invoice.firm_iban"),
        (firm.street and firm.city, "invoice.firm_address"),
        (buyer.street and buyer.city, "invoice.buyer_address"),
        (buyer.kvk or buyer.country != HOME, "invoice.buyer_kvk"),
    )
    return tuple(Reason(code) for known, code in checks if not known)


@action
def send_invoice(*, invoice: str, by: Actor, at: datetime) -> Refused | None:
    """The client is written to, with a link to the invoice; an invoice is sent once."""
    row = invoice_row(invoice, seen_by=by)
    if not Invoice.objects.filter(pk=row.pk, state=InvoiceState.ISSUED).update(state=InvoiceState.SENT, sent_at=at):
        return Refused.because("invoice.not_now")
    _tell(row, SENT, name_once=f"{SENT} {row.code}")
    record(InvoiceSent(invoice=row.code, assignment=row.assignment.code, number=row.number), by=by, at=at)
    return None


def remind_of_invoices(at: datetime) -> int:
    """Who has not paid is reminded, step by step; disputed invoices are left alone. Safe to run again."""
    day = local_day(at)
    steps = sorted(value("invoice.reminder_days", on=day).values())
    rows = Invoice.objects.filter(state__in=DUNNED, kind=BillKind.INVOICE, due_on__lt=day, reminders__lt=len(steps))
    rows = rows.select_related("assignment__organisation", "assignment__manager")
    return sum(_remind(row, at) for row in rows.order_by("pk") if _is_due(row, steps, day))


def _is_due(row: Invoice, steps: list[int], on: date) -> bool:
    return row.due_on is not None and reminder_due(row.due_on, sent=row.reminders, steps=steps, on=on)


@action
def _remind(row: Invoice, at: datetime) -> bool:
    here = Invoice.objects.filter(pk=row.pk, state__in=DUNNED, reminders=row.reminders)
    step = row.reminders + 1
    if not here.update(state=InvoiceState.REMINDED, reminders=step, reminded_at=at):
        return False
    _tell(row, REMINDER, name_once=f"{REMINDER} {row.code} {step}")
    about = {"invoice": row.code, "assignment": row.assignment.code, "number": row.number}
    record(InvoiceReminded(**about, step=step), by=HOUSE, at=at)
    return True


def _tell(row: Invoice, template: str, *, name_once: str) -> None:
    tell(row.assignment, Role.CLIENT, template=template, address="client:invoice", code=row.code, name_once=name_once)
