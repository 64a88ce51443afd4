"""The same with invoices: two who write down one payment."""

from datetime import date

from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.settle import record_payment
from interregnum.stages.invoice.models import Payment
from interregnum.stages.invoice.rules.states import InvoiceState
from tests.house.forms_of_invoices import invoice_of
from tests.house.races import LATER, Act, Race, twice
from tests.life import Life
from tests.together import allow_two


def _pay(life: Life) -> tuple[Act, Act]:
    code = invoice_of(InvoiceState.SENT)(life)
    bea = life.cast.actor(life.cast.bea)
    paid = {"day": date(2026, 3, 2), "amount": Money(10), "reference": "b1"}
    return twice(record_payment, invoice=code, **paid, by=bea, at=LATER)


OF_INVOICES: dict[str, Race] = {
    "write down a payment": Race(
        "reported",
        _pay,
        "invoice.payment_twice",
        ("PaymentRecorded",),
        lambda _patch: allow_two(Payment, "each_payment_once"),
    ),
}
