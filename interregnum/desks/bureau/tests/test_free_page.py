"""Who is free in which week, beside what is looked for."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interregnum.people.models import Away
from interregnum.stages.brief.tests.brief_world import agreed_brief
from tests import world
from tests.life import Life

pytestmark = pytest.mark.django_db
ADDRESS = reverse("bureau:people-free")


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(world.NOW, tick=False):
        yield


def page(cast, query="", language="en", person=None):
    return world.browser(person or cast.bea, language=language).get(f"{ADDRESS}{query}").content.decode()


def test_each_manager_has_a_row_with_a_word_for_every_week(cast):
    told = page(cast)
    assert told.count('scope="row"') == 2
    assert told.count("5 days free") == 24
    assert 'scope="col" class="week"' in told
    assert "Free, 5" in told


def test_an_assignment_and_days_away_take_room(cast):
    Life(cast, until="signed")
    monday = world.TODAY + timedelta(weeks=3)
    Away.objects.create(manager=cast.olga_profile, first_on=monday, last_on=monday + timedelta(days=4))
    told = page(cast, language="nl")
    assert "Op opdracht van" in told
    assert "1 dag vrij" in told
    assert ">×<" in told
    # Whose assignment it is stands on no page of the whole roster.
    assert "Bank De Proef" not in told


def test_it_is_narrowed_and_beside_it_stands_what_is_looked_for(cast):
    agreed_brief(cast)
    world.make_manager(name="Later", email="later@example.org", available_on=world.TODAY + timedelta(days=60))
    assert "Later" in page(cast)
    told = page(cast, f"?before={world.TODAY.isoformat()}")
    assert "Later" not in told
    assert "Bank De Proef" in told
    assert "Nobody found" in page(cast, "?q=niemand")
    assert "Max Voorbeeld" in page(cast, "?level=executive&discipline=finance")


def test_many_managers_come_in_pages_and_ask_the_database_no_oftener(cast):
    with CaptureQueriesContext(connection) as few:
        page(cast)
    for number in range(40):
        world.make_manager(name=f"M{number}", email=f"m{number}@example.org")
    with CaptureQueriesContext(connection) as many:
        told = page(cast, "?page=2")
    assert told.count('scope="row"') == 17
    assert 'rel="prev"' in told
    assert len(many) <= len(few)


def test_it_is_for_those_who_choose(cast):
    for person in (cast.aukje, cast.berend, cast.max, cast.carla):
        assert world.browser(person).get(ADDRESS).status_code == 404
