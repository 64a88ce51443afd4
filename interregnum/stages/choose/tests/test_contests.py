"""A manager sees how he or she was weighed, nothing of others, and may contest it; somebody else answers in time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.kernel.refused import Refused
from interregnum.stages.choose import queries
from interregnum.stages.choose.actions.contest import answer_contest, contest_choice, remind_of_contests
from interregnum.stages.choose.actions.decide_proposal import decline_proposal
from interregnum.stages.choose.models import Contest
from interregnum.stages.choose.rules.contest import may_answer, may_contest
from interregnum.stages.choose.rules.states import ContestState
from interregnum.stages.choose.tests.choose_world import drawn, invited, sent
from tests import world

DAY = date(2026, 3, 2)


@given(st.integers(0, 40), st.integers(0, 30))
def test_a_choice_can_be_contested_up_to_and_including_the_last_day(passed, days):
    assert may_contest(DAY + timedelta(days=passed), DAY, days=days) == (passed <= days)


def test_a_choice_that_is_not_made_can_always_be_contested_and_nobody_judges_their_own():
    assert may_contest(DAY, None, days=0)
    assert not may_answer("anna", {"anna", "bert"})
    assert may_answer("carl", {"anna", "bert"})


@pytest.mark.django_db
class TestAManager:
    @pytest.fixture
    def row(self, cast):
        return invited(cast).shortlist

    def contest(self, cast, row, *, at=world.NOW, words="Ik ben eerder vrij."):
        return contest_choice(shortlist=row.code, words=words, by=cast.actor(cast.max), at=at)

    def answer(self, cast, code, person, *, upheld=False, answer="De datum klopte."):
        return answer_contest(contest=code, upheld=upheld, answer=answer, by=cast.actor(person), at=world.NOW)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_reads_the_own_points_and_profile_and_nothing_of_others(self, cast, row, language):
        browser = world.browser(cast.max, language=language)
        page = browser.get(reverse("manager:choose-considered", args=[row.code])).content.decode()
        assert ("Hoe uw profiel is gelezen" if language == "nl" else "How your profile was read") in page
        assert "Utrecht" in page
        assert "Olga" not in page
        assert (
            reverse("manager:choose-considered", args=[row.code])
            in browser.get(reverse("manager:choose-considered-all")).content.decode()
        )

    def test_who_was_not_asked_does_not_read_which_client_it_was(self, cast):
        row = invited(cast).shortlist
        row.proposals.get().candidacies.filter(manager=cast.olga_profile).delete()
        page = queries.considered_page(row.code, seen_by=cast.actor(cast.olga), on=world.TODAY)
        assert page.organisation_name == ""
        words = world.browser(cast.olga).get(reverse("manager:choose-considered", args=[row.code])).content.decode()
        assert "Bank De Proef" not in words

    def test_sees_no_list_from_which_nobody_was_asked_nor_one_without_the_own_name(self, cast):
        address = reverse("manager:choose-considered", args=[drawn(cast).code])
        assert world.browser(cast.max).get(address).status_code == 404
        row = invited(cast).shortlist
        row.listed.filter(manager=cast.max_profile).delete()
        address = reverse("manager:choose-considered", args=[row.code])
        assert world.browser(cast.max).get(address).status_code == 404
        assert world.browser(cast.carla).get(address).status_code == 404

    def test_contests_once_and_whoever_did_not_decide_hears_of_it(self, cast, row):
        code = self.contest(cast, row)
        assert Mail.objects.filter(template="mail/choose_contested.txt").exists()
        kept = Contest.objects.get(code=code)
        assert kept.due_on == world.TODAY + timedelta(days=14)
        assert isinstance(self.contest(cast, row), Refused)
        # Bea drew the list and asked; she is the only partner, so she hears of it and cannot answer.
        assert "choose.contest_own" in str(self.answer(cast, code, cast.bea))

    def test_gets_an_answer_of_somebody_else(self, cast, row):
        row.brief.request.owner = cast.anton
        row.brief.request.save()
        code = self.contest(cast, row)
        assert [line.name for line in queries.contests_to_answer(seen_by=cast.actor(cast.anton))] == ["Max Voorbeeld"]
        assert queries.contests_to_answer(seen_by=cast.actor(cast.bea)) == ()
        assert isinstance(self.answer(cast, code, cast.anton, answer=" "), Refused)
        assert self.answer(cast, code, cast.anton) is None
        assert isinstance(self.answer(cast, code, cast.anton), Refused)
        page = world.browser(cast.max).get(reverse("manager:choose-considered", args=[row.code])).content.decode()
        assert "De datum klopte." in page
        assert "Anton" in page

    def test_who_was_right_gets_the_list_drawn_again(self, cast, row):
        row.brief.request.owner = cast.anton
        row.brief.request.save()
        code = self.contest(cast, row)
        assert self.answer(cast, code, cast.anton, upheld=True) is None
        kept = Contest.objects.get(code=code)
        assert kept.state == ContestState.UPHELD
        assert kept.redrawn == row.brief.shortlists.first() != row

    def test_contests_no_later_than_fourteen_days_after_the_choice(self, cast):
        proposal = sent(cast)
        decline_proposal(proposal=proposal.code, reason="Nee.", by=cast.actor(cast.carla), at=world.NOW)
        late = self.contest(cast, proposal.shortlist, at=world.NOW + timedelta(days=15))
        assert isinstance(late, Refused) and late.reasons[0].code == "choose.contest_late"
        assert isinstance(self.contest(cast, proposal.shortlist, at=world.NOW + timedelta(days=14)), str)

    def test_is_not_forgotten(self, cast, row):
        row.brief.request.owner = cast.anton
        row.brief.request.save()
        self.contest(cast, row)
        assert remind_of_contests(world.NOW + timedelta(days=9)) == 0
        later = world.NOW + timedelta(days=10)
        assert remind_of_contests(later) == 1
        remind_of_contests(later)
        reminders = Mail.objects.filter(template="mail/choose_contest_due.txt")
        assert list(reminders.values_list("to", flat=True)) == ["anton@example.org"]

    def test_does_it_all_on_the_pages(self, cast, row):
        row.brief.request.owner = cast.anton
        row.brief.request.save()
        browser = world.browser(cast.max)
        address = reverse("manager:choose-considered", args=[row.code])
        assert browser.post(address, {"words": ""}).status_code == 422
        assert browser.post(address, {"words": "Mijn niveau is directie."}).status_code == 302
        code = Contest.objects.get().code
        theirs = reverse("bureau:choose-contest", args=[code])
        assert "Mijn niveau is directie." in world.browser(cast.anton).get(theirs).content.decode()
        assert world.browser(cast.aad).get(theirs).status_code == 404
        assert world.browser(cast.bea).post(theirs, {"outcome": "rejected", "answer": "Nee."}).status_code == 422
        answered = world.browser(cast.anton).post(theirs, {"outcome": "upheld", "answer": "Dat klopt."})
        assert answered.status_code == 302
        assert "Max Voorbeeld" in world.browser(cast.aukje).get(reverse("bureau:choose-contests")).content.decode()
