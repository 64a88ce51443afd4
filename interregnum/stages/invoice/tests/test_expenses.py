"""An expense on its way: declared with its receipt, decided by the client, billed once and paid once."""

from datetime import date, timedelta

import pytest
from django.http import Http404

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of
from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.parameters.values import set_value
from interregnum.stages.contract.models import Contract
from interregnum.stages.invoice.actions.credit import credit_invoice
from interregnum.stages.invoice.actions.draft import check_invoice
from interregnum.stages.invoice.actions.expense_ask import ask_expense, correct_expense, withdraw_expense
from interregnum.stages.invoice.actions.expense_decide import approve_expense, refuse_expense, take_back_approval
from interregnum.stages.invoice.models import BilledExtra, Books, Expense, Extra, Invoice
from interregnum.stages.invoice.queries.expense_pages import expense_page
from interregnum.stages.invoice.queries.expense_rows import expenses_of
from interregnum.stages.invoice.rules.expenses import CostKind
from interregnum.stages.invoice.rules.extras import ExtraState
from interregnum.stages.invoice.tests.expense_world import PDF, PNG, approved, asked, receipt_of, spent, vat_number_of
from interregnum.stages.invoice.tests.invoice_world import LATER, drafted, reasons, sent, worked
from tests.world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(cast):
    vat_number_of(cast.max_profile)
    return cast


@pytest.fixture
def assignment(cast):
    return worked(cast)


@pytest.fixture
def max(cast):
    return {"by": cast.actor(cast.max), "at": LATER}


@pytest.fixture
def carla(cast):
    return {"by": cast.actor(cast.carla), "at": LATER}


def test_a_manager_declares_and_the_client_approves(cast, assignment, carla):
    code = asked(cast, assignment)
    row = Extra.objects.get(code=code)
    assert (row.amount, row.state, row.manager) == (Money(100), ExtraState.ASKED, cast.max_profile)
    assert content_of(receipt_of(code)) == PNG
    assert Mail.objects.filter(template="mail/expense_asked.txt", to="carla@example.org").count() == 1
    assert approve_expense(expense=code, version=1, **carla) is None
    page = expense_page(code, seen_by=carla["by"])
    assert (page.state, page.decided_by, page.gross) == (ExtraState.APPROVED, cast.carla.name, Money(109))
    assert {"ExpenseAsked", "ExpenseApproved"} <= set(Entry.objects.values_list("kind", flat=True))


def test_it_stands_on_the_next_invoice_once(cast, assignment):
    approved(cast, assignment)
    row = sent(cast, assignment)
    assert row.net == Money(3100)
    assert BilledExtra.objects.count() == 1
    page = expense_page(Extra.objects.get().code, seen_by=cast.actor(cast.carla))
    assert page.invoice == (row.code, row.number)
    assert not page.may_take_back


def test_silence_approves_nothing(cast, assignment):
    asked(cast, assignment)
    assert sent(cast, assignment).net == Money(3000)


def test_a_refusal_has_a_reason_and_is_told_the_manager(cast, assignment, carla):
    code = asked(cast, assignment)
    assert refuse_expense(expense=code, why="Niet afgesproken.", version=1, **carla) is None
    mail = Mail.objects.get(template="mail/expense_refused.txt")
    assert mail.to == "max@example.org"
    assert "Niet afgesproken" not in mail.text
    assert expense_page(code, seen_by=cast.actor(cast.max)).why == "Niet afgesproken."


def test_what_was_refused_is_corrected_and_waits_anew(cast, assignment, max, carla):
    code = asked(cast, assignment)
    refuse_expense(expense=code, why="Te veel.", version=1, **carla)
    old = receipt_of(code)
    better = spent(gross=Money(50), vat=Money(0), text="Hotel, één nacht")
    told = {"expense": code, "receipt": PDF, "is_another": False}
    assert correct_expense(**told, spent=better, version=1, **max) is None
    row = Extra.objects.get(code=code)
    assert (row.state, row.amount, row.why, row.expense.version) == (ExtraState.ASKED, Money(50), "", 2)
    assert receipt_of(code).media_type == "application/pdf"
    assert not StoredFile.objects.filter(pk=old.pk).exists()
    assert reasons(approve_expense(expense=code, version=1, **carla)) == ["expense.changed"]
    assert Extra.objects.get(code=code).state == ExtraState.ASKED
    assert reasons(correct_expense(**told, spent=better, version=1, **max)) == ["expense.changed"]
    assert approve_expense(expense=code, version=2, **carla) is None


