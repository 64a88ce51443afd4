"""What may be charged of what a manager spent, by the clause of the contract."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.period import Period
from interregnum.stages.contract.rules.costs import Expenses, expenses_as_signed
from interregnum.stages.guarantee.rules.days import Turn
from interregnum.stages.invoice.rules.expenses import CostKind, Setting, Spent, check_expense, cost
from interregnum.stages.invoice.rules.extras import Beside, client_bears

FIRST, LAST, ON = date(2026, 3, 2), date(2026, 8, 28), date(2026, 4, 1)
SPENT = Spent(
    kind=CostKind.STAY, day=FIRST, text="Hotel", gross=Money("109"), vat=Money("9"), agreed="Carla, 26 februari"
)
SETTING = Setting(
    term=Period(FIRST, LAST),
    first=date.min,
    handover=frozenset(),
    signed=Expenses.AT_COST,
    above=Money(250),
    vat_percent=Decimal(21),
    on=ON,
)


def codes(spent, setting=SETTING):
    return [(one.code, one.field) for one in check_expense(spent, setting)]


def test_what_was_agreed_and_spent_in_the_term_may_be_asked():
    assert codes(SPENT) == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"day": ON + timedelta(days=1)}, "expense.ahead", "day"),
        ({"day": FIRST - timedelta(days=1)}, "expense.before_start", "day"),
        ({"gross": Money(0), "vat": Money(0)}, "expense.nothing", "gross"),
        ({"gross": Money(-5), "vat": Money(0)}, "expense.nothing", "gross"),
        ({"vat": Money(-1)}, "expense.vat_below_nil", "vat"),
        ({"vat": Money("18.94")}, "expense.vat_too_much", "vat"),
        ({"gross": Money("0.01"), "vat": Money("0.01")}, "expense.vat_too_much", "vat"),
        ({"gross": Money("250.01")}, "expense.reason_needed", "reason"),
        ({"gross": Money(400), "reason": "  "}, "expense.reason_needed", "reason"),
    ],
)
def test_each_thing_that_is_wrong_is_said_beside_its_field(change, code, field):
    assert codes(replace(SPENT, **change)) == [(code, field)]


@pytest.mark.parametrize(
    "change",
    [{"vat": Money("18.93")}, {"gross": Money(250)}, {"gross": Money(400), "reason": "Vier nachten."}],
)
def test_what_is_just_right_is_not_refused(change):
    assert codes(replace(SPENT, **change)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"signed": None}, "expense.not_agreed"),
        ({"signed": Expenses.INCLUDED}, "expense.included"),
        ({"cap": Money(500), "left": Money(108)}, "expense.above_cap"),
        ({"term": Period(FIRST - timedelta(days=9), FIRST - timedelta(days=1))}, "expense.after_last"),
        ({"first": FIRST + timedelta(days=1)}, "expense.before_books"),
        ({"handover": frozenset({FIRST})}, "expense.handover"),
    ],
)
def test_contract_last_day_books_and_hand_over_are_obeyed(change, code):
    found = check_expense(SPENT, replace(SETTING, **change))
    assert [one.code for one in found] == [code]


def test_the_refusal_names_the_last_day():
    gone = replace(SETTING, term=Period(FIRST - timedelta(days=9), FIRST - timedelta(days=1)))
    assert check_expense(SPENT, gone)[0].facts["last"] == "01-03-2026"


@pytest.mark.parametrize(
    ("kind", "deducts", "amount"),
    [
        (CostKind.STAY, True, 100),
        (CostKind.STAY, False, 109),
        (CostKind.MEALS, True, 109),
        (CostKind.TRAVEL, True, 100),
    ],
)
def test_at_cost_is_what_the_manager_does_not_get_back(kind, deducts, amount):
    assert cost(replace(SPENT, kind=kind), deducts=deducts) == Money(amount)


amounts = st.integers(1, 900_000).map(Money.from_cents)


@given(amounts, st.integers(0, 21), st.sampled_from(CostKind), st.booleans())
def test_nobody_is_charged_more_than_was_paid_nor_less_than_without_vat(gross, percent, kind, deducts):
    vat = gross * (Decimal(percent) / (100 + percent))
    spent = replace(SPENT, gross=gross, vat=vat, kind=kind, reason="Zo duur.")
    assert codes(spent) == []
    assert gross - vat <= cost(spent, deducts=deducts) <= gross


@given(st.integers(-400, 400))
def test_a_day_is_refused_exactly_when_it_is_not_one_of_the_managers(offset):
    day = FIRST + timedelta(days=offset)
    assert (codes(replace(SPENT, day=day)) == []) == (FIRST <= day <= min(LAST, ON))


@pytest.mark.parametrize(
    ("clauses", "agreed"),
    [
        ({}, Expenses.AT_COST),
        ({"client": [["expenses", 1]], "manager": [["expenses", 1]]}, Expenses.AT_COST),
        ({"client": [["expenses_capped", 1]], "manager": [["expenses_capped", 1]]}, Expenses.CAPPED),
        ({"client": [["expenses_included", 1]], "manager": [["expenses_included", 1]]}, Expenses.INCLUDED),
        ({"client": [["fee", 1]], "manager": [["expenses", 1]]}, None),
        ({"client": [["expenses", 1]], "manager": [["fee", 1]]}, None),
    ],
)
def test_both_agreements_must_let_expenses_be_charged(clauses, agreed):
    assert expenses_as_signed(clauses) is agreed


@given(st.integers(0, 20_000), st.booleans())
def test_up_to_the_cent_that_is_left_of_the_month_may_be_asked(cents, deducts):
    left = Money.from_cents(cents)
    asks = replace(SETTING, cap=Money(500), left=left, deducts=deducts)
    assert (codes(SPENT, asks) == []) == (cost(SPENT, deducts=deducts) <= left)


@given(st.integers(-30, 30), st.booleans(), st.booleans())
def test_the_client_never_bears_an_expense_of_a_day_that_is_not_the_managers(offset, is_handover, is_expense):
    day = FIRST + timedelta(days=offset)
    turns = [Turn(manager="max", first=FIRST, last=FIRST + timedelta(9), client_rate=Money(1), manager_rate=Money(1))]
    firm_days = {("max", day)} if is_handover else set()
    one = Beside(code="a", day=day, text="x", amount=Money(1), manager="max", is_expense=is_expense)
    assert client_bears(one, turns, firm_days) == (not is_expense or (0 <= offset <= 9 and not is_handover))
