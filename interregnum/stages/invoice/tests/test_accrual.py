"""What stands on no document at the end of a month: the same whenever it is asked, and what is billed afterwards."""

import csv
import io
from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import HoursDay
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice, draft_invoice
from interregnum.stages.invoice.actions.issue import issue_invoice
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Extra, Invoice, InvoiceLine, PayLine
from interregnum.stages.invoice.queries.accrual import accrual_page
from interregnum.stages.invoice.rules.accrual import Accrued, accrual_entries, accrued_in_all
from interregnum.stages.invoice.rules.ledger import Account, by_account, sums_of
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, make_extra, sent, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import TODAY, browser

PAGE = "/bureau/invoices/accrual/"
APRIL = date(2026, 4, 1)
IN_MAY = LATER + timedelta(days=35)
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}
MONEY = st.integers(-500_000, 500_000).map(Money.from_cents)
LINES = st.lists(
    st.builds(
        Accrued,
        number=st.sampled_from(["O-1", "O-2"]),
        client=st.just("Bank"),
        manager=st.just("Max"),
        is_approved=st.booleans(),
        revenue=MONEY,
        cost=MONEY,
    ),
    max_size=12,
)


@given(LINES)
def test_the_lines_of_the_journal_balance_and_are_undone_the_next_day(lines):
    entries = accrual_entries(date(2026, 3, 31), lines, ("a", "b"))
    first = [one for one in entries if one.day == date(2026, 3, 31)]
    assert sums_of(first)[0] == sums_of(first)[1]
    assert {one.day for one in entries} <= {date(2026, 3, 31), APRIL}
    for debit, credit in by_account(entries).values():
        assert debit == credit
    revenue, cost = accrued_in_all(lines)
    to_bill, to_receive = by_account(first)[Account.TO_BILL], by_account(first)[Account.TO_RECEIVE]
    assert (to_bill[0] - to_bill[1], to_receive[1] - to_receive[0]) == (revenue, cost)


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=LATER)
    return cast


def sums(cast, month=MARCH):
    return accrual_page(month, seen_by=cast.actor(cast.bea)).sums


def billed(assignment, month, bea, at):
    code = draft_invoice(assignment=assignment.code, month=month, by=bea["by"], at=at)
    assert isinstance(code, str), code
    assert check_invoice(invoice=code, by=bea["by"], at=at) is None
    assert isinstance(issue_invoice(invoice=code, by=bea["by"], at=at), str)
    return Invoice.objects.get(code=code)


@pytest.mark.parametrize("seed", range(3))
def test_what_was_accrued_is_what_is_billed_and_invoiced_later(cast, bea, seed):
    chance, assignment = Random(seed), make_assignment(cast)
    days = [TODAY + timedelta(days=number) for number in chance.sample(range(55), 12)]
    approve(assignment, {day: chance.choice((120, 240, 480)) for day in days})
    before = sums(cast)
    billed(assignment, MARCH, bea, LATER)
    assert sums(cast) == before
    billed(assignment, APRIL, bea, IN_MAY)
    told = {"assignment": assignment.code, "manager": cast.max_profile.code}
    for month in (MARCH, APRIL):
        code = draft_self_bill(**told, month=month, **bea)
        assert isinstance(issue_self_bill(payable=code, by=bea["by"], at=IN_MAY), str)
    later = [
        sum((line.amount for line in rows.filter(day__lt=APRIL)), Money(0))
        for rows in (InvoiceLine.objects.all(), PayLine.objects.all())
    ]
    assert list(sums(cast)) == list(before) == later
    assert sums(cast, APRIL)[0] == sum((line.amount for line in InvoiceLine.objects.filter(day__gte=APRIL)), Money(0))
    assert sums(cast, date(2026, 5, 1)) == (Money(0), Money(0))


