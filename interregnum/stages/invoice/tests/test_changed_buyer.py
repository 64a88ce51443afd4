"""A client that stands elsewhere, or is exempt, since its draft was made: no invoice leaves with the VAT of before."""

import pytest

from interregnum.kernel.bill import VatCategory
from interregnum.kernel.money import Money
from interregnum.people.models import Organisation
from interregnum.stages.invoice.actions.draft import check_invoice, drop_draft
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.actions.month import issue_month
from interregnum.stages.invoice.models import Invoice
from interregnum.stages.invoice.queries.bills import bill_of
from interregnum.stages.invoice.tests.invoice_world import MARCH, drafted, let_bill, reasons, worked

pytestmark = pytest.mark.django_db
BELGIAN = {"country": "BE", "vat_number": "BE0123456749", "kvk": ""}
CHANGES = [BELGIAN, {"country": "CH"}, {"vat_exemption": "Artikel 11"}]


@pytest.mark.parametrize("change", CHANGES)
def test_a_draft_of_before_is_neither_checked_nor_issued(cast, bea, change):
    assignment = worked(cast)
    code = drafted(cast, assignment)
    assert check_invoice(invoice=code, **bea) is None
    Organisation.objects.update(**change)
    assert reasons(issue_invoice(invoice=code, **bea)) == ["invoice.vat_changed"]
    assert not Invoice.objects.exclude(number="").exists()
    assert drop_draft(invoice=code, **bea) == assignment.code
    code = drafted(cast, assignment)
    assert check_invoice(invoice=code, **bea) is None
    assert isinstance(issue_invoice(invoice=code, **bea), str)
    row = Invoice.objects.get(code=code)
    assert (row.vat_total, bill_of(code).vat[0].category == VatCategory.STANDARD) == (Money(0), False)


@pytest.mark.parametrize("change", CHANGES)
def test_nor_with_all_of_its_month_and_the_other_way_round(cast, bea, change):
    Organisation.objects.update(**change)
    code = drafted(cast, worked(cast))
    let_bill(country="NL", vat_number="", vat_exemption="")
    assert reasons(check_invoice(invoice=code, **bea)) == ["invoice.vat_changed"]
    issue_month.call(cast.bea.code, MARCH.isoformat())
    assert not Invoice.objects.exclude(number="").exists()


def test_other_words_of_an_exemption_stand_on_a_new_draft(cast, bea):
    let_bill(vat_exemption="Artikel 11, eerste lid")
    code = drafted(cast, worked(cast))
    let_bill(vat_exemption="Artikel 11, tweede lid")
    assert reasons(check_invoice(invoice=code, **bea)) == ["invoice.vat_changed"]


def test_without_its_number_the_vat_cannot_be_shifted_any_more(cast, bea):
    let_bill(**BELGIAN)
    code = drafted(cast, worked(cast))
    Organisation.objects.update(vat_number="")
    assert reasons(check_invoice(invoice=code, **bea)) == ["invoice.vat_number_missing"]


def test_a_number_of_a_client_here_changes_no_vat(cast, bea):
    code = drafted(cast, worked(cast))
    let_bill(vat_number="NL004495445B01")
    assert check_invoice(invoice=code, **bea) is None
    assert isinstance(issue_invoice(invoice=code, **bea), str)
    assert bill_of(code).buyer.vat == "NL004495445B01"
