"""The bureau stops a proposal of which nothing comes; whoever had a part in it hears it, and another can be made."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.actions.stop_proposal import stop_proposal
from interregnum.stages.choose.models import Candidacy, Proposal
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.tests.choose_world import answer, candidacy, invited, invitee, sent
from tests import world

WHY = "Niemand van hen kan nu komen."


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(world.NOW, tick=False):
        yield


def address(desk, proposal, page="proposal"):
    return reverse(f"{desk}:choose-{page}", args=[proposal.code])


def stop(cast, proposal, seen, reason=WHY):
    return stop_proposal(proposal=proposal.code, reason=reason, seen=seen, by=cast.actor(cast.bea), at=world.NOW)


def code_of(refused):
    assert isinstance(refused, Refused)
    return refused.reasons[0].code


def told(name):
    return sorted(Mail.objects.filter(template=f"mail/choose_{name}.txt").values_list("to", flat=True))


def states(proposal):
    return {row.manager.name: row.state for row in Candidacy.objects.filter(proposal=proposal)}


def test_when_everybody_said_no_the_bureau_stops_and_asks_others_from_a_new_list(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max, agrees=False)
    answer(cast, proposal, cast.olga, agrees=False)
    bea = world.browser(cast.bea, language="en")
    page = bea.get(address("bureau", proposal)).content.decode()
    assert "Each manager who was asked said no" in page
    assert address("bureau", proposal, "stop") in page
    assert bea.get(address("bureau", proposal, "stop")).status_code == 200
    assert bea.post(address("bureau", proposal, "stop"), {"seen": "inviting", "reason": " "}).status_code == 422
    done = bea.post(address("bureau", proposal, "stop"), {"seen": "inviting", "reason": WHY}, follow=True)
    assert "You can make another one" in done.content.decode()
    assert WHY in done.content.decode()
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_at, proposal.sent_at) == (ProposalState.ENDED, world.NOW, None)
    # Who said no is left alone, and the client never saw it.
    assert told("stopped") == told("taken_back") == []
    assert set(states(proposal).values()) == {CandidacyState.REFUSED}
    by = cast.actor(cast.bea)
    again = draw_shortlist(brief=proposal.brief.code, by=by, at=world.NOW)
    later = invitee(cast.max_profile, starts_on=date(2026, 3, 16))
    made = invite_managers(shortlist=again, chosen=(later,), by=by, at=world.NOW, why="talk")
    assert isinstance(made, str), made
    assert Candidacy.objects.get(proposal__code=made).starts_on == date(2026, 3, 16)


def test_who_was_asked_hears_it_and_the_client_knows_nothing_of_what_was_never_sent(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    assert stop(cast, proposal, ProposalState.INVITING) is None
    assert told("stopped") == ["max@example.org", "olga@example.org"]
    assert told("taken_back") == told("not_chosen") == []
    assert set(states(proposal).values()) == {CandidacyState.NOT_CHOSEN}
    assert world.browser(cast.carla).get(address("client", proposal)).status_code == 404
    assert Entry.objects.filter(kind="AskingStopped").count() == 1
    assert not Entry.objects.filter(kind="ProposalStopped").exists()
    home = world.browser(cast.carla, language="en").get("/home/", follow=True).content.decode()
    assert proposal.code not in home
    mine = candidacy(proposal, cast.olga_profile)
    own = world.browser(cast.olga, language="en").get(reverse("manager:choose-invitation", args=[mine.code]))
    assert "We have stopped this proposal" in own.content.decode()
    assert WHY not in own.content.decode()
    late = answer_invitation(candidacy=mine.code, agrees=True, remark="", by=cast.actor(cast.olga), at=world.NOW)
    assert code_of(late) == "choose.already_answered"
    gone = send_proposal(proposal=proposal.code, by=cast.actor(cast.bea), at=world.NOW)
    assert code_of(gone) == "choose.already_sent"


@pytest.mark.parametrize(("language", "words"), [("en", "We have taken this proposal back"), ("nl", "teruggenomen")])
def test_the_client_who_has_it_gets_a_mail_reads_why_and_can_choose_nobody(cast, language, words):
    proposal = sent(cast)
    bea = world.browser(cast.bea)
    assert bea.post(address("bureau", proposal, "stop"), {"seen": "sent", "reason": WHY}).status_code == 302
    assert told("taken_back") == ["carla@example.org"]
    assert told("stopped") == ["max@example.org", "olga@example.org"]
    page = world.browser(cast.carla, language=language).get(address("client", proposal)).content.decode()
    assert words in page
    assert WHY in page
    assert "Max" not in page
    mine = candidacy(proposal, cast.max_profile).code
    chosen = accept_proposal(proposal=proposal.code, candidacy=mine, by=cast.actor(cast.carla), at=world.NOW)
    assert code_of(chosen) == "choose.already_decided"
    assert bea.post(address("bureau", proposal, "stop"), {"seen": "sent", "reason": WHY}).status_code == 422
    assert bea.get(address("bureau", proposal, "stop")).status_code == 200
    assert Entry.objects.filter(kind="ProposalStopped").count() == 1
    assert told("taken_back") == ["carla@example.org"]


def test_a_reason_for_colleagues_does_not_become_one_for_the_client(cast):
    proposal = sent(cast)
    assert code_of(stop(cast, proposal, ProposalState.INVITING)) == "choose.sent_meanwhile"
    assert code_of(stop(cast, proposal, "\u202eanders")) == "choose.sent_meanwhile"
    assert code_of(stop(cast, proposal, "ended")) == "choose.sent_meanwhile"
    assert code_of(stop(cast, proposal, ProposalState.SENT, reason="\n ")) == "choose.stop_reason_empty"
    proposal.refresh_from_db()
    assert (proposal.state, proposal.stop_reason) == (ProposalState.SENT, "")
    assert told("taken_back") == told("stopped") == []


def test_after_a_choice_there_is_nothing_to_stop(cast):
    proposal = sent(cast)
    Proposal.objects.update(state=ProposalState.ACCEPTED)
    assert code_of(stop(cast, proposal, ProposalState.SENT)) == "choose.already_decided"
    assert (
        address("bureau", proposal, "stop")
        not in world.browser(cast.bea).get(address("bureau", proposal)).content.decode()
    )


@pytest.mark.parametrize("who", ["carla", "max", "sara", "otto", "anton"])
def test_nobody_else_may_stop_it(cast, who):
    proposal = sent(cast)
    answered = world.browser(getattr(cast, who)).post(
        address("bureau", proposal, "stop"), {"seen": "sent", "reason": WHY}
    )
    assert answered.status_code in (403, 404)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.SENT


def test_a_first_day_that_has_passed_is_said_to_the_bureau_before_the_client_calls(cast):
    proposal = sent(cast)
    bea = world.browser(cast.bea, language="en")
    assert "has passed" not in bea.get(address("bureau", proposal)).content.decode()
    with time_machine.travel(world.NOW.replace(month=3, day=10), tick=False):
        page = world.browser(cast.bea, language="en").get(address("bureau", proposal)).content.decode()
    assert "the client cannot choose them any more. Stop this proposal" in page
    assert cast.max_profile.name in page
