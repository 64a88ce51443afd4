"""The clause on indexation as arithmetic: when a rate may rise, by how much, and what the rate of a day is then."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.money import Money
from interregnum.kernel.months import months_later
from interregnum.kernel.period import Period
from interregnum.stages.contract.rules.indexing import (
    IndexFacts,
    Raise,
    day_let,
    divided,
    fault_of_raise,
    first_day_to_raise,
    is_time_to_tell,
    last_day_to_tell,
    percent_of_manager,
    raised,
    rate_on,
)

START, LAST = date(2026, 3, 2), date(2028, 3, 1)
BOTH = {"client": [("indexation", 1)], "manager": [("indexation", 1)]}
FACTS = IndexFacts(
    clauses=BOTH,
    starts_on=START,
    runs_until=LAST,
    months=12,
    ahead_months=1,
    apart_months=12,
    index_percent=Decimal("3.4"),
)
TODAY = date(2027, 1, 4)
DAYS = st.dates(START, LAST)
PERCENTS = st.decimals(0, 20, places=2)
RATES = st.decimals(100, 3000, places=2).map(Money)


def codes(fault):
    return {reason.code.removeprefix("contract.index_") for reason in fault.reasons} if fault is not None else set()


def asked(facts=FACTS, *, percent="3.4", holds_from=date(2027, 3, 2), on=TODAY):
    return codes(fault_of_raise(facts, percent=Decimal(percent), holds_from=holds_from, on=on))


@pytest.mark.parametrize(
    ("changed", "question", "expected"),
    [
        ({}, {}, set()),
        ({}, {"holds_from": date(2027, 3, 1)}, {"too_early"}),
        ({}, {"on": date(2027, 2, 3)}, {"too_early"}),
        ({}, {"on": date(2027, 2, 2)}, set()),
        ({"raised_from": date(2026, 3, 3)}, {}, {"too_early"}),
        ({"amended_from": date(2027, 3, 2)}, {}, {"too_early"}),
        ({"amended_from": date(2027, 3, 1)}, {}, set()),
        ({"is_being_amended": True}, {}, {"being_amended"}),
        ({"runs_until": date(2027, 3, 1)}, {}, {"after_end"}),
        ({}, {"percent": "3.41"}, {"above"}),
        ({}, {"percent": "0"}, {"nothing"}),
        ({}, {"percent": "-2"}, {"nothing"}),
        ({"index_percent": Decimal(0)}, {"percent": "0.01"}, {"above"}),
        ({"clauses": {"manager": BOTH["manager"]}}, {}, {"no_clause"}),
        ({"clauses": {}}, {}, {"no_clause"}),
    ],
)
def test_a_rate_rises_only_as_the_clause_lets_it(changed, question, expected):
    assert asked(replace(FACTS, **changed), **question) == expected


def test_the_manager_follows_only_where_the_own_agreement_says_so():
    assert percent_of_manager(BOTH, percent=Decimal(3)) == 3
    assert percent_of_manager({"client": BOTH["client"]}, percent=Decimal(3)) == 0


@given(on=DAYS, raised_from=st.none() | DAYS, amended_from=st.none() | DAYS)
def test_the_first_day_is_told_ahead_and_apart_and_after_what_both_signed(on, raised_from, amended_from):
    facts = replace(FACTS, raised_from=raised_from, amended_from=amended_from)
    first = first_day_to_raise(facts, on=on)
    assert first >= months_later(START, 12)
    assert first >= months_later(on, 1)
    assert raised_from is None or first >= months_later(raised_from, 12)
    assert amended_from is None or first > amended_from
    before = fault_of_raise(facts, percent=Decimal(1), holds_from=first - timedelta(days=1), on=on)
    assert "too_early" in codes(before)
    assert "too_early" not in codes(fault_of_raise(facts, percent=Decimal(1), holds_from=first, on=on))


@st.composite
def lives(draw):
    """Parts of a contract without a gap, as amendments made them, and raises on days of their own."""
    cuts = sorted(draw(st.sets(st.dates(START + timedelta(days=1), LAST), max_size=3)))
    firsts = [START, *cuts]
    lasts = [*(cut - timedelta(days=1) for cut in cuts), LAST]
    parts = [(Period(first, last), draw(RATES), draw(RATES)) for first, last in zip(firsts, lasts, strict=True)]
    days = sorted(draw(st.sets(DAYS, max_size=3)))
    return parts, [Raise(each, draw(PERCENTS), draw(PERCENTS)) for each in days]


@given(lives(), DAYS, st.randoms())
def test_each_day_has_one_rate_that_of_its_day(life, day, random):
    parts, raises = life
    found = divided(parts, random.sample(raises, len(raises)))
    held = [each for each in found if each[0].first <= day <= each[0].last]
    assert len(held) == 1
    period, client, manager = next(each for each in parts if each[0].first <= day <= each[0].last)
    for one in raises:
        if period.first < one.holds_from <= day:
            client, manager = raised(client, one.client_percent), raised(manager, one.manager_percent)
    assert held[0][1:] == (client, manager)
    assert rate_on(found, day) == held[0]
    assert sum(each[0].days for each in found) == sum(each[0].days for each in parts)


@given(lives(), DAYS, PERCENTS)
def test_a_raise_never_changes_a_day_before_it(life, day, percent):
    parts, raises = life
    later = [one for one in raises if one.holds_from < day]
    before, after = divided(parts, later), divided(parts, [*later, Raise(day, percent, percent)])
    for back in (1, 30, 400):
        earlier = day - timedelta(days=back)
        if earlier >= START:
            assert rate_on(after, earlier)[1:] == rate_on(before, earlier)[1:]


def test_without_parts_there_is_no_rate():
    assert rate_on([], START) is None
    only = (Period(START, LAST), Money(1000), Money(800))
    assert rate_on([only], START - timedelta(days=9)) == only


@pytest.mark.parametrize(
    ("changed", "on", "expected"),
    [
        # The first day that is let is 2 March 2027, and it is told a month ahead: by 2 February.
        ({}, date(2027, 1, 31), False),
        ({}, date(2027, 2, 1), True),
        ({}, date(2027, 3, 1), True),
        ({}, date(2027, 3, 2), False),
        ({"raised_from": date(2026, 9, 1)}, date(2027, 2, 2), False),
        # From 1 September 2027, told by 1 August: the month before, for a day is to spare.
        ({"raised_from": date(2026, 9, 1)}, date(2027, 6, 30), False),
        ({"raised_from": date(2026, 9, 1)}, date(2027, 7, 1), True),
        ({"is_being_amended": True}, date(2027, 2, 2), False),
        ({"clauses": {}}, date(2027, 2, 2), False),
        ({"index_percent": Decimal(0)}, date(2027, 2, 2), True),
        ({"runs_until": date(2027, 3, 31)}, date(2027, 2, 28), True),
        ({"runs_until": date(2027, 3, 27)}, date(2027, 2, 28), False),
    ],
)
def test_the_desk_says_it_from_when_it_can_be_told_in_time_until_the_first_day(changed, on, expected):
    assert is_time_to_tell(replace(FACTS, **changed), on=on) == expected


@given(on=DAYS, raised_from=st.none() | DAYS, amended_from=st.none() | DAYS)
def test_whenever_it_is_time_to_tell_a_raise_may_be_told(on, raised_from, amended_from):
    facts = replace(FACTS, raised_from=raised_from, amended_from=amended_from)
    first = first_day_to_raise(facts, on=on)
    if is_time_to_tell(facts, on=on):
        assert fault_of_raise(facts, percent=Decimal(1), holds_from=first, on=on) is None
        told = replace(facts, raised_from=first)
        assert not is_time_to_tell(told, on=on)
        assert day_let(facts) > on
    if on == last_day_to_tell(facts) and facts.runs_until >= day_let(facts):
        assert is_time_to_tell(facts, on=on)
        assert first == day_let(facts)
