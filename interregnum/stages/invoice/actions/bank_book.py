"""Lines of the bank become payments: the sure ones by themselves, the others by a person, and all can be undone."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment as Incoming
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.invoice.actions.periods import hold_books, posting_day
from interregnum.stages.invoice.actions.settle import about, settle_when_paid
from interregnum.stages.invoice.bank_facts import BankLineDecided, BankLineUndone, PaymentUndone
from interregnum.stages.invoice.facts import PaymentRecorded
from interregnum.stages.invoice.models import BankFile, BankLine, Invoice, Payment
from interregnum.stages.invoice.queries.bank import bank_lines, kept_shares, state_again
from interregnum.stages.invoice.queries.rows import invoices_of
from interregnum.stages.invoice.rules.bank_ledger import Ledger
from interregnum.stages.invoice.rules.bank_lines import LineState, check_shares, state_of
from interregnum.stages.invoice.rules.payments import Match, Outcome, Share, Why
from interregnum.stages.invoice.rules.states import OWED, InvoiceState

AS_IT_STANDS = ("booked_on", "amount", "iban", "line_id", "is_reversal")
NOTHING = Money(0)


@action
def book_batch(file: BankFile, batch: Sequence[Incoming], ledger: Ledger, *, by: Actor, at: datetime) -> None:
    """So many lines, all or nothing: what is sure is booked, as long as the invoice still stands as it was matched."""
    closed = hold_books()
    found = []
    for one in batch:
        match = ledger.match(one)
        ledger.take(match)
        found.append((one, match))
    numbers = {share.number for _one, match in found if match.outcome is Outcome.EXACT for share in match.shares}
    rows = Invoice.objects.select_for_update(of=("self",)).select_related("assignment").filter(number__in=numbers)
    standing = {row.number: row for row in rows.order_by("pk")}
    account = Account.objects.get(code=by.code)
    lines, payments = [], []
    for one, match in found:
        if match.outcome is Outcome.EXACT and not _still(match, standing):
            # Somebody was first: with another file, or by hand.
            match = Match(Outcome.DOUBTFUL, (), one.amount, (*match.reasons, Why.TWICE), match.candidates)
        line = _line(file, one, match)
        lines.append(line)
        for share in match.shares if line.state == LineState.BOOKED else ():
            row = standing[share.number]
            row.paid = row.paid + share.amount
            day = posting_day(one.booked_on, closed, on=local_day(at))
            payments.append(_payment(row, share.amount, day, line, account, at))
    BankLine.objects.bulk_create(lines)
    Payment.objects.bulk_create(payments)
    _settle(standing.values())
    for payment in payments:
        row = payment.invoice
        record(PaymentRecorded(**about(row), is_whole=row.paid + row.credited >= row.gross), by=by, at=at)


def _still(match: Match, standing: dict[str, Invoice]) -> bool:
    return all(
        share.amount <= standing[share.number].gross - standing[share.number].paid - standing[share.number].credited
        for share in match.shares
    )


def _line(file: BankFile, one: Incoming, match: Match) -> BankLine:
    return BankLine(
        file=file,
        **{name: getattr(one, name) for name in AS_IT_STANDS},
        reference=one.reference[:140].replace("\x00", ""),
        text=one.text[:1000].replace("\x00", ""),
        name=one.name[:140].replace("\x00", ""),
        state=state_of(match),
        outcome=match.outcome,
        reasons=[str(why) for why in match.reasons],
        candidates=list(match.candidates),
        shares=kept_shares(match.shares),
    )


def _payment(row: Invoice, amount: Money, day: date, line: BankLine, account: Account, at: datetime) -> Payment:
    said = (line.reference or line.text)[:140]
    made: dict[str, Any] = {"recorded_at": at, "recorded_by": account, "line": line}
    return Payment(invoice=row, day=day, amount=amount, reference=said, **made)


def _settle(rows: Any) -> None:
    for row in rows:
        if row.paid + row.credited >= row.gross and row.state in OWED:
            row.state = InvoiceState.PAID
    Invoice.objects.bulk_update(list(rows), ["paid", "state"])


@action
def book_line(*, line: str, shares: Sequence[Share], by: Actor, at: datetime) -> Refused | None:
    """A person says which invoices a line pays; too much stands on the invoice as what is to be paid back."""
    row, closed = _line_row(line, by), hold_books()
    if (refused := check_shares(row.amount, shares)) is not None:
        return refused
    found = invoices_of(by).filter(number__in=[share.number for share in shares], kind="380")
    invoices = {one.number: one for one in found.order_by("pk")}
    if missing := [share.number for share in shares if share.number not in invoices]:
        return Refused.because("bank.no_such_invoice", "", number=missing[0])
    if not _decide(row, LineState.BOOKED, "", by, at):
        return Refused.because("bank.not_now")
    account, day = Account.objects.get(code=by.code), posting_day(row.booked_on, closed, on=local_day(at))
    for share in shares:
        invoice = invoices[share.number]
        _payment(invoice, share.amount, day, row, account, at).save()
        Invoice.objects.filter(pk=invoice.pk).update(paid=F("paid") + share.amount.cents)
        is_whole = settle_when_paid(invoice)
        _open_again(invoice)
        record(PaymentRecorded(**about(invoice), is_whole=is_whole), by=by, at=at)
    record(BankLineDecided(line=row.code, state=LineState.BOOKED), by=by, at=at)
    return None


@action
def set_line_aside(*, line: str, state: LineState, words: str, by: Actor, at: datetime) -> Refused | None:
    """A person says that a line is not ours, of an unknown party, or was written down by hand before."""
    row = _line_row(line, by)
    if not _decide(row, state, words.strip(), by, at):
        return Refused.because("bank.not_now")
    record(BankLineDecided(line=row.code, state=state), by=by, at=at)
    return None


def _decide(row: BankLine, state: LineState, words: str, by: Actor, at: datetime) -> bool:
    """Of two people at once, one is first."""
    decided = {"words": words, "decided_at": at, "decided_by": Account.objects.get(code=by.code)}
    return bool(BankLine.objects.filter(pk=row.pk, state=LineState.WAITS).update(state=state, **decided))


@action
def undo_line(*, line: str, why: str, by: Actor, at: datetime) -> Refused | None:
    """What was booked of a line is taken back by counter-entries of today, and the line waits for a person again."""
    row = _line_row(line, by)
    hold_books()
    moved = BankLine.objects.filter(pk=row.pk).exclude(state=LineState.WAITS)
    if not moved.update(state=LineState.WAITS, words=why.strip(), outcome=Outcome.DOUBTFUL, **_anew(row)):
        return Refused.because("bank.not_now")
    for payment in Payment.objects.filter(line=row, is_undone=False).select_related("invoice__assignment"):
        _counter(payment, by, at)
    record(BankLineUndone(line=row.code, why=why.strip()), by=by, at=at)
    return None


def _anew(row: BankLine) -> dict[str, Any]:
    """What was booked comes into question once more."""
    numbers = list(Payment.objects.filter(line=row, is_undone=False).values_list("invoice__number", flat=True))
    return {"candidates": list(dict.fromkeys([*numbers, *row.candidates])), "decided_at": None, "decided_by": None}


@action
def undo_payment(*, invoice: str, payment: str, by: Actor, at: datetime) -> str | Refused:
    """A payment that was written down by hand is taken back; returns the code of its invoice."""
    rows = Payment.objects.filter(code=payment, invoice__code=invoice, line=None, undoes=None)
    found = rows.select_related("invoice__assignment").first()
    if found is None or not invoices_of(by).filter(pk=found.invoice_id).exists():
        raise Http404
    hold_books()
    if not Payment.objects.select_for_update().filter(pk=found.pk, is_undone=False).exists():
        return Refused.because("bank.not_now")
    _counter(found, by, at)
    return str(found.invoice.code)


def _counter(payment: Payment, by: Actor, at: datetime) -> None:
    invoice = payment.invoice
    Payment.objects.filter(pk=payment.pk).update(is_undone=True)
    Payment.objects.create(
        invoice=invoice,
        day=local_day(at),
        amount=payment.amount * -1,
        reference=payment.reference,
        recorded_at=at,
        recorded_by=Account.objects.get(code=by.code),
        line=payment.line,
        undoes=payment,
        is_undone=True,
    )
    Invoice.objects.filter(pk=invoice.pk).update(paid=F("paid") - payment.amount.cents)
    _open_again(invoice)
    record(PaymentUndone(**about(invoice)), by=by, at=at)


def _open_again(invoice: Invoice) -> None:
    """An invoice of which not all is paid any more waits for money again."""
    invoice.refresh_from_db(fields=["paid", "credited", "gross", "state"])
    if (state := state_again(invoice)) != invoice.state:
        Invoice.objects.filter(pk=invoice.pk).update(state=state)


def _line_row(code: str, by: Actor) -> BankLine:
    row = bank_lines(seen_by=by).filter(code=code).first()
    if row is None:
        raise Http404
    return row
