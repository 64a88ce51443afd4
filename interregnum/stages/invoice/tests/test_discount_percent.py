"""A discount in percent follows the days of its month until it stands on an invoice."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.discounts import give_discount
from interregnum.stages.invoice.actions.draft import check_invoice, drop_draft
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.models import Extra, Invoice
from interregnum.stages.invoice.queries.fees import fees_page
from interregnum.stages.invoice.queries.open_days import open_page
from interregnum.stages.invoice.queries.standing import standing_of_all
from interregnum.stages.invoice.rules.days import Billable
from interregnum.stages.invoice.rules.extras import Beside, reckoned
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, drafted, reasons, worked
from tests.world import TODAY, browser

FOURTH = TODAY + timedelta(days=3)


@pytest.fixture
def row(cast, bea):
    """EUR 3,000 of days, and ten percent off."""
    row, later = worked(cast), LATER + timedelta(days=2)
    given_off = {"percent": Decimal(10), "amount": None, "why": "Rustige start", "by": bea["by"], "at": later}
    assert give_discount(assignment=row.code, month=MARCH, **given_off) == row.code
    return row


def off(code):
    return Invoice.objects.get(code=code).lines.get(extra__isnull=False).amount


@pytest.mark.django_db
def test_a_day_that_was_approved_since_counts_wherever_it_is_shown(cast, bea, row):
    approve(row, {FOURTH: 480})
    assert open_page(MARCH, seen_by=bea["by"]).total == Money(3780)
    found, standing = standing_of_all(type(row).objects.select_related("contract", "manager", "organisation"))
    assert [one.amount for one in standing[found[0].pk].beside] == [Money(-420)]
    assert [one.amount for one in fees_page(row.code, seen_by=cast.actor(cast.carla)).discounts] == [Money(-420)]
    code = drafted(cast, row)
    assert (off(code), Invoice.objects.get(code=code).net) == (Money(-420), Money(3780))
    assert Extra.objects.get().amount == Money(-420)


@pytest.mark.django_db
def test_a_day_that_changes_after_the_draft_makes_it_anew(cast, bea, row):
    code = drafted(cast, row)
    assert (off(code), check_invoice(invoice=code, **bea)) == (Money(-300), None)
    approve(row, {FOURTH: 480})
    assert reasons(issue_invoice(invoice=code, **bea)) == ["invoice.hours_changed"]
    assert drop_draft(invoice=code, **bea) == row.code
    code = drafted(cast, row)
    assert check_invoice(invoice=code, **bea) is None
    assert isinstance(issue_invoice(invoice=code, **bea), str)
    # From now on it is what was billed.
    approve(row, {TODAY: 0})
    assert [one.amount for one in fees_page(row.code, seen_by=bea["by"]).discounts] == [Money(-420)]
    assert isinstance(credit_invoice(invoice=code, why="Een dag te veel.", **bea), str)
    again = Invoice.objects.get(code=drafted(cast, row))
    assert (again.net, off(again.code)) == (Money(2700), Money(-300))


@pytest.mark.django_db
def test_of_no_days_it_is_none_and_an_amount_stays_what_it_is(cast, bea, row, time_machine):
    approve(row, dict.fromkeys([TODAY + timedelta(days=number) for number in range(3)], 0))
    assert [one.amount for one in fees_page(row.code, seen_by=bea["by"]).discounts] == [Money(0)]
    assert browser(cast.carla).get(reverse("client:invoices-fees", args=[row.code])).status_code == 200
    april = date(2026, 4, 1)
    approve(row, {april: 480})
    time_machine.move_to(LATER)
    told = {"percent": None, "amount": Money(100), "why": "x", **bea}
    assert give_discount(assignment=row.code, month=april, **told) == row.code
    approve(row, {april + timedelta(days=1): 480})
    later = {"by": bea["by"], "at": LATER + timedelta(days=40)}
    assert open_page(april, seen_by=later["by"]).total == Money(2300)


@given(
    st.lists(st.tuples(st.integers(1, 62), st.integers(1, 10**6)), max_size=20, unique_by=lambda one: one[0]),
    st.decimals("0.01", "100", places=2),
    st.integers(1, 10**6),
)
def test_it_is_its_part_of_the_days_of_its_month_and_of_no_other(days, percent, cents):
    kept = [
        Billable("max", MARCH + timedelta(days=number - 1), 480, Money(0), Money.from_cents(amount))
        for number, amount in days
    ]
    told = {"day": date(2026, 3, 31), "text": "x", "amount": Money.from_cents(-cents)}
    share, fixed = Beside(code="a", percent=percent, **told), Beside(code="b", **told)
    found = {one.code: one.amount for one in reckoned([share, fixed], kept)}
    assert found["b"] == Money.from_cents(-cents)
    worked_in_march = sum(amount for number, amount in days if number <= 31)
    exact = Decimal(worked_in_march) * percent / 100
    assert abs(-found.get("a", Money(0)).cents - exact) <= Decimal("0.5")
    assert -found.get("a", Money(0)).cents <= worked_in_march
