"""The documents of an invoice: made once, held to the rules, fetched by those who may, and sent as the client chose."""

import io
import zipfile
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from lxml import etree

from interregnum.files.store import content_of
from interregnum.outside.einvoice import CheckFailedError, Fault, read_ubl
from interregnum.people.models import Firm
from interregnum.stages.invoice.actions import make_papers as making
from interregnum.stages.invoice.actions.billing_wishes import set_order_reference
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice, send_invoice
from interregnum.stages.invoice.models import ClientBilling, Invoice, InvoicePapers
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.rules.delivery import PapersState, Way
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import (
    LATER,
    drafted,
    issued,
    let_bill,
    reasons,
    sent,
    wants,
    worked,
)
from tests.world import browser

pytestmark = pytest.mark.django_db


def test_an_issued_invoice_gets_both_documents_that_keep_to_all_rules(cast, bea):
    row = issued(cast, bea)
    papers = row.papers
    assert (papers.state, papers.faults) == (PapersState.READY, [])
    pdf, file = content_of(papers.pdf), content_of(papers.ubl)
    assert read_ubl(file) == bill_of(row.code)
    assert pdf.startswith(b"%PDF-") and b"PDF/A" not in pdf[:8]
    root = etree.fromstring(file)
    assert root.find(".//{*}EmbeddedDocumentBinaryObject").get("mimeCode") == "application/pdf"
    # The file for machines lies in the document for people.
    assert b"/EmbeddedFile" in pdf and b"pdfaid" in pdf


def test_a_crash_between_number_and_document_loses_and_doubles_nothing(cast, bea, queued):
    row = issued(cast, bea)
    # The worker is dead: the number stands, its job too, and nothing is sent before the documents are there.
    jobs = DBTaskResult.objects.filter(task_path=making.make_papers.module_path)
    assert jobs.count() == 1 and row.papers.state == PapersState.MAKING
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.no_document"]
    page = browser(cast.bea).get(reverse("bureau:invoice", args=[row.code])).content.decode()
    assert "The document is being made" in page
    making.make_papers.call(row.code)
    making.make_papers.call(row.code)
    kept = InvoicePapers.objects.get()
    assert (kept.state, Invoice.objects.get().number) == (PapersState.READY, "F-2026-00001")
    making.make_papers.call(row.code)
    again = InvoicePapers.objects.get()
    assert (again.pdf_id, again.ubl_id) == (kept.pdf_id, kept.ubl_id)


def test_a_job_that_is_gone_is_asked_for_again_and_once(cast, bea, queued):
    row = issued(cast, bea)
    DBTaskResult.objects.all().delete()
    making.make_lacking_papers(LATER)
    assert not DBTaskResult.objects.exists()
    for _ in range(2):
        making.make_lacking_papers(LATER + timedelta(hours=2))
    assert [each.args_kwargs["args"] for each in DBTaskResult.objects.all()] == [[row.code]]
    # An invoice of before documents were made gets them too.
    InvoicePapers.objects.all().delete()
    making.make_lacking_papers(LATER)
    assert InvoicePapers.objects.get().invoice_id == row.pk


def test_a_rule_that_does_not_hold_is_said_in_words_and_nothing_is_sent(cast, bea, monkeypatch):
    fault = Fault("cen", "BR-16", "An Invoice shall have at least one line")
    monkeypatch.setattr(making, "faults_by_kept", lambda _file: (fault,))
    row = issued(cast, bea)
    desk, url = browser(cast.bea), reverse("bureau:invoice", args=[row.code])
    assert "BR-16" in desk.get(url).content.decode()
    assert "BR-16" not in browser(cast.carla).get(reverse("client:invoice", args=[row.code])).content.decode()
    assert reasons(send_invoice(invoice=row.code, **bea)) == ["invoice.no_document"]
    monkeypatch.undo()
    assert desk.post(url, {"do": "make", "once": "m"}).status_code == 302
    assert InvoicePapers.objects.get().state == PapersState.READY


def test_a_check_that_falls_over_fails_the_job_and_a_person_has_it_tried_again(cast, bea, monkeypatch, queued):
    row = issued(cast, bea)

    def falls(_file):
        raise CheckFailedError("the check ended with code -9")

    monkeypatch.setattr(making, "faults_by_kept", falls)
    with pytest.raises(CheckFailedError):
        making.make_papers.call(row.code)
    making._gave_up(row.code)
    page = browser(cast.bea).get(reverse("bureau:invoice", args=[row.code])).content.decode()
    assert "could not be made" in page and 'value="make"' in page
    assert making.make_again(invoice=row.code, **bea) is None
    assert reasons(making.make_again(invoice=row.code, **bea)) == ["invoice.not_now"]


