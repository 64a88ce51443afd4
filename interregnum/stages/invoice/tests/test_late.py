"""What is paid late: reminders that keep their distance, and interest over each span between payments."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.bank_book import undo_payment
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.issue import remind_of_invoices, send_invoice
from interregnum.stages.invoice.actions.settle import dispute_invoice, end_dispute, record_payment
from interregnum.stages.invoice.queries.pages import invoice_page
from interregnum.stages.invoice.rules.payment import Rate, interest, reminder_due
from interregnum.stages.invoice.rules.states import DisputeReason, InvoiceState
from interregnum.stages.invoice.tests.invoice_world import LATER, issued, sent, worked
from tests.world import TODAY, browser

DAY = date(2026, 3, 2)
TEN = [Rate(date(2020, 1, 1), Decimal(10))]
STEPS = (7, 21, 35)


def nights(first, count):
    """On which of so many nights after a moment a reminder goes."""
    return [number for number in range(count) if remind_of_invoices(first + timedelta(days=number))]


@pytest.mark.django_db
def test_a_dispute_that_ended_late_is_followed_by_reminders_at_their_distance(cast, bea):
    row, end = sent(cast, worked(cast)), LATER + timedelta(days=120)
    told = {"reason": DisputeReason.OTHER, "words": "x"}
    assert dispute_invoice(invoice=row.code, **told, by=cast.actor(cast.carla), at=LATER) is None
    assert end_dispute(invoice=row.code, by=bea["by"], at=end) is None
    assert nights(end, 60) == list(STEPS)


@pytest.mark.django_db
def test_so_are_an_invoice_that_left_late_and_a_house_whose_worker_stood_still(cast, bea):
    row, left = issued(cast, bea), LATER + timedelta(days=120)
    assert send_invoice(invoice=row.code, by=bea["by"], at=left) is None
    assert nights(left, 20) == [7]
    # Nobody looked for 100 days.
    assert nights(left + timedelta(days=120), 20) == [0, 14]
    text = Mail.objects.filter(template="mail/invoice_reminder.txt").first().text
    assert "rente" in text or "interest" in text


@given(st.integers(0, 200), st.lists(st.integers(1, 60), min_size=1, max_size=5), st.integers(1, 9))
def test_two_reminders_never_come_closer_than_their_steps(begun, gaps, pace):
    steps = [sum(gaps[: place + 1]) for place in range(len(gaps))]
    sent_on = []
    for number in range(0, 900, pace):
        on = DAY + timedelta(days=begun + number)
        if reminder_due(DAY, sent=len(sent_on), steps=steps, on=on, last=sent_on[-1] if sent_on else None):
            sent_on.append(on)
    assert len(sent_on) == len(steps)
    assert (sent_on[0] - DAY).days >= steps[0]
    assert all((after - one).days >= gap for one, after, gap in zip(sent_on, sent_on[1:], gaps[1:], strict=False))


def test_interest_of_what_was_paid_in_two_parts_by_hand():
    due, paid = date(2026, 3, 1), [(date(2026, 3, 11), Money(1825)), (date(2026, 3, 21), Money(1825))]
    # Ten days over all of it, ten over half; nothing afterwards.
    assert interest(Money(3650), due=due, on=date(2026, 3, 21), rates=TEN, paid=paid) == Money(15)
    assert interest(Money(3650), due=due, on=date(2026, 9, 1), rates=TEN, paid=paid) == Money(15)
    assert interest(Money(3650), due=due, on=date(2026, 3, 16), rates=TEN, paid=paid) == Money("12.50")
    assert interest(Money(3650), due=due, on=date(2026, 9, 1), rates=TEN, paid=[(due, Money(3650))]) == Money(0)


@given(
    st.integers(1, 10**7),
    st.lists(st.tuples(st.integers(-30, 900), st.integers(1, 10**6)), max_size=6),
    st.integers(1, 900),
)
def test_interest_never_falls_and_a_payment_never_makes_it_more(cents, payments, days):
    def on(number, kept):
        told = {"due": DAY, "on": DAY + timedelta(days=number), "rates": TEN}
        return interest(Money.from_cents(cents), **told, paid=kept)

    paid = [(DAY + timedelta(days=number), Money.from_cents(amount)) for number, amount in payments]
    assert on(days, paid) <= on(days + 1, paid)
    assert on(days, paid) <= on(days, paid[1:]) <= on(days, [])
    # By the day, another way.
    left, kept, owed = Decimal(cents) / 100, Decimal(0), Decimal(0)
    ends = {DAY.replace(year=DAY.year + years) for years in (1, 2, 3)}
    for number in range(-30, days + 1):
        day = DAY + timedelta(days=number)
        if number > 0 and left > 0:
            owed += (left + kept) * 10 / 100 / 365
        if day in ends:
            kept, owed = kept + owed, Decimal(0)
        left -= sum((money.amount for when, money in paid if when == day), Decimal(0))
    assert abs(on(days, paid).amount - (kept + owed)) <= Decimal("0.006")


@pytest.mark.django_db
def test_a_late_payment_does_not_take_the_interest_away(cast, bea):
    row, at = sent(cast, worked(cast)), LATER + timedelta(days=200)
    late = {"by": bea["by"], "at": at}

    def shown(day=at):
        return invoice_page(row.code, seen_by=bea["by"], at=day).interest

    before = shown()
    assert before > Money(100)
    pay = {"invoice": row.code, "day": at.date(), "reference": "", **late}
    assert record_payment(amount=row.gross - Money(1), **pay) is None
    assert shown() == before
    assert record_payment(amount=Money(1), **pay) is None
    row.refresh_from_db()
    assert row.state == InvoiceState.PAID
    assert shown() == shown(at + timedelta(days=99)) == before
    page = browser(cast.carla).get(reverse("client:invoice", args=[row.code])).content.decode()
    assert "it was paid late" in page
    for payment in row.payments.all():
        assert undo_payment(invoice=row.code, payment=payment.code, **late) == row.code
    assert shown() == before < shown(at + timedelta(days=99))


@pytest.mark.django_db
def test_what_was_credited_or_paid_in_time_bears_none(cast, bea):
    row, at = sent(cast, worked(cast)), LATER + timedelta(days=200)
    assert isinstance(credit_invoice(invoice=row.code, days={TODAY}, why="Vrij.", **bea), str)
    pay = {"invoice": row.code, "day": LATER.date(), "reference": ""}
    assert record_payment(amount=row.gross - Money(1452), **pay, **bea) is None
    assert invoice_page(row.code, seen_by=bea["by"], at=at).interest == Money(0)
