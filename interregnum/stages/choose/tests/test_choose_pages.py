"""The pages from shortlist to choice, through the browser."""

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.brief.tests.brief_world import agreed_brief, drafted_brief
from interregnum.stages.choose.models import Proposal, Shortlist
from interregnum.stages.choose.rules.states import CandidacyState, ProposalState
from interregnum.stages.choose.tests.choose_world import answer, candidacy, drawn, invited, sent
from tests import world


def address(name, row):
    return reverse(name, args=[row.code])


def text(response):
    return response.content.decode()


def pick(manager, **changes):
    fields = {
        f"pick_{manager.code}": "on",
        f"rationale_{manager.code}": "Heeft dit drie keer gedaan.",
        f"rate_{manager.code}": "1250",
        f"starts_{manager.code}": "2026-03-09",
    }
    return fields | {f"{name}_{manager.code}": value for name, value in changes.items()}


def test_bea_draws_the_shortlist_of_an_agreed_brief(cast):
    brief = agreed_brief(cast)
    browser = world.browser(cast.bea)
    page = browser.get(address("bureau:choose-draw", brief))
    assert "Draw the shortlist" in text(page)
    answered = browser.post(address("bureau:choose-draw", brief), {"once": "a"}, follow=True)
    assert "Max Voorbeeld" in text(answered)
    browser.post(address("bureau:choose-draw", brief), {"once": "a"})
    assert Shortlist.objects.count() == 1


def test_a_draft_is_sent_back_to_its_brief(cast):
    brief = drafted_brief(cast)
    browser = world.browser(cast.bea)
    assert "The client has not approved the brief yet" in text(browser.get(address("bureau:choose-draw", brief)))
    refused = browser.post(address("bureau:choose-draw", brief), {"once": "a"})
    assert refused.status_code == 422
    assert "nobody is looked for on a draft" in text(refused)


@pytest.mark.mission("D2 D3")
def test_the_shortlist_shows_points_with_their_reasons(cast, django_assert_max_num_queries):
    row = drawn(cast)
    browser = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = browser.get(address("bureau:choose-shortlist", row))
    assert page.status_code == 200
    assert "Proven cases with the reasons asked: 3, with a referee: 3." in text(page)
    assert reverse("bureau:people-manager", args=[cast.max_profile.code]) in text(page)


def test_bea_may_read_the_list_by_name(cast):
    row = drawn(cast)
    world.make_manager(name="Aad Voorbeeld", email="aad@example.org")
    page = text(world.browser(cast.bea).get(address("bureau:choose-shortlist", row) + "?order=name"))
    assert page.index("Max Voorbeeld") < page.index("Olga Voorbeeld")


def test_the_shortlist_is_for_who_guards_the_request_alone(cast):
    row = drawn(cast)
    for person in (cast.anton, cast.carla, cast.max, cast.sara):
        assert world.browser(person).get(address("bureau:choose-shortlist", row)).status_code == 404
        assert world.browser(person).get(address("bureau:choose-excluded", row)).status_code == 404


def test_bea_searches_those_who_were_set_aside(cast):
    world.make_manager(name="Vast Voorbeeld", email="vast@example.org", wants_permanent=True)
    world.make_manager(name="Oud Voorbeeld", email="oud@example.org", former_employers=["Bank De Proef"])
    row = drawn(cast)
    browser = world.browser(cast.bea)
    everybody = text(browser.get(address("bureau:choose-excluded", row)))
    assert "Would like a permanent post." in everybody
    assert "Has worked for Bank De Proef." in everybody
    assert "Oud Voorbeeld" not in text(browser.get(address("bureau:choose-excluded", row) + "?q=vast"))
    one = text(browser.get(address("bureau:choose-excluded", row) + "?constraint=choose.past_with_client"))
    assert "Vast Voorbeeld" not in one


@time_machine.travel(world.NOW, tick=False)
def test_bea_picks_max_with_a_reason(cast):
    row = drawn(cast)
    browser = world.browser(cast.bea)
    wrong = browser.post(address("bureau:choose-shortlist", row), pick(cast.max_profile, rationale=""))
    assert wrong.status_code == 422
    assert "Say in a sentence or two why this manager fits" in text(wrong)
    cheap = browser.post(address("bureau:choose-shortlist", row), pick(cast.max_profile, rate="900"))
    assert cheap.status_code == 422
    assert "less than the manager&#x27;s own rate" in text(cheap)
    assert not Proposal.objects.exists()
    for _press in range(2):
        answered = browser.post(address("bureau:choose-shortlist", row), pick(cast.max_profile) | {"once": "b"})
        assert answered.status_code == 302
    proposal = Proposal.objects.get()
    assert answered.url == address("bureau:choose-proposal", proposal)


