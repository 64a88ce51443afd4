"""How an invoice leaves: by mail with its documents, to a mailbox of the client, or through an access point."""

import pytest
from django.core import mail as django_mail
from django.urls import reverse

from interregnum.files.store import content_of
from interregnum.jobs.models import Mail, MailFile
from interregnum.jobs.post import send_mail
from interregnum.outside.einvoice.access_point import NotSentError, Receipt
from interregnum.stages.invoice.actions import hand_over as handing
from interregnum.stages.invoice.actions import make_papers as making
from interregnum.stages.invoice.actions.issue import send_invoice
from interregnum.stages.invoice.models import Invoice, InvoicePapers
from interregnum.stages.invoice.rules.delivery import Trip, Way
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import issued, reasons, sent, wants, worked
from tests.world import browser

pytestmark = pytest.mark.django_db


def test_by_mail_both_documents_go_along(cast, bea):
    wants(cast, way=Way.MAIL)
    row = sent(cast, worked(cast))
    letter = Mail.objects.get(template="mail/invoice_sent.txt", to="carla@example.org")
    assert sorted(letter.files.values_list("name", flat=True)) == [f"{row.number}.pdf", f"{row.number}.xml"]
    # They go with the mail.
    Mail.objects.all().delete()
    assert not MailFile.objects.exists()


def test_a_mailbox_for_invoices_gets_them_as_they_were_kept(cast, bea, mailoutbox_of_house):
    wants(cast, way=Way.MAIL, mailbox="facturen@bank.example")
    row = sent(cast, worked(cast))
    letter = Mail.objects.get(template="mail/invoice_sent.txt")
    assert letter.to == "facturen@bank.example"
    send_mail.call(letter.code)
    message = mailoutbox_of_house[-1]
    assert [name for name, _content, _kind in message.attachments] == [f"{row.number}.pdf", f"{row.number}.xml"]
    assert bytes(message.attachments[0].content) == content_of(row.papers.pdf)


POINT = {"address": "http://point.example/", "key": "", "seconds": 1.0}


@pytest.fixture
def on_its_way(cast, bea, settings, queued):
    """An invoice that waits to be handed over."""
    wants(cast, way=Way.NETWORK)
    row = issued(cast, bea)
    making.make_papers.call(row.code)
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.no_access_point"]
    settings.ACCESS_POINT = POINT
    assert send_invoice(invoice=row.code, **bea) is None
    return Invoice.objects.get()


def test_through_the_access_point_it_is_sent_when_that_has_taken_it(bea, on_its_way, monkeypatch):
    row, asked = on_its_way, []

    def takes(_point, xml, **told):
        asked.append(told)
        assert xml == content_of(row.papers.ubl)
        return Receipt(200, "taken", was_known=False)

    monkeypatch.setattr(handing, "send", takes)
    assert row.state == InvoiceState.ISSUED
    for _ in range(2):
        handing.hand_over.call(row.code)
    row = Invoice.objects.get()
    assert (row.state, row.papers.trip, row.papers.receipt) == (InvoiceState.SENT, Trip.TAKEN, "taken")
    assert [(one["key"], one["receiver"]) for one in asked] == [(row.code, ("0106", "87654321"))]
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.not_now"]


def test_what_the_access_point_refuses_is_said_and_sent_again_by_a_person(cast, bea, on_its_way, monkeypatch):
    row = on_its_way

    def refuses(*_args, **_told):
        raise NotSentError("answered 422", may_try_again=False, body="unknown receiver")

    monkeypatch.setattr(handing, "send", refuses)
    with pytest.raises(handing.NotTakenError):
        handing.hand_over.call(row.code)
    handing._gave_up(row.code)
    page = browser(cast.bea).get(reverse("bureau:invoice", args=[row.code])).content.decode()
    assert "did not take it" in page and "unknown receiver" in page and 'value="send"' in page
    assert send_invoice(invoice=row.code, **bea) is None
    assert InvoicePapers.objects.get().trip == Trip.UNDER_WAY


@pytest.fixture
def mailoutbox_of_house(settings):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    django_mail.outbox = []
    return django_mail.outbox
