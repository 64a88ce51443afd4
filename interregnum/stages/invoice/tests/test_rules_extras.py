"""What is billed beside days: how a line says it, and which discounts fit."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import BillLine, VatCategory
from interregnum.kernel.money import Money
from interregnum.stages.guarantee.rules.days import Turn
from interregnum.stages.invoice.rules.extras import (
    Beside,
    ExtraKind,
    Gone,
    Issued,
    client_bears,
    fitting,
    gone,
    quantity_and_price,
)
from interregnum.stages.invoice.rules.totals import totals

DAY = date(2026, 3, 2)
cents = st.integers(-500_000, 500_000).filter(bool).map(Money.from_cents)


def beside(code, amount, days=0):
    return Beside(code=code, day=DAY + timedelta(days=days), text="Trein", amount=Money(amount))


@pytest.mark.parametrize(("amount", "quantity", "price"), [("12.50", 1, "12.50"), ("-12.50", -1, "12.50")])
def test_a_discount_is_a_piece_less_at_a_price_above_nil(amount, quantity, price):
    assert quantity_and_price(Money(amount)) == (Decimal(quantity), Money(price))


@given(cents)
def test_quantity_times_price_is_the_amount_and_no_price_is_below_nil(amount):
    quantity, price = quantity_and_price(amount)
    assert price * quantity == amount
    assert price > Money(0)


def test_a_discount_that_is_larger_than_the_invoice_waits():
    large, small = beside("a", -1300), beside("b", -100, days=1)
    assert fitting(Money(1200), [small, large]) == (small,)
    assert fitting(Money(1200), [large, beside("c", 100)]) == (large, beside("c", 100))


def test_nothing_but_discounts_makes_no_invoice():
    assert fitting(Money(0), [beside("a", -1)]) == ()


@given(st.integers(0, 1_000_000).map(Money.from_cents), st.lists(cents, max_size=8))
def test_whatever_stands_approved_no_invoice_is_below_nil_and_only_discounts_wait(days, amounts):
    extras = [beside(f"{number:02}", amount.amount, days=number % 3) for number, amount in enumerate(amounts)]
    found = fitting(days, extras)
    assert sum((one.amount for one in found), days) >= Money(0)
    assert all(one.amount < Money(0) for one in extras if one not in found)
    assert list(found) == sorted(found, key=lambda one: (one.day, one.code))
    assert fitting(days, found) == found


@given(st.lists(cents, min_size=1, max_size=8))
def test_the_sums_of_an_invoice_hold_with_discounts_in_it(amounts):
    lines = []
    for number, amount in enumerate(amounts, start=1):
        quantity, price = quantity_and_price(amount)
        said = {"number": str(number), "text": "x", "unit": "C62", "category": VatCategory.STANDARD}
        lines.append(BillLine(**said, quantity=quantity, price=price, amount=amount, vat_rate=Decimal(21)))
    sums = totals(lines)
    assert sums.net == sum(amounts, Money(0))
    assert sums.gross == sums.net + sums.vat_total


def issued(kind, *, day=0, ends=10, **told):
    one = Beside(code="a", day=DAY + timedelta(days=day), text="x", amount=Money(1), **told)
    return {"one": one, "kind": kind, "ends_on": DAY + timedelta(days=ends)}


TURN = Turn(manager="max", first=DAY, last=DAY + timedelta(days=10), client_rate=Money(1200), manager_rate=Money(900))
EXPENSE = {"is_expense": True, "manager": "max"}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (issued(ExtraKind.FIXED_FEE, day=10), None),
        (issued(ExtraKind.FIXED_FEE, day=11), Gone.AFTER_END),
        (issued(ExtraKind.SUCCESS_FEE, day=11), None),
        (issued(ExtraKind.SUCCESS_FEE) | {"is_taken_back": True}, Gone.TAKEN_BACK),
        (issued(ExtraKind.DISCOUNT, day=11), None),
        (issued(ExtraKind.EXPENSE, day=10, **EXPENSE), None),
        (issued(ExtraKind.EXPENSE, day=11, ends=20, **EXPENSE), Gone.NOT_BORNE),
    ],
)
@pytest.mark.mission("H2")
def test_what_was_issued_beside_days_and_is_not_owed_any_more(told, why):
    assert gone(Issued(**told), [TURN], frozenset()) == why


@given(st.sampled_from(ExtraKind), st.integers(-3, 14), st.integers(0, 12), st.booleans(), st.booleans())
def test_only_what_would_be_billed_today_stays_on_an_invoice(kind, day, ends, is_taken_back, is_handover):
    told = issued(kind, day=day, ends=ends, manager="max", is_expense=kind == ExtraKind.EXPENSE)
    firm_days = frozenset({("max", told["one"].day)} if is_handover else ())
    found = gone(Issued(**told, is_taken_back=is_taken_back), [TURN], firm_days)
    is_late = kind == ExtraKind.FIXED_FEE and day > ends
    assert (found is None) == (not is_taken_back and not is_late and client_bears(told["one"], [TURN], firm_days))
