"""From approved hours to money: drafted, checked, numbered, sent, paid, disputed and credited."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.bill import BillKind, VatCategory
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Firm
from interregnum.stages.contract.models import Contract
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice, drop_draft
from interregnum.stages.invoice.actions.issue import issue_invoice, remind_of_invoices
from interregnum.stages.invoice.actions.settle import dispute_invoice, end_dispute, record_payment
from interregnum.stages.invoice.models import BilledDay, Invoice
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.states import DisputeReason, InvoiceState
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, drafted, let_bill, sent, worked
from tests.world import TODAY

pytestmark = pytest.mark.django_db


def codes(refused):
    assert isinstance(refused, Refused), refused
    return {reason.code for reason in refused.reasons}


def test_approved_days_become_an_invoice_to_the_cent(cast, bea):
    row = sent(cast, worked(cast))
    assert (row.number, row.state, row.net, row.vat_total, row.gross) == (
        "F-2026-00001",
        InvoiceState.SENT,
        Money(3000),
        Money(630),
        Money(3630),
    )
    assert row.due_on == row.issued_on + timedelta(days=30)
    bill = bill_of(row.code)
    assert bill.kind == BillKind.INVOICE
    assert (bill.seller.kvk, bill.buyer.name, bill.iban) == ("12345678", "Bank De Proef", "NL91ABNA0417164300")
    assert [(line.quantity, line.amount) for line in bill.lines][-1] == (row.lines.last().quantity, Money(600))
    assert sum((line.amount for line in bill.lines), Money(0)) == bill.net
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"InvoiceDrafted", "InvoiceChecked", "InvoiceIssued", "InvoiceSent"} <= kinds
    assert Mail.objects.filter(template="mail/invoice_sent.txt", to="carla@example.org").count() == 1


def test_each_day_is_on_one_invoice_and_a_late_one_comes_on_the_next(cast, bea):
    assignment = worked(cast)
    sent(cast, assignment)
    assert codes(draft_invoice(assignment=assignment.code, month=MARCH, **bea)) == {"invoice.nothing_to_bill"}
    approve(assignment, {TODAY + timedelta(days=3): 480})
    april = draft_invoice(assignment=assignment.code, month=date(2026, 4, 1), **bea)
    assert [line.day for line in Invoice.objects.get(code=april).lines.all()] == [TODAY + timedelta(days=3)]


def test_a_draft_whose_hours_changed_is_not_issued(cast, bea):
    assignment = worked(cast)
    code = drafted(cast, assignment)
    approve(assignment, {TODAY: 240})
    assert codes(check_invoice(invoice=code, **bea)) == {"invoice.hours_changed"}
    assert drop_draft(invoice=code, **bea) == assignment.code
    code = drafted(cast, assignment)
    assert check_invoice(invoice=code, **bea) is None
    approve(assignment, {TODAY: 120})
    assert codes(issue_invoice(invoice=code, **bea)) == {"invoice.hours_changed"}
    assert not Invoice.objects.exclude(number="").exists()


def test_what_is_missing_on_an_invoice_is_said_in_words_and_no_number_is_lost(cast, bea):
    code = drafted(cast, worked(cast))
    check_invoice(invoice=code, **bea)
    Firm.objects.update(kvk="", vat_number="", iban="")
    cast.bank.kvk = cast.bank.street = ""
    cast.bank.save()
    assert codes(issue_invoice(invoice=code, **bea)) == {
        f"invoice.{name}" for name in ("firm_kvk", "firm_vat_number", "firm_iban", "buyer_kvk", "buyer_address")
    }
    let_bill()
    assert issue_invoice(invoice=code, **bea) == "F-2026-00001"


def test_the_year_of_a_number_is_that_of_amsterdam(cast, bea):
    code = drafted(cast, worked(cast))
    check_invoice(invoice=code, **bea)
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert issue_invoice(invoice=code, by=bea["by"], at=new_year) == "F-2027-00001"


def test_vat_is_shifted_to_a_client_elsewhere_in_the_eu_and_refused_without_its_number(cast, bea):
    assignment = worked(cast)
    let_bill(country="BE")
    told = {"assignment": assignment.code, "month": MARCH}
    assert codes(draft_invoice(**told, **bea)) == {"invoice.vat_number_missing"}
    let_bill(country="BE", vat_number="BE0123456749")
    row = sent(cast, assignment)
    assert (row.gross, row.vat_total) == (Money(3000), Money(0))
    part = bill_of(row.code).vat[0]
    assert part.category == VatCategory.REVERSE_CHARGE
    assert part.why


def test_an_exempt_client_reads_why(cast, bea):
    let_bill(vat_exemption="Artikel 11, eerste lid")
    row = sent(cast, worked(cast))
    assert (row.vat_total, bill_of(row.code).vat[0].why) == (Money(0), "Artikel 11, eerste lid")


def test_an_issued_invoice_does_not_change_not_even_by_the_database(cast):
    row = sent(cast, worked(cast))
    for change in ({"gross": 1}, {"number": "F-2026-00099"}, {"buyer": {}}, {"due_on": TODAY}):
        with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
            Invoice.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        row.lines.update(amount=1)
    # What is said and paid of it does.
    assert Invoice.objects.filter(pk=row.pk).update(reminders=1) == 1


def test_payments_too_little_too_much_twice_and_ahead(cast, bea):
    row = sent(cast, worked(cast))
    pay = {"invoice": row.code, "day": TODAY, "reference": "r1", **bea}
    assert record_payment(amount=Money(3000), **pay) is None
    row.refresh_from_db()
    assert (row.state, row.paid) == (InvoiceState.SENT, Money(3000))
    assert codes(record_payment(amount=Money(3000), **pay)) == {"invoice.payment_twice"}
    assert codes(record_payment(amount=Money(0), **pay)) == {"invoice.amount_not_positive"}
    ahead = pay | {"day": date(2026, 12, 1)}
    assert codes(record_payment(amount=Money(1), **ahead)) == {"invoice.day_ahead"}
    assert record_payment(amount=Money(700), **(pay | {"reference": "r2"})) is None
    page = invoice_page(row.code, seen_by=bea["by"], at=LATER)
    assert (page.state, page.open, page.back) == (InvoiceState.PAID, Money(0), Money(70))


def test_reminders_go_in_steps_and_not_while_it_is_disputed(cast, bea):
    row = sent(cast, worked(cast))
    week_late = LATER + timedelta(days=38)
    assert remind_of_invoices(LATER) == 0
    assert remind_of_invoices(week_late) == 1
    assert remind_of_invoices(week_late) == 0
    told = {"reason": DisputeReason.HOURS, "words": "Te veel."}
    assert dispute_invoice(invoice=row.code, **told, by=cast.actor(cast.carla), at=week_late) is None
    assert remind_of_invoices(week_late + timedelta(days=30)) == 0
    assert end_dispute(invoice=row.code, **bea) is None
    assert remind_of_invoices(week_late + timedelta(days=30)) == 1
    assert Mail.objects.filter(template="mail/invoice_reminder.txt").count() == 2


def test_hours_taken_back_after_issue_show_and_are_credited_and_billed_anew(cast, bea):
    assignment = worked(cast)
    row = sent(cast, assignment)
    approve(assignment, {TODAY: 240})
    found = invoice_page(row.code, seen_by=bea["by"], at=LATER).otherwise.days
    assert [(one.day, one.before, one.amount) for one in found] == [(TODAY, Money(1200), Money(600))]
    note = Invoice.objects.get(code=credit_invoice(invoice=row.code, days={TODAY}, why="Halve dag.", **bea))
    assert (note.number, note.gross, note.credits_id) == ("FC-2026-00001", Money(1452), row.pk)
    assert invoice_page(row.code, seen_by=bea["by"], at=LATER).otherwise.days == ()
    again = Invoice.objects.get(code=drafted(cast, assignment))
    assert [(line.day, line.amount) for line in again.lines.all()] == [(TODAY, Money(600))]
    assert bill_of(note.code).credits == (row.number, row.issued_on)


def test_a_contract_that_ended_retroactively_shows_too(cast, bea):
    assignment = worked(cast)
    row = sent(cast, assignment)
    Contract.objects.filter(pk=assignment.contract_id).update(runs_until=TODAY)
    found = invoice_page(row.code, seen_by=bea["by"], at=LATER).otherwise.days
    assert [one.day for one in found] == [TODAY + timedelta(days=1), TODAY + timedelta(days=2)]


def test_credit_notes_cancel_to_nothing_and_free_the_days(cast, bea):
    row = sent(cast, worked(cast))
    first = credit_invoice(invoice=row.code, days={TODAY}, why="Eerst een dag.", **bea)
    rest = credit_invoice(invoice=row.code, why="De rest ook.", **bea)
    row.refresh_from_db()
    notes = Invoice.objects.filter(code__in=[first, rest])
    assert sum((note.gross for note in notes), Money(0)) == row.gross == row.credited
    assert row.state == InvoiceState.CREDITED
    assert not BilledDay.objects.exists()
    assert codes(credit_invoice(invoice=row.code, why="Nog eens.", **bea)) == {"invoice.not_now"}
    assert codes(credit_invoice(invoice=first, why="Het creditnota.", **bea)) == {"invoice.not_now"}
