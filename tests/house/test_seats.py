"""Whoever is a contact at two clients works for one of them at a time, and chooses which."""

import pytest
from django.test import Client
from django.urls import reverse

from interregnum.kernel.actor import Role
from interregnum.people.models import Organisation, Seat
from tests import world

pytestmark = pytest.mark.django_db
HOME = reverse("client:home")


@pytest.fixture
def second(cast):
    """Carla also signs for another client, as delegate."""
    other = Organisation.objects.exclude(pk=cast.bank.pk).first()
    Seat.objects.create(account=cast.carla, role=Role.DELEGATE, organisation=other)
    return other


def at_work(browser: Client) -> tuple[str, str]:
    actor = browser.get(HOME).wsgi_request.actor
    return actor.organisation, actor.role


def test_carla_reaches_her_second_client_and_comes_back(cast, second):
    browser = world.browser(cast.carla)
    assert at_work(browser) == (cast.bank.code, Role.CLIENT)
    assert second.name in browser.get(HOME).content.decode()
    assert browser.post(reverse("seat"), {"seat": second.code})["Location"] == HOME
    assert at_work(browser) == (second.code, Role.DELEGATE)
    browser.post(reverse("seat"), {"seat": cast.bank.code})
    assert at_work(browser) == (cast.bank.code, Role.CLIENT)


def test_at_one_client_nothing_is_done_in_the_role_at_the_other(cast, second):
    browser = world.browser(cast.carla)
    assert browser.get(reverse("client:ask-requests")).status_code == 200
    browser.post(reverse("seat"), {"seat": second.code})
    # A delegate asks for nobody: her own client is not asked for behind her back.
    assert browser.get(reverse("client:ask-requests")).status_code == 404


def test_a_form_that_stood_open_for_the_one_is_not_sent_for_the_other(cast, second):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.update(world.browser(cast.carla).cookies)
    before = browser.get(HOME).context["csrf_token"]
    assert browser.post(reverse("seat"), {"seat": second.code, "csrfmiddlewaretoken": before}).status_code == 302
    assert browser.post(reverse("seat"), {"seat": cast.bank.code, "csrfmiddlewaretoken": before}).status_code == 403


def test_a_client_of_somebody_else_cannot_be_chosen_and_one_that_was_taken_away_is_left(cast, second):
    browser = world.browser(cast.carla)
    browser.post(reverse("seat"), {"seat": second.code})
    Seat.objects.filter(organisation=second).delete()
    assert at_work(browser) == (cast.bank.code, Role.CLIENT)
    browser.post(reverse("seat"), {"seat": second.code})
    assert at_work(browser) == (cast.bank.code, Role.CLIENT)
    assert reverse("seat") not in browser.get(HOME).content.decode()


def test_a_page_of_the_other_client_leads_there(cast, second):
    browser = world.browser(cast.carla)
    address = reverse("client:contract-framework", args=["a" * 16])
    page = browser.get(address)
    assert page.status_code == 404 and second.name in page.text
    assert browser.post(reverse("seat"), {"seat": second.code, "next": address})["Location"] == address
    assert browser.post(reverse("seat"), {"seat": second.code, "next": "https://elders.example/"})["Location"] == HOME
    assert second.name not in world.browser(cast.max).get(address).text
