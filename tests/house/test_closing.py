"""A month is closed while an invoice is dated in it: whoever closes waits for whoever dates."""

from datetime import UTC, datetime
from threading import Event

import pytest
from django.db import connection

from interregnum.journal.models import Entry
from interregnum.stages.invoice.actions import issue as issuing
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.periods import close_month
from interregnum.stages.invoice.queries.periods import closed_months
from interregnum.stages.invoice.tests.invoice_world import LATER, drafted, let_bill, worked
from tests import world
from tests.together import together

AFTER = datetime(2026, 5, 4, 9, tzinfo=UTC)
MONTH = LATER.date().replace(day=1)
# Longer than closing takes when nobody holds the books.
PATIENCE = 3


@pytest.fixture
def checked(file_database, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "replay"]}}
    cast = world.make_cast()
    let_bill()
    code, by = drafted(cast, worked(cast)), cast.actor(cast.bea)
    assert check_invoice(invoice=code, by=by, at=LATER) is None
    return code, by


def at_once(checked, patch):
    """Somebody gives a number, and as soon as the month was found open another one closes it. Returns the answers, and
    the facts in the order in which they were committed."""
    code, by = checked
    number, begun, closed = issuing.next_number, Event(), Event()

    def slowly(kind, year):
        begun.set()
        closed.wait(PATIENCE)
        return number(kind, year)

    def close():
        begun.wait(PATIENCE)
        try:
            return close_month(month=MONTH, by=by, at=AFTER)
        finally:
            closed.set()

    patch.setattr(issuing, "next_number", slowly)
    answers = together(lambda: issuing.issue_invoice(invoice=code, by=by, at=LATER), close)
    kinds = Entry.objects.filter(kind__in=["InvoiceIssued", "MonthClosed"]).order_by("pk")
    return answers, list(kinds.values_list("kind", flat=True))


def test_an_invoice_that_was_being_dated_is_issued_before_its_month_is_closed(checked, monkeypatch):
    answers, facts = at_once(checked, monkeypatch)
    assert isinstance(answers[0], str)
    assert answers[1] is None
    assert facts == ["InvoiceIssued", "MonthClosed"]


def test_and_after_it_when_nobody_holds_the_books(checked, monkeypatch):
    # SQLite lets one write at a time, whatever is held.
    if connection.vendor == "sqlite":
        return
    monkeypatch.setattr(issuing, "hold_books", closed_months)
    _answers, facts = at_once(checked, monkeypatch)
    assert facts == ["MonthClosed", "InvoiceIssued"]