def test_a_day_that_was_credited_and_billed_anew_after_the_month_was_not_open_at_its_end(cast, bea):
    assignment = worked(cast)
    in_march = LATER.replace(month=3, day=20)
    row = billed(assignment, MARCH, bea, in_march)
    assert sums(cast)[0] == Money(0)
    assert isinstance(credit_invoice(invoice=row.code, why="Fout.", **bea), str)
    assert sums(cast)[0] == Money(0)
    assert sums(cast, APRIL)[0] == Money(3000)
    billed(assignment, MARCH, bea, IN_MAY)
    assert (sums(cast)[0], sums(cast, APRIL)[0]) == (Money(0), Money(3000))


def test_what_is_beside_days_is_accrued_until_it_was_billed(cast, bea):
    assignment = worked(cast)
    make_extra(cast, assignment)
    assert sums(cast)[0] == Money(3050)
    billed(assignment, MARCH, bea, LATER)
    assert sums(cast)[0] == Money(3050)
    assert sums(cast, APRIL)[0] == Money(0)


def test_an_expense_beside_days_that_are_all_billed_and_paid_is_accrued_on_both_sides(cast, bea):
    assignment = worked(cast)
    billed(assignment, MARCH, bea, LATER.replace(month=3, day=20))
    told = {"assignment": assignment.code, "manager": cast.max_profile.code, "month": MARCH, "by": bea["by"]}
    at = LATER.replace(month=3, day=20)
    assert isinstance(issue_self_bill(payable=draft_self_bill(**told, at=at), by=bea["by"], at=at), str)
    assert sums(cast) == (Money(0), Money(0))
    make_extra(cast, assignment)
    assert sums(cast) == (Money(50), Money(50))
    Extra.objects.update(day=TODAY - timedelta(days=1))
    assert sums(cast) == (Money(0), Money(50))


def test_what_is_not_approved_stands_apart(cast):
    worked(cast)
    HoursDay.objects.filter(day=TODAY).update(approved=None, state=HoursState.SENT)
    page = accrual_page(MARCH, seen_by=cast.actor(cast.bea))
    assert [(one.is_approved, one.days, one.revenue, one.cost) for one in page.lines] == [
        (True, 2, Money(1800), Money(1500)),
        (False, 1, Money(1200), Money(1000)),
    ]


def test_the_page_and_its_file_for_whoever_keeps_the_books(cast):
    assignment = worked(cast)
    desk = browser(cast.berend)
    page = desk.get(f"{PAGE}?month=2026-03", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert assignment.number in page
    assert "3,000" in page
    text = b"".join(desk.get(f"{PAGE}accrual.csv?month=2026-03").streaming_content).decode().lstrip("\ufeff")
    *lines, last = list(csv.reader(io.StringIO(text)))[1:]
    assert [(line[0], line[3], line[6], line[7]) for line in lines] == [
        ("2026-03-31", "1290", "3000.00", "0.00"),
        ("2026-03-31", "8000", "0.00", "3000.00"),
        ("2026-03-31", "7000", "2500.00", "0.00"),
        ("2026-03-31", "1690", "0.00", "2500.00"),
        ("2026-04-01", "1290", "0.00", "3000.00"),
        ("2026-04-01", "8000", "3000.00", "0.00"),
        ("2026-04-01", "7000", "0.00", "2500.00"),
        ("2026-04-01", "1690", "2500.00", "0.00"),
    ]
    assert last[6:8] == ["11000.00", "11000.00"]
    assert desk.get(f"{PAGE}accrual.xlsx?month=2026-03").content[:2] == b"PK"
    sent(cast, assignment)
    assert "2,500" in desk.get(f"{PAGE}?month=2026-05", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    empty = desk.get(f"{PAGE}?month=2026-01", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "What is not, will stand here" in empty
    for who in (cast.anton, cast.carla, cast.max, cast.sara):
        for file in ("", "accrual.csv", "accrual.xlsx"):
            assert browser(who).get(PAGE + file).status_code in {403, 404}


def test_more_assignments_cost_no_more_queries(cast):
    desk, counts = browser(cast.bea), []
    for first, last in ((0, 2), (2, 6)):
        for place in range(first, last):
            worked(cast, number=f"C-2026-{1000 + place}")
        desk.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(f"{PAGE}?month=2026-03").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 32
