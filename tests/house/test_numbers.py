"""Fifty people give fifty invoices their number at the same moment: no gap, no number twice."""

from contextlib import suppress
from functools import partial
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import IntegrityError, connection

from interregnum.kernel.bill import BillKind
from interregnum.stages.invoice.actions import issue as issuing
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.models import Invoice, InvoiceSeries
from interregnum.stages.invoice.queries.periods import closed_months
from interregnum.stages.invoice.rules.numbers import SERIES, invoice_number
from interregnum.stages.invoice.tests.invoice_world import LATER, drafted, let_bill, worked
from tests import world
from tests.together import PATIENCE, together

ISSUERS = 50


@pytest.fixture
def drafts(file_database, settings):
    """As in a house: the documents are made by the worker, afterwards."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "replay"]}}
    cast = world.make_cast()
    let_bill()
    codes = [drafted(cast, worked(cast, number=f"C-2026-{1000 + place}")) for place in range(ISSUERS)]
    by = cast.actor(cast.bea)
    assert all(check_invoice(invoice=code, by=by, at=LATER) is None for code in codes)
    return [lambda code=code: issuing.issue_invoice(invoice=code, by=by, at=LATER) for code in codes]


def test_fifty_who_issue_at_once_leave_no_gap_and_no_number_twice(drafts):
    numbers = together(*drafts)
    wanted = [invoice_number("F", 2026, place) for place in range(1, ISSUERS + 1)]
    assert sorted(map(str, numbers)) == wanted
    assert sorted(Invoice.objects.values_list("number", flat=True)) == wanted
    assert InvoiceSeries.objects.get().last == ISSUERS


def careless(kind: BillKind, year: int, read: Barrier) -> str:
    """A number that is read, by two before either writes, and one more written back."""
    row = InvoiceSeries.objects.get(series=SERIES[kind], year=year)
    with suppress(BrokenBarrierError):
        read.wait(PATIENCE)
    InvoiceSeries.objects.filter(pk=row.pk).update(last=row.last + 1)
    return invoice_number(SERIES[kind], year, row.last + 1)


def test_and_not_when_the_counter_is_read_before_it_is_held(drafts, monkeypatch):
    # SQLite lets one write at a time, whatever is read.
    if connection.vendor == "sqlite":
        return
    InvoiceSeries.objects.create(series=SERIES[BillKind.INVOICE], year=2026)
    monkeypatch.setattr(issuing, "hold_books", closed_months)
    monkeypatch.setattr(issuing, "next_number", partial(careless, read=Barrier(2)))
    with pytest.raises(IntegrityError):
        together(*drafts[:2])
