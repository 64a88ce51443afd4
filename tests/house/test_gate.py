"""The gate, kept forms, languages and headers."""

import pytest
from django.urls import path

from interregnum.config import urls as site
from interregnum.outside.seal import unseal
from interregnum.people.permissions import ROWS
from interregnum.stages.ask.models import Request
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]
TYPED = {"text": "Onze afdeling verkoop loopt vast en de opvolger komt pas in juni.", "once": "bewaard"}
urlpatterns = [path("forgotten/", lambda request: None, name="forgotten"), *site.urlpatterns]


def test_an_expired_session_comes_back_to_the_same_page_with_the_form_kept(cast):
    carla = world.browser(cast.carla)
    carla.get("/client/requests/new/")
    carla.cookies.pop("sessionid")
    response = carla.post("/client/requests/new/", TYPED)
    assert response.headers["Location"] == "/account/sign-in/?next=/client/requests/new/"
    again = carla.post(
        response.headers["Location"], {"login": cast.carla.email, "password": world.PASSWORD}, follow=True
    )
    assert again.redirect_chain[-1][0] == "/client/requests/new/"
    page = again.content.decode()
    assert TYPED["text"] in page
    assert "Your session had ended" in page
    assert not Request.objects.exists()


def test_what_carla_typed_is_not_shown_to_otto_on_the_same_computer(cast):
    browser = world.browser(cast.carla)
    browser.get("/client/requests/new/")
    browser.cookies.pop("sessionid")
    response = browser.post("/client/requests/new/", TYPED)
    again = browser.post(
        response.headers["Location"], {"login": cast.otto.email, "password": world.PASSWORD}, follow=True
    )
    assert TYPED["text"] not in again.content.decode()


def test_a_password_is_never_kept(cast, settings):
    visitor = world.browser()
    visitor.post("/account/password/", {"oldpassword": "geheim-een", "password1": "geheim-twee", "note": "blijft"})
    kept = unseal(visitor.session["kept_form"]["typed"], key=settings.KEYS_FOLDER / "forms", place="/account/password/")
    assert "geheim" not in kept
    assert "blijft" in kept


@pytest.mark.urls(__name__)
def test_an_address_without_a_row_answers_404():
    assert world.browser().get("/forgotten/").status_code == 404


def test_a_wrong_verb_is_refused(cast):
    assert world.browser(cast.bea).post("/bureau/").status_code == 405
    assert world.browser(cast.bea).put("/bureau/requests/").status_code == 405


def test_no_address_has_two_rows():
    assert len({row.address for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("asked", "given"), [("nl", "nl"), ("en", "en"), ("fr", "nl"), ("de,en;q=0.5", "en"), ("xx", "nl")]
)
def test_the_language_is_the_readers_and_else_dutch(asked, given):
    assert f'<html lang="{given}"' in world.browser(language=asked).get("/").content.decode()


def test_the_language_switch_remembers_and_mails_follow(cast):
    carla = world.browser(cast.carla, language="nl")
    response = carla.post("/language/", {"language": "en", "next": "/client/"})
    assert response.headers["Location"] == "/client/"
    assert '<html lang="en"' in carla.get("/client/").content.decode()
    cast.carla.refresh_from_db()
    assert cast.carla.language == "en"


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_switches_lead_to_our_own_pages_alone(evil):
    for address in ("/language/", "/theme/"):
        assert world.browser().post(address, {"next": evil, "language": "en"}).headers["Location"] == "/"


def test_every_page_is_strict_about_what_it_loads(cast):
    response = world.browser(cast.bea).get("/bureau/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_is_refused():
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/ask/", TYPED).status_code == 403
