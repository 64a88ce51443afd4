"""What a manager is owed, when, and how an invoice differs: by tables and by chance."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.guarantee.rules.days import Turn, Worked, day_lines
from interregnum.stages.invoice.rules.payable import PayWhy, earned
from interregnum.stages.invoice.rules.payable_due import ClientInvoice, Reason, pay_due
from interregnum.stages.invoice.rules.payable_match import Bill, Point, compare

FIRST = date(2026, 3, 2)
BEGIN = date(2026, 4, 1)


def turn(manager, first, last, rate=800):
    day = FIRST + timedelta(days=first)
    told = {"client_rate": Money(rate + 200), "manager_rate": Money(rate)}
    return Turn(manager=manager, first=day, last=FIRST + timedelta(days=last), **told)


def owed(turns, rows, handover=()):
    """(manager, place of the day, minutes, approved) each."""
    worked = [Worked(who, FIRST + timedelta(days=day), minutes, approved) for who, day, minutes, approved in rows]
    lines = day_lines(turns, worked, handover={FIRST + timedelta(days=day) for day in handover}, day_minutes=480)
    known = {(one.manager, one.day): one.approved for one in worked}
    found = earned(lines, turns, known, day_minutes=480)
    return [(one.manager, (one.day - FIRST).days, one.amount.amount, one.why) for one in found]


def test_approved_days_are_paid_and_open_ones_are_not():
    rows = [("a", 0, 480, 480), ("a", 1, 480, None), ("a", 2, 480, 240), ("a", 3, 480, 0)]
    assert owed([turn("a", 0, 30)], rows) == [
        ("a", 0, Decimal(800), PayWhy.APPROVED),
        ("a", 2, Decimal(400), PayWhy.APPROVED),
    ]


def test_a_rate_that_changes_in_mid_month_pays_each_day_its_own():
    turns = [turn("a", 0, 1), turn("a", 2, 30, rate=900)]
    assert [one[2] for one in owed(turns, [("a", day, 480, 480) for day in range(4)])] == [800, 800, 900, 900]


def test_hand_over_is_paid_to_both_and_a_day_past_the_end_only_as_far_as_it_was_approved():
    turns = [turn("a", 0, 4), turn("b", 4, 30)]
    rows = [("a", 4, 480, None), ("b", 4, 480, None), ("a", 5, 480, 480), ("a", 6, 480, None)]
    assert owed(turns, rows, handover=[4]) == [
        ("a", 4, Decimal(800), PayWhy.HANDOVER),
        ("b", 4, Decimal(800), PayWhy.HANDOVER),
        ("a", 5, Decimal(800), PayWhy.OUTSIDE),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"),
            st.integers(0, 20),
            st.integers(1, 720),
            st.one_of(st.none(), st.integers(0, 720)),
        ),
        unique_by=lambda one: one[:2],
    ),
    st.sets(st.integers(0, 20), max_size=3),
)
def test_no_day_is_owed_twice_nor_more_than_was_written_or_approved(rows, handover):
    found = owed([turn("a", 0, 9), turn("b", 8, 30, rate=960)], rows, handover)
    assert len({one[:2] for one in found}) == len(found)
    known = {(who, day): max(minutes, approved or 0) for who, day, minutes, approved in rows}
    rates = {"a": Decimal(800), "b": Decimal(960)}
    for who, day, amount, _why in found:
        assert 0 < amount <= (Money(rates[who]) * (Decimal(known[who, day]) / 480)).amount


@pytest.mark.parametrize(
    ("agreed", "received", "on", "reason"),
    [
        (14, 0, 14, Reason.AGREED),
        (30, 0, 30, Reason.AGREED),
        (45, 0, 30, Reason.LAW),
        (14, 5, 19, Reason.AGREED),
        # Received before its date: from its date.
        (14, -3, 14, Reason.AGREED),
    ],
)
def test_the_day_of_payment(agreed, received, on, reason):
    came = BEGIN + timedelta(days=received)
    due = pay_due(issued_on=BEGIN, received_on=came, agreed_days=agreed, law_days=30)
    assert (due.on, due.reason) == (BEGIN + timedelta(days=on), reason)


@pytest.mark.parametrize(
    ("paid_after", "is_whole", "on", "reason"),
    [
        (None, True, 60, Reason.WAITS),
        (10, True, 10, Reason.CLIENT_PAID),
        (-5, True, 0, Reason.CLIENT_PAID),
        (90, True, 60, Reason.LATEST),
        (10, False, 60, Reason.WAITS),
    ],
)
def test_whoever_waits_for_the_client_waits_no_longer_than_the_law_lets(paid_after, is_whole, on, reason):
    paid = None if paid_after is None else BEGIN + timedelta(days=paid_after)
    told = {"issued_on": BEGIN, "received_on": BEGIN, "agreed_days": 14, "law_days": 30}
    waits = {"waits": True, "most_days": 60, "invoices": [ClientInvoice("F-1", paid)], "is_whole": is_whole}
    due = pay_due(**told, **waits)
    assert (due.on, due.reason) == (BEGIN + timedelta(days=on), reason)


AMOUNTS = st.integers(0, 10**7).map(Money.from_cents)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_every_amount_that_differs_is_named_and_no_other(net, vat, other_net, other_vat):
    ours, theirs = (Bill(net=one, vat=two, gross=one + two) for one, two in ((net, vat), (other_net, other_vat)))
    points = {one.point for one in compare(ours, theirs)}
    wanted = {(Point.NET, net != other_net), (Point.VAT, vat != other_vat), (Point.GROSS, ours.gross != theirs.gross)}
    assert points == {point for point, differs in wanted if differs}


def test_numbers_are_compared_as_signs_and_sums_must_add_up():
    told = {"net": Money(100), "vat": Money(21), "gross": Money(121)}
    known = Bill(**told, iban="NL91 ABNA 0417 1643 00")
    assert compare(known, Bill(**told, iban="nl91abna0417164300")) == ()
    assert [one.point for one in compare(known, Bill(**told, iban="NL02ABNA0123456789"))] == [Point.IBAN]
    assert Point.SUM in {one.point for one in compare(known, Bill(**told | {"gross": Money(120)}))}
