"""A2: what stands, the share that stayed, and what is proposed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interregnum.stages.keep.rules.retention import Looked, proposal_for, retention_of, stands_at, together
from interregnum.stages.keep.rules.states import Proposal, Used

LOOKED = st.lists(st.builds(Looked, st.booleans(), st.none() | st.booleans()), max_size=8)
NUMBERS = st.decimals(-1000, 1000, places=2)


@given(LOOKED, LOOKED)
def test_two_assignments_together_are_their_results_together(some, more):
    assert together([retention_of(some), retention_of(more)]) == retention_of([*some, *more])


@given(LOOKED)
def test_the_share_lies_between_nothing_and_all_of_what_is_known(looked):
    kept = retention_of(looked)
    assert 0 <= kept.stands <= kept.known <= kept.delivered
    assert (kept.percent is None) == (not kept.known)
    assert kept.percent is None or 0 <= kept.percent <= 100


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_value_stands_at_its_norm_or_beyond_whichever_way_is_better(baseline, norm, value):
    if baseline != norm:
        assert stands_at(baseline, norm, value) == (value >= norm if norm > baseline else value <= norm)


def test_what_nobody_measured_is_not_known():
    assert stands_at(Decimal(19), Decimal(5), None) is None


@pytest.mark.parametrize(
    ("stands", "used", "has_owner", "sees", "proposed"),
    [
        (True, Used.YES, True, False, Proposal.NOTHING),
        (None, None, None, False, Proposal.NOTHING),
        (False, Used.YES, True, False, Proposal.TALK),
        (True, Used.NO, True, False, Proposal.TALK),
        (True, Used.YES, False, False, Proposal.TALK),
        (True, Used.YES, True, True, Proposal.TALK),
        (False, Used.NO, True, False, Proposal.HALF_DAY),
        (False, Used.PARTLY, False, True, Proposal.HALF_DAY),
    ],
)
def test_what_is_done_about_a_result(stands, used, has_owner, sees, proposed):
    assert proposal_for(stands=stands, used=used, has_owner=has_owner, sees_relapse=sees) is proposed
