"""A2: how a hand-over document stands after its answers, and the calendar of the first days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.period import Period
from interregnum.stages.handover.rules.document import Entry, Moment, first_days, state_after
from interregnum.stages.handover.rules.gate import last_part_of
from interregnum.stages.handover.rules.states import PaperState, Signer

pytestmark = pytest.mark.mission("A2")
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


@given(st.dictionaries(st.sampled_from(Signer), st.booleans()))
def test_one_refusal_sends_it_back_and_only_both_accept_it(answers):
    state = state_after(answers)
    assert (state is PaperState.REFUSED) == (False in answers.values())
    assert (state is PaperState.ACCEPTED) == (len(answers) == 2 and all(answers.values()))


@given(
    last_day=DAYS,
    days=st.integers(1, 200),
    every=st.integers(1, 60),
    known=st.lists(st.builds(Entry, DAYS, st.just(Moment.TASK), st.text(max_size=3)), max_size=5),
)
def test_the_calendar_runs_from_the_last_day_in_order_and_forgets_nothing_that_is_due(last_day, days, every, known):
    found = first_days(last_day, days=days, every=every, known=known, owners=["Lies"])
    assert list(found) == sorted(found)
    assert found[0].on == last_day
    assert found[-1].on == last_day + timedelta(days=days)
    told = [one for one in found if one.moment is Moment.TASK]
    assert len(told) == sum(one.on <= last_day + timedelta(days=days) for one in known)
    assert all(one.on > last_day for one in told)


@given(first=DAYS, days=st.integers(1, 700), percent=st.integers(1, 99))
def test_the_last_part_of_a_term_is_never_larger_than_its_share(first, days, percent):
    term = Period(first, first + timedelta(days=days - 1))
    part = (term.last - last_part_of(term, percent=percent)).days + 1
    assert 100 * part <= percent * days
