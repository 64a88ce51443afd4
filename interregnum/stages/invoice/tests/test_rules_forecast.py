"""Weeks keep every cent that is due in them, and VAT has its day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import VatCategory, VatPart
from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.forecast import vat_periods, weeks_of
from interregnum.stages.invoice.rules.payable_vat import parts_of_lines

ON = date(2026, 6, 10)
MONDAYS = [date(2026, 6, 8) + timedelta(weeks=number) for number in range(12)]
NOTHING = Money(0)
DUE = st.lists(
    st.tuples(
        st.integers(-60, 76).map(lambda days: ON + timedelta(days=days)),
        st.integers(-90_000, 900_000).map(Money.from_cents),
    ),
    max_size=15,
)


def summed(amounts):
    return sum(amounts, NOTHING)


@given(st.lists(st.integers(0, 900_000), min_size=12, max_size=12), DUE, DUE)
def test_all_that_is_due_stands_in_one_week_and_the_last_has_all(comes, managers, vat):
    found = weeks_of(dict(zip(MONDAYS, map(Money.from_cents, comes), strict=True)), managers, vat, on=ON)
    assert [one.monday for one in found] == MONDAYS
    assert summed(one.managers for one in found) == summed(amount for _day, amount in managers)
    assert summed(one.vat for one in found) == summed(amount for _day, amount in vat)
    assert found[-1].so_far == summed(one.leaves for one in found)


def test_what_is_late_is_paid_this_week_and_what_is_far_in_none():
    due = [(date(2026, 1, 1), Money(5)), (ON + timedelta(days=7), Money(7)), (date(2027, 1, 1), Money(9))]
    found = weeks_of(dict.fromkeys(MONDAYS, Money(10)), due, [], on=ON)
    assert [one.managers for one in found[:3]] == [Money(5), Money(7), NOTHING]
    assert [one.so_far for one in found[:3]] == [Money(5), Money(8), Money(18)]


@pytest.mark.parametrize(
    ("on", "dues"),
    [
        (date(2026, 4, 10), [date(2026, 4, 30), date(2026, 7, 31)]),
        (date(2026, 4, 30), [date(2026, 4, 30), date(2026, 7, 31)]),
        (date(2026, 5, 1), [date(2026, 7, 31)]),
        (date(2026, 12, 31), [date(2027, 1, 31)]),
        (date(2027, 1, 31), [date(2027, 1, 31), date(2027, 4, 30)]),
    ],
)
def test_the_vat_of_a_quarter_is_due_a_month_after_it(on, dues):
    assert [due for _first, _last, due in vat_periods(on, months=3, pay_months=1)] == dues


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from([1, 3, 12]), st.integers(1, 2))
def test_periods_join_and_the_last_one_runs(on, months, pay_months):
    found = vat_periods(on, months=months, pay_months=pay_months)
    assert found[-1][0] <= on <= found[-1][1]
    assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(found))
    assert all(due >= on for _first, _last, due in found)


@given(st.lists(st.lists(st.integers(1, 500_000), min_size=1, max_size=5), min_size=1, max_size=3))
def test_each_line_has_the_rate_of_its_own_part(groups):
    parts = [
        VatPart(category=VatCategory.STANDARD, rate=20 + place, base=Money.from_cents(sum(group)), vat=NOTHING)
        for place, group in enumerate(groups)
    ]
    found = parts_of_lines([Money.from_cents(cents) for group in groups for cents in group], parts)
    assert [part.rate for part in found] == [20 + place for place, group in enumerate(groups) for _each in group]
