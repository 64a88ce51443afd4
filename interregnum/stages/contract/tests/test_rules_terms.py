"""The terms of a contract, to the day and to the cent."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.rules.terms import ContractTerms, contract_number, contract_terms, lapse_day, last_day

FITTING = {
    "starts_on": date(2026, 4, 6),
    "weeks": 26,
    "days_a_week": 4,
    "client_rate": Money(1200),
    "manager_rate": Money(1000),
    "notice_days": 30,
    "payment_days": 30,
}


@pytest.mark.parametrize(
    ("first", "weeks", "last"),
    [
        (date(2026, 4, 6), 1, date(2026, 4, 12)),
        (date(2026, 4, 6), 26, date(2026, 10, 4)),
        (date(2027, 2, 22), 1, date(2027, 2, 28)),
        (date(2028, 2, 22), 1, date(2028, 2, 28)),
        (date(2028, 2, 23), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 52, date(2029, 2, 26)),
        (date(2026, 10, 19), 2, date(2026, 11, 1)),
        (date(2026, 12, 28), 1, date(2027, 1, 3)),
    ],
)
def test_a_term_of_whole_weeks_ends_the_day_before_that_weekday_comes_again(first, weeks, last):
    assert last_day(first, weeks=weeks) == last
    assert (last - first).days + 1 == 7 * weeks


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"weeks": 0}, ["contract.ends_before_start"]),
        ({"days_a_week": 0}, ["contract.days_impossible"]),
        ({"days_a_week": 6}, ["contract.days_impossible"]),
        ({"manager_rate": Money(0)}, ["contract.rate_not_positive"]),
        ({"client_rate": Money("999.99")}, ["contract.rate_below_cost"]),
        ({"weeks": 0, "client_rate": Money(900)}, ["contract.ends_before_start", "contract.rate_below_cost"]),
    ],
)
def test_terms_that_nobody_could_keep_are_refused_with_each_reason(changed, codes):
    refused = contract_terms(**(FITTING | changed))
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == codes


def test_the_firm_may_work_without_margin_but_not_below_cost():
    terms = contract_terms(**(FITTING | {"client_rate": Money(1000)}))
    assert isinstance(terms, ContractTerms)
    assert terms.margin == Money(0)


@pytest.mark.parametrize(
    ("year", "sequence", "number"),
    [(2026, 1, "C-2026-0001"), (2026, 9999, "C-2026-9999"), (2027, 10000, "C-2027-10000")],
)
def test_a_number_can_be_read_over_the_telephone(year, sequence, number):
    assert contract_number(year, sequence) == number


DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(first=DAYS, on=DAYS, days=st.integers(1, 90))
def test_a_contract_waits_for_signatures_until_its_first_day_at_the_latest(first, on, days):
    lapses = lapse_day(first, days=days, on=on)
    assert on < lapses <= on + timedelta(days=days)
    assert lapses <= max(first, on) + timedelta(days=1)
    assert lapses in {on + timedelta(days=days), max(first, on) + timedelta(days=1)}
