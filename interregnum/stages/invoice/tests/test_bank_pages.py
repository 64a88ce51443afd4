"""From a file of the bank to paid invoices, through the addresses; and whatever may be wrong with a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.files.models import StoredFile
from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.stages.invoice.models import BankFile, BankLine, Invoice, Payment
from interregnum.stages.invoice.rules.bank_lines import FileState, LineState
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.tests.invoice_world import sent, worked
from interregnum.stages.invoice.tests.statements import balance, entry, statement
from tests.world import browser

pytestmark = pytest.mark.django_db
BANK = "/bureau/invoices/bank/"
LINES = f"{BANK}lines/"


@pytest.fixture
def upload(cast, django_capture_on_commit_callbacks):
    """Uploads a file as the back office and lets the worker read it; returns the answer."""
    desk = browser(cast.berend)

    def send(content):
        with django_capture_on_commit_callbacks(execute=True):
            return desk.post(BANK, {"file": SimpleUploadedFile("maart.xml", content)})

    send.desk = desk
    return send


def said(answer):
    return answer.content.decode()


def decide(desk, line, do, **typed):
    return desk.post(
        f"{LINES}{line.code}/", {"do": do, "once": f"{do}{len(typed)}{line.pk}{Payment.objects.count()}", **typed}
    )


def test_what_is_sure_is_booked_and_the_rest_waits(cast, upload):
    row = sent(cast, worked(cast))
    answer = upload(
        statement(
            entry("3630.00", text=f"factuur {row.number}", name="Bank De Proef"),
            entry("12.00", name="Onbekend", text="geen idee", service="x"),
            entry("80.00", direction="DBIT", name="Energie", service="y"),
        )
    )
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.state, row.paid) == (InvoiceState.PAID, Money(3630))
    states = dict(BankLine.objects.values_list("name", "state"))
    assert states == {"Bank De Proef": "booked", "Onbekend": "waits", "Energie": "not_ours"}
    page = said(upload.desk.get(answer["Location"]))
    assert "maart.xml" in page
    assert "/bureau/invoices/bank/lines/?state=waits" in page
    assert "Onbekend" in said(upload.desk.get(f"{LINES}?state=waits"))
    assert not StoredFile.objects.filter(name="bank").exists()
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"BankFileUploaded", "BankFileRead", "PaymentRecorded"} <= kinds


def test_the_same_file_or_the_same_line_twice_books_nothing_twice(cast, upload):
    row = sent(cast, worked(cast))
    line = entry("3630.00", text=f"factuur {row.number}", name="Bank De Proef")
    first = statement(line)
    upload(first)
    again = upload(first)
    assert again.status_code == 422
    assert "This very file was uploaded before" in said(again)
    assert BankFile.objects.count() == 1
    upload(statement(line, entry("5", name="Nieuw")))
    assert Payment.objects.count() == 1
    assert BankLine.objects.count() == 2
    assert BankFile.objects.order_by("pk").last().known == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (statement(entry("10"))[:-60], "broken"),
        (statement(entry("10"), account="NL02ABNA0123456789"), "account"),
        (statement(entry("10")).replace(b"<Document", b'<!DOCTYPE d [<!ENTITY a "b">]><Document'), "doctype"),
        (b":20:MT940", "broken"),
        (statement(entry("10")).replace(b"001.02", b"001.99"), "kind"),
    ],
)
def test_a_file_that_is_no_good_is_refused_whole_and_in_words(cast, upload, content, fault):
    assert upload(content).status_code == 302
    file = BankFile.objects.get()
    assert (file.state, file.fault) == (FileState.REFUSED, fault)
    assert not BankLine.objects.exists()
    assert upload(content).status_code == 302


def test_what_is_too_large_or_empty_is_not_kept_at_all(cast, upload, monkeypatch):
    monkeypatch.setattr("interregnum.stages.invoice.actions.bank_upload.LARGEST_BYTES", 100)
    monkeypatch.setattr("interregnum.stages.invoice.views.bank.LARGEST_BYTES", 100)
    assert upload(statement(entry("10"))).status_code == 422
    assert upload(b"").status_code == 422
    assert not BankFile.objects.exists()


def test_balances_that_do_not_fit_are_said(cast, upload):
    upload(statement(entry("50"), balances=balance("OPBD", "100.00") + balance("CLBD", "151.00")))
    assert BankFile.objects.get().unfit == 1


def test_a_person_splits_a_line_and_takes_it_back(cast, upload):
    assignment = worked(cast)
    row = sent(cast, assignment)
    upload(statement(entry("4000.00", text=f"factuur {row.number}", name="Bank De Proef")))
    line = BankLine.objects.get()
    assert line.state == LineState.WAITS
    desk, field = upload.desk, f"of_{row.number}"
    assert row.number in said(desk.get(f"{LINES}{line.code}/"))
    assert decide(desk, line, "book", **{field: "3000"}).status_code == 422
    assert decide(desk, line, "book", number_1="F-2099-00001", amount_1="4000").status_code == 422
    assert decide(desk, line, "book", **{field: "-4000"}).status_code == 422
    assert decide(desk, line, "book", **{field: "4000"}).status_code == 302
    row.refresh_from_db()
    assert (row.paid, row.state) == (Money(4000), InvoiceState.PAID)
    assert "370" in said(desk.get(f"/bureau/invoices/{row.code}/"))
    assert decide(desk, line, "book", **{field: "4000"}, other="x").status_code == 422
    assert decide(desk, line, "undo", why="Verkeerde klant.").status_code == 302
    row.refresh_from_db()
    line.refresh_from_db()
    assert (row.paid, row.state, line.state) == (Money(0), InvoiceState.SENT, LineState.WAITS)
    assert sorted(str(one.amount) for one in Payment.objects.all()) == ["-4000.00", "4000.00"]
    assert {"BankLineUndone", "PaymentUndone"} <= set(Entry.objects.values_list("kind", flat=True))
    assert decide(desk, line, "aside", state="unknown", words="Uitzoeken.").status_code == 302
    line.refresh_from_db()
    assert line.state == LineState.UNKNOWN
    assert decide(desk, line, "undo", why="Toch bekend.", more="1").status_code == 302


def test_a_payment_of_paid_invoice_and_one_that_went_back_are_said_on_the_invoice(cast, upload):
    row = sent(cast, worked(cast))
    first = entry("3630.00", text=f"factuur {row.number}", name="Bank De Proef")
    upload(statement(first, entry("3630.00", text=f"factuur {row.number}", name="Bank De Proef", service="2")))
    waiting = BankLine.objects.get(state=LineState.WAITS)
    assert "twice" in waiting.reasons
    assert decide(upload.desk, waiting, "book", **{f"of_{row.number}": "3630"}).status_code == 302
    back = entry("3630.00", text=f"terug {row.number}", name="Bank De Proef", direction="DBIT", service="3")
    upload(statement(back))
    out = BankLine.objects.get(amount=Money(-3630))
    assert out.state == LineState.WAITS
    assert decide(upload.desk, out, "book", **{f"of_{row.number}": "-3630"}).status_code == 302
    row.refresh_from_db()
    assert (row.paid, row.state) == (Money(3630), InvoiceState.PAID)
    page = said(upload.desk.get(f"/bureau/invoices/{row.code}/", HTTP_ACCEPT_LANGUAGE="en"))
    assert "came in when nothing was open any more" in page
    assert "went back" in page


def test_a_payment_written_down_by_hand_is_taken_back_on_the_invoice(cast, upload):
    row = sent(cast, worked(cast))
    url = f"/bureau/invoices/{row.code}/"
    upload.desk.post(url, {"do": "pay", "day": "2026-04-01", "amount": "3630.00", "once": "p"})
    code = Payment.objects.get().code
    assert code in said(upload.desk.get(url))
    assert upload.desk.post(url, {"do": "undo", "payment": code, "once": "u"}).status_code == 302
    assert upload.desk.post(url, {"do": "undo", "payment": code, "once": "u2"}).status_code == 422
    assert Invoice.objects.get().state == InvoiceState.SENT
    assert (
        upload.desk.post(url, {"do": "pay", "day": "2026-04-01", "amount": "3630.00", "once": "p2"}).status_code == 302
    )
    assert Invoice.objects.get().state == InvoiceState.PAID


def test_who_may_not_see_the_bank_sees_nothing_of_it(cast, upload):
    upload(statement(entry("10", name="Geheim")))
    line = BankLine.objects.get()
    for who in (cast.anton, cast.carla, cast.max, cast.sara):
        for url in (BANK, LINES, f"{LINES}{line.code}/"):
            assert browser(who).get(url).status_code in {403, 404}
    for who in (cast.bea, cast.aukje):
        assert browser(who).get(f"{LINES}{line.code}/").status_code == 200
    assert browser(cast.aukje).post(BANK, {}).status_code in {403, 404, 405}


def test_from_the_invoices_each_finds_the_pages_that_are_theirs(cast):
    pages = ("payables/", "invoices/bank/", "invoices/books/", "invoices/ageing/")
    found = {
        who.email: [page for page in pages if f'href="/bureau/{page}"' in said(browser(who).get("/bureau/invoices/"))]
        for who in (cast.bea, cast.berend, cast.aukje, cast.anton)
    }
    assert list(found.values()) == [list(pages), list(pages[:3]), list(pages[:3]), list(pages[:1])]
