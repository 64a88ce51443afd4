"""What was issued is never changed: a credit note takes back the whole of it or some of its days and extras, which are
then on no invoice and may be billed anew."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db.models import F

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.bill import BillKind
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.draft import why_of
from interregnum.stages.invoice.actions.issue import next_number
from interregnum.stages.invoice.actions.make_papers import ask_for_papers
from interregnum.stages.invoice.actions.periods import hold_books
from interregnum.stages.invoice.actions.settle import about, settle_when_paid
from interregnum.stages.invoice.facts import InvoiceCredited
from interregnum.stages.invoice.models import BilledDay, BilledExtra, Invoice, InvoiceLine
from interregnum.stages.invoice.queries.bills import parts_to
from interregnum.stages.invoice.queries.credit_note import credit_sums, fault_of, left_of, name_of, wanted_of
from interregnum.stages.invoice.queries.rows import invoice_row
from interregnum.stages.invoice.rules.states import InvoiceState, before
from interregnum.stages.invoice.rules.totals import Totals

COPIED = ("day", "manager", "extra", "text", "minutes", "quantity", "price", "amount", "category", "vat_rate")


@action
def credit_invoice(
    *,
    invoice: str,
    days: Collection[date] = (),
    extras: Collection[str] = (),
    why: str,
    by: Actor,
    at: datetime,
) -> str | Refused:
    """A credit note for these days and extras, all that are left when none is named; returns its code."""
    row = invoice_row(invoice, seen_by=by)
    if local_day(at).replace(day=1) in hold_books():
        return Refused.because("period.credit")
    # Whoever is first holds the row: the other one finds it credited.
    row.state = Invoice.objects.select_for_update().get(pk=row.pk).state
    if row.kind != BillKind.INVOICE or row.state not in before(InvoiceState.CREDITED):
        return Refused.because("invoice.not_now")
    left = left_of(row)
    named: set[date | str] = {*days, *extras}
    wanted = wanted_of(left, named)
    if not wanted or not named <= {name_of(line) for line in wanted}:
        return Refused.because("invoice.credited_already")
    sums = credit_sums(row, wanted, left, why_of(row.assignment.organisation))
    if fault := fault_of(row, sums):
        return Refused.because(fault)
    note = _made(row, sums, why.strip(), by=by, at=at)
    _take_back(note, wanted)
    ask_for_papers(note, at=at)
    Invoice.objects.filter(pk=row.pk).update(credited=F("credited") + sums.gross.cents)
    if len(wanted) == len(left):
        Invoice.objects.filter(pk=row.pk).update(state=InvoiceState.CREDITED)
    else:
        settle_when_paid(row)
    fact = InvoiceCredited(**(about(row) | {"invoice": note.code, "number": note.number}), credited=row.code)
    record(fact, by=by, at=at)
    return str(note.code)


def _made(row: Invoice, sums: Totals, why: str, *, by: Actor, at: datetime) -> Invoice:
    day, account = local_day(at), Account.objects.get(code=by.code)
    return Invoice.objects.create(
        kind=BillKind.CREDIT,
        assignment=row.assignment,
        state=InvoiceState.ISSUED,
        month=row.month,
        drafted_at=at,
        drafted_by=account,
        checked_at=at,
        checked_by=account,
        number=next_number(BillKind.CREDIT, day.year),
        issued_at=at,
        issued_on=day,
        seller=row.seller,
        buyer=row.buyer,
        vat=parts_to(sums.vat),
        net=sums.net,
        vat_total=sums.vat_total,
        gross=sums.gross,
        credits=row,
        why=why,
    )


def _take_back(note: Invoice, lines: Sequence[InvoiceLine]) -> None:
    """Amounts of a credit note are positive, as EN 16931 wants."""
    InvoiceLine.objects.bulk_create(
        InvoiceLine(
            invoice=note,
            position=position,
            credits=line,
            **{name: getattr(line, name) for name in COPIED},
        )
        for position, line in enumerate(lines, start=1)
    )
    BilledDay.objects.filter(line__in=lines).delete()
    BilledExtra.objects.filter(line__in=lines).delete()
