"""Money, periods and role mixes."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period, local_day, monday_of
from interregnum.kernel.refused import Reason, Refused
from interregnum.kernel.role_mix import RoleMix

cents = some.integers(-(10**12), 10**12)
days = some.dates(date(2000, 1, 1), date(2100, 1, 1))
mixes = some.lists(some.integers(0, 100), min_size=3, max_size=3).map(
    lambda cuts: RoleMix(*(b - a for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True)))
)


@given(cents)
def test_cents_come_back_as_they_went(amount):
    assert Money.from_cents(amount).cents == amount


@given(cents, cents)
def test_money_adds_to_the_cent(one, other):
    assert (Money.from_cents(one) + Money.from_cents(other)).cents == one + other
    assert (Money.from_cents(one) - Money.from_cents(other)).cents == one - other


@pytest.mark.parametrize(("given_amount", "kept"), [("0.005", "0.01"), ("0.004", "0.00"), ("1234.565", "1234.57")])
def test_half_a_cent_is_rounded_up(given_amount, kept):
    assert Money(given_amount).amount == Decimal(kept)


def test_money_is_never_a_float():
    with pytest.raises(TypeError):
        Money(0.1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2028, 2, 28, 23, 30, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_is_a_day_in_amsterdam(moment, day):
    assert local_day(moment) == day


def test_a_moment_without_a_zone_has_no_day():
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 1, 1))  # noqa: DTZ001 - the fault itself


@given(days, some.integers(0, 4000))
def test_a_period_counts_both_its_ends(first, length):
    period = Period(first, first + timedelta(days=length))
    assert period.days == length + 1
    assert period.first in period
    assert period.last in period
    assert period.elapsed_percent(period.last) == 100
    assert period.elapsed_percent(first - timedelta(days=1)) == 0


@given(days, some.integers(0, 800), days)
def test_time_in_a_period_never_runs_back(first, length, on):
    period = Period(first, first + timedelta(days=length))
    assert period.elapsed_percent(on) <= period.elapsed_percent(on + timedelta(days=1))


@given(days, some.integers(0, 800))
def test_every_day_of_a_period_lies_in_a_week_of_it(first, length):
    period = Period(first, first + timedelta(days=length))
    mondays = period.mondays()
    assert all(monday.weekday() == 0 for monday in mondays)
    assert monday_of(period.first) == mondays[0]
    assert monday_of(period.last) == mondays[-1]
    assert all(later - earlier == timedelta(weeks=1) for earlier, later in pairwise(mondays))


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends on or after"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


@given(mixes, mixes)
def test_the_distance_of_two_mixes_is_the_same_both_ways(one, other):
    assert one.distance(other) == other.distance(one)
    assert 0 <= one.distance(other) <= 200
    assert (one.distance(other) == 0) == (one == other)


@pytest.mark.mission("B3")
@pytest.mark.parametrize("shares", [(50, 50, 10, 0), (0, 0, 0, 0), (120, -20, 0, 0)])
def test_the_four_roles_add_up_to_a_hundred(shares):
    with pytest.raises(ValueError, match="add up"):
        RoleMix(*shares)


def test_a_refusal_is_false_and_says_why():
    refused = Refused.because("contract.already_signed", "name", by="Carla")
    assert not refused
    assert refused.reasons == (Reason("contract.already_signed", "name", {"by": "Carla"}),)
