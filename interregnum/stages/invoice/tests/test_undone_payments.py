"""What was written down as paid by mistake is undone, and what came in too much goes back, as the books want it."""

from datetime import date

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.payable_pay import note_paid, undo_paid
from interregnum.stages.invoice.actions.periods import close_month
from interregnum.stages.invoice.actions.settle import record_payment, record_refund
from interregnum.stages.invoice.models import Payable, Payment
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.payable import PAY_MOVES, PayState
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import LATER, issued, reasons
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from interregnum.stages.invoice.tests.test_payable_credits import issued as self_billed
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db


def paid(cast, bea):
    let_be_paid(cast)
    row = self_billed(cast, bea)
    assert note_paid(payable=row.code, day=TODAY, **bea) is None
    return row


def mails(template):
    return Mail.objects.filter(template=template, to="max@example.org").count()


def test_a_payable_that_was_not_paid_is_to_be_paid_again_and_its_manager_is_told_each_time(cast, bea):
    row = paid(cast, bea)
    assert undo_paid(payable=row.code, **bea) is None
    row.refresh_from_db()
    assert (row.state, row.paid_on, row.paid_by) == (PayState.APPROVED, None, None)
    assert reasons(undo_paid(payable=row.code, **bea)) == ["invoice.not_now"]
    assert mails("mail/payable_unpaid.txt") == 1
    later = bea | {"at": LATER.replace(hour=LATER.hour + 1)}
    assert note_paid(payable=row.code, day=TODAY, **later) is None
    assert mails("mail/payable_paid.txt") == 2
    assert PayState.APPROVED in PAY_MOVES[PayState.PAID]


def test_in_a_month_that_is_closed_it_stays_as_the_books_have_it(cast, bea):
    row = paid(cast, bea)
    assert close_month(month=date(2026, 3, 1), by=cast.actor(cast.anton), at=LATER) is None
    assert reasons(undo_paid(payable=row.code, **bea)) == ["period.paid"]
    assert Payable.objects.get(pk=row.pk).paid_on == TODAY


def test_the_button_stands_where_it_was_paid_for_whoever_may_write(cast, bea):
    row = paid(cast, bea)
    url = reverse("bureau:payable", args=[row.code])
    desk, reader = browser(cast.berend), browser(cast.dirk)
    assert "It was not paid after all" in desk.get(url).content.decode()
    assert (
        "It was not paid after all"
        not in browser(cast.max).get(reverse("manager:payable", args=[row.code])).content.decode()
    )
    assert reader.post(url, {"do": "unpaid", "once": "r"}).status_code in {403, 404}
    assert desk.post(url, {"do": "unpaid", "once": "u"}).status_code == 302
    assert Payable.objects.get(pk=row.pk).state == PayState.APPROVED


def test_what_came_in_too_much_goes_back_by_hand_and_no_more_than_that(cast, bea, time_machine):
    time_machine.move_to(LATER)
    row = issued(cast, bea)
    told = {"invoice": row.code, "day": LATER.date(), "reference": ""}
    assert reasons(record_refund(**told, amount=Money(1), **bea)) == ["invoice.more_than_back"]
    assert record_payment(**told, amount=row.gross, **bea) is None
    assert isinstance(credit_invoice(invoice=row.code, days=[TODAY], why="Fout.", **bea), str)
    back = invoice_page(row.code, seen_by=bea["by"], at=LATER).back
    assert back == Money(1452)
    url = reverse("bureau:invoice", args=[row.code])
    desk = browser(cast.berend)
    assert 'value="1452.00"' in desk.get(url).content.decode()
    assert reasons(record_refund(**told, amount=back + Money("0.01"), **bea)) == ["invoice.more_than_back"]
    assert reasons(record_refund(**told, amount=Money(0), **bea)) == ["invoice.amount_not_positive"]
    assert record_refund(**told, amount=Money(452), **bea) is None
    sent = {"do": "refund", "day": LATER.date().isoformat(), "amount": "1000.00", "reference": "", "once": "f"}
    assert desk.post(url, sent).status_code == 302
    assert reasons(record_refund(**told, amount=Money(1), **bea)) == ["invoice.more_than_back"]
    row.refresh_from_db()
    assert row.paid == row.gross - row.credited
    assert row.state == InvoiceState.PAID
    assert invoice_page(row.code, seen_by=bea["by"], at=LATER).back == Money(0)
    assert sorted(one.amount.cents for one in Payment.objects.filter(invoice=row)) == [-100_000, -45_200, 363_000]
