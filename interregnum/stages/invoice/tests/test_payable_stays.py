"""An invoice of a manager that has its number stays as it is: in the database, on an e-invoice, and when erased."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from interregnum.kernel.bill import BillKind
from interregnum.kernel.money import Money
from interregnum.outside.einvoice import Profile, faults_of_all, ubl
from interregnum.outside.einvoice.read import read_ubl
from interregnum.parameters.models import Parameter
from interregnum.people.models import Business
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Payable, PayLine
from interregnum.stages.invoice.queries.payable_seller import is_ours, self_billed
from interregnum.stages.invoice.rules.payable import PayState
from interregnum.stages.invoice.tests.invoice_world import MARCH, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    Business.objects.update(vat_number="NL004495445B01")
    return cast


def issued(cast, bea):
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=bea["at"])
    assignment = worked(cast)
    code = draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    return Payable.objects.get(code=code)


@pytest.mark.parametrize(
    "told", [{"net": Money(1)}, {"number": "Z-9"}, {"seller": {}}, {"vat": []}, {"issued_on": date(2026, 1, 1)}]
)
def test_the_database_keeps_what_was_issued(cast, bea, told):
    row = issued(cast, bea)
    with pytest.raises(IntegrityError), transaction.atomic():
        Payable.objects.filter(pk=row.pk).update(**told)
    assert Payable.objects.filter(pk=row.pk).update(state=PayState.PAID, paid_on=TODAY) == 1


@pytest.mark.parametrize("told", [{"amount": Money(1)}, {"day": date(2026, 1, 1)}, {"minutes": 1}])
def test_and_its_lines_but_not_those_of_a_draft(cast, bea, told):
    row = issued(cast, bea)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayLine.objects.filter(payable=row).update(**told)
    draft = Payable.objects.create(
        kind="self_billed",
        assignment=row.assignment,
        manager=row.manager,
        state=PayState.DRAFTED,
        month=date(2026, 4, 1),
        made_at=bea["at"],
        made_by=cast.bea,
        net=Money(5),
        vat_total=Money(0),
        gross=Money(5),
        agreed_days=30,
    )
    PayLine.objects.create(
        payable=draft, position=1, day=TODAY, minutes=480, rate=Money(5), amount=Money(5), why="approved"
    )
    assert PayLine.objects.filter(payable=draft).update(**told) == 1


def test_a_credit_note_of_ours_is_an_e_invoice_too(cast, bea):
    row = issued(cast, bea)
    note = Payable.objects.get(code=credit_payable(payable=row.code, days={TODAY}, number="", why="Halve dag.", **bea))
    bill = self_billed(note)
    assert (bill.kind, bill.credits) == (BillKind.SELF_BILLED_CREDIT, (row.number, row.issued_on))
    content = ubl(bill, profile=Profile.PEPPOL)
    assert faults_of_all([content]) == [()]
    assert read_ubl(content).gross == note.gross == Money(1210)
    for who, url in ((cast.bea, "/bureau/payables/"), (cast.max, "/manager/payments/")):
        file = browser(who).get(f"{url}{note.code}/file/")
        assert b"261" in file.content
        # What takes an invoice back asks for no statement of its own.
        said = browser(who, language="en").get(f"{url}{note.code}/").text, browser(who).get(f"{url}{row.code}/").text
        assert ["No commission" in page for page in said] == [False, True]
    sent_in = Payable(kind="purchase", number="7")
    assert not is_ours(sent_in)
    assert not is_ours(Payable(kind="credit", number="8", credits=sent_in))


def test_two_rates_of_vat_stand_each_beside_their_own_days(cast, bea):
    Parameter.objects.create(name="invoice.vat_percent", value=25, valid_from=TODAY + timedelta(days=2), source="Proef")
    bill = self_billed(issued(cast, bea))
    assert [(part.rate, part.base) for part in bill.vat] == [(21, Money(2000)), (25, Money(500))]
    assert [line.vat_rate for line in bill.lines] == [21, 21, 25]
    assert bill.vat_total == Money(545)
    assert faults_of_all([ubl(bill, profile=Profile.PEPPOL)]) == [()]
