"""A2 H2: what is given back when a manager leaves: asked in time and at once, ticked by each side, never forgotten."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import BUREAU, Role
from interregnum.stages.contract.actions.honour_guarantee import honour_guarantee
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.handover.actions.give_back import ask_back, remind_to_give_back
from interregnum.stages.handover.models import GivenBack, GivingBack
from interregnum.stages.handover.rules.giving_back import SAID_BY, Back, asked_from, may_say, points_of
from tests.life import Life
from tests.world import browser

pytestmark = [pytest.mark.django_db, pytest.mark.mission("H2")]
LAST_DAY = date(2026, 9, 6)
SOON = datetime(2026, 8, 28, 9, 0, tzinfo=UTC)
AFTER = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def life(cast):
    return Life(cast, until="reported")


def page(desk: str) -> str:
    return reverse(f"{desk}:handover-back", args=[GivingBack.objects.get().code])


def letters(name: str) -> list[str]:
    return sorted(Mail.objects.filter(template=f"mail/{name}.txt").values_list("to", flat=True))


def test_both_are_asked_once_ten_days_before_the_last_one(life):
    assert ask_back(SOON - timedelta(days=2)) == 0
    assert (ask_back(SOON), ask_back(SOON)) == (1, 0)
    assert letters("giving_back") == ["carla@example.org", "max@example.org"]
    with time_machine.travel(SOON, tick=False):
        assert page("client") in browser(life.cast.carla).get("/client/").text
        assert page("manager") in browser(life.cast.max).get("/manager/").text
        assert page("bureau") not in browser(life.cast.anton).get("/bureau/").text


def test_each_side_ticks_what_is_theirs_and_takes_it_back_again(life):
    ask_back(SOON)
    with time_machine.travel(SOON, tick=False):
        assert browser(life.cast.carla).post(page("client"), {"do": "say", "what": "copies"}).status_code == 422
        assert browser(life.cast.carla).post(page("client"), {"do": "say", "what": "things"}).status_code == 302
        assert browser(life.cast.carla).post(page("client"), {"do": "say", "what": "things"}).status_code == 422
        assert browser(life.cast.carla).post(page("client"), {"do": "say", "what": "pets"}).status_code == 422
        assert "ticked by Carla" in browser(life.cast.max).get(page("manager")).text
        assert browser(life.cast.carla).post(page("client"), {"do": "undo", "what": "things"}).status_code == 302
        assert browser(life.cast.carla).post(page("client"), {"do": "undo", "what": "things"}).status_code == 422
        for person, desk in ((life.cast.sara, "manager"), (life.cast.otto, "client")):
            assert browser(person).get(page(desk)).status_code in {403, 404}
    assert not GivenBack.objects.exists()


def test_what_is_left_after_the_last_day_is_asked_once_more_and_the_firm_sees_it(life):
    ask_back(SOON)
    with time_machine.travel(AFTER, tick=False):
        for what in ("data", "copies"):
            assert browser(life.cast.max).post(page("manager"), {"do": "say", "what": what}).status_code == 302
        assert page("bureau") in browser(life.cast.anton).get("/bureau/").text
        assert page("manager") not in browser(life.cast.max).get("/manager/").text
        assert remind_to_give_back(AFTER - timedelta(days=2)) == 0
        assert (remind_to_give_back(AFTER), remind_to_give_back(AFTER)) == (1, 0)
        assert letters("giving_back_open") == ["carla@example.org"]
        for what in ("things", "access", "powers"):
            assert browser(life.cast.anton).post(page("bureau"), {"do": "say", "what": what}).status_code == 302
        assert page("bureau") not in browser(life.cast.anton).get("/bureau/").text


@pytest.mark.parametrize("leaving", [Leaving.ENDED, Leaving.REPLACED])
def test_an_ending_under_the_guarantee_asks_it_the_same_moment(life, leaving):
    at = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    assert honour_guarantee(contract=life.contract, leaving=leaving, last_day=at.date(), by=life.carla, at=at)
    assert letters("giving_back") == ["carla@example.org", "max@example.org"]
    with time_machine.travel(at, tick=False):
        assert browser(life.cast.max).post(page("manager"), {"do": "say", "what": "data"}).status_code == 302


@given(st.sampled_from(Back), st.sampled_from(Role))
def test_a_point_is_said_by_its_side_or_the_bureau_alone(what, role):
    theirs = role in {Role.CLIENT, Role.MANAGER}
    assert may_say(what, role) == (
        what in points_of(role) if theirs else role in {Role.PARTNER, Role.ACCOUNT_MANAGER, *_bureau()}
    )


def _bureau() -> set[Role]:

    return set(BUREAU)


def test_every_point_has_a_side():
    assert set(SAID_BY) == set(Back)
    assert asked_from(LAST_DAY, before_days=10) == date(2026, 8, 27)
