"""What the firm makes in a manager's name has all that the law and machines want, or is not issued."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import Party
from interregnum.kernel.money import Money
from interregnum.outside.einvoice import Profile, faults_of_all, ubl
from interregnum.people.models import Business, Firm
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, drop_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Payable, SelfBilling, SelfBillSeries
from interregnum.stages.invoice.queries.payable_seller import self_billed
from interregnum.stages.invoice.rules.lacking import lacking_to_self_bill
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, reasons, worked
from interregnum.stages.invoice.tests.payable_world import IBAN, KVK, VAT_NUMBER, let_be_paid
from interregnum.stages.invoice.texts import REFUSALS

ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}
BELGIAN = {"vat_number": "BE0403019261", "kvk": ""}
SELLER = Party(name="Max", street="Dorpsstraat 1", city="Utrecht", kvk=KVK, vat=VAT_NUMBER)
FIRM = Party(name="Firma", street="Proefstraat 1", city="Utrecht", kvk="12345678", vat="NL004495445B01")


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def drafted(cast, bea):
    assignment = worked(cast)
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=LATER)
    return again(cast, assignment, bea)


def again(cast, assignment, bea):
    return draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "change", "code"),
    [
        (Business, {"vat_number": ""}, "invoice.manager_vat_number"),
        (Business, {"vat_number": "NL001234567B84"}, "invoice.manager_vat_wrong"),
        (Business, {"kvk": ""}, "invoice.manager_kvk"),
        (Business, {"iban": ""}, "invoice.manager_iban"),
        (Business, {"iban": "NL91ABNA0417164301"}, "invoice.manager_iban_wrong"),
        (SelfBilling, {"city": ""}, "invoice.manager_address"),
        (Firm, {"street": ""}, "invoice.firm_address"),
        (Firm, {"vat_number": ""}, "invoice.firm_vat_number"),
        (Firm, {"vat_number": "NL1"}, "invoice.firm_vat_wrong"),
        (Firm, {"kvk": ""}, "invoice.firm_kvk"),
    ],
)
def test_what_lacks_is_named_and_uses_no_number(cast, bea, table, change, code):
    draft = drafted(cast, bea)
    table.objects.update(**change)
    assert reasons(issue_self_bill(payable=draft, **bea)) == [code]
    assert REFUSALS[code]
    assert not SelfBillSeries.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"kvk": ""}, {"vat_number": "NL001234567B84"}, {"iban": ""}])
def test_nobody_agrees_to_invoices_that_could_not_be_made(cast, change):
    Business.objects.update(**change)
    told = {"by": cast.actor(cast.max), "at": LATER}
    assert reasons(agree_self_billing(**ADDRESS, **told)) == ["invoice.numbers_of_manager"]
    assert not SelfBilling.objects.exists()


@pytest.mark.django_db
def test_vat_of_another_number_than_the_draft_was_made_with_is_not_issued(cast, bea):
    draft = drafted(cast, bea)
    assignment = Payable.objects.get(code=draft).assignment
    Business.objects.update(**BELGIAN)
    assert reasons(issue_self_bill(payable=draft, **bea)) == ["invoice.pay_vat_changed"]
    assert drop_self_bill(payable=draft, **bea) is None
    code = again(cast, assignment, bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    row = Payable.objects.get(code=code)
    assert (row.net, row.vat_total) == (Money(2500), Money(0))


@pytest.mark.django_db
@pytest.mark.parametrize(("change", "country"), [({}, "NL"), (BELGIAN, "BE")])
def test_what_is_issued_is_an_e_invoice_without_a_fault_from_where_the_manager_is(cast, bea, change, country):
    Business.objects.update(**change or {"kvk": KVK})
    code = drafted(cast, bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    bill = self_billed(Payable.objects.get(code=code))
    assert bill.seller.country == country
    assert faults_of_all([ubl(bill, profile=Profile.PEPPOL)]) == [()]


@given(
    st.sets(st.sampled_from(["kvk", "vat", "street", "city"])),
    st.sets(st.sampled_from(["kvk", "vat", "street", "city"])),
    st.booleans(),
)
def test_nothing_lacks_only_where_all_is_there(of_seller, of_firm, has_account):
    seller = replace(SELLER, **dict.fromkeys(of_seller, ""))
    firm = replace(FIRM, **dict.fromkeys(of_firm, ""))
    found = lacking_to_self_bill(seller, IBAN if has_account else "", firm)
    assert bool(found) == bool(of_seller or of_firm or not has_account)
    assert len(found) == len(set(found))
