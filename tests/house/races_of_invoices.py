"""The same with invoices: two who write down one payment, give one number, and take one invoice back."""

from datetime import date
from importlib import import_module

import pytest

from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.invoice.actions.bank_book import set_line_aside
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.actions.periods import close_month
from interregnum.stages.invoice.actions.settle import record_payment, record_refund
from interregnum.stages.invoice.models import BankLine, ClosedMonth, Invoice, Payment
from interregnum.stages.invoice.rules.bank_lines import LineState
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import approve, let_bill
from tests.house.forms_of_invoices import invoice_of, line_of
from tests.house.races import LATER, Act, Race, state_of, twice
from tests.life import STARTS_ON, Life
from tests.together import allow_two, forget_state


def _pay(life: Life) -> tuple[Act, Act]:
    code = invoice_of(InvoiceState.SENT)(life)
    bea = life.cast.actor(life.cast.bea)
    paid = {"day": date(2026, 3, 2), "amount": Money(10), "reference": "b1"}
    return twice(record_payment, invoice=code, **paid, by=bea, at=LATER)


def _pay_back(life: Life) -> tuple[Act, Act]:
    code = invoice_of(InvoiceState.SENT)(life)
    Invoice.objects.filter(code=code).update(paid=Money(857))
    told = {"day": date(2026, 3, 2), "amount": Money(10), "reference": "b1"}
    return twice(record_refund, invoice=code, **told, by=life.cast.actor(life.cast.bea), at=LATER)


def _paid_back_long_ago(patch: pytest.MonkeyPatch) -> None:
    """Nobody holds the row or asks what is left to be paid back, and the table takes the same twice."""
    patch.setattr(import_module(record_refund.__module__), "_held_back", lambda _row: Money(10))
    allow_two(Payment, "each_payment_once")


def _checked(life: Life) -> str:
    """A draft of the first day of an assignment that was approved, and nothing lacks."""
    let_bill()
    assignment = Assignment.objects.get(code=life.assignment)
    approve(assignment, {STARTS_ON: 480})
    by = life.cast.actor(life.cast.bea)
    made = draft_invoice(assignment=assignment.code, month=STARTS_ON, by=by, at=LATER)
    assert isinstance(made, str), made
    assert check_invoice(invoice=made, by=by, at=LATER) is None
    return made


def _issue(life: Life) -> tuple[Act, Act]:
    return twice(issue_invoice, invoice=_checked(life), by=life.cast.actor(life.cast.bea), at=LATER)


def _credit(life: Life) -> tuple[Act, Act]:
    code = invoice_of(InvoiceState.SENT)(life)
    return twice(credit_invoice, invoice=code, why="Niet goed.", by=life.cast.actor(life.cast.bea), at=LATER)


def _credited_long_ago(patch: pytest.MonkeyPatch) -> None:
    """Nobody holds the row, no state is asked for, and a line may be taken back twice."""
    forget_state(patch, Invoice)
    module = import_module(credit_invoice.__module__)
    patch.setattr(module, "before", lambda _state: frozenset(InvoiceState))
    patch.setattr(module, "left_of", lambda row: list(row.lines.all()))
    patch.setattr(module, "_take_back", lambda *_args: None)


def _set_aside(life: Life) -> tuple[Act, Act]:
    told = {"state": LineState.UNKNOWN, "words": "Wie is dit?"}
    return twice(set_line_aside, line=line_of(life), **told, by=life.cast.actor(life.cast.bea), at=LATER)


def _close(life: Life) -> tuple[Act, Act]:
    month = date(2025, 12 - ClosedMonth.objects.count(), 1)
    return twice(close_month, month=month, by=life.cast.actor(life.cast.bea), at=LATER)


OF_INVOICES: dict[str, Race] = {
    "write down a payment": Race(
        "reported",
        _pay,
        "invoice.payment_twice",
        ("PaymentRecorded",),
        lambda _patch: allow_two(Payment, "each_payment_once"),
    ),
    "write down what was paid back": Race(
        "reported", _pay_back, "invoice.more_than_back", ("RefundRecorded",), _paid_back_long_ago
    ),
    "give an invoice its number": Race(
        "reported", _issue, "invoice.not_now", ("InvoiceIssued",), lambda patch: forget_state(patch, Invoice)
    ),
    "take an invoice back": Race("reported", _credit, "invoice.not_now", ("InvoiceCredited",), _credited_long_ago),
    "say what a line of the bank is": Race(
        "reported", _set_aside, "bank.not_now", ("BankLineDecided",), state_of(BankLine)
    ),
    "close a month": Race(
        "reported",
        _close,
        "period.closed_before",
        ("MonthClosed",),
        lambda _patch: allow_two(ClosedMonth, "each_month_closed_once"),
    ),
}
