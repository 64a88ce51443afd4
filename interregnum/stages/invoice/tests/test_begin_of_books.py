"""From which month days are invoiced here: earlier ones are on nobody's list, and nothing that was billed is lost."""

from datetime import date, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps

from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.invoice.actions.periods import begin_books, close_month
from interregnum.stages.invoice.models import Books, ClosedMonth
from interregnum.stages.invoice.queries.open_days import open_page, to_draft
from interregnum.stages.invoice.queries.payable_rows import expected_of
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, sent, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import browser

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 1)
BOOKS = "/bureau/invoices/books/"


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def code_of(refused):
    assert isinstance(refused, Refused), refused
    return refused.reasons[0].code


def test_days_before_the_first_month_wait_for_no_invoice_of_either_side(cast):
    bea, max_ = cast.actor(cast.bea), cast.actor(cast.max)
    worked(cast)
    on = LATER.date()
    assert len(to_draft(MARCH, seen_by=bea)) == len(expected_of(seen_by=bea, on=on)) == 1
    with time_machine.travel(LATER, tick=False):
        answer = browser(cast.bea).post(BOOKS, {"do": "begin", "begins": "2026-04"}, follow=True)
    assert "Days from April 2026 on are invoiced here" in answer.text
    assert to_draft(MARCH, seen_by=bea) == []
    assert open_page(MARCH, seen_by=bea).lines == ()
    assert expected_of(seen_by=bea, on=on) == expected_of(seen_by=max_, on=on) == ()
    assert Entry.objects.filter(kind="BooksBegun").count() == 1
    assert begin_books(month=MARCH, by=bea, at=LATER) is None
    assert len(to_draft(MARCH, seen_by=bea)) == len(expected_of(seen_by=max_, on=on)) == 1


def test_the_books_begin_after_no_day_that_was_billed_nor_later_than_now(cast):
    bea = cast.actor(cast.bea)
    sent(cast, worked(cast))
    assert code_of(begin_books(month=APRIL, by=bea, at=LATER)) == "period.billed_before"
    assert code_of(begin_books(month=LATER.date() + timedelta(days=40), by=bea, at=LATER)) == "period.begins_later"
    with time_machine.travel(LATER, tick=False):
        answer = browser(cast.bea).post(BOOKS, {"do": "begin", "begins": "2026-04"})
    assert answer.status_code == 422
    assert "stands on an invoice already" in answer.text
    assert Books.objects.get().begins_on is None


def test_a_month_before_all_books_is_closed_by_nobody(cast):
    bea = cast.actor(cast.bea)
    assert begin_books(month=MARCH, by=bea, at=LATER) is None
    assert code_of(close_month(month=date(1900, 1, 1), by=bea, at=LATER)) == "period.before_all"
    assert not ClosedMonth.objects.exists()


def test_only_a_partner_says_where_the_books_begin(cast):
    for person, status in ((cast.berend, 405), (cast.anton, 404)):
        assert browser(person).post(BOOKS, {"do": "begin", "begins": "2026-04"}).status_code == status
    assert not Books.objects.exists()


def test_a_firm_that_worked_here_before_there_were_invoices_begins_its_books_with_the_upgrade(cast):
    upgrade = import_module("interregnum.stages.invoice.migrations.0006_from_which_month_is_invoiced").begin_now
    upgrade(apps, None)
    assert not Books.objects.exists()
    worked(cast)
    with time_machine.travel(LATER, tick=False):
        upgrade(apps, None)
    assert Books.objects.get().begins_on == LATER.date().replace(day=1)
