"""An invoice that has its number and did not leave yet: what the client says of it and pays on it keeps none inside."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.outside.einvoice.access_point import Receipt
from interregnum.stages.invoice.actions import hand_over as handing
from interregnum.stages.invoice.actions.bank_book import undo_payment
from interregnum.stages.invoice.actions.issue import remind_of_invoices, send_invoice
from interregnum.stages.invoice.actions.make_papers import make_papers
from interregnum.stages.invoice.actions.settle import dispute_invoice, end_dispute, record_payment
from interregnum.stages.invoice.models import Invoice, InvoicePapers
from interregnum.stages.invoice.queries.open_days import invoices_waiting
from interregnum.stages.invoice.queries.rows import to_send
from interregnum.stages.invoice.rules.delivery import Trip, Way
from interregnum.stages.invoice.rules.states import DisputeReason, InvoiceState
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, issued, reasons, sent, wants, worked
from tests.world import browser

pytestmark = pytest.mark.django_db


def dispute(cast, row, at=LATER):
    told = {"reason": DisputeReason.OTHER, "words": "Klopt niet."}
    assert dispute_invoice(invoice=row.code, **told, by=cast.actor(cast.carla), at=at) is None


def pay(row, bea):
    assert record_payment(invoice=row.code, day=LATER.date(), amount=row.gross, reference="", **bea) is None
    row.refresh_from_db()


def test_a_dispute_before_it_was_sent_ends_where_it_began(cast, bea):
    row = issued(cast, bea)
    dispute(cast, row)
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.not_now"]
    assert end_dispute(invoice=row.code, **bea) is None
    row.refresh_from_db()
    assert row.state == InvoiceState.ISSUED
    assert send_invoice(invoice=row.code, **bea) is None
    assert Mail.objects.filter(template="mail/invoice_sent.txt").exists()


def test_a_dispute_of_what_was_reminded_ends_reminded(cast, bea):
    row = sent(cast, worked(cast))
    assert remind_of_invoices(LATER + timedelta(days=38)) == 1
    dispute(cast, row, LATER + timedelta(days=38))
    assert end_dispute(invoice=row.code, **bea) is None
    row.refresh_from_db()
    assert row.state == InvoiceState.REMINDED


def test_what_was_paid_before_it_left_is_sent_once_and_stays_paid(cast, bea):
    row = issued(cast, bea)
    pay(row, bea)
    assert (row.state, row.sent_at) == (InvoiceState.PAID, None)
    assert invoices_waiting(seen_by=bea["by"], on=LATER.date()).to_send == 1
    assert [one.code for one in to_send(MARCH, seen_by=bea["by"])] == [row.code]
    page = browser(cast.bea).get(reverse("bureau:invoice", args=[row.code])).content.decode()
    assert 'value="send"' in page
    answer = browser(cast.bea).post(reverse("bureau:invoice", args=[row.code]), {"do": "send", "once": "a" * 26})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.state == InvoiceState.PAID
    assert row.sent_at
    assert Mail.objects.filter(template="mail/invoice_sent.txt", to="carla@example.org").count() == 1
    assert Entry.objects.filter(kind="InvoiceSent").count() == 1
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.not_now"]
    assert not to_send(MARCH, seen_by=bea["by"]).exists()
    assert 'value="send"' not in browser(cast.bea).get(reverse("bureau:invoice", args=[row.code])).content.decode()
    payment = row.payments.get()
    assert undo_payment(invoice=row.code, payment=payment.code, **bea) == row.code
    row.refresh_from_db()
    assert row.state == InvoiceState.SENT


def test_the_list_shows_what_was_not_sent_yet(cast, bea):
    row = issued(cast, bea)
    pay(row, bea)
    address = reverse("bureau:invoices") + "?state=unsent"
    assert row.number in browser(cast.bea).get(address).content.decode()
    assert address.replace("&", "&amp;") in browser(cast.bea).get(reverse("bureau:home")).content.decode()
    assert send_invoice(invoice=row.code, **bea) is None
    assert row.number not in browser(cast.bea).get(address).content.decode()


@pytest.mark.parametrize("happens", ["paid", "paid before", "disputed"])
def test_what_the_access_point_took_was_sent_whatever_was_said_of_it_meanwhile(
    cast, bea, settings, queued, monkeypatch, happens
):
    wants(cast, way=Way.NETWORK)
    settings.ACCESS_POINT = {"address": "http://point.example/", "key": "", "seconds": 1.0}
    monkeypatch.setattr(handing, "send", lambda *_args, **_told: Receipt(200, "taken", was_known=False))
    row = issued(cast, bea)
    make_papers.call(row.code)
    if happens == "paid before":
        pay(row, bea)
    assert send_invoice(invoice=row.code, **bea) is None
    if happens == "paid":
        pay(row, bea)
    if happens == "disputed":
        dispute(cast, row)
    handing.hand_over.call(row.code)
    row = Invoice.objects.get(pk=row.pk)
    assert InvoicePapers.objects.get().trip == Trip.TAKEN
    assert row.sent_at
    assert row.state == (InvoiceState.DISPUTED if happens == "disputed" else InvoiceState.PAID)
    if happens == "disputed":
        assert end_dispute(invoice=row.code, **bea) is None
        row.refresh_from_db()
        assert row.state == InvoiceState.SENT
