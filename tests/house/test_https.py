"""The address of the site that a partner types holds with the next page: nothing starts anew for the first https."""

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings as running
from django.test import Client

from interregnum.people.models import Firm
from tests import world
from tests.house.test_second_factor import with_password

pytestmark = pytest.mark.django_db
SITE = "https://bureau.example"
# As a proxy of our own hands a page on that was asked for over a secure line.
BEHIND = {"HTTP_HOST": "bureau.example", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}
PLAIN = {"HTTP_HOST": "bureau.example"}
SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def _as_installed(settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]


def typed(cast, site: str = SITE) -> None:
    """A partner types the address at the machine itself, in a process that was started without https."""
    page = world.browser(cast.bea).post("/bureau/firm/mail/", {"site": site, "mail_port": "587", "quiet_begins": "20",
        "quiet_ends": "7", "mail_encryption": "starttls"}, HTTP_HOST="127.0.0.1:8000")  # fmt: skip
    assert (page.status_code, Firm.objects.get().site) == (302, site)


def test_a_host_is_answered_from_the_moment_that_it_is_typed(cast):
    assert world.browser().get("/", **BEHIND).status_code == 400
    typed(cast)
    assert world.browser().get("/", **BEHIND).status_code == 200
    assert world.browser().get("/", **BEHIND | {"HTTP_HOST": "elders.example"}).status_code == 400


def test_hosts_that_the_environment_names_are_all(cast, settings):
    settings.HOSTS_ARE_FIXED = True
    typed(cast)
    assert world.browser().get("/", **BEHIND).status_code == 400


def test_cookies_become_secure_with_the_next_page_and_browsers_keep_to_https(cast):
    signed_in = {"login": "bea@example.org", "password": world.PASSWORD}
    before = world.browser().post(SIGN_IN, signed_in)
    assert not any(cookie["secure"] for cookie in before.cookies.values())
    assert "Strict-Transport-Security" not in before
    typed(cast)
    window = world.browser()
    cookies = dict(window.get(SIGN_IN, **BEHIND).cookies)
    after = window.post(SIGN_IN, signed_in, **BEHIND)
    cookies |= after.cookies
    assert {"csrftoken", "sessionid"} <= set(cookies)
    assert [name for name, cookie in cookies.items() if not cookie["secure"]] == []
    assert after["Strict-Transport-Security"] == "max-age=31536000"


def test_a_firm_may_want_no_hsts(cast, settings):
    settings.HSTS_SECONDS = 0
    typed(cast)
    assert "Strict-Transport-Security" not in world.browser().get("/", **BEHIND)


def test_a_plain_page_is_sent_on_to_the_site_with_what_was_asked(cast, settings):
    typed(cast)
    for host in ("bureau.example", "bureau.example:8000", "elders.example"):
        answer = world.browser().get("/questions/?q=a%20b", HTTP_HOST=host)
        assert (answer.status_code, answer["Location"]) == (307, f"{SITE}/questions/?q=a%20b")
    settings.REDIRECTS_TO_HTTPS = False
    answer = world.browser().get(SIGN_IN, **PLAIN)
    assert (answer.status_code, answer.cookies["csrftoken"]["secure"]) == (200, True)
    assert "Strict-Transport-Security" not in answer


def test_whoever_sits_at_the_machine_gets_back_in_after_a_wrong_address(cast):
    typed(cast, "https://verkeerd.example")
    for host in ("127.0.0.1:8000", "localhost", "[::1]:8000"):
        answer = world.browser().get(SIGN_IN, HTTP_HOST=host)
        assert (answer.status_code, answer.cookies["csrftoken"]["secure"]) == (200, "")
    typed(cast, "http://bureau.example")
    assert world.browser().get("/", **PLAIN).status_code == 200


@pytest.mark.parametrize("host", ["bureau.example", "127.0.0.1:8000"])
def test_a_form_of_the_site_is_taken_and_one_of_elsewhere_is_not(cast, host):
    """Also behind a proxy that calls us by a name of its own."""
    typed(cast)
    window = Client(enforce_csrf_checks=True)
    behind = BEHIND | {"HTTP_HOST": host}
    window.get(SIGN_IN, **behind)
    form = {"login": "bea@example.org", "password": "x", "csrfmiddlewaretoken": window.cookies["csrftoken"].value}
    for said in ({"HTTP_ORIGIN": SITE}, {"HTTP_REFERER": f"{SITE}{SIGN_IN}"}):
        assert window.post(SIGN_IN, form, **behind, **said).status_code == 200
    for said in ({"HTTP_ORIGIN": "https://elders.example"}, {"HTTP_REFERER": "https://elders.example/"}, {}):
        assert window.post(SIGN_IN, form, **behind, **said).status_code == 403


@pytest.mark.parametrize("said", ["192.0.2.7", "198.51.100.9, 192.0.2.7", "onzin", ""])
def test_a_session_notes_the_address_that_the_proxy_saw(cast, said):
    typed(cast)
    UserSession.objects.all().delete()
    behind = BEHIND | {"HTTP_X_FORWARDED_FOR": said}
    answer = world.browser().post(SIGN_IN, {"login": "max@example.org", "password": world.PASSWORD}, **behind)
    assert answer.status_code == 302
    assert UserSession.objects.get().ip == ("192.0.2.7" if "192" in said else "127.0.0.1")


def test_without_https_nobody_is_believed_about_where_they_come_from(cast):
    world.browser().post(SIGN_IN, {"login": "max@example.org", "password": world.PASSWORD}, **{
        "HTTP_X_FORWARDED_FOR": "192.0.2.7", "HTTP_X_FORWARDED_PROTO": "https"})  # fmt: skip
    assert UserSession.objects.get().ip == "127.0.0.1"


def test_another_process_follows_without_being_told(cast):
    """Nothing is kept here of the address: what a process believes is what the table says."""
    window = with_password(cast.max)
    Firm.objects.update(site=SITE)
    assert window.get("/manager/", HTTP_HOST="bureau.example")["Location"] == f"{SITE}/manager/"
    Firm.objects.update(site="")
    assert window.get("/manager/", HTTP_HOST="bureau.example").status_code == 200
    assert "bureau.example" in running.ALLOWED_HOSTS
