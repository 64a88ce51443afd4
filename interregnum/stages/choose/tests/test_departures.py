"""A person decides, and where that departs from the list the reason is kept and counted."""

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.kernel.refused import Refused
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.invite_managers import invite_managers
from interregnum.stages.choose.actions.set_aside import set_aside
from interregnum.stages.choose.models import Departure, Proposal
from interregnum.stages.choose.queries import oversight_page
from interregnum.stages.choose.rules.override import Decision, check_why, follows_too_much, passed_over, rates
from interregnum.stages.choose.rules.states import Deed, Why
from interregnum.stages.choose.tests.choose_world import candidacy, drawn, invitee, sent
from tests import world

codes = st.permutations("abcdef").map(tuple)


def test_who_stands_above_the_lowest_pick_is_passed_over():
    assert passed_over("abcde", "bd") == ("a", "c")
    assert passed_over("abcde", "ab") == ()
    assert passed_over("abcde", "") == ()


@given(codes, st.integers(0, 63).map(lambda bits: {code for place, code in enumerate("abcdef") if bits >> place & 1}))
def test_nobody_is_passed_over_by_who_takes_the_first(order, picked):
    over = passed_over(order, picked)
    assert not set(over) & picked
    taken = [code for code in order if code in picked]
    assert (over == ()) == (list(order[: len(taken)]) == taken)


def test_a_reason_is_one_of_the_list_and_another_one_is_told_in_words():
    assert check_why("talk", "") is Why.TALK
    assert isinstance(check_why("", "Zomaar."), Refused)
    assert isinstance(check_why("client_chose", ""), Refused)
    assert isinstance(check_why("other", "Zomaar."), Refused)
    assert check_why("other", "Kent deze afdeling nog van vroeger.") is Why.OTHER


def test_rates_are_counted_by_a_part_of_the_decision():
    decisions = [Decision("2026-1", "crisis", True), Decision("2026-1", "change", False), Decision("2026-2", "x", True)]
    found = rates(decisions, lambda each: each.quarter)
    assert [(each.key, each.departed, each.decisions, each.percent) for each in found] == [
        ("2026-1", 1, 2, 50),
        ("2026-2", 1, 1, 100),
    ]


def test_who_nearly_always_follows_the_list_is_told_once_there_are_enough_choices():
    assert not follows_too_much([False] * 49, decisions=50, percent=95)
    assert follows_too_much([False] * 50, decisions=50, percent=95)
    assert follows_too_much([True, True, *[False] * 48], decisions=50, percent=95)
    assert not follows_too_much([True, True, True, *[False] * 47], decisions=50, percent=95)


@pytest.mark.django_db
class TestAChoice:
    @pytest.fixture
    def row(self, cast):
        return drawn(cast)

    def order(self, row):
        return [each.manager for each in row.listed.select_related("manager")]

    def invite(self, cast, row, *managers, **why):
        chosen = tuple(invitee(manager) for manager in managers)
        return invite_managers(shortlist=row.code, chosen=chosen, by=cast.actor(cast.bea), at=world.NOW, **why)

    def aside(self, cast, row, manager, *, back=False, why="talk", words=""):
        return set_aside(
            shortlist=row.code,
            manager=manager.code,
            back=back,
            why=why,
            words=words,
            by=cast.actor(cast.bea),
            at=world.NOW,
        )

    def test_of_the_first_needs_no_reason(self, cast, row):
        first, _second = self.order(row)
        code = self.invite(cast, row, first)
        proposal = Proposal.objects.get(code=code)
        assert (proposal.departs, proposal.shortlist, proposal.invited_by) == (False, row, cast.bea)
        assert not Departure.objects.exists()

    def test_of_a_lower_one_says_why(self, cast, row):
        first, second = self.order(row)
        refused = self.invite(cast, row, second)
        assert isinstance(refused, Refused) and refused.reasons[0].code == "choose.why_missing"
        assert not Proposal.objects.exists()
        code = self.invite(cast, row, second, why="client_wish")
        assert Proposal.objects.get(code=code).departs
        kept = Departure.objects.get()
        assert (kept.manager, kept.deed, kept.why, kept.by) == (first, Deed.PASSED_OVER, "client_wish", cast.bea.code)

    def test_after_taking_somebody_out_by_hand_gives_that_reason_once(self, cast, row):
        first, second = self.order(row)
        assert self.aside(cast, row, first) is None
        assert isinstance(self.aside(cast, row, first), Refused)
        refused = self.invite(cast, row, first)
        assert isinstance(refused, Refused) and refused.reasons[0].code == "choose.is_aside"
        code = self.invite(cast, row, second)
        assert Proposal.objects.get(code=code).departs
        assert list(Departure.objects.values_list("deed", flat=True)) == ["set_aside"]

    def test_can_be_put_back_with_a_reason(self, cast, row):
        first, _second = self.order(row)
        assert isinstance(self.aside(cast, row, first, back=True), Refused)
        self.aside(cast, row, first)
        assert self.aside(cast, row, first, back=True, why="second_look") is None
        assert isinstance(self.invite(cast, row, first), str)

    def test_of_the_client_for_a_lower_one_is_counted_as_the_clients(self, cast):
        proposal = sent(cast)
        first, second = self.order(proposal.shortlist)
        accept_proposal(
            proposal=proposal.code,
            candidacy=candidacy(proposal, second).code,
            by=cast.actor(cast.carla),
            at=world.NOW,
        )
        kept = Departure.objects.get()
        assert (kept.manager, kept.deed, kept.why) == (first, Deed.NOT_CHOSEN, Why.CLIENT_CHOSE)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_is_counted_for_partners(self, cast, row, language):
        self.invite(cast, row, self.order(row)[1], why="talk")
        page = oversight_page(seen_by=cast.actor(cast.bea), on=world.TODAY)
        assert (page.departed, page.decisions) == (1, 1)
        assert [(each.departed, each.decisions) for each in page.by_category] == [(1, 1)]
        assert [number for _deed, _why, number in page.by_why] == [1]
        words = world.browser(cast.bea, language=language).get(reverse("bureau:choose-oversight")).content.decode()
        assert ("kwartaal 1 van 2026" if language == "nl" else "quarter 1 of 2026") in words
        assert oversight_page(seen_by=cast.actor(cast.anton), on=world.TODAY).decisions == 0
        assert world.browser(cast.anton).get(reverse("bureau:choose-oversight")).status_code == 404

    @time_machine.travel(world.NOW, tick=False)
    def test_departs_on_the_page_itself(self, cast, row):
        first, second = self.order(row)
        browser, address = world.browser(cast.bea), reverse("bureau:choose-shortlist", args=[row.code])
        aside = reverse("bureau:choose-aside", args=[row.code, first.code])
        assert browser.post(aside, {"why": "other", "words": "kort"}).status_code == 422
        assert browser.post(aside, {"why": "out_of_date", "words": "Is verhuisd."}).status_code == 302
        assert "Is verhuisd." in browser.get(address).content.decode()
        typed = {"pick": "on", "rationale": "Past.", "rate": "1300", "starts": "2026-03-09"}
        form = {f"{name}_{second.code}": value for name, value in typed.items()}
        assert browser.post(address, form).status_code == 302
        assert Proposal.objects.get().departs
