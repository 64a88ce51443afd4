"""From shortlist to choice: consent first, then the client."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from interregnum.journal.models import Entry, Payload
from interregnum.journal.timeline import timeline
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.choose import queries
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal, decline_proposal
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.tests.choose_world import answer, candidacy, drawn, invited, invitee, sent
from tests import world
from tests.life import ALONE


def codes(refused):
    assert isinstance(refused, Refused), refused
    return [reason.code for reason in refused.reasons]


def ask(cast, shortlist, *chosen):
    return invite_managers(shortlist=shortlist.code, chosen=chosen, by=cast.actor(cast.bea), at=world.NOW)


def accept(cast, proposal, manager):
    mine = candidacy(proposal, manager)
    return accept_proposal(proposal=proposal.code, candidacy=mine.code, by=cast.actor(cast.carla), at=world.NOW)


def test_bea_cannot_propose_nobody_nor_four(cast):
    shortlist = drawn(cast)
    assert codes(ask(cast, shortlist)) == ["choose.nobody_picked"]
    four = (invitee(cast.max_profile), invitee(cast.olga_profile)) * 2
    assert "choose.too_many_picked" in codes(ask(cast, shortlist, *four))
    assert not Proposal.objects.exists()


def test_each_thing_that_is_wrong_with_a_pick_is_said_beside_its_field(cast):
    wrong = invitee(cast.max_profile, rationale=" ", client_rate=Money(900), starts_on=date(2026, 1, 1))
    refused = ask(cast, drawn(cast), wrong, invitee(cast.olga_profile, client_rate=Money(1600)))
    assert codes(refused) == [
        "choose.rationale_missing",
        "choose.rate_below_cost",
        "choose.starts_before_free",
        "choose.rate_above_ceiling",
        "choose.starts_past",
    ]
    assert refused.reasons[0].field == f"rationale_{cast.max_profile.code}"


def test_who_is_not_on_the_shortlist_cannot_be_proposed(cast):
    shortlist = drawn(cast)
    stranger = world.make_manager(name="Nieuw", email="nieuw@example.org")
    assert codes(ask(cast, shortlist, invitee(stranger))) == ["choose.not_on_shortlist"]


def test_a_brief_has_one_live_proposal(cast):
    proposal = invited(cast)
    shortlist = Shortlist.objects.get()
    assert codes(ask(cast, shortlist, invitee(cast.max_profile))) == ["choose.live_proposal"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(brief=proposal.brief, invited_at=world.NOW)


def test_the_fact_of_inviting_names_no_manager(cast):
    proposal = invited(cast)
    (asked,) = timeline(proposal.code, kinds=frozenset({"ManagersInvited"}))
    assert asked.content["managers"] == 2
    assert cast.max_profile.code not in str(asked.content)
    answer(cast, proposal, cast.max)
    assert not Entry.objects.filter(
        abouts__code=cast.olga_profile.code, kind__in=["ManagersInvited", "ManagerAnswered"]
    ).exists()


def test_each_manager_is_written_to_without_the_client_s_name(cast):
    invited(cast)
    mails, _total = kept_mail()
    assert {mail.to for mail in mails} >= {"max@example.org", "olga@example.org"}
    assert all("Bank De Proef" not in mail.text for mail in mails)


@pytest.mark.mission("D6")
def test_max_says_yes_once(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    mine = candidacy(proposal, cast.max_profile)
    assert mine.state == CandidacyState.AGREED
    again = answer_invitation(candidacy=mine.code, agrees=False, remark="", by=cast.actor(cast.max), at=world.NOW)
    assert codes(again) == ["choose.already_answered"]


def test_nothing_is_sent_while_nobody_agreed(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max, agrees=False)
    refused = send_proposal(proposal=proposal.code, by=cast.actor(cast.bea), at=world.NOW)
    assert codes(refused) == ["choose.nobody_agreed"]


@pytest.mark.mission("D7")
def test_one_alone_is_proposed_only_with_a_reason_that_the_client_reads(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    address = reverse("bureau:choose-proposal", args=[proposal.code])
    bea = world.browser(cast.bea, language="en")
    assert "Why there is no second candidate" in bea.get(address).text
    for empty in ("", "   "):
        refused = bea.post(address, {"alone_why": empty})
        assert refused.status_code == 422 and "Wait for a second answer" in refused.text
    assert Proposal.objects.get(pk=proposal.pk).state == ProposalState.INVITING
    assert bea.post(address, {"alone_why": ALONE}).status_code == 302
    assert ALONE in world.browser(cast.carla).get(reverse("client:choose-proposal", args=[proposal.code])).text
    mine = candidacy(proposal, cast.max_profile)
    assert ALONE not in world.browser(cast.max).get(reverse("manager:choose-invitation", args=[mine.code])).text


def test_of_two_no_reason_is_asked_nor_kept(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    answer(cast, proposal, cast.olga)
    address = reverse("bureau:choose-proposal", args=[proposal.code])
    assert 'name="alone_why"' not in world.browser(cast.bea).get(address).text
    told = {"proposal": proposal.code, "alone_why": ALONE, "by": cast.actor(cast.bea), "at": world.NOW}
    assert send_proposal(**told) is None
    assert Proposal.objects.get(pk=proposal.pk).alone_why == ""


def test_who_has_not_answered_when_it_is_sent_is_not_in_it(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    send_proposal(proposal=proposal.code, alone_why=ALONE, by=cast.actor(cast.bea), at=world.NOW)
    late = candidacy(proposal, cast.olga_profile)
    refused = answer_invitation(candidacy=late.code, agrees=True, remark="", by=cast.actor(cast.olga), at=world.NOW)
    assert codes(refused) == ["choose.already_answered"]
    page = queries.own_proposal_page(proposal.code, seen_by=cast.actor(cast.carla))
    assert [each.name for each in page.candidates] == ["Max Voorbeeld"]
    again = send_proposal(proposal=proposal.code, by=cast.actor(cast.bea), at=world.NOW)
    assert codes(again) == ["choose.already_sent"]


@pytest.mark.mission("D2")
def test_carla_accepts_the_proposal(cast):
    proposal = sent(cast)
    assert accept(cast, proposal, cast.max_profile) is None
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.ACCEPTED
    assert candidacy(proposal, cast.max_profile).state == CandidacyState.CHOSEN
    assert candidacy(proposal, cast.olga_profile).state == CandidacyState.NOT_CHOSEN
    facts = queries.candidacy_facts(candidacy(proposal, cast.max_profile).code)
    assert (facts.client_rate, facts.manager_rate) == (Money(1250), Money(1000))


def test_of_two_people_who_choose_the_first_wins_and_the_other_hears_it(cast):
    proposal = sent(cast)
    assert accept(cast, proposal, cast.max_profile) is None
    assert codes(accept(cast, proposal, cast.olga_profile)) == ["choose.already_decided"]
    assert codes(accept(cast, proposal, cast.max_profile)) == ["choose.already_decided"]
    by = cast.actor(cast.carla)
    late = decline_proposal(proposal=proposal.code, reason="Te laat", by=by, at=world.NOW)
    assert codes(late) == ["choose.already_decided"]
    assert Payload.objects.filter(entry__kind="ProposalAccepted").count() == 1
    assert Candidacy.objects.filter(state=CandidacyState.CHOSEN).count() == 1


def test_a_decision_on_what_one_read_before_the_other_decided_changes_nothing(cast, monkeypatch):
    """The second person's page was read before the first one pressed: the update itself has to notice."""
    proposal = sent(cast)
    stale = Proposal.objects.select_related("brief__request__organisation").get(pk=proposal.pk)
    assert accept(cast, proposal, cast.max_profile) is None
    monkeypatch.setattr(
        "interregnum.stages.choose.actions.decide_proposal.proposal_row", lambda code, *, seen_by: stale
    )
    by = cast.actor(cast.carla)
    refused = decline_proposal(proposal=proposal.code, reason="Toch niet", by=by, at=world.NOW)
    assert codes(refused) == ["choose.already_decided"]
    assert codes(accept(cast, proposal, cast.olga_profile)) == ["choose.already_decided"]
    assert codes(accept(cast, proposal, cast.max_profile)) == ["choose.already_decided"]
    assert candidacy(proposal, cast.olga_profile).state == CandidacyState.NOT_CHOSEN
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decline_reason) == (ProposalState.ACCEPTED, "")


