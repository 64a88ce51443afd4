"""The margin of assignments, from their invoices and what is on none; for partners alone."""

import csv
import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interregnum.kernel.money import Money
from interregnum.stages.deliver.models import Tenure
from interregnum.stages.deliver.tests.deliver_world import make_contract
from interregnum.stages.guarantee.queries.proof import owed_of_all
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Payable
from interregnum.stages.invoice.queries.margin import margin_pieces
from interregnum.stages.invoice.queries.payable_account import pay_account
from interregnum.stages.invoice.queries.rows import assignments_to_bill
from interregnum.stages.invoice.queries.standing import standing_of
from interregnum.stages.invoice.rules.margin import margin_of, margins_by
from interregnum.stages.invoice.tests.invoice_world import (
    LATER,
    MARCH,
    approve,
    drafted,
    make_extra,
    sent,
    worked,
)
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import TODAY, browser

pytestmark = pytest.mark.django_db
PAGE = "/bureau/invoices/margin/"
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}
KEPT = Money(500)


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def margin(cast):
    return margin_of(margin_pieces(seen_by=cast.actor(cast.bea))[0])


def self_billed(cast, assignment, bea):
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=LATER)
    code = draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)
    assert isinstance(code, str), code
    return code


def test_billing_and_paying_move_the_money_and_keep_the_margin(cast, bea):
    assignment = worked(cast)
    made = margin(cast)
    assert (made.to_bill, made.worked, made.owed, made.kept) == (Money(3000), Money(2500), Money(2500), KEPT)
    drafted(cast, assignment)
    assert margin(cast) == made
    code = self_billed(cast, assignment, bea)
    assert margin(cast) == made
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    assert (margin(cast).owed, margin(cast).kept) == (Money(0), KEPT)


def test_an_invoice_counts_and_its_credit_note_takes_it_back(cast, bea):
    row = sent(cast, worked(cast))
    assert (margin(cast).billed, margin(cast).to_bill, margin(cast).kept) == (Money(3000), Money(0), KEPT)
    assert isinstance(credit_invoice(invoice=row.code, days={TODAY}, why="Fout.", **bea), str)
    # The day is on no invoice again, as it stands approved.
    assert (margin(cast).billed, margin(cast).to_bill, margin(cast).kept) == (Money(1800), Money(1200), KEPT)


def test_what_is_billed_beside_days_counts_before_and_after_it_is_billed(cast):
    assignment = worked(cast)
    make_extra(cast, assignment)
    make_extra(cast, assignment, kind="discount", manager=None, text="Korting", amount=Money(-200))
    assert (margin(cast).to_bill, margin(cast).kept) == (Money(2850), Money(300))
    sent(cast, assignment)
    assert (margin(cast).billed, margin(cast).to_bill, margin(cast).kept) == (Money(2850), Money(0), Money(300))


def test_an_expense_that_is_approved_after_all_days_were_billed_and_paid_costs_what_it_brings(cast, bea):
    assignment = worked(cast)
    sent(cast, assignment)
    issue_self_bill(payable=self_billed(cast, assignment, bea), **bea)
    before = margin(cast)
    make_extra(cast, assignment)
    made = margin(cast)
    assert (made.to_bill, made.owed, made.kept) == (Money(50), Money(50), before.kept)


def test_days_of_a_payable_that_were_taken_back_are_owed_anew(cast, bea):
    assignment = worked(cast)
    code = self_billed(cast, assignment, bea)
    issue_self_bill(payable=code, **bea)
    assert isinstance(credit_payable(payable=code, days={TODAY}, number="", why="Fout.", **bea), str)
    assert (margin(cast).worked, margin(cast).owed) == (Money(2500), Money(1000))


def test_what_an_accepted_invoice_asks_more_is_lost(cast, bea):
    assignment = worked(cast)
    code = self_billed(cast, assignment, bea)
    Payable.objects.filter(code=code).update(kind="purchase", state="approved", number="7", net=Money(2600))
    assert (margin(cast).worked, margin(cast).kept) == (Money(2600), Money(400))


def replaced(cast):
    """Olga went on with the assignment of Max on Thursday, at 900 euros; both wrote Wednesday."""
    assignment, wednesday = worked(cast), TODAY + timedelta(days=2)
    Tenure.objects.create(
        assignment=assignment,
        manager=cast.max_profile,
        contract=assignment.contract,
        first_on=TODAY,
        last_on=wednesday,
    )
    contract = make_contract(cast, number="C-2026-0008", manager=cast.olga_profile, starts_on=wednesday)
    type(contract).objects.filter(pk=contract.pk).update(manager_rate=Money(900))
    type(contract).objects.filter(pk=assignment.contract_id).update(runs_until=wednesday)
    assignment.manager, assignment.contract = cast.olga_profile, contract
    assignment.save()
    approve(assignment, {wednesday: 480, TODAY + timedelta(days=3): 480})
    return assignment


