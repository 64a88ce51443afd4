"""A2: the future-proof index and the exit gate, as rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.stages.handover.rules.gate import Shut, exit_gate, middle_of
from interregnum.stages.handover.rules.index import (
    OF_CARDS,
    Anchoring,
    Card,
    Part,
    index_of,
    marks_of,
    ownerless,
)
from interregnum.stages.handover.rules.states import OverrideSide

pytestmark = pytest.mark.mission("A2")
WEIGHTS = {
    "owner": 15, "measured": 15, "procedure": 10, "system": 15, "trained": 10, "successor": 10, "across": 10,
    "sponsor": 10, "attitude": 5,
}  # fmt: skip
ALL = frozenset(OF_CARDS)
MARKS = st.frozensets(st.sampled_from(OF_CARDS))
KNOWN = st.builds(
    Anchoring,
    cards=st.lists(MARKS, max_size=6).map(tuple),
    successor_agrees=st.booleans(),
    attitude=st.none() | st.integers(10, 50),
)
FULL = Card(
    owner="Lies", sponsor="Bas", is_measured=True, has_procedure=True, is_approved=True, is_enforced=True, trained=8,
    to_train=10, is_across=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("known", "total"),
    [
        (Anchoring(), 0),
        (Anchoring(cards=(ALL,), successor_agrees=True, attitude=50), 100),
        (Anchoring(cards=(ALL, frozenset()), successor_agrees=True, attitude=30), 55),
        (Anchoring(cards=(frozenset({Part.OWNER}),)), 15),
        (Anchoring(cards=(), successor_agrees=True), 10),
    ],
)
def test_the_index_adds_up_what_is_there(known, total):
    assert index_of(known, WEIGHTS).total == total


@given(KNOWN)
def test_the_index_lies_between_nothing_and_all_and_says_what_would_raise_it_most(known):
    index = index_of(known, WEIGHTS)
    assert 0 <= index.total <= 100
    assert [one.missing for one in index.raises] == sorted((one.missing for one in index.raises), reverse=True)
    assert (index.total == 100) == (not index.raises)


@given(KNOWN, st.integers(0, 5), st.sampled_from(OF_CARDS))
def test_one_more_part_on_a_card_never_lowers_the_index(known, place, part):
    if place < len(known.cards):
        better = tuple(marks | {part} if here == place else marks for here, marks in enumerate(known.cards))
        more = Anchoring(better, known.successor_agrees, known.attitude)
        assert index_of(more, WEIGHTS).total >= index_of(known, WEIGHTS).total


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"owner": " "}, Part.OWNER),
        ({"sponsor": ""}, Part.SPONSOR),
        ({"is_measured": False}, Part.MEASURED),
        ({"is_approved": False}, Part.PROCEDURE),
        ({"has_procedure": False}, Part.PROCEDURE),
        ({"is_enforced": False}, Part.SYSTEM),
        ({"trained": 7}, Part.TRAINED),
        ({"to_train": None}, Part.TRAINED),
        ({"is_across": False}, Part.ACROSS),
    ],
)
def test_a_card_has_each_part_or_lacks_it(changed, lacks):
    assert marks_of(FULL, trained_percent=80) == ALL
    card = Card(**{name: getattr(FULL, name) for name in FULL.__dataclass_fields__} | changed)
    assert marks_of(card, trained_percent=80) == ALL - {lacks}


def test_whom_nobody_must_train_is_trained():
    assert Part.TRAINED in marks_of(Card(to_train=0), trained_percent=80)


@given(st.integers(0, 100), st.integers(0, 3), st.booleans(), st.sets(st.sampled_from(OverrideSide)))
def test_the_gate_opens_by_itself_or_when_both_want_it(total, without, accepted, wanted):
    gate = exit_gate(total, least=70, ownerless=without, is_accepted=accepted, wanted_by=wanted)
    by_itself = total >= 70 and not without and accepted
    assert gate.is_open == (by_itself or wanted == set(OverrideSide))
    assert (Shut.OWNER in gate.shut) == (without > 0)
    assert (Shut.DOCUMENT in gate.shut) == (not accepted)


def test_results_without_an_owner_are_counted():
    assert ownerless((ALL, frozenset(), frozenset({Part.SPONSOR}))) == 2


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800))
def test_the_middle_lies_within_the_term_also_over_the_end_of_a_year(first, days):
    term = Period(first, first + timedelta(days=days))
    middle = middle_of(term)
    assert term.first <= middle <= term.last + timedelta(days=1)
    assert abs((middle - term.first).days - (term.last - middle).days) <= 1
