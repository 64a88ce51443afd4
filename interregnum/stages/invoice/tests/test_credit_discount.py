"""A discount belongs to its days: no credit note takes back more than the invoice was, nor leaves a discount alone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import BillKind, BillLine, VatCategory
from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.settle import record_payment
from interregnum.stages.invoice.models import BilledExtra, Invoice
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.crediting import credit_fault, rest_of
from interregnum.stages.invoice.rules.extras import ExtraKind
from interregnum.stages.invoice.rules.states import InvoiceState
from interregnum.stages.invoice.rules.totals import totals
from interregnum.stages.invoice.tests.invoice_world import LATER, approve, drafted, make_extra, reasons, sent, worked
from tests.world import TODAY, browser

DAYS = [TODAY + timedelta(days=number) for number in range(3)]


@pytest.fixture
def discounted(cast, bea):
    """EUR 3,000 of days less EUR 900, paid."""
    assignment = worked(cast)
    make_extra(cast, assignment, kind=ExtraKind.DISCOUNT, manager=None, text="Korting", amount=Money(-900))
    row = sent(cast, assignment)
    assert record_payment(invoice=row.code, day=LATER.date(), amount=row.gross, reference="", **bea) is None
    return row


@pytest.mark.django_db
def test_all_days_are_not_taken_back_without_their_discount(cast, bea, discounted):
    row = discounted
    assert row.gross == Money(2541)
    refused = credit_invoice(invoice=row.code, days=DAYS, why="Niet gewerkt.", **bea)
    assert reasons(refused) == ["invoice.credit_leaves_discount"]
    row.refresh_from_db()
    assert (row.credited, Invoice.objects.filter(kind=BillKind.CREDIT).count()) == (Money(0), 0)
    discount = BilledExtra.objects.get().extra.code
    assert isinstance(credit_invoice(invoice=row.code, days=DAYS, extras=[discount], why="Niet.", **bea), str)
    row.refresh_from_db()
    assert (row.credited, row.state) == (Money(2541), InvoiceState.CREDITED)
    assert invoice_page(row.code, seen_by=bea["by"], at=LATER).back == Money(2541)
    assert not BilledExtra.objects.exists()


@pytest.mark.django_db
def test_a_day_that_the_discount_leaves_room_for_is_taken_back_alone(cast, bea, discounted):
    row = discounted
    assert isinstance(credit_invoice(invoice=row.code, days=DAYS[:1], why="Vrij.", **bea), str)
    refused = credit_invoice(invoice=row.code, days=DAYS[1:2], why="Ook vrij.", **bea)
    assert reasons(refused) == ["invoice.credit_leaves_discount"]
    assert isinstance(credit_invoice(invoice=row.code, why="Dan alles.", **bea), str)
    row.refresh_from_db()
    assert row.credited == row.gross


@pytest.mark.django_db
def test_the_page_says_so_and_ticks_the_discount_beside_days_that_changed(cast, bea, discounted):
    row, client = discounted, browser(cast.bea)
    address, discount = reverse("bureau:invoice", args=[row.code]), BilledExtra.objects.get().extra.code
    told = {"do": "credit", "once": "a" * 26, "why": "Niet gewerkt.", "days": [day.isoformat() for day in DAYS]}
    assert "would come below nil" in client.post(address, told).content.decode()
    approve(row.assignment, dict.fromkeys(DAYS[1:], 0))
    assert _is_ticked(client.get(address).content.decode(), discount) is False
    approve(row.assignment, dict.fromkeys(DAYS, 0))
    page = client.get(address).content.decode()
    assert all(_is_ticked(page, name) for name in (discount, *(day.isoformat() for day in DAYS)))
    assert "Issue the credit note?" in client.post(address, told | {"extras": [discount]}).content.decode()
    assert isinstance(credit_invoice(invoice=row.code, days=DAYS, extras=[discount], why="Niet.", **bea), str)
    approve(row.assignment, dict.fromkeys(DAYS, 480))
    assert Invoice.objects.get(code=drafted(cast, row.assignment)).net == Money(2700)


def _is_ticked(page, value):
    field = page[page.index(f'value="{value}"') :].partition(">")[0]
    return "checked" in field


def line(cents):
    amount = Money.from_cents(cents)
    told = {"number": "1", "text": "x", "quantity": Decimal(1), "unit": "DAY", "price": amount, "amount": amount}
    return BillLine(**told, category=VatCategory.STANDARD, vat_rate=Decimal(21))


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 3)), min_size=1, max_size=12),
    st.integers(0, 10**6),
    st.integers(0, 3),
)
def test_what_may_be_taken_back_is_never_more_than_the_invoice_in_any_order(days, off, when):
    """Of a discount in percent of its days, and of any number of credit notes."""
    discount = -min(off, sum(cents for cents, _round in days))
    lines = [*days, (discount, when)]
    whole = totals([line(cents) for cents, _round in lines])
    gone, left = [], list(lines)
    for turn in range(4):
        wanted = [one for one in left if one[1] == turn]
        if not wanted:
            continue
        is_last = len(wanted) == len(left)
        sums = rest_of(whole.vat, gone) if is_last else totals([line(cents) for cents, _round in wanted])
        if credit_fault(whole.vat, gone, sums):
            continue
        gone.append(sums.vat)
        left = [one for one in left if one not in wanted]
        credited = sum((part.base + part.vat for parts in gone for part in parts), Money(0))
        assert Money(0) <= credited <= whole.gross
    rest = rest_of(whole.vat, gone)
    assert not credit_fault(whole.vat, gone, rest), "all that is left may always be taken back"
