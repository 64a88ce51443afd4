"""What the firm keeps: the same euros, however they are added up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.stages.invoice.rules.margin import OF_THE_FIRM, Margin, Part, Piece, margin_of, margins_by, part_of
from interregnum.stages.invoice.rules.payable import PayWhy


def piece(part, amount, *, assignment=1, manager=1, year=2026, is_owed=False):
    told = {"assignment": assignment, "client": assignment % 3, "manager": manager, "year": year}
    return Piece(**told, part=part, amount=Money(amount), is_owed=is_owed)


def test_what_clients_pay_less_what_managers_get_and_what_the_firm_bears():
    made = margin_of(
        [
            piece(Part.BILLED, 2400),
            piece(Part.TO_BILL, 600),
            piece(Part.WORKED, 2000),
            piece(Part.WORKED, 500, is_owed=True),
            piece(Part.BORNE, 200, is_owed=True),
        ]
    )
    assert (made.revenue, made.cost, made.kept, made.owed) == (Money(3000), Money(2700), Money(300), Money(700))
    assert made.percent == Decimal("10.0")


def test_a_credit_note_takes_from_what_was_billed():
    made = margin_of([piece(Part.BILLED, 1200), piece(Part.BILLED, -1200), piece(Part.WORKED, 1000)])
    assert (made.revenue, made.kept, made.percent) == (Money(0), Money(-1000), None)


@pytest.mark.parametrize("why", list(PayWhy))
def test_the_firm_bears_what_no_client_is_billed_for(why):
    assert (part_of(why) is Part.BORNE) is (why in OF_THE_FIRM)
    assert part_of(PayWhy.APPROVED) is part_of(PayWhy.EXPENSE) is Part.WORKED


PIECES = st.lists(
    st.builds(
        piece,
        st.sampled_from(Part),
        st.decimals(-50_000, 50_000, places=2),
        assignment=st.integers(1, 6),
        manager=st.one_of(st.none(), st.integers(1, 3)),
        year=st.integers(2024, 2027),
        is_owed=st.booleans(),
    ),
    max_size=40,
)


@given(PIECES)
def test_parts_come_to_the_whole_by_assignment_client_year_and_manager(pieces):
    whole = margin_of(pieces)
    for key in ("assignment", "client", "year", "manager", "part"):
        found = margins_by(pieces, lambda one, key=key: getattr(one, key))
        assert sum(found.values(), Margin()) == whole
        assert set(found) == {getattr(one, key) for one in pieces}
    assert whole.kept == whole.billed + whole.to_bill - whole.worked - whole.borne


@given(PIECES)
def test_assignments_add_up_to_their_client(pieces):
    by_client = margins_by(pieces, lambda one: one.client)
    by_assignment = margins_by(pieces, lambda one: (one.client, one.assignment))
    for client, margin in by_client.items():
        assert sum((made for (of, _key), made in by_assignment.items() if of == client), Margin()) == margin