def test_the_receipt_stays_when_no_other_one_is_given(cast, assignment, max):
    code = asked(cast, assignment)
    told = {"expense": code, "spent": spent(text="Anders"), "receipt": None, "is_another": False}
    assert correct_expense(**told, version=1, **max) is None
    assert content_of(receipt_of(code)) == PNG


def test_it_is_withdrawn_while_nobody_approved_it(cast, assignment, max, carla):
    code = asked(cast, assignment)
    assert withdraw_expense(expense=code, **max) is None
    with pytest.raises(Http404):
        expense_page(code, seen_by=carla["by"])
    assert reasons(withdraw_expense(expense=code, **max)) == ["expense.decided"]
    other = approved(cast, assignment)
    assert reasons(withdraw_expense(expense=other.code, **max)) == ["expense.decided"]
    told = {"spent": spent(), "receipt": None, "is_another": False, "version": 1}
    assert reasons(correct_expense(expense=other.code, **told, **max)) == ["expense.decided"]


def test_an_approval_is_taken_back_until_it_stands_on_an_invoice(cast, assignment, bea, carla):
    row = approved(cast, assignment)
    code = drafted(cast, assignment)
    assert take_back_approval(expense=row.code, why="Dubbel.", **carla) is None
    assert reasons(check_invoice(invoice=code, **bea)) == ["invoice.hours_changed"]
    assert Mail.objects.filter(template="mail/expense_refused.txt").count() == 1


def test_what_was_invoiced_is_credited_instead(cast, assignment, bea, carla):
    row = approved(cast, assignment)
    invoice = sent(cast, assignment)
    assert reasons(take_back_approval(expense=row.code, why="Dubbel.", **carla)) == ["expense.billed"]
    assert Extra.objects.get(pk=row.pk).state == ExtraState.APPROVED
    credit_invoice(invoice=invoice.code, extras=[row.code], why="Dubbel.", **bea)
    assert take_back_approval(expense=row.code, why="Dubbel.", **carla) is None


def test_only_the_first_decision_counts(cast, assignment, carla):
    code = asked(cast, assignment)
    assert approve_expense(expense=code, version=1, **carla) is None
    assert reasons(approve_expense(expense=code, version=1, **carla)) == ["expense.not_now"]
    assert reasons(refuse_expense(expense=code, why="x", version=1, **carla)) == ["expense.not_now"]


@pytest.mark.parametrize(
    ("receipt", "code"),
    [
        (b"", "people.proof_of_no_kind"),
        (b"<svg/>", "people.proof_of_no_kind"),
        (b"MZ\x90\x00 program", "people.proof_of_no_kind"),
        (b"%PDF-" + b"x" * 10_000_000, "people.proof_too_large"),
    ],
)
def test_a_wrong_file_is_refused_whatever_its_name(cast, assignment, receipt, code):
    refused = asked(cast, assignment, receipt=receipt)
    assert [(one.code, one.field) for one in refused.reasons] == [(code, "receipt")]
    assert not StoredFile.objects.filter(name__startswith="bon-").exists()


def test_the_same_day_and_amount_is_asked_about(cast, assignment, max, carla):
    code = asked(cast, assignment)
    assert reasons(asked(cast, assignment)) == ["expense.twice"]
    assert isinstance(asked(cast, assignment, is_another=True), str)
    assert isinstance(asked(cast, assignment, day=TODAY + timedelta(days=1)), str)
    other = asked(cast, assignment, gross=Money(60), vat=Money(0))
    told = {"receipt": None, "is_another": False, "version": 1}
    assert reasons(correct_expense(expense=other, spent=spent(), **told, **max)) == ["expense.twice"]
    assert correct_expense(expense=code, spent=spent(text="Zelfde"), **told, **max) is None


