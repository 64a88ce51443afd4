"""Invoices of managers stay seven years as they were, whoever is erased; what the bank says of a person does not."""

from datetime import UTC, date, datetime

import pytest

from interregnum.files.models import StoredFile
from interregnum.kernel.money import Money
from interregnum.people.models import Business
from interregnum.records.erase import erase_person
from interregnum.records.keeping import apply_terms
from interregnum.records.persons import person_of
from interregnum.stages.contract.models import Contract
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_pay import note_paid
from interregnum.stages.invoice.actions.payable_purchase import Typed, accept_purchase, receive_purchase
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import BankFile, BankLine, Payable, PayLine, Payment
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, let_bill, sent, worked
from interregnum.stages.invoice.tests.payable_world import IBAN, let_be_paid
from tests.world import TODAY, make_cast

pytestmark = pytest.mark.django_db
NOT_YET = datetime(2033, 12, 30, 4, tzinfo=UTC)
OVER = datetime(2034, 1, 2, 4, tzinfo=UTC)
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}


@pytest.fixture
def paid():
    """An invoice that Max sent in and one that was made in his name, taken back in part and paid."""
    cast = make_cast()
    let_bill()
    let_be_paid(cast)
    max_, bea = {"by": cast.actor(cast.max), "at": LATER}, {"by": cast.actor(cast.bea), "at": LATER}
    first, second = worked(cast), worked(cast, number="C-2026-0009")
    typed = Typed(number="Max Voorbeeld 7", issued_on=TODAY, net=Money(2600), vat=Money(546), gross=Money(3146))
    code = receive_purchase(assignment=first.code, month=MARCH, content=b"%PDF-1.7 factuur", typed=typed, **max_)
    assert accept_purchase(payable=code, why="Max Voorbeeld belde.", **bea) is None
    assert agree_self_billing(**ADDRESS, **max_) is None
    made = draft_self_bill(assignment=second.code, manager=cast.max_profile.code, month=MARCH, **bea)
    assert isinstance(issue_self_bill(payable=made, **bea), str)
    assert isinstance(credit_payable(payable=made, days={TODAY}, number="", why="Fout.", **bea), str)
    assert note_paid(payable=made, day=LATER.date(), **bea) is None
    return cast


def told():
    names = ("kind", "number", "seller", "buyer", "claimed", "vat", "net", "gross", "file__name")
    return list(Payable.objects.order_by("pk").values_list(*names))


def test_whoever_is_erased_leaves_the_books_as_they_were(paid):
    before = told()
    assert "Max Voorbeeld" in str(before)
    erase_person(person_of(managers=[paid.max_profile.code]), by=paid.actor(paid.bea), at=LATER)
    assert told() == before
    assert StoredFile.objects.filter(media_type="application/pdf").exists()
    assert set(Payable.objects.values_list("why", flat=True)) == {""}


def test_they_stay_as_long_as_the_law_wants_and_go_then(paid):
    apply_terms(NOT_YET)
    assert Payable.objects.count() == 3
    apply_terms(OVER)
    apply_terms(OVER)
    for table in (Payable, PayLine, Contract):
        assert not table.objects.exists(), table
    assert not StoredFile.objects.filter(media_type="application/pdf", name__contains="7").exists()


def line(cast, name, iban, *, number):
    file, _is_new = BankFile.objects.get_or_create(
        name="maart.xml", fingerprint="f", defaults={"uploaded_at": LATER, "uploaded_by": cast.bea, "state": "read"}
    )
    words = {"text": "Dank Max, tot gauw", "words": "Die van de borrel", "reference": "RF18"}
    kept = {"line_id": f"L{number}", "booked_on": date(2026, 3, 9), "amount": Money(-12), "outcome": "unknown"}
    return BankLine.objects.create(file=file, name=name, iban=iban, **words, **kept)


def test_of_a_bank_line_stays_what_the_books_need_and_no_name_or_word(paid):
    invoice = sent(paid, worked(paid, number="C-2026-0010"))
    account = Business.objects.get(manager=paid.max_profile).iban
    assert account == IBAN
    own = line(paid, "Hr M V", f"{account[:4]} {account[4:]}", number=1)
    named = line(paid, "max voorbeeld", "", number=2)
    other = line(paid, "Bakkerij", "NL02ABNA0123456789", number=3)
    wordy = line(paid, "M.V.", account, number=4)
    BankLine.objects.filter(pk=wordy.pk).update(reference="")
    paying = {"invoice": invoice, "day": TODAY, "amount": Money(1), "recorded_at": LATER, "recorded_by": paid.bea}
    Payment.objects.create(**paying, line=own, reference="RF18")
    Payment.objects.create(**paying, line=wordy, reference="Dank Max, tot gauw")
    erase_person(person_of(managers=[paid.max_profile.code]), by=paid.actor(paid.bea), at=LATER)
    for row in (own, named, wordy, other):
        row.refresh_from_db()
    assert {(row.name, row.text, row.words) for row in (own, named, wordy)} == {("", "", "")}
    assert (own.amount, own.booked_on, own.reference, own.line_id) == (Money(-12), date(2026, 3, 9), "RF18", "L1")
    assert own.iban
    assert (other.name, other.words) == ("Bakkerij", "Die van de borrel")
    assert list(Payment.objects.order_by("pk").values_list("reference", flat=True)) == ["RF18", ""]
