"""Fees and discounts as arithmetic: which terms may be, when a result earned its fee, and how much may come off."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.deliver.rules.measured import Measured, reached_since
from interregnum.stages.deliver.rules.progress import way_percent
from interregnum.stages.invoice.rules.fees import (
    FEE_MOVES,
    Billed,
    FeeState,
    Norm,
    Room,
    Term,
    fault_of_discount,
    fault_of_success,
    fault_of_terms,
    fees_before,
    share_of,
    total_of,
)

FIRST, LAST = date(2026, 3, 1), date(2026, 8, 28)
ROOM = Room(begins=FIRST, closed={date(2026, 4, 1)}, ends=LAST)
NOW = Measured(
    code="x",
    title="Dagen tot offerte",
    unit="dagen",
    baseline=Decimal(19),
    target=Decimal(5),
    due_on=date(2026, 7, 31),
    value=Decimal(5),
    measured_on=date(2026, 7, 20),
    reached_on=date(2026, 7, 13),
)
NORM = Norm(title="Dagen tot offerte", unit="dagen", baseline=Decimal(19), target=Decimal(5), due_on=NOW.due_on)
CENTS = st.decimals(0, 100_000, places=2).map(Money)


def codes(fault):
    return [reason.code.removeprefix("invoice.") for reason in fault.reasons] if fault is not None else []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([date(2026, 3, 1)], []),
        ([LAST], []),
        ([FIRST - timedelta(days=1)], ["fee_before_books"]),
        ([LAST + timedelta(days=1)], ["fee_after_end"]),
        ([date(2026, 4, 30)], ["fee_closed"]),
        ([date(2026, 5, 1), date(2026, 5, 1)], ["fee_same_day"]),
        ([], ["fee_no_terms"]),
    ],
)
def test_a_term_falls_where_it_can_be_billed(days, expected):
    assert codes(fault_of_terms([Term(day, Money(100)) for day in days], ROOM)) == expected


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), CENTS), max_size=5))
def test_terms_that_may_be_are_each_billable_and_come_to_the_whole(told):
    terms = [Term(day, amount) for day, amount in told]
    fault = fault_of_terms(terms, ROOM)
    is_right = bool(terms) and all(
        one.amount > Money(0) and FIRST <= one.day <= LAST and one.day.month != 4 for one in terms
    )
    assert (fault is None) == (is_right and len({one.day for one in terms}) == len(terms))
    assert total_of(terms).amount == sum((amount.amount for _day, amount in told), Decimal(0))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOW, []),
        (replace(NOW, title="Anders verwoord"), []),
        (None, ["success_gone"]),
        (replace(NOW, target=Decimal(9)), ["success_redefined"]),
        (replace(NOW, baseline=Decimal(9)), ["success_redefined"]),
        (replace(NOW, unit="weken"), ["success_redefined"]),
        (replace(NOW, due_on=date(2026, 12, 1)), ["success_redefined"]),
        (replace(NOW, value=None, measured_on=None, reached_on=None), ["success_unmeasured"]),
        (replace(NOW, value=Decimal(6), reached_on=None), ["success_not_reached"]),
        (replace(NOW, reached_on=date(2026, 8, 3)), ["success_late"]),
    ],
)
def test_a_result_earns_its_fee_only_as_it_was_agreed_and_measured(now, expected):
    assert codes(fault_of_success(NORM, now)) == expected


NUMBERS = st.decimals(-50, 50, places=2)


@given(NUMBERS, NUMBERS, st.lists(NUMBERS, max_size=8))
def test_reached_is_the_week_from_which_on_no_figure_fell_short(baseline, target, values):
    weeks = [(FIRST + timedelta(weeks=number), value) for number, value in enumerate(values)]
    found = reached_since(baseline, target, weeks)
    if baseline == target:
        assert found is None
        return
    there = [way_percent(baseline, target, value=value) >= 100 for _week, value in weeks]
    assert (found is not None) == (bool(there) and there[-1])
    if found is not None:
        place = [week for week, _value in weeks].index(found)
        assert all(there[place:]) and (place == 0 or not there[place - 1])


@given(CENTS, CENTS, CENTS, CENTS)
def test_a_discount_is_never_more_than_what_is_billed(days, fees, given_off, amount):
    billed = Billed(days=days, fees=fees, given=given_off)
    fault = fault_of_discount(amount, billed)
    assert (fault is None) == (Money(0) < amount <= days + fees - given_off)
    if fault is None:
        assert replace(billed, given=given_off + amount).left >= Money(0)


@given(st.decimals("0.01", 100, places=2), CENTS)
def test_a_percentage_of_days_never_passes_the_days(percent, days):
    assert Money(0) <= share_of(percent, days) <= days
    assert share_of(Decimal(100), days) == days


def test_what_was_refused_or_taken_back_never_comes_back():
    for state in (FeeState.REFUSED, FeeState.WITHDRAWN):
        assert FEE_MOVES[state] == frozenset()
    assert FEE_MOVES[FeeState.EARNED] == {FeeState.WITHDRAWN}
    assert fees_before(FeeState.AGREED) == {FeeState.ASKED}
    assert fees_before(FeeState.EARNED) == {FeeState.AGREED}
