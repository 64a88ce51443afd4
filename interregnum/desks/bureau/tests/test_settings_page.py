"""The list of pages that set the practice up."""

import pytest
from django.urls import reverse

from tests import world

pytestmark = pytest.mark.django_db


def test_a_partner_finds_every_page_that_sets_the_practice_up(cast):
    page = world.browser(cast.bea).get("/bureau/settings/").content.decode()
    for address in ("bureau:people-invite", "bureau:parameters", "bureau:mail", "bureau:jobs"):
        assert f'href="{reverse(address)}"' in page


def test_an_account_manager_sees_no_page_that_would_not_open(cast):
    page = world.browser(cast.anton).get("/bureau/settings/").content.decode()
    assert "/bureau/parameters/" not in page
    assert 'href="/bureau/people/"' not in page


def test_a_page_below_settings_keeps_settings_marked_in_the_menu(cast):
    page = world.browser(cast.bea).get("/bureau/parameters/").content.decode()
    assert '<a href="/bureau/settings/" aria-current="page">' in page