def test_documents_are_fetched_by_bureau_and_client_and_by_nobody_else(cast, bea):
    row = sent(cast, worked(cast))
    for kind, head in (("pdf", b"%PDF-"), ("ubl", b"<?xml")):
        for who, desk in ((cast.bea, "bureau"), (cast.aukje, "bureau"), (cast.carla, "client")):
            answer = browser(who).get(reverse(f"{desk}:invoice-{kind}", args=[row.code]))
            assert answer.status_code == 200 and answer.content.startswith(head)
            assert "attachment" in answer["Content-Disposition"]
        for who, desk in ((cast.otto, "client"), (cast.dirk, "client"), (cast.max, "client"), (cast.aad, "bureau")):
            assert browser(who).get(reverse(f"{desk}:invoice-{kind}", args=[row.code])).status_code == 404


def test_the_accountant_gets_the_electronic_invoices_of_a_period_in_one_file(cast, bea):
    row = sent(cast, worked(cast))
    note = Invoice.objects.get(code=credit_invoice(invoice=row.code, why="Niet goed.", **bea))
    day = row.issued_on.isoformat()
    address = f"{reverse('bureau:invoices-batch')}?{urlencode({'first': day, 'last': day})}"
    answer = browser(cast.berend).get(address)
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.namelist() == [f"{row.number}.xml", f"{note.number}.xml"]
    assert read_ubl(archive.read(f"{note.number}.xml")).credits == (row.number, row.issued_on)
    none = address.replace(day, "2020-01-01")
    assert "No invoice with a document" in browser(cast.berend).get(none).content.decode()
    for who in (cast.anton, cast.aukje, cast.carla):
        assert browser(who).get(address).status_code == 404


def test_the_order_number_stands_on_the_invoice_and_a_later_one_does_not_change_it(cast, bea):
    code = drafted(cast, worked(cast))
    url = reverse("bureau:invoice", args=[code])
    assert browser(cast.bea).post(url, {"do": "order", "reference": "PO 4500", "once": "o"}).status_code == 302
    check_invoice(invoice=code, **bea)
    issue_invoice(invoice=code, **bea)
    assert bill_of(code).order_reference == "PO 4500"
    file = content_of(InvoicePapers.objects.get().ubl)
    assert etree.fromstring(file).findtext(".//{*}OrderReference/{*}ID") == "PO 4500"
    assert reasons(set_order_reference(invoice=code, reference="anders", **bea)) == ["invoice.not_now"]


def test_what_lacks_is_said_on_the_draft_with_the_way_to_where_it_is_mended(cast):
    code = drafted(cast, worked(cast))
    Firm.objects.update(iban="NL91ABNA0417164301", vat_number="")
    cast.bank.street = ""
    cast.bank.save()
    page = browser(cast.bea).get(reverse("bureau:invoice", args=[code])).content.decode()
    for words in ("account number cannot be right", "Our own VAT number is missing", "address is missing"):
        assert words in page
    assert reverse("bureau:firm") in page and reverse("bureau:people-client-edit", args=[cast.bank.code]) in page


def test_a_client_that_is_a_government_body_has_its_oin(cast, bea):
    let_bill(kvk="")
    wants(cast, end_point="0190:00000001234567890000")
    row = issued(cast, bea)
    assert row.papers.state == PapersState.READY
    assert bill_of(row.code).buyer.end_point == ("0190", "00000001234567890000")


def test_all_of_a_month_get_their_number_and_are_sent_by_the_back_office_alone(cast):
    drafted(cast, worked(cast))
    drafted(cast, worked(cast, number="C-2026-0008"))
    url = reverse("bureau:invoices-month")
    desk = browser(cast.berend)
    assert "2 drafts wait" in desk.get(f"{url}?month=2026-03").content.decode()
    for do in ("issue", "send"):
        answer = desk.post(url, {"month": "2026-03-01", "do": do, "once": do})
        assert desk.get(answer["Location"]).status_code == 200
    rows = Invoice.objects.order_by("number")
    assert [(row.number, row.state) for row in rows] == [
        ("F-2026-00001", InvoiceState.SENT),
        ("F-2026-00002", InvoiceState.SENT),
    ]
    assert browser(cast.anton).get(url).status_code == 404


def test_how_a_client_gets_its_invoices_is_said_on_a_page_and_a_wrong_address_is_refused(cast):
    url = reverse("bureau:invoices-client", args=[cast.bank.code])
    typed = {"way": "network", "mailbox": "", "agreement": "nlcius", "end_point": "0190:12", "once": "b"}
    answer = browser(cast.bea).post(url, typed)
    assert answer.status_code == 422 and "OIN 20" in answer.content.decode()
    assert browser(cast.bea).post(url, typed | {"end_point": ""}).status_code == 302
    kept = ClientBilling.objects.get()
    assert (kept.way, kept.agreement) == (Way.NETWORK, "nlcius")
    assert browser(cast.anton).get(url).status_code == 404
