"""Beside days: approved extras come on the client's invoice, once, and leave it by a credit note."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from interregnum.kernel.money import Money
from interregnum.outside.einvoice import Profile, faults_of_all, ubl
from interregnum.parameters.values import set_value
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice, drop_draft
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.models import BilledExtra, Books, Extra, Invoice, InvoiceLine
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.queries.ledger import journal_of
from interregnum.stages.invoice.queries.open_days import open_page, to_draft
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.stages.invoice.tests.invoice_world import (
    LATER,
    MARCH,
    approve,
    drafted,
    make_extra,
    reasons,
    sent,
    worked,
)
from tests.world import TODAY

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 1)


def test_an_extra_stands_on_the_invoice_beside_the_days(cast):
    assignment = worked(cast)
    make_extra(cast, assignment, text="Trein naar Luik", amount=Money("84.30"))
    row = sent(cast, assignment)
    assert (row.net, row.vat_total, row.gross) == (Money("3084.30"), Money("647.70"), Money("3732.00"))
    line = bill_of(row.code).lines[-1]
    assert (line.unit, line.quantity, line.price, line.amount) == ("C62", 1, Money("84.30"), Money("84.30"))
    assert line.text == f"{TODAY:%d-%m-%Y} · Trein naar Luik"
    page = invoice_page(row.code, seen_by=cast.actor(cast.carla), at=LATER)
    assert [(one.text, one.amount) for one in page.extras] == [("Trein naar Luik", Money("84.30"))]
    assert len(page.lines) == 3


def test_extras_alone_make_an_invoice_and_each_is_on_one(cast, bea):
    assignment = worked(cast)
    sent(cast, assignment)
    extra = make_extra(cast, assignment, kind=ExtraKind.FIXED_FEE, manager=None, text="Werving", amount=Money(5000))
    code = drafted(cast, assignment)
    assert [line.extra for line in Invoice.objects.get(code=code).lines.all()] == [extra]
    assert reasons(draft_invoice(assignment=assignment.code, month=APRIL, **bea)) == ["invoice.nothing_to_bill"]
    line = InvoiceLine.objects.get(extra=extra)
    with pytest.raises(IntegrityError), transaction.atomic():
        BilledExtra.objects.create(extra=extra, line=InvoiceLine.objects.exclude(pk=line.pk).first())


@pytest.mark.parametrize("state", [ExtraState.ASKED, ExtraState.REFUSED, ExtraState.WITHDRAWN])
def test_what_nobody_approved_is_not_billed(cast, bea, state):
    assignment = worked(cast)
    make_extra(cast, assignment, state=state)
    assert Invoice.objects.get(code=drafted(cast, assignment)).net == Money(3000)


def test_what_is_of_a_later_month_or_before_the_books_is_not_billed_now(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment, day=APRIL)
    Books.objects.update_or_create(pk=1, defaults={"begins_on": MARCH})
    make_extra(cast, assignment, day=MARCH - timedelta(days=1))
    assert not Invoice.objects.get(code=drafted(cast, assignment)).lines.exclude(extra=None).exists()


def test_a_discount_comes_off_and_one_that_is_too_large_waits(cast, bea):
    assignment = worked(cast)
    told = {"kind": ExtraKind.DISCOUNT, "manager": None}
    make_extra(cast, assignment, text="Korting", amount=Money(-300), **told)
    make_extra(cast, assignment, text="Te veel", amount=Money(-9000), **told)
    row = sent(cast, assignment)
    assert row.net == Money(2700)
    assert [line.text for line in row.lines.exclude(extra=None)] == ["Korting"]
    assert to_draft(APRIL, seen_by=cast.actor(cast.bea)) == []


def test_the_files_with_extras_hold_to_every_rule(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment, text="Hotel", amount=Money("119.17"))
    discount = {"kind": ExtraKind.DISCOUNT, "manager": None, "amount": Money("-0.05")}
    make_extra(cast, assignment, text="Korting", **discount)
    row = sent(cast, assignment)
    note = credit_invoice(invoice=row.code, why="Niet goed.", **bea)
    bills = [bill_of(row.code), bill_of(note)]
    files = [ubl(one, profile=profile) for one in bills for profile in Profile]
    assert [found for found in faults_of_all(files) if found] == []
    assert (bills[1].net, bills[1].gross) == (row.net, row.gross)


def test_an_extra_alone_is_taken_back_and_can_be_billed_anew(cast, bea):
    assignment = worked(cast)
    extra = make_extra(cast, assignment, text="Hotel", amount=Money(100))
    row = sent(cast, assignment)
    note = credit_invoice(invoice=row.code, extras=[extra.code], why="Zonder nacht.", **bea)
    assert Invoice.objects.get(code=note).gross == Money(121)
    assert not BilledExtra.objects.exists()
    assert reasons(credit_invoice(invoice=row.code, extras=[extra.code], why="x", **bea)) == [
        "invoice.credited_already"
    ]
    page = invoice_page(row.code, seen_by=cast.actor(cast.bea), at=LATER)
    assert [one.is_credited for one in page.extras] == [True]
    assert not any(one.is_credited for one in page.lines)
    again = drafted(cast, assignment)
    assert [line.extra for line in Invoice.objects.get(code=again).lines.all()] == [extra]


def test_a_day_is_taken_back_without_the_extra_of_that_day(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment, day=TODAY, amount=Money(100))
    row = sent(cast, assignment)
    note = credit_invoice(invoice=row.code, days=[TODAY], why="Vrij.", **bea)
    assert Invoice.objects.get(code=note).net == Money(1200)
    assert BilledExtra.objects.count() == 1


def test_a_credit_note_of_a_discount_alone_is_refused(cast, bea):
    assignment = worked(cast)
    extra = make_extra(cast, assignment, kind=ExtraKind.DISCOUNT, manager=None, amount=Money(-300))
    row = sent(cast, assignment)
    refused = credit_invoice(invoice=row.code, extras=[extra.code], why="x", **bea)
    assert reasons(refused) == ["invoice.credit_below_nil"]


def test_a_draft_is_stale_when_an_approval_was_taken_back_or_came_after(cast, bea):
    assignment = worked(cast)
    extra = make_extra(cast, assignment)
    code = drafted(cast, assignment)
    Extra.objects.filter(pk=extra.pk).update(state=ExtraState.REFUSED)
    assert reasons(check_invoice(invoice=code, **bea)) == ["invoice.hours_changed"]
    Extra.objects.filter(pk=extra.pk).update(state=ExtraState.APPROVED)
    assert check_invoice(invoice=code, **bea) is None
    make_extra(cast, assignment, text="Later")
    assert reasons(issue_invoice(invoice=code, **bea)) == ["invoice.hours_changed"]
    assert drop_draft(invoice=code, **bea) == assignment.code
    assert not BilledExtra.objects.exists()


def test_what_was_issued_keeps_its_text_whatever_becomes_of_the_extra(cast, bea):
    assignment = worked(cast)
    extra = make_extra(cast, assignment, text="Hotel")
    row = sent(cast, assignment)
    Extra.objects.filter(pk=extra.pk).update(text="Anders")
    assert bill_of(row.code).lines[-1].text.endswith("Hotel")
    for change in ({"text": "Anders"}, {"extra": None, "text": ""}):
        with pytest.raises(DatabaseError), transaction.atomic():
            InvoiceLine.objects.filter(extra=extra).update(**change)


def test_the_page_of_what_is_open_counts_extras(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment, amount=Money(100))
    found = open_page(MARCH, seen_by=cast.actor(cast.bea)).lines
    assert [(one.days, one.extras, one.amount) for one in found] == [(3, 1, Money(3100))]
    sent(cast, assignment)
    assert open_page(MARCH, seen_by=cast.actor(cast.bea)).lines == ()
    make_extra(cast, assignment, text="Later", day=APRIL, amount=Money(50))
    found = open_page(APRIL, seen_by=cast.actor(cast.bea)).lines
    assert [(one.days, one.extras, one.amount, one.first) for one in found] == [(0, 1, Money(50), APRIL)]


def test_the_journal_of_the_books_agrees_with_extras(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment, amount=Money("84.30"))
    row = sent(cast, assignment)
    journal = journal_of(row.issued_on, row.issued_on)
    assert journal.debit == journal.credit == row.gross


@pytest.mark.parametrize(
    "spoiled",
    [
        {"kind": ExtraKind.DISCOUNT, "amount": Money(10)},
        {"amount": Money(-10)},
        {"amount": Money(0)},
        {"manager": None},
        {"decided_by": None},
    ],
)
def test_the_database_holds_no_extra_that_makes_no_sense(cast, spoiled):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_extra(cast, worked(cast), **spoiled)


def test_the_vat_of_an_extra_is_that_of_its_day(cast, bea):
    assignment = worked(cast)
    approve(assignment, {TODAY: 480})
    make_extra(cast, assignment, day=MARCH, amount=Money(10))
    rates = {line.vat_rate for line in sent(cast, assignment).lines.all()}
    assert rates == {21}


def test_a_rate_that_changes_within_a_month_holds_from_its_day(cast):
    set_value("invoice.vat_percent", 22, valid_from=TODAY + timedelta(days=1), source="proef")
    lines = sent(cast, worked(cast)).lines.order_by("day")
    assert [line.vat_rate for line in lines] == [21, 22, 22]
