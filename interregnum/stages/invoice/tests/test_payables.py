"""The manager's side: self-billed or sent in, each approved day once, and what becomes of it."""

from datetime import timedelta

import pytest
from django.http import Http404

from interregnum.jobs.models import Mail
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.models import Business
from interregnum.stages.contract.models import Contract
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing, withdraw_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_pay import note_paid
from interregnum.stages.invoice.actions.payable_purchase import (
    Typed,
    accept_purchase,
    receive_purchase,
    return_purchase,
)
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, drop_self_bill, issue_self_bill
from interregnum.stages.invoice.models import PaidDay, Payable
from interregnum.stages.invoice.queries.payable_pages import own_payables, payable_page
from interregnum.stages.invoice.queries.payable_rows import expected_of, payables_of
from interregnum.stages.invoice.queries.payable_seller import self_billed
from interregnum.stages.invoice.rules.payable import PayState
from interregnum.stages.invoice.rules.payable_match import Point
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, sent, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid, own_ubl
from tests.world import NOW, TODAY

pytestmark = pytest.mark.django_db
ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}
WHOLE = Typed(number="2026-7", issued_on=LATER.date(), net=Money(2500), vat=Money(525), gross=Money(3025))
PDF = b"%PDF-1.7 factuur"


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


@pytest.fixture
def max_(cast):
    return {"by": cast.actor(cast.max), "at": LATER}


def codes(refused):
    assert isinstance(refused, Refused), refused
    return {reason.code for reason in refused.reasons}


def send(assignment, told, *, content=PDF, typed=WHOLE):
    return receive_purchase(assignment=assignment.code, month=MARCH, content=content, typed=typed, **told)


def drafted(cast, assignment, bea):
    return draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)


def issued(cast, assignment, bea, max_):
    assert agree_self_billing(**ADDRESS, **max_) is None
    code = drafted(cast, assignment, bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    return Payable.objects.get(code=code)


def test_self_billing_with_consent_takes_a_number_of_the_managers_own_series(cast, bea, max_):
    assignment = worked(cast)
    assert codes(drafted(cast, assignment, bea)) == {"invoice.not_agreed"}
    row = issued(cast, assignment, bea, max_)
    assert (row.number, row.state) == (f"Z-{cast.max_profile.pk:04d}-2026-00001", PayState.APPROVED)
    assert (row.net, row.vat_total, row.gross) == (Money(2500), Money(525), Money(3025))
    bill = self_billed(row)
    assert (bill.seller.vat, bill.seller.city, bill.buyer.name) == ("NL001234567B29", "Utrecht", "Voorbeeld Interim")
    assert sum((line.amount for line in bill.lines), Money(0)) == bill.net
    assert expected_of(seen_by=max_["by"], on=LATER.date()) == ()
    assert Mail.objects.filter(template="mail/payable_issued.txt", to="max@example.org").count() == 1
    assert codes(issue_self_bill(payable=row.code, **bea)) == {"invoice.not_now"}
    assert note_paid(payable=row.code, day=TODAY, **bea) is None
    assert codes(note_paid(payable=row.code, day=TODAY, **bea)) == {"invoice.not_now"}


def test_consent_needs_the_numbers_is_given_once_and_withdrawn(cast, bea, max_):
    assignment = worked(cast)
    Business.objects.update(vat_number="")
    assert codes(agree_self_billing(**ADDRESS, **max_)) == {"invoice.numbers_of_manager"}
    let_be_paid(cast)
    assert agree_self_billing(**ADDRESS, **max_) is None
    assert codes(agree_self_billing(**ADDRESS, **max_)) == {"invoice.agreed_already"}
    code = drafted(cast, assignment, bea)
    assert codes(send(assignment, max_)) == {"invoice.sent_in_already"}
    assert withdraw_self_billing(**max_) is None
    assert codes(withdraw_self_billing(**max_)) == {"invoice.not_agreed"}
    assert codes(issue_self_bill(payable=code, **bea)) == {"invoice.not_agreed"}
    assert drop_self_bill(payable=code, **bea) is None
    assert codes(send(assignment, max_ | {"at": NOW})) == {"invoice.issued_ahead"}
    assert isinstance(send(assignment, max_), str)


def test_a_purchase_equal_to_the_approved_days_is_approved_at_once(cast, max_):
    assignment = worked(cast)
    row = Payable.objects.get(code=send(assignment, max_))
    assert (row.state, row.deviations, row.file.media_type) == (PayState.APPROVED, [], "application/pdf")
    page = payable_page(row.code, seen_by=max_["by"])
    assert (page.due.on, page.due.days) == (row.received_on + timedelta(days=page.due.days), page.due.days)
    assert str(page.due.days) in page.why_due


def test_an_e_invoice_is_read_and_needs_no_typing(cast, max_):
    assignment = worked(cast)
    row = Payable.objects.get(code=send(assignment, max_, content=own_ubl(), typed=None))
    assert (row.state, row.number, row.gross) == (PayState.APPROVED, "2026-7", Money(3025))


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ({"days": "3"}, {Point.DAYS, Point.NET, Point.VAT, Point.GROSS}),
        ({"rate": 1100}, {Point.RATE, Point.NET, Point.VAT, Point.GROSS}),
        ({"iban": "NL02ABNA0123456789"}, {Point.IBAN}),
    ],
)
def test_each_difference_is_said_and_somebody_accepts_or_sends_it_back(cast, bea, max_, told, points):
    assignment = worked(cast)
    code = send(assignment, max_, content=own_ubl(**told), typed=None)
    row = Payable.objects.get(code=code)
    assert row.state == PayState.RECEIVED
    assert {one["point"] for one in row.deviations} == points
    assert len(payable_page(code, seen_by=bea["by"]).deviations) == len(points)
    assert return_purchase(payable=code, why="Graag aanpassen.", **bea) is None
    assert not PaidDay.objects.exists()
    assert Mail.objects.filter(template="mail/payable_returned.txt").count() == 1
    # Sent anew under the same number, and accepted this time.
    again = send(assignment, max_, content=own_ubl(**told), typed=None)
    assert accept_purchase(payable=again, why="Afgesproken.", **bea) is None
    assert codes(return_purchase(payable=again, why="Toch niet.", **bea)) == {"invoice.not_now"}