def test_a_replaced_assignment_shows_each_manager_and_what_the_firm_bears(cast):
    replaced(cast)
    pieces, named = margin_pieces(seen_by=cast.actor(cast.bea))
    found = {named.managers[key]: made for key, made in margins_by(pieces, lambda one: one.manager).items()}
    first, second = found["Max Voorbeeld"], found["Olga Voorbeeld"]
    # Wednesday is billed for Olga alone; half a day of Max on it is paid all the same.
    assert (first.to_bill, first.worked, first.borne) == (Money(2400), Money(2000), Money(500))
    assert (second.to_bill, second.worked, second.borne) == (Money(2400), Money(1800), Money(0))
    assert first + second == margin(cast)


def test_an_expense_that_the_client_does_not_bear_is_no_revenue(cast):
    assignment = replaced(cast)
    before = margin(cast)
    # Max had left by then.
    make_extra(cast, assignment, manager=cast.max_profile, day=TODAY + timedelta(days=3))
    made = margin(cast)
    assert (made.to_bill, made.cost, made.kept) == (before.to_bill, before.cost + Money(50), before.kept - Money(50))


def test_many_at_once_are_what_each_manager_is_owed(cast, bea):
    replaced(cast)
    other = worked(cast, number="C-2026-0009")
    self_billed(cast, other, bea)
    rows = list(assignments_to_bill(cast.actor(cast.bea)))
    found = standing_of(rows, owed_of_all())
    for row in rows:
        each = [
            line
            for who in (cast.max_profile.code, cast.olga_profile.code)
            for line in pay_account(row, who).open_until(date.max)
        ]
        assert sorted(found[row.pk].owed, key=repr) == sorted(each, key=repr)


def test_a_day_counts_in_the_year_in_which_it_was_worked(cast):
    assignment = worked(cast, ends_on=date(2027, 3, 31))
    approve(assignment, {date(2027, 1, 4): 480})
    sent(cast, assignment)
    pieces, _named = margin_pieces(seen_by=cast.actor(cast.bea))
    years = {year: made.revenue for year, made in margins_by(pieces, lambda one: one.year).items()}
    assert years == {2026: Money(3000), 2027: Money(1200)}


def sheet(desk, query=""):
    text = b"".join(desk.get(f"{PAGE}margin.csv{query}").streaming_content).decode().lstrip("\ufeff")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_a_partner_adds_up_searches_and_exports(cast):
    type(cast.bank).objects.filter(pk=cast.bank.pk).update(name="=Bank De Proef")
    first, second = worked(cast).number, worked(cast, number="C-2026-0009").number
    desk = browser(cast.bea)
    page = desk.get(PAGE, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert second in page
    assert "6,000" in page
    for by, names in {
        "assignment": [first, second],
        "manager": ["Max Voorbeeld", "Max Voorbeeld"],
        "client": ["'=Bank De Proef"],
        "year": ["2026"],
    }.items():
        *lines, sums = sheet(desk, f"?by={by}")
        assert sorted(line[0] for line in lines) == names
        assert sums[2:] == ["0.00", "6000.00", "5000.00", "0.00", "5000.00", "1000.00", "16.7"]
    assert sheet(desk, f"?q={second}")[-1][7] == "500.00"
    assert sheet(desk, "?year=2026&sort=name")[0][0] == first
    assert first not in desk.get(f"{PAGE}?q={second}").content.decode()
    book = openpyxl.load_workbook(io.BytesIO(desk.get(f"{PAGE}margin.xlsx").content))
    assert {cell.data_type for line in book.active.iter_rows() for cell in line if cell.value} == {"s"}


def test_before_any_hours_the_page_says_what_will_stand_there(cast):
    page = browser(cast.bea).get(PAGE, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "No margin to show yet" in page


def test_nobody_but_a_partner_opens_it_or_finds_the_way(cast):
    worked(cast)
    for who in (cast.berend, cast.anton, cast.aukje, cast.carla, cast.dirk, cast.max, cast.sara):
        desk = browser(who)
        assert all(desk.get(PAGE + file).status_code in {403, 404} for file in ("", "margin.csv", "margin.xlsx"))
        assert margin_pieces(seen_by=cast.actor(who))[0] == ()
    assert PAGE in browser(cast.bea).get("/bureau/invoices/").content.decode()
    assert PAGE not in browser(cast.berend).get("/bureau/invoices/").content.decode()


def test_more_assignments_cost_no_more_queries(cast):
    desk, counts = browser(cast.bea), []
    for first, last in ((0, 2), (2, 7)):
        for place in range(first, last):
            worked(cast, number=f"C-2026-{1000 + place}")
        desk.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(PAGE).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 30
