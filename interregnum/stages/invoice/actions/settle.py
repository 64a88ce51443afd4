"""What becomes of an invoice that was sent: paid, disputed, and a dispute that ends."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.facts import DisputeEnded, InvoiceDisputed, PaymentRecorded, RefundRecorded
from interregnum.stages.invoice.models import Invoice, Payment
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.states import OPEN, OWED, DisputeReason, InvoiceState, before, undisputed


@action
def record_payment(
    *, invoice: str, day: date, amount: Money, reference: str, by: Actor, at: datetime
) -> Refused | None:
    """Money came in: too little leaves the rest open, too much stands as what is to be paid back."""
    row = invoice_row(invoice, seen_by=by)
    if row.state in OPEN or row.kind != BillKind.INVOICE:
        return Refused.because("invoice.not_now")
    if amount <= Money(0):
        return Refused.because("invoice.amount_not_positive", "amount")
    if day > local_day(at):
        return Refused.because("invoice.day_ahead", "day")
    if day.replace(day=1) in hold_books():
        return Refused.because("period.payment", "day")
    made = {"recorded_at": at, "recorded_by": Account.objects.get(code=by.code)}
    try:
        with transaction.atomic():
            Payment.objects.create(invoice=row, day=day, amount=amount, reference=reference.strip(), **made)
    except IntegrityError:
        return Refused.because("invoice.payment_twice", "amount")
    Invoice.objects.filter(pk=row.pk).update(paid=F("paid") + amount.cents)
    is_whole = settle_when_paid(row)
    record(PaymentRecorded(**about(row), is_whole=is_whole), by=by, at=at)
    return None


@action
def record_refund(*, invoice: str, day: date, amount: Money, reference: str, by: Actor, at: datetime) -> Refused | None:
    """What came in too much went back to the client: all of it, or a part."""
    row = invoice_row(invoice, seen_by=by)
    if amount <= Money(0):
        return Refused.because("invoice.amount_not_positive", "amount")
    if day > local_day(at):
        return Refused.because("invoice.day_ahead", "day")
    if day.replace(day=1) in hold_books():
        return Refused.because("period.payment", "day")
    if row.kind != BillKind.INVOICE or _held_back(row) < amount:
        return Refused.because("invoice.more_than_back", "amount")
    made = {"recorded_at": at, "recorded_by": Account.objects.get(code=by.code)}
    try:
        with transaction.atomic():
            Payment.objects.create(invoice=row, day=day, amount=amount * -1, reference=reference.strip(), **made)
    except IntegrityError:
        return Refused.because("invoice.payment_twice", "amount")
    Invoice.objects.filter(pk=row.pk).update(paid=F("paid") - amount.cents)
    record(RefundRecorded(**about(row)), by=by, at=at)
    return None


def _held_back(row: Invoice) -> Money:
    """What is to be paid back, held until this is committed: of two people at once, one is first."""
    held = Invoice.objects.select_for_update().get(pk=row.pk)
    return held.paid + held.credited - held.gross


def settle_when_paid(row: Invoice) -> bool:
    """An invoice of which nothing is open any more is paid."""
    row.refresh_from_db(fields=["paid", "credited", "gross", "state"])
    is_whole = row.paid + row.credited >= row.gross
    if is_whole:
        Invoice.objects.filter(pk=row.pk, state__in=OWED).update(state=InvoiceState.PAID)
    return is_whole


@action
def dispute_invoice(*, invoice: str, reason: DisputeReason, words: str, by: Actor, at: datetime) -> Refused | None:
    """The client says that it is not right: nobody is reminded of it until the firm has answered."""
    row = invoice_row(invoice, seen_by=by)
    here = Invoice.objects.filter(pk=row.pk, kind=BillKind.INVOICE, state__in=before(InvoiceState.DISPUTED))
    if not here.update(state=InvoiceState.DISPUTED, dispute=reason, dispute_words=words.strip(), disputed_at=at):
        return Refused.because("invoice.not_now")
    record(InvoiceDisputed(**about(row), reason=reason), by=by, at=at)
    return None


@action
def end_dispute(*, invoice: str, by: Actor, at: datetime) -> Refused | None:
    """Both agree that the invoice stands, as it did before; what is not right is credited instead."""
    row = invoice_row(invoice, seen_by=by)
    # The access point may take it at this moment: whoever is first holds the row.
    here = Invoice.objects.select_for_update().filter(pk=row.pk, state=InvoiceState.DISPUTED).first()
    if here is None:
        return Refused.because("invoice.not_now")
    state = undisputed(is_sent=here.sent_at is not None, reminders=here.reminders)
    Invoice.objects.filter(pk=row.pk).update(state=state, dispute_ended_at=at)
    record(DisputeEnded(**about(row)), by=by, at=at)
    return None


def about(row: Invoice) -> dict[str, str]:
    return {"invoice": row.code, "assignment": row.assignment.code, "number": row.number}
