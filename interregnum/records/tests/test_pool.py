"""A manager whose consent is over leaves the roster, but not in the middle of what somebody decides about them."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.people.models import Manager
from interregnum.records.keeping import apply_terms
from interregnum.records.models import PoolStay
from interregnum.records.obligations import obstacles
from interregnum.records.persons import person_of
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.rules.states import ProposalState
from tests.life import Life
from tests.world import NOW

pytestmark = pytest.mark.django_db
GIVEN = pytest.mark.parametrize("is_given", [True, False])


def one_night_later(cast, *, is_given: bool) -> bool:
    """Whether Max is still known after a night in which his term is over."""
    stay = {"since": NOW - timedelta(days=900), "is_given": is_given, "reminded_at": NOW}
    PoolStay.objects.update_or_create(manager=cast.max_profile.code, defaults=stay)
    with time_machine.travel(NOW, tick=False):
        apply_terms(NOW)
    return Manager.objects.filter(pk=cast.max_profile.pk, email="max@example.org").exists()


@GIVEN
@pytest.mark.parametrize("until", ["invited", "answered", "sent", "accepted"])
def test_who_was_asked_named_or_chosen_stays_until_it_is_decided(cast, is_given, until):
    Life(cast, until=until)
    assert one_night_later(cast, is_given=is_given)


@GIVEN
def test_once_nothing_comes_of_it_the_term_counts_again(cast, is_given):
    life = Life(cast, until="sent")
    stop_proposal(
        proposal=life.proposal, reason="Ging niet door", seen=ProposalState.SENT, by=cast.actor(cast.bea), at=NOW
    )
    assert not one_night_later(cast, is_given=is_given)


def test_who_lies_with_a_client_is_not_erased_on_request(cast):
    Life(cast, until="sent")
    refused = obstacles(person_of(accounts=[cast.max.code]))
    assert refused is not None
    assert [reason.code for reason in refused.reasons] == ["records.proposal_open"]


def test_an_invitation_that_was_stopped_stands_in_nobodys_way(cast):
    life = Life(cast, until="invited")
    seen = ProposalState.INVITING
    assert obstacles(person_of(accounts=[cast.max.code])) is not None
    stop_proposal(proposal=life.proposal, reason="Niemand", seen=seen, by=cast.actor(cast.bea), at=NOW)
    assert obstacles(person_of(accounts=[cast.max.code])) is None
