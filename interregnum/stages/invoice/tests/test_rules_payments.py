"""Which invoices a payment pays: exact only when nothing speaks against it, and never a cent lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.payment import Payment
from interregnum.stages.invoice.rules.bank_ledger import match_all
from interregnum.stages.invoice.rules.payments import OpenInvoice, Outcome, Why, match

ZORG, BANK = "Stichting Noorderlicht Zorg", "De Drie Bruggen B.V."


def paid(amount, **more):
    return Payment(line_id="1", account="A", booked_on=date(2026, 11, 3), amount=Money(amount), **more)


def invoice(number, amount, name=ZORG, **more):
    return OpenInvoice(number=number, reference=more.pop("reference", ""), open=Money(amount), name=name, **more)


OPEN = [
    invoice("2026-00041", 100),
    invoice("2026-00042", 200, reference="RF18539007547034", iban="NL1"),
    invoice("2026-00043", 300, name=BANK),
    invoice("2026-00044", 300, name=BANK),
]


@pytest.mark.parametrize(
    ("payment", "outcome", "shares", "reasons"),
    [
        (paid(200, reference="RF18 5390 0754 7034"), "exact", {"2026-00042": "200.00"}, {Why.REFERENCE}),
        (paid(150, reference="RF18539007547034"), "exact", {"2026-00042": "150.00"}, {Why.REFERENCE, Why.A_PART}),
        (paid(250, reference="RF18539007547034"), "doubtful", {"2026-00042": "200.00"}, {Why.REFERENCE, Why.TOO_MUCH}),
        (paid(100, text="factuur 2026 00041"), "exact", {"2026-00041": "100.00"}, {Why.NUMBER}),
        (paid(90, text="2026-00041"), "doubtful", {"2026-00041": "90.00"}, {Why.NUMBER, Why.TOO_LITTLE}),
        (
            paid(300, text="2026-00041, 2026-00042", name="Noorderlicht Zorg"),
            "exact",
            {"2026-00041": "100.00", "2026-00042": "200.00"},
            {Why.NUMBER, Why.SEVERAL_TOGETHER},
        ),
        (
            paid(100, text="2026-00041", name="Iemand"),
            "doubtful",
            {"2026-00041": "100.00"},
            {Why.NUMBER, Why.OTHER_PARTY},
        ),
        (paid(100, text="120260004199"), "doubtful", {"2026-00041": "100.00"}, {Why.AMOUNT_ALONE}),
        (paid(100, name="NOORDERLICHT ZORG"), "exact", {"2026-00041": "100.00"}, {Why.AMOUNT_AND_NAME}),
        (paid(200, iban="nl1"), "exact", {"2026-00042": "200.00"}, {Why.AMOUNT_AND_ACCOUNT}),
        (paid(300, name=BANK), "doubtful", {"2026-00043": "300.00"}, {Why.AMOUNT_AND_NAME, Why.SEVERAL_FIT}),
        (
            paid(600, name=BANK),
            "doubtful",
            {"2026-00043": "300.00", "2026-00044": "300.00"},
            {Why.NAME_ALONE, Why.SEVERAL_TOGETHER},
        ),
        (paid(10, name=BANK), "doubtful", {"2026-00043": "10.00"}, {Why.NAME_ALONE, Why.TOO_LITTLE}),
        (paid(77, name="Niemand"), "unknown", {}, {Why.NOTHING_FITS}),
        (paid(-50), "unknown", {}, {Why.WENT_OUT}),
        (paid(-100, text="2026-00041", is_reversal=True), "doubtful", {}, {Why.REVERSAL}),
    ],
)
def test_a_payment_is_known_for_what_it_is(payment, outcome, shares, reasons):
    found = match(payment, OPEN)
    assert (found.outcome, set(found.reasons)) == (outcome, reasons)
    assert {share.number: str(share.amount) for share in found.shares} == shares


def test_one_invoice_in_several_payments_and_then_once_more():
    parts = [paid(amount, reference="RF18539007547034") for amount in (50, 150, 200)]
    first, second, third = match_all(parts, OPEN)
    assert [each.outcome for each in (first, second, third)] == [Outcome.EXACT, Outcome.EXACT, Outcome.DOUBTFUL]
    assert Why.TWICE in third.reasons
    assert (third.shares, str(third.left)) == ((), "200.00")


amounts = st.integers(0, 40).map(lambda number: Money(number * 25))
names = st.sampled_from([ZORG, BANK, "Noorderlicht Zorg", "", "Niemand"])
texts = st.lists(st.sampled_from([each.number for each in OPEN]), max_size=3).map(" ".join)
payments = st.builds(
    lambda amount, name, text, reference: paid(amount.amount, name=name, text=text, reference=reference),
    amounts,
    names,
    texts,
    st.sampled_from(["", "RF18539007547034", "2026-00043"]),
)


@given(st.lists(payments, max_size=8))
def test_nothing_is_lost_nor_booked_beyond_what_is_open(made):
    booked = {each.number: Money(0) for each in OPEN}
    for payment, found in zip(made, match_all(made, OPEN), strict=True):
        assert sum((share.amount for share in found.shares), Money(0)) + found.left == payment.amount
        assert all(share.amount > Money(0) for share in found.shares)
        assert found.outcome is not Outcome.EXACT or found.left == Money(0)
        for share in found.shares if found.outcome is Outcome.EXACT else ():
            booked[share.number] = booked[share.number] + share.amount
    assert all(booked[each.number] <= each.open for each in OPEN)
