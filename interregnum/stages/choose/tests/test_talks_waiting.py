"""What is still to be done about questions and acquaintances stands on the desk of who does it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.stages.choose.models import Acquaintance, Chemistry, Proposal, ProposalQuestion
from interregnum.stages.choose.queries import Wanted, questions_to_answer, talks_waiting
from interregnum.stages.choose.tests.choose_world import candidacy, sent
from tests import world


@pytest.fixture
def proposal(cast) -> Proposal:
    return sent(cast)


def wanted(cast, person) -> list[Wanted]:
    return [line.wanted for line in talks_waiting(seen_by=cast.actor(person), at=world.NOW)]


def test_from_moments_to_how_it_went_each_side_has_its_turn(cast, proposal):
    talk = Acquaintance.objects.create(
        candidacy=candidacy(proposal, cast.max_profile), state="proposed", side="bureau", slots=[]
    )
    assert [wanted(cast, person) for person in (cast.carla, cast.bea, cast.max)] == [[Wanted.PICK], [], []]
    Acquaintance.objects.update(state="planned", starts_at=world.NOW + timedelta(days=2))
    assert [wanted(cast, person) for person in (cast.carla, cast.bea, cast.max)] == [[Wanted.MEET]] * 3
    Acquaintance.objects.update(starts_at=world.NOW - timedelta(hours=2))
    assert [wanted(cast, person) for person in (cast.carla, cast.bea, cast.max)] == [
        [Wanted.SAY], [Wanted.CHASE], [Wanted.SAY],
    ]  # fmt: skip
    Chemistry.objects.create(acquaintance=talk, side="client", answers={}, recorded_at=world.NOW)
    assert [wanted(cast, person) for person in (cast.carla, cast.bea, cast.max)] == [[], [Wanted.CHASE], [Wanted.SAY]]
    Chemistry.objects.create(acquaintance=talk, side="manager", answers={}, recorded_at=world.NOW)
    assert [wanted(cast, person) for person in (cast.carla, cast.bea, cast.max, cast.otto, cast.olga)] == [[]] * 5


def test_a_decided_proposal_leaves_nothing_to_do(cast, proposal):
    Acquaintance.objects.create(
        candidacy=candidacy(proposal, cast.max_profile), state="proposed", side="bureau", slots=[]
    )
    ProposalQuestion.objects.create(proposal=proposal, text="Kan het eerder?", asked_at=world.NOW)
    assert len(questions_to_answer(seen_by=cast.actor(cast.bea))) == 1
    assert questions_to_answer(seen_by=cast.actor(cast.carla)) == ()
    Proposal.objects.update(state="declined")
    assert wanted(cast, cast.carla) == [] and questions_to_answer(seen_by=cast.actor(cast.bea)) == ()


def test_the_desks_show_it_and_a_decided_proposal_takes_no_question(cast, proposal):
    Acquaintance.objects.create(
        candidacy=candidacy(proposal, cast.max_profile), state="proposed", side="bureau", slots=[]
    )
    question = ProposalQuestion.objects.create(proposal=proposal, text="Kan het eerder?", asked_at=world.NOW)
    carla, bea = (world.browser(person, language="en") for person in (cast.carla, cast.bea))
    assert "Choose a moment to meet Max Voorbeeld" in carla.get(reverse("client:home")).content.decode()
    home = bea.get(reverse("bureau:home")).content.decode()
    assert reverse("bureau:choose-question", args=[question.code]) in home
    asking = reverse("client:choose-question", args=[proposal.code])
    assert "<textarea" in carla.get(asking).content.decode()
    Proposal.objects.update(state="declined")
    page = carla.get(asking).content.decode()
    assert "<textarea" not in page and "has been decided on" in page
