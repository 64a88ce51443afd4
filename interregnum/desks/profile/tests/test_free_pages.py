"""When a manager is free and when away: said on a phone, by a link or on the own page, and read by who plans."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.period import Period
from interregnum.people.availability import ask_availability, ask_one
from interregnum.people.availability_calendar import days_away
from interregnum.people.models import Availability, Away
from interregnum.stages.deliver.queries import assignment_facts
from tests import world
from tests.life import Life
from tests.post_box import link_in_mail

pytestmark = [pytest.mark.django_db, pytest.mark.mission("D2")]
AUGUST = {"first_on": "2026-08-03", "last_on": "2026-08-21"}
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAYS = Period(date(2026, 8, 3), date(2026, 8, 21))


@pytest.fixture(autouse=True)
def _on_a_monday_in_march():
    with time_machine.travel(world.NOW, tick=False):
        yield


def test_max_says_by_a_link_that_it_is_still_so(cast):
    ask_one(manager=cast.max_profile.code, at=world.NOW)
    link = link_in_mail("max@example.org")
    visitor = world.browser()
    assert b"Still available" in visitor.get(link).content
    visitor.post(link, {"available_on": "2026-05-04", "days_a_week": "3"})
    cast.max_profile.refresh_from_db()
    assert (cast.max_profile.available_on.isoformat(), cast.max_profile.days_a_week) == ("2026-05-04", 3)
    assert visitor.get(link).status_code == 410


def test_who_has_just_said_so_is_not_asked(cast):
    window = world.browser(cast.max)
    window.post(reverse("manager:people-availability"), {"available_on": "2026-05-04", "days_a_week": "3"})
    Availability.objects.update(said_at=world.NOW)
    assert ask_availability(world.NOW) == 1
    assert ask_availability(world.NOW) == 0
    assert not Mail.objects.filter(to="max@example.org", template="mail/availability.txt").exists()


def test_a_holiday_goes_along_with_the_answer(cast):
    ask_one(manager=cast.max_profile.code, at=world.NOW)
    link = link_in_mail("max@example.org")
    world.browser().post(link, {"available_on": "2026-05-04", "days_a_week": "3"} | AUGUST)
    assert days_away([cast.max_profile.code, cast.olga_profile.code], within=YEAR) == {cast.max_profile.code: (DAYS,)}


def test_half_a_holiday_is_asked_for_and_the_link_stays(cast):
    ask_one(manager=cast.max_profile.code, at=world.NOW)
    link, answer = link_in_mail("max@example.org"), {"available_on": "2026-05-04", "days_a_week": "3"}
    page = world.browser().post(link, answer | {"first_on": "2026-08-03"})
    assert (page.status_code, b"Fill in both days" in page.content) == (422, True)
    page = world.browser().post(link, answer | {"first_on": "2026-08-21", "last_on": "2026-08-03"})
    assert (page.status_code, b"before the first day" in page.content) == (422, True)
    assert Availability.objects.get(manager=cast.max_profile).token_hash


def test_days_away_are_added_seen_and_taken_away(cast):
    window, url = world.browser(cast.max), reverse("manager:people-away")
    assert window.post(url, AUGUST | {"note": "Zeilen"}).status_code == 302
    page = window.get(reverse("manager:people-availability")).content
    assert b"Zeilen" in page
    assert b"is-away" in page
    assert (
        b"Zeilen" in world.browser(cast.bea).get(reverse("bureau:people-manager", args=[cast.max_profile.code])).content
    )
    assert b"already that you are away" in window.post(url, AUGUST).content
    code = Away.objects.get().code
    assert window.post(url, {"do": "remove", "code": code}).status_code == 302
    assert not Away.objects.exists()
    assert b"taken away already" in window.post(url, {"do": "remove", "code": code}).content


def test_nobody_takes_the_days_of_another_away(cast):
    world.browser(cast.max).post(reverse("manager:people-away"), AUGUST)
    world.browser(cast.olga).post(reverse("manager:people-away"), {"do": "remove", "code": Away.objects.get().code})
    assert Away.objects.exists()


def test_who_guards_another_assignment_sees_that_a_manager_is_busy_and_not_where(cast):
    life = Life(cast, until="signed")
    url = reverse("bureau:people-manager", args=[cast.max_profile.code])
    pages = {name: world.browser(getattr(cast, name)).get(url).content for name in ("bea", "aad")}
    number = assignment_facts(life.assignment, seen_by=cast.actor(cast.bea)).number.encode()
    assert (number in pages["bea"], b"On an assignment" in pages["bea"]) == (True, False)
    assert (number in pages["aad"], b"On an assignment" in pages["aad"]) == (False, True)
    assert b"is-busy" in pages["aad"]


def test_days_outside_what_is_planned_are_left_out(cast, django_assert_num_queries):
    world.browser(cast.max).post(reverse("manager:people-away"), AUGUST)
    with django_assert_num_queries(1):
        assert days_away([cast.max_profile.code], within=Period(world.TODAY, date(2026, 8, 2))) == {}
