"""What is owed on both sides by age, and week by week; the journal of managers; the list of their invoices."""

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interregnum.kernel.money import Money
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_pay import note_paid
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.actions.periods import close_month
from interregnum.stages.invoice.models import Invoice, Payable
from interregnum.stages.invoice.queries.ageing import ageing_page
from interregnum.stages.invoice.queries.forecast import forecast_page
from interregnum.stages.invoice.queries.ledger import journal_of
from interregnum.stages.invoice.queries.payable_rows import expected_of
from interregnum.stages.invoice.rules.ledger import Account
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, reasons, sent, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db
AGEING = "/bureau/invoices/ageing/"
FILES = ("", "ageing.csv", "ageing.xlsx", "weeks.csv")
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def paid_for(cast, bea, number="C-2026-0007"):
    """Days that were self-billed: 3,025 euros incl. VAT."""
    assignment = worked(cast, number=number)
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=LATER)
    code = draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    return assignment, Payable.objects.get(code=code)


def test_what_clients_owe_by_age(cast):
    row = sent(cast, worked(cast))
    late = row.due_on + timedelta(days=45)
    page = ageing_page(on=late)
    assert [(one.client, str(one.not_due), [str(part) for part in one.parts]) for one in page.rows] == [
        ("Bank De Proef", "0.00", ["0.00", "3630.00", "0.00", "0.00"])
    ]
    assert page.weeks[0] == (late - timedelta(days=late.weekday()), Money(3630))
    Invoice.objects.update(state="paid", paid=Money(3630))
    assert ageing_page(on=date(2026, 9, 1)).rows == ()


def test_weeks_hold_what_comes_what_managers_get_and_vat_of_the_quarter(cast, bea):
    assignment, row = paid_for(cast, bea)
    invoice = sent(cast, assignment)
    page = forecast_page(on=LATER.date())
    assert [(one.client, one.total) for one in page.managers] == [("Max Voorbeeld", Money(3025))]
    found = {one.monday: one for one in page.weeks if one.leaves.cents or one.vat.cents}
    due = row.received_on + timedelta(days=30)
    # Issued on 1 April: the VAT of the second quarter is paid by 31 July, which is beyond twelve weeks.
    assert sum((one.comes for one in page.weeks), Money(0)) == Money(3630)
    week = found[due - timedelta(days=due.weekday())]
    assert week.managers == Money(3025)
    assert invoice.due_on - timedelta(days=invoice.due_on.weekday()) in found
    in_may = forecast_page(on=date(2026, 6, 1))
    assert [one.vat for one in in_may.weeks if one.vat.cents] == [Money(630) - Money(525)]
    assert in_may.weeks[-1].so_far == Money(3630) - Money(3025) - Money(105)
    assert isinstance(credit_payable(payable=row.code, days={TODAY}, number="", why="Fout.", **bea), str)
    assert forecast_page(on=LATER.date()).managers_total.total == Money(3025) - Money(1210)


def test_a_partner_reads_and_keeps_it_and_nobody_else(cast, bea):
    assignment, _row = paid_for(cast, bea)
    sent(cast, assignment)
    with time_machine.travel(LATER, tick=False):
        desk = browser(cast.bea)
        page = desk.get(AGEING, HTTP_ACCEPT_LANGUAGE="en").content.decode()
        assert "3,630" in page
        assert "3,025" in page
        text = b"".join(desk.get(f"{AGEING}ageing.csv").streaming_content).decode().lstrip("\ufeff")
        lines = list(csv.reader(io.StringIO(text)))[1:]
        assert [(line[1], line[-1]) for line in lines][0::2] == [
            ("Bank De Proef", "3630.00"),
            ("Max Voorbeeld", "3025.00"),
        ]
        book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{AGEING}ageing.xlsx").content))
        assert len(list(book.active.iter_rows())) == len(lines) + 1
        weeks = b"".join(desk.get(f"{AGEING}weeks.csv").streaming_content).decode()
        assert len(weeks.splitlines()) == 13
        for who in (cast.berend, cast.anton, cast.aukje, cast.carla, cast.max, cast.sara):
            assert all(browser(who).get(AGEING + file).status_code in {403, 404} for file in FILES)


