"""A manager who cannot go on: the assignment ends for them on the day, and a search begins from the same brief."""

from datetime import date, timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from interregnum.kernel.period import Period
from interregnum.outside.mail import kept_mail
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.choose.queries import briefs_waiting
from interregnum.stages.choose.rules.weeks import Engagement
from interregnum.stages.contract.actions.leave import leave
from interregnum.stages.contract.queries import contract_of_brief
from interregnum.stages.contract.queries.room import has_room_for
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.deliver.models import Assignment
from tests import world
from tests.signing import sign

LAST = date(2026, 5, 29)


@pytest.fixture
def contract(cast):
    contract = drawn(cast)
    contract.brief.state = BriefState.AGREED
    contract.brief.save()
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=world.NOW) is None
    return contract


def leaves(cast, contract, *, by, last_day=LAST):
    return leave(contract=contract.code, leaving=Leaving.ILL, last_day=last_day, by=cast.actor(by), at=world.NOW)


def test_the_assignment_ends_the_brief_is_open_and_the_client_hears_no_reason(cast, contract):
    assert leaves(cast, contract, by=cast.bea) is None
    contract.refresh_from_db()
    assert contract.runs_until == Assignment.objects.get().ends_on == LAST
    assert [line.code for line in briefs_waiting(seen_by=cast.actor(cast.bea))] == [contract.brief.code]
    assert contract_of_brief(contract.brief.code) is None
    summer = Engagement(Period(date(2026, 6, 1), date(2026, 8, 31)), 4)
    assert has_room_for(summer, manager=cast.max_profile.code)
    to_client = next(mail for mail in kept_mail()[0] if mail.to == "carla@example.org")
    assert "cannot go on" in to_client.subject or "kan niet verder" in to_client.subject
    page = world.browser(cast.carla, language="en").get(reverse("client:contract-contract", args=[contract.code]))
    assert "ill" not in {word.strip(".,") for word in (to_client.text + page.content.decode()).lower().split()}
    assert leaves(cast, contract, by=cast.bea).reasons[0].code == "contract.left_already"


def test_max_says_so_himself_and_the_bureau_hears(cast, contract):
    browser = world.browser(cast.max)
    address = reverse("manager:contract-leaving", args=[contract.code])
    assert browser.get(address).status_code == 200
    assert leaves(cast, contract, by=cast.max) is None
    assert "bea@example.org" in {mail.to for mail in kept_mail()[0][:4]}


@pytest.mark.parametrize(
    ("day", "code"),
    [(world.TODAY - timedelta(days=15), "contract.left_too_early"), (date(2026, 10, 4), "contract.left_too_late")],
)
def test_the_last_day_is_no_earlier_than_two_weeks_back_and_before_the_end(cast, contract, day, code):
    assert leaves(cast, contract, by=cast.bea, last_day=day).reasons[0].code == code


def test_nobody_else_says_so(cast, contract):
    with pytest.raises(Http404):
        leaves(cast, contract, by=cast.olga)
    assert world.browser(cast.carla).get(f"/client/contracts/{contract.code}/leaving/").status_code == 404
