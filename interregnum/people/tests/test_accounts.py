"""Invitations, sign-in and forgotten passwords, through real addresses and mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings

from interregnum.kernel.actor import Role
from interregnum.outside.mail import kept_mail
from interregnum.people.accounts import accept_invitation, actors_of, invite
from interregnum.people.models import Account, Invitation
from tests import world

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "vier-losse-woorden-in-de-regen"


@pytest.fixture
def link(cast):
    invite(email="Nieuw@Example.org", name="Nora Nieuw", role=Role.SHADOW, by=cast.actor(cast.bea), at=world.NOW)
    (mail, *_), _ = kept_mail()
    assert mail.to == "nieuw@example.org"
    return "/" + re.search(rf"{re.escape(settings.SITE)}/(invitation/\S+)", mail.text)[1]


def test_nora_opens_her_account_with_the_link_of_her_mail(link):
    with time_machine.travel(world.NOW + timedelta(days=1)):
        nora = world.browser()
        assert nora.get(link).status_code == 200
        response = nora.post(link, {"password": NEW_PASSWORD})
        assert response.status_code == 302
        assert nora.get("/shadow/").status_code == 200
        assert world.browser().post(link, {"password": NEW_PASSWORD}).status_code == 410


def test_opening_the_link_often_uses_nothing_up(link):
    with time_machine.travel(world.NOW):
        scanner = world.browser()
        for _ in range(50):
            scanner.get(link)
            scanner.head(link)
    assert Invitation.objects.get().used_at is None


def test_an_invitation_ends_after_its_days(link):
    with time_machine.travel(world.NOW + timedelta(days=14, seconds=1)):
        assert world.browser().get(link).status_code == 410


def test_of_two_clicks_at_once_one_opens_the_account(link):
    token = link.split("/")[2]
    assert accept_invitation(token=token, password=NEW_PASSWORD, at=world.NOW)
    assert not accept_invitation(token=token, password=NEW_PASSWORD, at=world.NOW)


@pytest.mark.parametrize("weak", ["", "kort", "password1234", "123456789012"])
def test_a_weak_password_is_refused_in_words(link, weak):
    with time_machine.travel(world.NOW):
        assert world.browser(language="nl").post(link, {"password": weak}).status_code == 422
    assert not Account.objects.get(email="nieuw@example.org").has_usable_password()


def test_only_the_hash_of_the_token_is_kept(link):
    assert link.split("/")[2] not in str(list(Invitation.objects.values()))


def test_a_second_invitation_makes_the_first_link_void(cast, link):
    invite(email="nieuw@example.org", name="Nora", role=Role.SHADOW, by=cast.actor(cast.bea), at=world.NOW)
    with time_machine.travel(world.NOW):
        assert world.browser().get(link).status_code == 410
    assert len(actors_of(Account.objects.get(email="nieuw@example.org"))) == 1


def test_carla_signs_in_and_out(cast):
    carla = world.browser()
    response = carla.post("/account/sign-in/", {"login": "CARLA@example.org", "password": world.PASSWORD}, follow=True)
    assert response.redirect_chain[-1][0] == "/client/"
    carla.post("/account/sign-out/")
    assert carla.get("/client/").status_code == 302


@pytest.mark.parametrize("who", ["carla@example.org", "nobody@example.org"])
def test_a_wrong_password_says_the_same_for_a_known_and_an_unknown_address(cast, who):
    page = world.browser().post("/account/sign-in/", {"login": who, "password": "verkeerd-wachtwoord"})
    assert "The e-mail address or the password is not right" in page.content.decode()


def test_nobody_signs_up_alone():
    assert world.browser().get("/account/signup/").status_code == 404


def test_carla_forgets_her_password_and_gets_a_link_by_mail(cast):
    visitor = world.browser()
    visitor.post("/account/password/forgotten/", {"email": "carla@example.org"})
    (mail, *_), _ = kept_mail()
    path = re.search(r"https?://[^/]+(/account/password/new/\S+)", mail.text)[1]
    form = visitor.get(path, follow=True)
    where = form.redirect_chain[-1][0]
    response = visitor.post(where, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}, follow=True)
    assert response.status_code == 200
    assert world.browser().login(email="carla@example.org", password=NEW_PASSWORD)


def test_an_account_that_was_closed_cannot_go_on(cast):
    carla = world.browser(cast.carla)
    assert carla.get("/client/").status_code == 200
    Account.objects.filter(pk=cast.carla.pk).update(is_active=False)
    assert carla.get("/client/").status_code == 302


def test_a_seat_that_was_taken_away_works_at_once(cast):
    bea = world.browser(cast.bea)
    assert bea.get("/bureau/").status_code == 200
    cast.bea.seats.all().delete()
    assert bea.get("/bureau/").status_code == 404
