"""Few candidates, without a conflict on the day that they go to the client, and a choice that is made soon."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.refused import Refused
from interregnum.people.models import Manager
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.models import Proposal
from interregnum.stages.choose.queries import own_proposal_page, proposal_page
from interregnum.stages.choose.rules.presenting import Limits, clash, warnings, working_days
from interregnum.stages.choose.rules.states import CandidacyState
from interregnum.stages.choose.tests.choose_world import answer, candidacy, invited, sent
from interregnum.stages.choose.tests.rules_world import a_brief, a_manager
from tests import world

FRIDAY = date(2026, 3, 6)
LIMITS = Limits(3, 2, 5)


def told(**changes):
    known = {"candidates": 2, "rounds": 1, "sent_on": FRIDAY, "is_open": True, "on": FRIDAY, "limits": LIMITS}
    return warnings(**known | changes)


def test_a_weekend_is_no_time_to_decide():
    assert working_days(FRIDAY, FRIDAY) == 0
    assert working_days(FRIDAY, FRIDAY + timedelta(days=3)) == 1


def test_many_candidates_many_rounds_and_a_slow_decision_warn():
    assert told() == ()
    assert told(candidates=4) == ("choose.many_candidates",)
    assert told(rounds=3) == ("choose.many_rounds",)
    assert told(on=FRIDAY + timedelta(days=7)) == ()
    assert told(on=FRIDAY + timedelta(days=10)) == ("choose.slow_decision",)
    assert told(on=FRIDAY + timedelta(days=10), is_open=False) == ()
    assert told(sent_on=None) == ()


def test_a_clash_is_a_past_a_conflict_or_the_wish_to_stay():
    assert clash(a_manager(), a_brief()) is None
    for changes in ({"conflicts": ("Voorbeeldbank",)}, {"former_employers": ("Voorbeeldbank",)}):
        assert clash(a_manager(**changes), a_brief())
    assert clash(a_manager(wants_permanent=True), a_brief()).constraint == "choose.wants_to_be_hired"


@pytest.mark.django_db
@pytest.mark.mission("D5 D6 D7")
class TestAProposal:
    @pytest.fixture
    def agreed(self, cast) -> Proposal:
        proposal = invited(cast)
        answer(cast, proposal, cast.max)
        answer(cast, proposal, cast.olga)
        return proposal

    def send(self, cast, proposal):
        return send_proposal(
            proposal=proposal.code, alone_why="Er is geen ander.", by=cast.actor(cast.bea), at=world.NOW
        )

    def test_leaves_out_who_has_a_conflict_since(self, cast, agreed):
        Manager.objects.filter(pk=cast.max_profile.pk).update(conflicts=["Bank De Proef"])
        assert self.send(cast, agreed) is None
        assert candidacy(agreed, cast.max_profile).state == CandidacyState.CLASHES
        agreed.refresh_from_db()
        assert agreed.checked_on == world.TODAY
        seen = own_proposal_page(agreed.code, seen_by=cast.actor(cast.carla))
        assert [each.name for each in seen.candidates] == ["Olga Voorbeeld"]
        page = world.browser(cast.bea, language="en").get(reverse("bureau:choose-proposal", args=[agreed.code]))
        assert "Checked for conflicts" in page.content.decode()

    def test_of_two_of_whom_one_clashes_today_the_page_asks_why_one_goes_alone(self, cast, agreed):
        Manager.objects.filter(pk=cast.max_profile.pk).update(conflicts=["Bank De Proef"])
        bea, address = world.browser(cast.bea, language="en"), reverse("bureau:choose-proposal", args=[agreed.code])
        refused = bea.post(address)
        assert refused.status_code == 422
        assert 'name="alone_why"' in refused.text and 'href="#alone"' in refused.text
        assert "has a conflict with this client today" in refused.text
        assert bea.post(address, {"alone_why": "Er is geen ander."}).status_code == 302
        agreed.refresh_from_db()
        assert agreed.alone_why == "Er is geen ander."
        assert candidacy(agreed, cast.max_profile).state == CandidacyState.CLASHES

    def test_does_not_go_out_when_everybody_has_one(self, cast, agreed):
        Manager.objects.update(former_employers=["Bank De Proef N.V."])
        refused = self.send(cast, agreed)
        assert isinstance(refused, Refused) and refused.reasons[0].code == "choose.all_clash"
        agreed.refresh_from_db()
        assert agreed.checked_on is None

    def test_warns_when_the_client_is_slow(self, cast):
        proposal, bea = sent(cast), cast.actor(cast.bea)
        assert proposal_page(proposal.code, seen_by=bea, on=world.TODAY).warnings == ()
        # Whoever waits so long has let the first day of both go by as well.
        late = proposal_page(proposal.code, seen_by=bea, on=world.TODAY + timedelta(days=8)).warnings
        assert ["werkdagen" in late[0], "eerste dag" in late[1]] == [True, True]
        assert len(late) == 2
        with time_machine.travel(world.NOW + timedelta(days=8), tick=False):
            page = world.browser(cast.bea, language="nl").get(reverse("bureau:choose-proposal", args=[proposal.code]))
        assert "werkdagen bij de opdrachtgever" in page.content.decode()
