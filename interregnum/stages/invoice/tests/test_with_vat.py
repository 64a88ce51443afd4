"""Before a client agrees it reads what it pays in the end: incl. VAT, at the rate of each day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.parameters.models import Parameter
from interregnum.people.models import Organisation
from interregnum.people.with_vat import with_vat
from interregnum.stages.invoice.queries.expense_pages import expense_page
from interregnum.stages.invoice.queries.fees import fees_page
from interregnum.stages.invoice.tests.expense_world import asked, vat_number_of
from interregnum.stages.invoice.tests.invoice_world import worked
from interregnum.stages.invoice.tests.test_fees import fixed
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db
PAYS = "You cannot reclaim VAT: the amount with VAT is what you pay."


def text(window, name, code):
    answer = window.get(reverse(name, args=[code]))
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def test_a_fee_is_shown_with_vat_beside_it_and_who_reclaims_none_is_told_so(cast, bea):
    assignment = worked(cast)
    fixed(assignment, bea)
    page = text(browser(cast.carla), "client:invoices-fees", assignment.code)
    assert "<b>€ 6,050</b>" in page and PAYS in page
    Organisation.objects.update(reclaims_vat=True)
    page = text(browser(cast.carla), "client:invoices-fees", assignment.code)
    assert "€ 6,050" in page and PAYS not in page
    Organisation.objects.update(reclaims_vat=False)
    assert PAYS not in text(browser(cast.bea), "bureau:invoices-fees", assignment.code)


def test_an_expense_as_well_before_it_is_approved(cast):
    vat_number_of(cast.max_profile)
    code = asked(cast, worked(cast))
    page = text(browser(cast.carla), "client:expense", code)
    assert "With VAT that is € 121." in page and PAYS in page
    Organisation.objects.update(reclaims_vat=True)
    assert PAYS not in text(browser(cast.carla), "client:expense", code)


def test_where_no_vat_is_charged_nothing_stands_beside_it(cast, bea):
    assignment = worked(cast)
    fixed(assignment, bea)
    vat_number_of(cast.max_profile)
    code = asked(cast, assignment)
    Organisation.objects.update(vat_exemption="Artikel 11")
    by = cast.actor(cast.carla)
    assert fees_page(assignment.code, seen_by=by).fees[0].with_vat is None
    assert expense_page(code, seen_by=by).with_vat is None
    assert "With VAT that is" not in text(browser(cast.carla), "client:expense", code)


@pytest.mark.parametrize(
    ("client", "gross"),
    [
        (("NL", "", ""), Money("227.00")),
        (("NL", "", "Artikel 11"), None),
        (("BE", "BE0403019261", ""), None),
        (("BE", "", ""), None),
        (("US", "", ""), None),
    ],
)
def test_each_amount_at_the_rate_of_its_day(client, gross):
    Parameter.objects.create(name="invoice.vat_percent", value=6, valid_from=date(2026, 4, 1), source="Proef")
    names = ("country", "vat_number", "vat_exemption")
    buyer = SimpleNamespace(**dict(zip(names, client, strict=True)))
    amounts = [(TODAY, Money(100)), (TODAY + timedelta(days=60), Money(100))]
    assert with_vat(buyer, amounts) == gross
