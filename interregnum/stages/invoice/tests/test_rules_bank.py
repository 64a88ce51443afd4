"""Lines of the bank: quick matching says what slow matching says, shares come to the line, and each payment is told."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment
from interregnum.kernel.refused import Refused
from interregnum.stages.invoice.rules.bank_ledger import match_all
from interregnum.stages.invoice.rules.bank_lines import LineState, check_shares, state_of
from interregnum.stages.invoice.rules.bank_outcomes import Came, outcomes
from interregnum.stages.invoice.rules.payments import Match, OpenInvoice, Outcome, Share, Why, match

NAMES = ["Bank De Proef", "DE PROEF BV", "Stichting Noorderlicht", "Noorderlicht Zorg", "", "De Proef Leven"]
NUMBERS = ["F-2026-00001", "F-2026-00002", "F-2026-00012", "F-2026-00123"]
IBANS = ["", "NL61TEST9481632581", "NL91ABNA0417164300"]
cents = st.sampled_from([0, 100, 200, 300, 500])
invoices = st.lists(
    st.builds(
        lambda number, left, name, iban: OpenInvoice(
            number=number, reference=number, open=Money.from_cents(left), name=name, iban=iban
        ),
        st.sampled_from(NUMBERS),
        cents,
        st.sampled_from(NAMES),
        st.sampled_from(IBANS),
    ),
    max_size=4,
    unique_by=lambda one: one.number,
)
texts = st.sampled_from(["", "F 2026 00001", "f-2026-00012 en F-2026-00002", "xF-2026-00001", "F-2026-000012", "huur"])
payments = st.lists(
    st.builds(
        lambda amount, text, reference, name, iban: Payment(
            line_id="1",
            account="",
            booked_on=date(2026, 3, 2),
            amount=Money.from_cents(amount),
            text=text,
            reference=reference,
            name=name,
            iban=iban,
        ),
        st.sampled_from([-100, 100, 200, 300, 500, 700]),
        texts,
        st.sampled_from(["", *NUMBERS]),
        st.sampled_from(NAMES),
        st.sampled_from(IBANS),
    ),
    max_size=5,
)


def slowly(paid: list[Payment], owed: list[OpenInvoice]) -> list[Match]:
    """Each payment against every invoice."""
    standing = {one.number: one for one in owed}
    found = []
    for payment in paid:
        one = match(payment, list(standing.values()))
        for share in one.shares if one.outcome is Outcome.EXACT else ():
            before = standing[share.number]
            standing[share.number] = replace(before, open=before.open - share.amount, paid=before.paid + share.amount)
        found.append(one)
    return found


@settings(max_examples=400, deadline=None)
@given(payments, invoices)
def test_quick_matching_says_what_slow_matching_says(paid, owed):
    assert match_all(paid, owed) == slowly(paid, owed)


@given(st.lists(st.tuples(st.sampled_from(NUMBERS), st.integers(-500, 500)), max_size=4), st.integers(-500, 500))
def test_shares_that_pass_come_to_the_line_and_go_its_way(typed, amount):
    shares, whole = [Share(number, Money.from_cents(part)) for number, part in typed], Money.from_cents(amount)
    if check_shares(whole, shares) is None:
        assert sum((one.amount for one in shares), Money(0)) == whole
        assert len({one.number for one in shares}) == len(shares) > 0
        assert all((one.amount > Money(0)) == (whole > Money(0)) for one in shares)


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        ([], "bank.no_invoice"),
        ([("F-1", 5), ("F-1", 5)], "bank.invoice_twice"),
        ([("F-1", 15), ("F-2", -5)], "bank.other_way"),
        ([("F-1", 9)], "bank.not_all"),
        ([("F-1", 11)], "bank.not_all"),
    ],
)
def test_shares_that_do_not_are_refused(shares, code):
    refused = check_shares(Money(10), [Share(number, Money(amount)) for number, amount in shares])
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == code


def test_what_is_sure_is_booked_and_what_went_out_for_no_invoice_is_none_of_them():
    none, amount = (), Money(1)
    assert state_of(Match(Outcome.EXACT, none, amount, (Why.REFERENCE,))) == LineState.BOOKED
    assert state_of(Match(Outcome.UNKNOWN, none, amount, (Why.WENT_OUT,))) == LineState.NOT_OURS
    assert state_of(Match(Outcome.UNKNOWN, none, amount, (Why.REVERSAL,))) == LineState.WAITS
    assert state_of(Match(Outcome.UNKNOWN, none, amount, (Why.NOTHING_FITS,))) == LineState.WAITS
    assert state_of(Match(Outcome.DOUBTFUL, none, amount, (Why.WENT_OUT,))) == LineState.WAITS


@given(st.integers(1, 500), st.lists(st.tuples(st.integers(-300, 300).filter(bool), st.booleans()), max_size=6))
def test_each_payment_is_told_by_what_was_open_when_it_came(owed, paid):
    told = outcomes(Money.from_cents(owed), [(Money.from_cents(amount), gone) for amount, gone in paid])
    left = owed
    for (amount, gone), came in zip(paid, told, strict=True):
        assert (came is Came.UNDONE) == gone
        if gone:
            continue
        assert (came is Came.BACK) == (amount < 0)
        assert (came is Came.TWICE) == (amount > 0 and left <= 0)
        assert (came is Came.TOO_MUCH) == (0 < left < amount)
        left -= amount