def test_never_the_same_day_twice_over_self_billing_and_purchase_together(cast, bea, max_):
    assignment = worked(cast)
    send(assignment, max_)
    agree_self_billing(**ADDRESS, **max_)
    assert codes(drafted(cast, assignment, bea)) == {"invoice.day_paid_already"}
    approve(assignment, {TODAY + timedelta(days=3): 480})
    code = drafted(cast, assignment, bea)
    assert [line.day for line in Payable.objects.get(code=code).lines.all()] == [TODAY + timedelta(days=3)]
    assert PaidDay.objects.count() == 4


def test_files_that_are_no_invoice_are_refused_in_words(cast, max_):
    assignment = worked(cast)
    for content, code in (
        (b"MZ program", "invoice.file_of_no_kind"),
        (b"\x89PNG\r\n picture", "invoice.file_of_no_kind"),
        (b"<html></html>", "invoice.unreadable"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "invoice.unreadable"),
        (b"%PDF-" + b"0" * 10_000_001, "people.proof_too_large"),
    ):
        assert codes(send(assignment, max_, content=content)) == {code}
    assert codes(send(assignment, max_, typed=None)) == {"invoice.type_it"}
    assert not Payable.objects.exists()


def test_hours_changed_after_it_was_issued_are_shown_credited_and_paid_anew(cast, bea, max_):
    assignment = worked(cast)
    row = issued(cast, assignment, bea, max_)
    approve(assignment, {TODAY: 240})
    row.refresh_from_db()
    assert row.net == Money(2500)
    found = payable_page(row.code, seen_by=bea["by"]).differences
    assert [(one.day, one.before, one.amount) for one in found] == [(TODAY, Money(1000), Money(500))]
    note = credit_payable(payable=row.code, days={TODAY}, number="", why="Halve dag.", **bea)
    made = Payable.objects.get(code=note)
    assert (made.number[-5:], made.gross) == ("00002", Money(1210))
    told = {"payable": row.code, "days": {TODAY}, "number": "", "why": "Nog eens."}
    assert codes(credit_payable(**told, **bea)) == {"invoice.credited_already"}
    again = Payable.objects.get(code=drafted(cast, assignment, bea))
    assert again.net == Money(500)


def test_a_contract_that_ended_retroactively_takes_nothing_of_what_the_client_had_approved(cast, max_):
    assignment = worked(cast)
    Contract.objects.filter(pk=assignment.contract_id).update(runs_until=TODAY)
    found = expected_of(seen_by=max_["by"], on=LATER.date())
    assert [(one.net, one.days) for one in found] == [(Money(2500), 3)]


@pytest.mark.parametrize(("days", "most"), [(45, 45), (60, 60), (90, 60)])
def test_whoever_waits_for_the_client_reads_which_invoice(cast, bea, max_, days, most):
    assignment = worked(cast)
    contract = assignment.contract
    contract.clauses = contract.clauses | {"manager": [["paid_when_paid", 1]]}
    contract.terms = contract.terms | {"paid_when_paid_days": days}
    contract.save()
    invoice = sent(cast, assignment)
    code = send(assignment, max_)
    page = payable_page(code, seen_by=max_["by"])
    assert (page.due.waits_for, page.due.days) == ((invoice.number,), most)
    assert invoice.number in page.why_due


def test_only_the_manager_of_it_and_the_firm_know_of_it(cast, bea, max_):
    assignment = worked(cast)
    code = send(assignment, max_)
    for other in (cast.olga, cast.carla, cast.sara, cast.dirk):
        with pytest.raises(Http404):
            payable_page(code, seen_by=cast.actor(other))
    assert own_payables(seen_by=cast.actor(cast.olga), on=LATER.date()).expected == ()
    assert not payables_of(cast.actor(cast.olga)).exists()
    with pytest.raises(Http404):
        send(assignment, {"by": cast.actor(cast.olga), "at": LATER})