def test_when_nobody_owes_anything_the_page_says_what_will_stand_there(cast):
    assert "Nobody owes anything" in browser(cast.bea).get(AGEING, HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_the_journal_has_what_managers_are_owed_taken_back_and_paid(cast, bea):
    _assignment, row = paid_for(cast, bea)
    assert isinstance(credit_payable(payable=row.code, days={TODAY}, number="", why="Fout.", **bea), str)
    assert note_paid(payable=row.code, day=LATER.date(), **bea) is None
    journal = journal_of(LATER.date(), LATER.date())
    assert journal.debit == journal.credit
    sums = {account: debit - credit for account, debit, credit in journal.accounts}
    assert sums == {
        Account.COSTS: Money(1500),
        Account.VAT_BACK: Money(315),
        Account.CREDITORS: Money(1210),
        Account.BANK: Money(-3025),
    }
    # A manager's own invoice has no parts of VAT in the table: what is no VAT of it is cost.
    Payable.objects.create(
        **{name: getattr(row, name) for name in ("assignment", "manager", "month", "made_at", "made_by")},
        kind="purchase",
        state="approved",
        number="7",
        issued_on=MARCH,
        received_on=LATER.date(),
        decided_at=LATER,
        net=Money(100),
        vat_total=Money(21),
        gross=Money(121),
        agreed_days=30,
    )
    after = {account: debit - credit for account, debit, credit in journal_of(LATER.date(), LATER.date()).accounts}
    assert (after[Account.COSTS], after[Account.VAT_BACK]) == (Money(1600), Money(336))
    assert journal_of(MARCH, MARCH).entries == ()


def test_in_a_closed_month_nothing_of_a_manager_is_dated(cast, bea):
    _assignment, row = paid_for(cast, bea)
    month, after = LATER.date().replace(day=1), bea | {"at": LATER + timedelta(days=40)}
    assert close_month(month=month, **after) is None
    assert reasons(note_paid(payable=row.code, day=LATER.date(), **after)) == ["period.payment"]
    told = {"payable": row.code, "days": {TODAY}, "number": "", "why": "Fout."}
    assert reasons(credit_payable(**told, **bea)) == ["period.credit"]
    assert note_paid(payable=row.code, day=after["at"].date(), **after) is None


def test_invoices_of_managers_are_searched_filtered_and_paged(cast, bea):
    _assignment, row = paid_for(cast, bea)
    same = {name: getattr(row, name) for name in ("assignment", "manager", "made_at", "made_by", "net", "gross")}
    Payable.objects.bulk_create(
        Payable(
            **same, kind="purchase", state="returned", month=MARCH, number=f"R-{place}", vat_total=0, agreed_days=30
        )
        for place in range(30)
    )
    desk, own = browser(cast.bea), browser(cast.max)
    for page in (desk, own):
        url = "/bureau/payables/" if page is desk else "/manager/payments/"
        first = page.get(url, HTTP_ACCEPT_LANGUAGE="en").content.decode()
        assert "1 to 25 of 31" in first
        assert row.number not in first
        assert row.number in page.get(f"{url}?page=2").content.decode()
        assert "R-1<" not in page.get(f"{url}?state=approved").content.decode()
        assert row.number in page.get(f"{url}?state=approved").content.decode()
        assert row.number in page.get(f"{url}?q={row.number}").content.decode()
    assert "R-1<" not in desk.get("/bureau/payables/?kind=self_billed").content.decode()


def test_what_is_expected_costs_no_more_questions_for_many(cast, bea):
    counts = []
    for first, last in ((0, 2), (2, 7)):
        for place in range(first, last):
            worked(cast, number=f"C-2026-{1000 + place}")
        with CaptureQueriesContext(connection) as asked:
            assert len(expected_of(seen_by=bea["by"], on=LATER.date())) == last
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 21
