"""What is taken back of an invoice of a manager comes to what it was, to the cent, whatever is known by now."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.bill import VatCategory
from interregnum.kernel.money import Money
from interregnum.people.models import Business
from interregnum.stages.invoice.actions.payable_consent import agree_self_billing
from interregnum.stages.invoice.actions.payable_credit import credit_payable
from interregnum.stages.invoice.actions.payable_purchase import Typed, accept_purchase, receive_purchase
from interregnum.stages.invoice.actions.payable_self_bill import draft_self_bill, issue_self_bill
from interregnum.stages.invoice.models import Payable
from interregnum.stages.invoice.queries.margin import margin_pieces
from interregnum.stages.invoice.queries.payable_seller import self_billed
from interregnum.stages.invoice.rules.crediting import share_of
from interregnum.stages.invoice.rules.margin import margin_of
from interregnum.stages.invoice.tests.invoice_world import LATER, MARCH, approve, worked
from interregnum.stages.invoice.tests.payable_world import let_be_paid
from tests.world import TODAY

ADDRESS = {"street": "Dorpsstraat 1", "postal_code": "3511 AA", "city": "Utrecht", "words": "Ik stem in."}


@pytest.fixture
def cast(cast):
    let_be_paid(cast)
    return cast


def issued(cast, bea, days=None):
    assignment = worked(cast)
    approve(assignment, days or {})
    agree_self_billing(**ADDRESS, by=cast.actor(cast.max), at=LATER)
    code = draft_self_bill(assignment=assignment.code, manager=cast.max_profile.code, month=MARCH, **bea)
    assert isinstance(issue_self_bill(payable=code, **bea), str)
    return Payable.objects.get(code=code)


def accepted(cast, bea, net, vat):
    """Sent in at other amounts than 2,500 and 525, and accepted so."""
    typed = Typed(number="7", issued_on=LATER.date(), net=Money(net), vat=Money(vat), gross=Money(net) + Money(vat))
    told = {"month": MARCH, "content": b"%PDF-1.7 factuur", "typed": typed, "by": cast.actor(cast.max), "at": LATER}
    code = receive_purchase(assignment=worked(cast).code, **told)
    assert accept_purchase(payable=code, why="Afgesproken.", **bea) is None
    return Payable.objects.get(code=code)


def taken(row, days, bea, number=""):
    code = credit_payable(payable=row.code, days=days, number=number, why="Fout.", **bea)
    assert isinstance(code, str), code
    return Payable.objects.get(code=code)


def days_of(row):
    return [line.day for line in row.lines.all()]


@pytest.mark.django_db
def test_vat_that_was_charged_is_taken_back_though_the_number_is_gone_since(cast, bea):
    row = issued(cast, bea)
    Business.objects.update(vat_number="")
    first, rest = taken(row, {TODAY}, bea), taken(row, set(days_of(row)) - {TODAY}, bea)
    assert (first.net, first.vat_total) == (Money(1000), Money(210))
    assert (rest.net, rest.vat_total) == (Money(1500), Money(315))
    assert {line.category for line in self_billed(rest).lines} == {VatCategory.STANDARD}


@pytest.mark.django_db
def test_day_by_day_comes_to_the_same_as_all_at_once(cast, bea):
    row = issued(cast, bea, {TODAY: 481, TODAY + timedelta(days=1): 473, TODAY + timedelta(days=2): 241})
    notes = [taken(row, {day}, bea) for day in days_of(row)]
    assert sum((note.net for note in notes), Money(0)) == row.net
    assert sum((note.vat_total for note in notes), Money(0)) == row.vat_total
    assert sum((note.gross for note in notes), Money(0)) == row.gross


@pytest.mark.django_db
@pytest.mark.parametrize(("net", "vat"), [(2600, 546), (2400, 504), (1900, 0)])
def test_of_an_invoice_that_was_accepted_at_another_amount_nothing_stays_owed(cast, bea, net, vat):
    row = accepted(cast, bea, net, vat)
    notes = [taken(row, {day}, bea, f"C{place}") for place, day in enumerate(days_of(row))]
    assert sum((note.net for note in notes), Money(0)) == Money(net)
    assert sum((note.vat_total for note in notes), Money(0)) == Money(vat)
    assert all(note.net > Money(0) and note.vat_total >= Money(0) for note in notes)
    # What it asked more or less than its lines is no cost any more either.
    pieces, _named = margin_pieces(seen_by=cast.actor(cast.bea))
    assert margin_of(pieces).worked == Money(2500)


@pytest.mark.django_db
def test_all_of_it_at_once_as_well(cast, bea):
    row = accepted(cast, bea, 2600, 546)
    assert taken(row, set(days_of(row)), bea, "C1").gross == row.gross == Money(3146)


AMOUNTS = st.integers(0, 10**8).map(Money.from_cents)


@given(AMOUNTS, st.lists(st.integers(1, 10**6).map(Money.from_cents), min_size=1, max_size=12))
def test_shares_come_to_the_whole_within_a_cent_each_and_none_is_more(whole, parts):
    of = sum(parts, Money(0))
    shares = [share_of(whole, part, of) for part in parts]
    assert all(Money(0) <= share <= whole for share in shares)
    apart = sum(shares, Money(0)) - whole
    assert abs(apart.cents) * Decimal(2) <= len(parts)


@given(AMOUNTS)
def test_of_nothing_there_is_no_share(whole):
    assert share_of(whole, Money(0), Money(0)) == Money(0)
