"""The sums of an invoice, by hand and against another way of reckoning."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import BillLine, VatCategory
from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.totals import due, line_amount, mixed_up, totals


def line(amount, *, category=VatCategory.STANDARD, rate="21"):
    return BillLine(
        number="1",
        text="Day",
        quantity=Decimal(1),
        unit="DAY",
        price=Money(amount),
        amount=Money(amount),
        category=category,
        vat_rate=Decimal(rate),
    )


def half_up(value):
    cents = abs(value) * 100
    whole = int(cents + Fraction(1, 2))
    return Money.from_cents(-whole if value < 0 else whole)


def test_vat_is_rounded_once_per_rate_and_not_per_line():
    sums = totals([line("0.02"), line("0.02"), line("0.03")])
    assert [str(part.vat) for part in sums.vat] == ["0.01"]
    assert (str(sums.net), str(sums.vat_total), str(sums.gross)) == ("0.07", "0.01", "0.08")


def test_each_category_and_rate_is_a_part_of_its_own_with_the_reason_why_nothing_is_charged():
    sums = totals(
        [line(100), line(50, rate="9"), line(10, category=VatCategory.EXEMPT, rate="0"), line(1, rate="21.00")]
    )
    assert [(part.category, str(part.rate), str(part.base), str(part.vat), bool(part.why)) for part in sums.vat] == [
        (VatCategory.STANDARD, "21", "101.00", "21.21", False),
        (VatCategory.STANDARD, "9", "50.00", "4.50", False),
        (VatCategory.EXEMPT, "0", "10.00", "0.00", True),
    ]


def test_a_discount_takes_off_what_vat_is_reckoned_over():
    sums = totals([line(1000), line(-100)])
    assert (str(sums.net), str(sums.vat_total), str(sums.gross)) == ("900.00", "189.00", "1089.00")


def test_a_caller_may_say_why_in_other_words():
    part = totals([line(10, category=VatCategory.EXEMPT, rate="0")], {VatCategory.EXEMPT: "Article 11"}).vat[0]
    assert part.why == "Article 11"


def test_a_rate_where_none_can_be_is_refused():
    with pytest.raises(ValueError, match="AE"):
        totals([line(10, category=VatCategory.REVERSE_CHARGE, rate="21")])


def test_outside_vat_stands_alone():
    outside = line(1, category=VatCategory.OUTSIDE, rate="0")
    assert mixed_up([outside, line(1)])
    assert not mixed_up([outside, outside])
    assert not mixed_up([line(1)])


def test_what_was_paid_before_is_taken_off():
    assert str(due(Money(121), Money("21.50"))) == "99.50"


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.sampled_from(["0.5", "5", "9", "19", "21"])), max_size=30))
def test_the_sums_agree_with_another_way_of_reckoning(made):
    sums = totals([line(Money.from_cents(cents).amount, rate=rate) for cents, rate in made])
    by_rate = {rate: sum(Fraction(cents, 100) for cents, one in made if one == rate) for _, rate in made}
    vat = [half_up(base * Fraction(rate) / 100) for rate, base in by_rate.items()]
    assert sums.net.cents == sum(cents for cents, _ in made)
    assert sums.vat_total.cents == sum(part.cents for part in vat)
    assert sums.gross.cents == sums.net.cents + sums.vat_total.cents


@given(st.integers(-100_000, 100_000), st.integers(0, 10**7))
def test_a_line_is_rounded_half_away_from_nil(hundredths, cents):
    assert line_amount(Decimal(hundredths) / 100, Money.from_cents(cents)) == half_up(
        Fraction(hundredths * cents, 10_000)
    )