def test_max_reads_his_invitation_and_learns_nothing_of_others(cast, django_assert_max_num_queries):
    proposal = invited(cast)
    mine = candidacy(proposal, cast.max_profile)
    browser = world.browser(cast.max)
    with django_assert_max_num_queries(15):
        page = browser.get(address("manager:choose-invitation", mine))
    assert "Bank De Proef" in text(page)
    assert "€\xa01,000" in text(page)
    for secret in ("Olga", "1,250", "1,300", "1,500", "points"):
        assert secret not in text(page)
    answered = browser.post(address("manager:choose-invitation", mine), {"answer": "yes", "remark": "Graag"})
    assert answered.status_code == 302
    assert candidacy(proposal, cast.max_profile).state == CandidacyState.AGREED
    assert "You said yes." in text(browser.get(address("manager:choose-invitation", mine)))


def test_an_answer_without_a_choice_is_asked_for(cast):
    mine = candidacy(invited(cast), cast.max_profile)
    page = world.browser(cast.max).post(address("manager:choose-invitation", mine), {"remark": "?"})
    assert page.status_code == 422
    assert "This field is required." in text(page)


def test_olga_does_not_find_the_invitation_of_max(cast):
    mine = candidacy(invited(cast), cast.max_profile)
    assert world.browser(cast.olga).get(address("manager:choose-invitation", mine)).status_code == 404
    assert world.browser(cast.bea).get(address("manager:choose-invitation", mine)).status_code == 404


def test_bea_follows_the_answers_and_sends(cast, django_assert_max_num_queries):
    proposal = invited(cast)
    browser = world.browser(cast.bea)
    assert "Nobody has agreed yet" in text(browser.get(address("bureau:choose-proposal", proposal)))
    early = browser.post(address("bureau:choose-proposal", proposal), {"once": "c"})
    assert early.status_code == 422
    answer(cast, proposal, cast.max)
    with django_assert_max_num_queries(17):
        page = browser.get(address("bureau:choose-proposal", proposal))
    assert "1 manager has not answered yet" in text(page)
    assert (
        browser.post(
            address("bureau:choose-proposal", proposal), {"alone_why": "Olga is er niet.", "once": "d"}
        ).status_code
        == 302
    )
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.SENT
    assert world.browser(cast.anton).get(address("bureau:choose-proposal", proposal)).status_code == 404


def test_carla_sees_nothing_before_it_is_sent_and_otto_never(cast):
    proposal = invited(cast)
    assert world.browser(cast.carla).get(address("client:choose-proposal", proposal)).status_code == 404
    answer(cast, proposal, cast.max)
    world.browser(cast.bea).post(
        address("bureau:choose-proposal", proposal), {"alone_why": "Olga is er niet.", "once": "d"}
    )
    assert world.browser(cast.carla).get(address("client:choose-proposal", proposal)).status_code == 200
    assert world.browser(cast.otto).get(address("client:choose-proposal", proposal)).status_code == 404


@pytest.mark.mission("B3 D2 D3")
def test_carla_compares_without_scores_and_without_the_manager_s_rate(cast, django_assert_max_num_queries):
    proposal = sent(cast)
    browser = world.browser(cast.carla)
    with django_assert_max_num_queries(15):
        page = text(browser.get(address("client:choose-proposal", proposal)))
    for shown in ("Max Voorbeeld", "Olga Voorbeeld", "heeft dit drie keer gedaan", "€\xa01,250", "€\xa01,512.50"):
        assert shown in page
    for secret in ("€\xa01,000", "of 100 points", "Margin"):
        assert secret not in page


def test_a_client_that_reclaims_vat_is_not_told_to_pay_it(cast):
    cast.bank.reclaims_vat = True
    cast.bank.save()
    page = text(world.browser(cast.carla).get(address("client:choose-proposal", sent(cast))))
    assert "1,512.50" in page
    assert "You cannot reclaim VAT" not in page
    assert "often cannot reclaim VAT" in page


@pytest.mark.mission("D2")
@time_machine.travel(world.NOW, tick=False)
def test_carla_chooses_max(cast):
    proposal = sent(cast)
    mine = candidacy(proposal, cast.max_profile)
    browser = world.browser(cast.carla)
    asked = browser.get(address("client:choose-proposal", proposal) + f"?choose={mine.code}")
    assert "Choose Max Voorbeeld?" in text(asked)
    answered = browser.post(address("client:choose-proposal", proposal), {"candidacy": mine.code}, follow=True)
    assert "You have chosen Max Voorbeeld" in text(answered)
    assert "Olga" not in text(answered)
    late = browser.post(
        address("client:choose-proposal", proposal), {"candidacy": candidacy(proposal, cast.olga_profile).code}
    )
    assert late.status_code == 422
    assert "was decided on or stopped already" in text(late)


def test_carla_chooses_none_and_says_why(cast):
    proposal = sent(cast)
    browser = world.browser(cast.carla)
    empty = browser.post(address("client:choose-proposal", proposal), {"do": "decline", "reason": ""})
    assert empty.status_code == 422
    answered = browser.post(
        address("client:choose-proposal", proposal), {"do": "decline", "reason": "Te duur"}, follow=True
    )
    assert "You chose none of them" in text(answered)
    bureau = text(world.browser(cast.bea).get(address("bureau:choose-proposal", proposal)))
    assert "Te duur" in bureau
    shortlist = text(world.browser(cast.bea).get(address("bureau:choose-shortlist", Shortlist.objects.get())))
    assert "Ask the managers you picked" in shortlist
