"""One manager's assignments exclude each other by the days of a week."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import Period
from interregnum.outside.mail import kept_mail
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.choose.queries.considered import OUTCOMES
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.end_unsigned import withdraw_contract
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.room import has_room
from tests import world
from tests.acceptances import all_at_once, choosers, faults_of, without_locks

SPRING = Period(date(2026, 4, 7), date(2026, 6, 30))
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("wanted", "taken", "fits"),
    [
        (Engagement(SPRING, 5), [], True),
        (Engagement(SPRING, 2), [Engagement(SPRING, 2)], True),
        (Engagement(SPRING, 3), [Engagement(SPRING, 2)], False),
        (Engagement(SUMMER, 4), [Engagement(SPRING, 4)], True),
        # Two short ones after each other are never taken in the same week.
        (Engagement(Period(SPRING.first, SUMMER.last), 2), [Engagement(SPRING, 2), Engagement(SUMMER, 2)], True),
        (Engagement(SPRING, 4), [Engagement(SPRING, 0)], True),
    ],
)
def test_days_of_weeks_that_overlap_are_counted_together(wanted, taken, fits):
    assert has_room(wanted, taken, offered=4) is fits


ENGAGEMENTS = st.builds(
    lambda first, length, days: Engagement(
        Period(SPRING.first + timedelta(days=first), SPRING.first + timedelta(days=first + length)), days
    ),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(1, 5),
)


@given(wanted=ENGAGEMENTS, taken=st.lists(ENGAGEMENTS, max_size=5), offered=st.integers(1, 5))
def test_no_day_is_given_away_twice(wanted, taken, offered):
    days = [wanted.period.first + timedelta(days=number) for number in range(wanted.period.days)]
    beside = [each for each in taken if each.period.overlaps(wanted.period)]
    most = max(sum(each.days for each in beside if day in each.period) for day in days)
    assert has_room(wanted, taken, offered=offered) is (not beside or most + wanted.days <= offered)


def test_who_comes_second_is_told_keeps_the_proposal_and_is_led_to_the_others(cast):
    first, second = choosers(cast.max_profile, 2)
    other = Candidacy.objects.get(code=second.candidacy)
    other.pk, other.code, other.manager = None, "c" * 16, cast.olga_profile
    other.save(force_insert=True)
    choose = {"at": world.NOW, "by": first.by}
    assert accept_proposal(proposal=first.proposal, candidacy=first.candidacy, **choose) is None
    told = [mail for mail in kept_mail()[0] if mail.to == "kees1@example.org"]
    assert [mail.subject for mail in told] == ["Een manager uit ons voorstel is elders gekozen"]
    assert second.proposal in told[0].text
    refused = accept_proposal(proposal=second.proposal, candidacy=second.candidacy, by=second.by, at=world.NOW)
    assert refused.reasons[0].code == "choose.manager_taken"
    assert accept_proposal(proposal=second.proposal, candidacy=other.code, by=second.by, at=world.NOW) is None
    assert Contract.objects.count() == 2


def test_the_page_of_who_comes_second_offers_the_others_alone(cast):
    first, second = choosers(cast.max_profile, 2)
    proposal = Candidacy.objects.get(code=second.candidacy).proposal
    proposal.brief.request.organisation = cast.bank
    proposal.brief.request.save()
    accept_proposal(proposal=first.proposal, candidacy=first.candidacy, by=first.by, at=world.NOW)
    browser = world.browser(cast.carla, language="en")
    shown = browser.get(reverse("client:choose-proposal", args=[second.proposal])).content.decode()
    assert "Another client was first" in shown and "Choose Max Voorbeeld" not in shown
    assert browser.get(reverse("client:choose-talk", args=[second.candidacy])).status_code == 200


def test_days_that_come_free_can_be_chosen_again(cast):
    first, second = choosers(cast.max_profile, 2)
    accept_proposal(proposal=first.proposal, candidacy=first.candidacy, by=first.by, at=world.NOW)
    assert Candidacy.objects.get(code=second.candidacy).state == "taken"
    contract = Contract.objects.get()
    assert withdraw_contract(contract=contract.code, reason="Toch niet.", by=HOUSE, at=world.NOW) is None
    assert Candidacy.objects.get(code=second.candidacy).state == "agreed"
    assert accept_proposal(proposal=second.proposal, candidacy=second.candidacy, by=second.by, at=world.NOW) is None


def test_of_ten_clients_at_once_one_wins_and_the_others_lose_nothing(file_database):
    cast = world.make_cast()
    group = choosers(cast.max_profile, 10)
    assert faults_of(group, all_at_once(group)) == []


def test_without_the_guard_they_do_not(file_database):
    cast = world.make_cast()
    group = choosers(cast.max_profile, 10)
    with without_locks():
        assert faults_of(group, all_at_once(group))


def test_a_manager_can_be_told_how_each_procedure_stands():
    assert set(OUTCOMES) == set(CandidacyState)
