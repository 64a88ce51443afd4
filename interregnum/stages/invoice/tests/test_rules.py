"""The rules of invoices by hand, and against another way of reckoning."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import VatCategory, VatPart
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.vat import Buyer, charge
from interregnum.stages.guarantee.rules.days import Bearer, DayLine, Turn, Why, Worked, day_lines
from interregnum.stages.invoice.rules.crediting import rest_of
from interregnum.stages.invoice.rules.days import Billable, billable, differences, quantity_of
from interregnum.stages.invoice.rules.payment import Rate, due_on, interest, reminder_due
from interregnum.stages.invoice.rules.states import DUNNED, MOVES, OPEN, InvoiceState, before, undisputed

DAY = date(2026, 3, 2)
PERCENT = [Rate(date(2020, 1, 1), Decimal(8)), Rate(date(2026, 1, 1), Decimal(10))]


@pytest.mark.parametrize(
    ("buyer", "category", "rate"),
    [
        (Buyer(country="NL"), VatCategory.STANDARD, 21),
        (Buyer(country="nl", vat_number="NL004495445B01"), VatCategory.STANDARD, 21),
        (Buyer(country="NL", exemption="Artikel 11"), VatCategory.EXEMPT, 0),
        (Buyer(country="BE", vat_number="BE0123456749"), VatCategory.REVERSE_CHARGE, 0),
        (Buyer(country="GR", vat_number="EL123456789"), VatCategory.REVERSE_CHARGE, 0),
        (Buyer(country="CH"), VatCategory.OUTSIDE, 0),
    ],
)
def test_vat_follows_from_where_the_buyer_is(buyer, category, rate):
    made = charge(buyer, percent=21)
    assert (made.category, made.rate) == (category, rate)


@pytest.mark.parametrize("number", ["", "NL004495445B01", "DE136695976"])
def test_vat_is_shifted_only_to_a_number_of_that_country(number):
    made = charge(Buyer(country="BE", vat_number=number), percent=21)
    assert isinstance(made, Refused)
    assert made.reasons[0].code == "invoice.vat_number_missing"


def turn(manager, first, last, rate=1200):
    return Turn(manager=manager, first=first, last=last, client_rate=Money(rate), manager_rate=Money(1000))


def test_a_rate_that_changes_in_mid_month_bills_each_day_at_its_own():
    turns = [turn("max", DAY, DAY), turn("max", DAY + timedelta(days=1), DAY + timedelta(days=9), 1300)]
    rows = [Worked("max", DAY, 480, 480), Worked("max", DAY + timedelta(days=1), 240, 240)]
    made = billable(day_lines(turns, rows, handover=set(), day_minutes=480), turns)
    assert [(one.rate, one.amount) for one in made] == [(Money(1200), Money(1200)), (Money(1300), Money(650))]


@pytest.mark.mission("H1", "H2")
def test_what_the_firm_bears_and_what_nobody_approved_is_on_no_invoice():
    lines = [
        DayLine(day=DAY, manager="max", minutes=480, bearer=bearer, why=why, client=Money(0))
        for bearer, why in (
            (Bearer.FIRM, Why.HANDOVER),
            (Bearer.FIRM, Why.OUTSIDE),
            (Bearer.FIRM, Why.OVERLAP),
            (Bearer.NOBODY, Why.OPEN),
        )
    ]
    assert billable(lines, [turn("max", DAY, DAY)]) == ()


@pytest.mark.mission("H1")
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["max", "olga"]),
            st.integers(0, 20),
            st.integers(0, 900),
            st.sampled_from([None, 0, 240, 480]),
        ),
        max_size=40,
        unique_by=lambda one: one[:2],
    ),
    st.sets(st.integers(0, 20), max_size=3),
)
def test_each_day_is_billed_once_whoever_worked_it(rows, handover):
    turns = [
        turn("max", DAY, DAY + timedelta(days=12)),
        turn("olga", DAY + timedelta(days=10), DAY + timedelta(days=18), 1150),
    ]
    worked = [Worked(name, DAY + timedelta(days=number), sent, approved) for name, number, sent, approved in rows]
    free = {DAY + timedelta(days=number) for number in handover}
    made = billable(day_lines(turns, worked, handover=free, day_minutes=480), turns)
    days = [one.day for one in made]
    assert len(days) == len(set(days))
    assert not free & set(days)
    for one in made:
        exact = Fraction(one.minutes, 480) * Fraction(one.rate.cents)
        assert abs(Fraction(one.amount.cents) - exact) <= Fraction(1, 2)
        assert (
            one.rate * quantity_of(one.minutes, day_minutes=480) == one.amount
            or abs((one.rate * quantity_of(one.minutes, day_minutes=480)).cents - one.amount.cents) <= 1
        )


def test_a_day_that_was_billed_otherwise_than_it_stands_is_shown():
    billed = {DAY: (480, Money(1200)), DAY + timedelta(days=1): (480, Money(1200))}
    found = differences(billed, [Billable("max", DAY, 240, Money(1200), Money(600))])
    assert [(one.day, one.minutes_before, one.minutes, one.amount) for one in found] == [
        (DAY, 480, 240, Money(600)),
        (DAY + timedelta(days=1), 480, 0, Money(0)),
    ]
    assert differences({DAY: (480, Money(1200))}, [Billable("max", DAY, 480, Money(1200), Money(1200))]) == ()


def test_a_large_company_pays_within_the_days_of_the_law():
    told = {"agreed_days": 60, "law_days": 30}
    assert due_on(DAY, is_large_buyer=True, **told) == DAY + timedelta(days=30)
    assert due_on(DAY, is_large_buyer=False, **told) == DAY + timedelta(days=60)


def test_reminders_come_in_steps_and_end():
    assert not reminder_due(DAY, sent=0, steps=(7, 21), on=DAY + timedelta(days=6))
    assert reminder_due(DAY, sent=0, steps=(7, 21), on=DAY + timedelta(days=7))
    assert not reminder_due(DAY, sent=1, steps=(7, 21), on=DAY + timedelta(days=20))
    assert not reminder_due(DAY, sent=2, steps=(7, 21), on=DAY + timedelta(days=99))


def test_interest_runs_from_the_day_after_at_the_rate_of_each_day():
    assert interest(Money(3650), due=date(2026, 3, 1), on=date(2026, 3, 11), rates=PERCENT) == Money(10)
    # Ten days at eight percent, and ten at ten.
    assert interest(Money(3650), due=date(2025, 12, 21), on=date(2026, 1, 10), rates=PERCENT) == Money(18)
    assert interest(Money(3650), due=DAY, on=DAY, rates=PERCENT) == Money(0)


def test_after_a_year_interest_bears_interest():
    flat = [Rate(date(2020, 1, 1), Decimal(10))]
    first = interest(Money(1000), due=date(2026, 1, 1), on=date(2027, 1, 1), rates=flat)
    assert first == Money(100)
    assert interest(Money(1000), due=date(2026, 1, 1), on=date(2028, 1, 1), rates=flat) == Money(210)


@given(st.lists(st.tuples(st.integers(1, 10**7), st.booleans()), min_size=1, max_size=40))
def test_credit_notes_cancel_an_invoice_to_nothing_however_they_are_cut(lines):
    def part(amounts):
        base = sum(amounts)
        vat = (base * 21 + 50) // 100
        return VatPart(
            category=VatCategory.STANDARD, rate=Decimal(21), base=Money.from_cents(base), vat=Money.from_cents(vat)
        )

    whole, first = part([cents for cents, _ in lines]), [cents for cents, is_first in lines if is_first]
    earlier = [[part(first)]] if first else []
    last = rest_of([whole], earlier)
    gone = sum((one.base + one.vat for parts in earlier for one in parts), Money(0))
    assert gone + last.gross == whole.base + whole.vat


def test_nothing_follows_a_credit_and_nothing_returns_to_a_draft():
    assert MOVES[InvoiceState.CREDITED] == frozenset()
    assert before(InvoiceState.DRAFT) == frozenset()
    assert all(not after & OPEN for state, after in MOVES.items() if state not in OPEN)


@given(st.booleans(), st.integers(0, 3))
def test_a_dispute_that_ends_leaves_an_invoice_where_it_may_go_on(is_sent, reminders):
    state = undisputed(is_sent=is_sent or reminders > 0, reminders=reminders)
    assert state in MOVES[InvoiceState.DISPUTED] and state in MOVES[InvoiceState.PAID]
    assert (state in DUNNED) == (is_sent or reminders > 0)
