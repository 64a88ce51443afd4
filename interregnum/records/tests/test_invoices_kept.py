"""Invoices and payments stay seven years after their year, whoever is erased, and go then."""

from datetime import UTC, datetime

import pytest

from interregnum.kernel.money import Money
from interregnum.records.erase import erase_person
from interregnum.records.keeping import apply_terms
from interregnum.records.persons import person_of
from interregnum.stages.contract.models import Contract
from interregnum.stages.invoice.actions.bank_book import book_line
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.models import BankFile, BankLine, Extra, Invoice, InvoiceLine, InvoicePapers, Payment
from interregnum.stages.invoice.rules.bank_lines import FileState
from interregnum.stages.invoice.rules.extras import ExtraKind
from interregnum.stages.invoice.rules.payments import Share
from interregnum.stages.invoice.tests.invoice_world import LATER, let_bill, make_extra, sent, worked
from tests.world import make_cast

pytestmark = pytest.mark.django_db
# The year of issue is 2026: it is kept up to the end of 2033.
NOT_YET = datetime(2033, 12, 30, 4, tzinfo=UTC)
OVER = datetime(2034, 1, 2, 4, tzinfo=UTC)


@pytest.fixture
def billed():
    """An invoice that was paid by a line of the bank and then taken back."""
    cast = make_cast()
    let_bill()
    assignment, by = worked(cast), cast.actor(cast.bea)
    make_extra(cast, assignment, text="Hotel", amount=Money(100))
    make_extra(cast, assignment, kind=ExtraKind.DISCOUNT, manager=None, amount=Money(-100))
    row = sent(cast, assignment)
    told = {"uploaded_at": LATER, "uploaded_by": cast.bea, "state": FileState.READ}
    file = BankFile.objects.create(name="maart.xml", fingerprint="f", **told)
    line = BankLine.objects.create(
        file=file, line_id="1", booked_on=LATER.date(), amount=Money(3630), name="Bank", outcome="doubtful"
    )
    assert book_line(line=line.code, shares=[Share(row.number, Money(3630))], by=by, at=LATER) is None
    assert isinstance(credit_invoice(invoice=row.code, why="Fout.", by=by, at=LATER), str)
    return cast


def test_they_stay_as_long_as_the_law_wants_and_go_then(billed):
    apply_terms(NOT_YET)
    assert Invoice.objects.count() == 2
    assert Payment.objects.count() == BankLine.objects.count() == Contract.objects.count() == 1
    apply_terms(OVER)
    apply_terms(OVER)
    for table in (Invoice, InvoiceLine, Extra, InvoicePapers, Payment, BankLine, BankFile, Contract):
        assert not table.objects.exists(), table


def test_whoever_is_erased_takes_no_invoice_along(billed):
    before = list(Invoice.objects.order_by("pk").values_list("number", "gross", "buyer", "seller"))
    contact = person_of(accounts=[billed.carla.code], emails=[billed.contact.email])
    for person in (contact, person_of(managers=[billed.max_profile.code])):
        erase_person(person, by=billed.actor(billed.bea), at=LATER)
    assert list(Invoice.objects.order_by("pk").values_list("number", "gross", "buyer", "seller")) == before
    assert Payment.objects.get().amount == Money(3630)
    assert InvoiceLine.objects.exclude(manager__name__startswith="Max").exists()