def test_carla_declines_and_bea_may_propose_again(cast):
    proposal = sent(cast)
    by = cast.actor(cast.carla)
    assert decline_proposal(proposal=proposal.code, reason="Te ver weg", by=by, at=world.NOW) is None
    assert candidacy(proposal, cast.max_profile).state == CandidacyState.NOT_CHOSEN
    assert isinstance(ask(cast, Shortlist.objects.get(), invitee(cast.max_profile)), str)


def test_a_manager_who_refused_cannot_be_chosen(cast):
    proposal = invited(cast)
    answer(cast, proposal, cast.max)
    answer(cast, proposal, cast.olga, agrees=False)
    send_proposal(proposal=proposal.code, alone_why=ALONE, by=cast.actor(cast.bea), at=world.NOW)
    assert codes(accept(cast, proposal, cast.olga_profile)) == ["choose.not_a_candidate"]


def test_each_desk_shows_what_waits_for_its_own(cast):
    proposal = invited(cast)
    mine = candidacy(proposal, cast.max_profile)
    assert [line.code for line in queries.invitations_waiting(seen_by=cast.actor(cast.max))] == [mine.code]
    assert queries.invitations_waiting(seen_by=cast.actor(cast.bea)) == ()
    assert queries.proposals_ready_to_send(seen_by=cast.actor(cast.bea)) == ()
    answer(cast, proposal, cast.max)
    (ready,) = queries.proposals_ready_to_send(seen_by=cast.actor(cast.bea))
    assert (ready.code, ready.agreed, ready.asked) == (proposal.code, 1, 2)
    assert queries.proposals_waiting_for_client(seen_by=cast.actor(cast.carla)) == ()
    send_proposal(proposal=proposal.code, alone_why=ALONE, by=cast.actor(cast.bea), at=world.NOW)
    (waiting,) = queries.proposals_waiting_for_client(seen_by=cast.actor(cast.carla))
    assert waiting.code == proposal.code
    assert queries.proposals_waiting_for_client(seen_by=cast.actor(cast.otto)) == ()
    assert queries.briefs_waiting(seen_by=cast.actor(cast.bea)) == ()
