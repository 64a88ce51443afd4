"""Closed months, the journal for the accountant, and what clients owe: through the addresses, as each role."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
import time_machine

from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.actions.periods import close_month, open_month
from interregnum.stages.invoice.actions.settle import record_payment
from interregnum.stages.invoice.models import Payment
from interregnum.stages.invoice.tests.invoice_world import LATER, drafted, sent, worked
from tests.world import browser

pytestmark = pytest.mark.django_db
BOOKS = "/bureau/invoices/books/"
MONTH = LATER.date().replace(day=1)
AFTER = LATER + timedelta(days=40)


def code_of(refused):
    assert isinstance(refused, Refused), refused
    return refused.reasons[0].code


def test_in_a_closed_month_nothing_is_issued_credited_or_dated(cast):
    bea, assignment = cast.actor(cast.bea), worked(cast)
    row = sent(cast, assignment)
    assert code_of(close_month(month=MONTH, by=bea, at=LATER)) == "period.not_over"
    assert close_month(month=MONTH, by=bea, at=AFTER) is None
    assert code_of(close_month(month=MONTH, by=bea, at=AFTER)) == "period.closed_before"
    paid = {"invoice": row.code, "amount": Money(10), "reference": "b", "by": bea}
    assert code_of(record_payment(day=MONTH, at=AFTER, **paid)) == "period.payment"
    assert code_of(credit_invoice(invoice=row.code, why="Fout.", by=bea, at=LATER)) == "period.credit"
    assert not Payment.objects.exists()
    assert record_payment(day=AFTER.date(), at=AFTER, **paid) is None
    assert isinstance(credit_invoice(invoice=row.code, why="Fout.", by=bea, at=AFTER), str)
    code = drafted(cast, assignment)
    assert check_invoice(invoice=code, by=bea, at=LATER) is None
    assert code_of(issue_invoice(invoice=code, by=bea, at=LATER)) == "period.issue"
    assert isinstance(issue_invoice(invoice=code, by=bea, at=AFTER), str)
    assert open_month(month=MONTH, why="Vergeten factuur.", by=bea, at=AFTER) is None
    assert code_of(open_month(month=MONTH, why="x", by=bea, at=AFTER)) == "period.not_closed"
    assert close_month(month=MONTH, by=bea, at=AFTER) is None


def test_a_partner_closes_and_opens_on_the_page_and_the_back_office_only_reads(cast):
    with time_machine.travel(AFTER, tick=False):
        desk = browser(cast.bea)
        typed = {"month": f"{MONTH:%Y-%m}"}
        assert desk.post(BOOKS, {"do": "close", "once": "a", **typed}).status_code == 302
        assert desk.post(BOOKS, {"do": "close", "once": "b", **typed}).status_code == 422
        assert desk.post(BOOKS, {"do": "open", "once": "c", **typed}).status_code == 422
        assert desk.post(BOOKS, {"do": "open", "once": "d", "why": "Vergeten.", **typed}).status_code == 302
        assert "Vergeten." in desk.get(BOOKS).content.decode()
        assert {"MonthClosed", "MonthOpened"} <= set(Entry.objects.values_list("kind", flat=True))
        assert browser(cast.berend).get(BOOKS).status_code == 200
        assert browser(cast.berend).post(BOOKS, {"do": "close", "once": "e", **typed}).status_code in {403, 404, 405}


def test_the_journal_has_both_sides_alike_and_no_cell_is_run(cast):
    bea, row = cast.actor(cast.bea), sent(cast, worked(cast))
    day = LATER.date()
    said = {"by": bea, "at": LATER}
    assert record_payment(invoice=row.code, day=day, amount=Money(100), reference="=1+1", **said) is None
    assert isinstance(credit_invoice(invoice=row.code, why="Fout.", **said), str)
    months = f"?first={day:%Y-%m}&last={day:%Y-%m}"
    desk = browser(cast.berend)
    page = desk.get(BOOKS + months, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "7,360" in page
    text = b"".join(desk.get(f"{BOOKS}journal.csv{months}").streaming_content).decode().lstrip("\ufeff")
    lines = list(csv.reader(io.StringIO(text)))[1:]
    *entries, sums = lines
    assert (
        sum(float(line[6]) for line in entries) == sum(float(line[7]) for line in entries) == float(sums[6]) == 7360.0
    )
    assert sums[6] == sums[7]
    assert {line[8] for line in entries} == {"", "'=1+1"}
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{BOOKS}journal.xlsx{months}").content))
    cells = [cell for line in book.active.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert len(list(book.active.iter_rows())) == len(lines) + 1
    for who in (cast.anton, cast.carla, cast.max, cast.sara):
        for url in (BOOKS, f"{BOOKS}journal.csv", f"{BOOKS}journal.xlsx"):
            assert browser(who).get(url).status_code in {403, 404}