def test_what_was_refused_and_asked_anew_is_not_asked_twice(cast, assignment, max, carla):
    code = asked(cast, assignment)
    refuse_expense(expense=code, why="Niet goed.", version=1, **carla)
    approved(cast, assignment)
    told = {"expense": code, "spent": spent(text="Anders"), "receipt": None, "version": 1}
    assert reasons(correct_expense(**told, is_another=False, **max)) == ["expense.twice"]
    assert correct_expense(**told, is_another=True, **max) is None


def test_a_contract_without_the_clause_lets_nothing_be_charged(cast, assignment):
    Contract.objects.update(clauses={"client": [["fee", 1]], "manager": [["expenses", 1]]})
    assert reasons(asked(cast, assignment)) == ["expense.not_agreed"]


def signed_with(code, **terms):
    Contract.objects.update(clauses={"client": [[code, 1]], "manager": [[code, 1]]}, terms=terms)


@pytest.mark.mission("H3")
def test_a_contract_that_includes_all_expenses_lets_nothing_be_charged(cast, assignment):
    signed_with("expenses_included")
    assert reasons(asked(cast, assignment)) == ["expense.included"]


@pytest.mark.mission("H3")
def test_the_amount_a_month_as_signed_holds_whatever_the_practice_is_by_now(cast, assignment, carla, max):
    signed_with("expenses_capped", expenses_month_cap=150)
    set_value("contract.expenses_month_cap", 9000, valid_from=TODAY, source="proef")
    first = asked(cast, assignment)
    over = asked(cast, assignment, day=TODAY + timedelta(days=1))
    assert reasons(over) == ["expense.above_cap"]
    assert (over.reasons[0].facts["cap"], over.reasons[0].facts["left"]) == ("150.00", "50.00")
    assert isinstance(asked(cast, assignment, gross=Money(50), vat=Money(0)), str), "what is left"
    changed = spent(gross=Money(90), vat=Money(0))
    told = {"receipt": None, "is_another": True, "version": 1}
    assert correct_expense(expense=first, spent=changed, **told, **max) is None, "it does not count against itself"
    assert refuse_expense(expense=first, why="Niet gezegd.", version=2, **carla) is None
    assert isinstance(asked(cast, assignment, day=TODAY + timedelta(days=1)), str), "what was refused counts no more"


def test_begin_of_books_and_days_of_the_manager_are_obeyed(cast, assignment):
    assert reasons(asked(cast, assignment, day=LATER.date() + timedelta(days=1))) == ["expense.ahead"]
    for day in (TODAY - timedelta(days=1), date(1926, 3, 2), date.min):
        assert reasons(asked(cast, assignment, day=day)) == ["expense.before_start"]
    Books.objects.update_or_create(pk=1, defaults={"begins_on": date(2026, 4, 1)})
    assert reasons(asked(cast, assignment)) == ["expense.before_books"]


def test_vat_that_nobody_gets_back_is_part_of_the_cost(cast, assignment):
    assert approved(cast, assignment, kind=CostKind.MEALS).amount == Money(109)


def test_nobody_declares_on_somebody_elses_assignment(cast, assignment):
    told = {"assignment": assignment.code, "spent": spent(), "receipt": PNG, "is_another": False, "at": LATER}
    for account in (cast.bea, cast.carla):
        with pytest.raises(Http404):
            ask_expense(**told, by=cast.actor(account))


def test_each_reads_what_is_theirs(cast, assignment):
    code = asked(cast, assignment)
    for account in (cast.max, cast.carla, cast.bea, cast.anton):
        assert [row.code for row in expenses_of(cast.actor(account))] == [code]
    assert not expenses_of(cast.actor(cast.sara)).exists()
    assert Expense.objects.count() == 1
    assert not Invoice.objects.exists()
