"""Debits and credits come to the same, whatever is in the books; ages and weeks keep every cent."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.ageing import Owed, aged, expected_in, usual_delays
from interregnum.stages.invoice.rules.ledger import (
    Account,
    by_account,
    invoice_entries,
    payment_entries,
    sums_of,
)
from interregnum.stages.invoice.tests.bills import bill

ON = date(2026, 6, 10)


@given(st.integers(0, 10_000), st.booleans(), st.lists(st.integers(-10_000, 10_000), max_size=5))
def test_both_sides_come_to_the_same(chance, is_credit, paid):
    made = bill(Random(chance))
    entries = list(invoice_entries(ON, made.number, "Bank", made.gross, made.vat, is_credit=is_credit))
    for cents in paid:
        entries += payment_entries(ON, made.number, "Bank", Money.from_cents(cents), "")
    debit, credit = sums_of(entries)
    assert debit == credit
    assert all(min(one.debit, one.credit) == Money(0) for one in entries)
    sums = by_account(entries)
    left = made.gross * (-1 if is_credit else 1) - Money.from_cents(sum(paid))
    assert sums[Account.DEBTORS][0] - sums[Account.DEBTORS][1] == left


owed = st.lists(
    st.builds(
        Owed,
        st.sampled_from(["Bank", "Zorg", "Pensioen"]),
        st.integers(-200, 100).map(lambda days: ON + timedelta(days=days)),
        st.integers(1, 10**6).map(Money.from_cents),
    ),
    max_size=8,
)


@given(owed)
def test_every_cent_has_one_age(rows):
    found = aged(rows, on=ON, edges=(30, 60, 90))
    assert sum((one.total for one in found), Money(0)) == sum((one.left for one in rows), Money(0))
    assert sum((one.not_due for one in found), Money(0)) == sum(
        (one.left for one in rows if one.due_on >= ON), Money(0)
    )
    assert all(len(one.parts) == 4 for one in found)


def test_the_edges_of_the_ages():
    late = [Owed("Bank", ON - timedelta(days=days), Money(1)) for days in (0, 1, 30, 31, 60, 61, 90, 91)]
    (row,) = aged(late, on=ON, edges=(30, 60, 90))
    assert (row.not_due, row.parts) == (Money(1), (Money(2), Money(2), Money(2), Money(1)))


@given(owed, st.dictionaries(st.sampled_from(["Bank", "Zorg"]), st.integers(0, 60)))
def test_every_cent_is_expected_once_and_never_before_today(rows, delays):
    weeks = expected_in(rows, delays, on=ON, weeks=40)
    assert sum((amount for _monday, amount in weeks), Money(0)) == sum((one.left for one in rows), Money(0))
    assert weeks[0][0] <= ON
    assert all(monday.weekday() == 0 for monday, _amount in weeks)


def test_a_client_that_pays_early_is_not_late_and_a_rate_stands_as_it_is_said():
    assert usual_delays([("Bank", ON, ON - timedelta(days=9))]) == {"Bank": 0}
    made = bill(Random(3))
    kinds = {one.vat for one in invoice_entries(ON, "F-1", "Bank", made.gross, made.vat, is_credit=False)}
    assert "" in kinds
    assert Decimal(21) not in kinds
