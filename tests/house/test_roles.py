"""What the roles that do a part or only look see of the same pages."""

from datetime import timedelta

import pytest
import time_machine

from tests import world
from tests.life import Life

pytestmark = pytest.mark.django_db


@pytest.fixture
def life(cast):
    with time_machine.travel(world.NOW + timedelta(days=8), tick=False):
        yield Life(cast, until="guarded")


def page_of(person, path):
    return world.browser(person).get(path).content.decode()


def test_aukje_reads_a_brief_and_finds_its_form_closed(life):
    Life(life.cast, until="confirmed")
    brief = Life(life.cast, until="confirmed").brief
    page = page_of(life.cast.aukje, f"/bureau/briefs/{brief}/")
    assert "<fieldset" in page
    assert "disabled" in page
    assert "Save and send to the client" not in page
    assert "Save and send to the client" in page_of(life.cast.anton, f"/bureau/briefs/{brief}/")


def test_aukje_sees_the_roster_without_names(life):
    cast = life.cast
    found = page_of(cast.aukje, "/bureau/managers/") + page_of(cast.aukje, f"/bureau/managers/{cast.max_profile.code}/")
    assert "Max Voorbeeld" not in found
    assert "max@example.org" not in found
    assert f"Interim manager {cast.max_profile.code[:4].upper()}" in found


@pytest.mark.parametrize("query", ["q=Voorbeeld", "q=max@example.org", "sort=name", "sort=-name"])
def test_neither_search_nor_order_tells_aukje_a_name(life, query):
    rows = [page_of(life.cast.aukje, f"/bureau/managers/?{query}").count(f"/managers/{code}/") for code in codes(life)]
    assert rows == ([0, 0] if query.startswith("q=") else [1, 1])


def codes(life):
    return life.cast.max_profile.code, life.cast.olga_profile.code


def test_berend_is_not_led_to_where_he_may_not_come(life):
    page = page_of(life.cast.berend, f"/bureau/assignments/{life.assignment}/")
    assert f"/bureau/contracts/{life.contract}/" in page
    assert "/bureau/proposals/" not in page
    assert "/bureau/shortlists/" not in page
    assert "Appoint a shadow manager" not in page
    assert "Set the mandate" in page


def test_berend_sees_what_anton_keeps_from_aad(life):
    path = f"/bureau/assignments/{life.assignment}/"
    assert world.browser(life.cast.berend).get(path).status_code == 200
    assert world.browser(life.cast.aad).get(path).status_code == 404


def test_dirk_sees_the_assignments_of_his_bank_by_name_and_nothing_of_its_contracts(life):
    page = page_of(life.cast.dirk, "/client/")
    assert "Max Voorbeeld" in page
    assert "New request" not in page
    assert life.contract not in page
    assert "Max Voorbeeld" not in page_of(life.cast.dora, "/client/")


def test_whoever_lost_the_last_role_is_told_so_at_home_and_finds_nothing_elsewhere(cast):
    browser = world.browser(cast.sara)
    assert browser.get("/home/").status_code == 302
    cast.sara.seats.all().delete()
    told = browser.get("/home/")
    assert told.status_code == 403
    assert "no role" in told.content.decode()
    assert browser.get("/shadow/").status_code == 404
