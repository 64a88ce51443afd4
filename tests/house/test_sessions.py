"""How long a session lasts, what ends it, and that tries are counted for all server processes together."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.auth_backends import AuthenticationBackend
from allauth.core.internal.ratelimit import parse_rate
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache

from interregnum.people.models import Account
from interregnum.people.sessions import end_all_sessions
from tests import world

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/sign-in/"
WRONG = "The e-mail address or the password is not right"


def at(**since):
    return time_machine.travel(world.NOW + timedelta(**since), tick=False)


def entered(person: Account, **sent):
    browser = world.browser()
    with at():
        browser.post(SIGN_IN, {"login": person.email, "password": world.PASSWORD}, headers=sent or None)
    return browser


@pytest.fixture
def bea_in(cast):
    with at():
        browser = world.browser(cast.bea)
        assert browser.get("/bureau/").status_code == 200
    return browser


def test_three_hours_of_silence_end_a_session_of_the_bureau(bea_in):
    with at(hours=2, minutes=59):
        assert bea_in.get("/bureau/").status_code == 200
    with at(hours=5, minutes=58):
        assert bea_in.get("/bureau/").status_code == 200
    with at(hours=8, minutes=59):
        assert bea_in.get("/bureau/").headers["Location"] == "/account/sign-in/?next=/bureau/"
        assert "_auth_user_id" not in bea_in.session


def test_after_twelve_hours_a_session_of_the_bureau_is_over_however_busy(bea_in):
    for hours in range(1, 12):
        with at(hours=hours):
            assert bea_in.get("/bureau/").status_code == 200
    with at(hours=12):
        assert bea_in.get("/bureau/").status_code == 302


def test_carla_may_be_silent_for_longer(cast):
    carla = entered(cast.carla)
    with at(hours=11, minutes=59):
        assert carla.get("/client/").status_code == 200
    with at(hours=24):
        assert carla.get("/client/").status_code == 302


def test_signing_in_gives_the_session_another_name(cast):
    browser = world.browser()
    browser.post("/account/password/", {"note": "x"})
    before = browser.session.session_key
    browser.post(SIGN_IN, {"login": cast.carla.email, "password": world.PASSWORD})
    assert browser.session.session_key not in {None, before}


def test_a_new_password_ends_every_other_session_and_not_this_one(cast):
    here, there = entered(cast.carla), entered(cast.carla)
    with at():
        new = "een-heel-ander-lang-woord"
        here.post("/account/password/", {"oldpassword": world.PASSWORD, "password1": new, "password2": new})
        assert here.get("/client/").status_code == 200
        assert there.get("/client/").status_code == 302


def test_carla_sees_where_she_is_signed_in_and_ends_one(cast):
    here = entered(cast.carla, **{"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"})
    there = entered(cast.carla, **{"user-agent": "Mozilla/5.0 (iPhone) AppleWebKit Version/18 Safari/604.1"})
    with at():
        page = here.get("/account/security/").content.decode()
        assert "Firefox · Windows" in page
        assert "Safari · iPhone" in page
        key = page.partition('name="session" value="')[2].partition('"')[0]
        here.post("/account/security/sessions/", {"session": key})
        assert there.get("/client/").status_code == 302
        assert here.get("/client/").status_code == 200


def test_nobody_ends_a_session_of_somebody_else(cast):
    otto, carla = entered(cast.otto), entered(cast.carla)
    with at():
        for key in range(100):
            otto.post("/account/security/sessions/", {"session": str(key)})
        assert carla.get("/client/").status_code == 200


@pytest.mark.parametrize("key", ["", "-1", "x", "\u00b2", "9" * 400])
def test_what_names_no_session_ends_none(cast, key):
    here = entered(cast.carla)
    with at():
        assert here.post("/account/security/sessions/", {"session": key}).status_code == 302
        assert here.get("/client/").status_code == 200


def test_all_others_at_once(cast):
    here, there, elsewhere = (entered(cast.carla) for _ in range(3))
    with at():
        here.post("/account/security/sessions/", {"session": "others"})
        assert [browser.get("/client/").status_code for browser in (here, there, elsewhere)] == [200, 302, 302]


def test_a_session_that_is_not_on_the_list_ends_too(cast):
    with at():
        browser = world.browser(cast.bea)
        end_all_sessions(cast.bea)
        assert browser.get("/bureau/").status_code == 302


def tries(settings, email, times, password="mis"):
    settings.ACCOUNT_RATE_LIMITS = settings.LIMITS_ON_TRIES
    browser = world.browser()
    return [browser.post(SIGN_IN, {"login": email, "password": password}).content.decode() for _ in range(times)]


def test_after_five_wrong_passwords_an_account_waits_and_is_told_until_when(cast, settings):
    with at():
        pages = tries(settings, cast.carla.email, 6)
        assert all(WRONG in page for page in pages[:5])
        assert "You can try again at 10:06" in pages[5]
        assert "You can try again at 10:06" in tries(settings, cast.carla.email, 1, world.PASSWORD)[0]
    with at(minutes=6):
        assert tries(settings, cast.carla.email, 1, world.PASSWORD) == [""]


def test_whoever_has_no_account_gets_the_very_same_answers(cast, settings):
    with at():
        known, unknown = (tries(settings, email, 6) for email in (cast.carla.email, "niemand@example.org"))
    texts = [
        [page.partition("<form")[0] + (WRONG if WRONG in page else "wait") for page in each]
        for each in (known, unknown)
    ]
    assert texts[0] == texts[1]


def test_an_address_that_tries_many_accounts_is_stopped(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.LIMITS_ON_TRIES
    with at():
        browser = world.browser()
        answers = [
            browser.post(SIGN_IN, {"login": f"n{number}@example.org", "password": "mis"}).status_code
            for number in range(31)
        ]
        assert answers[-1] == 429
        stopped = browser.post(SIGN_IN, {"login": "n@example.org", "password": "mis"})
        assert "You can try again at 10:06" in stopped.content.decode()
        assert stopped.headers["Retry-After"] == "360"


def test_no_limit_lasts_longer_than_the_page_says(settings):
    rates = [parse_rate(rate) for rates in settings.LIMITS_ON_TRIES.values() for rate in rates.split(",")]
    assert max(rate.duration for rate in rates) <= 300


def test_tries_are_counted_in_the_database(settings):
    assert isinstance(caches["default"], DatabaseCache)


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(cast):
    answers = [
        world.browser().post("/account/password/forgotten/", {"email": email})
        for email in (cast.carla.email, "niemand@example.org")
    ]
    assert [(each.status_code, each.headers["Location"]) for each in answers] == [
        (302, answers[0].headers["Location"])
    ] * 2


def test_a_closed_account_is_out_at_the_next_page(cast):
    carla = entered(cast.carla)
    with at():
        Account.objects.filter(pk=cast.carla.pk).update(is_active=False)
        assert carla.get("/client/").status_code == 302


# Whoever measures how long an answer takes learns nothing of who has an account here: none is told sooner.
NOBODY, CLOSED, UNOPENED, WRONG_PASSWORD = "niemand", "gesloten", "uitgenodigd", "carla"


def hashes_made(monkeypatch, login: str) -> int:
    """How often a password is hashed for somebody who tries to sign in."""
    made = []
    encode = MD5PasswordHasher.encode
    with monkeypatch.context() as patched:
        patched.setattr(MD5PasswordHasher, "encode", lambda *args: made.append(1) or encode(*args))
        answer = world.browser().post(SIGN_IN, {"login": f"{login}@example.org", "password": "verkeerd-wachtwoord"})
    assert WRONG in answer.content.decode()
    return len(made)


@pytest.mark.parametrize("login", [NOBODY, CLOSED, UNOPENED, WRONG_PASSWORD])
def test_an_unknown_name_costs_as_much_work_as_a_wrong_password(cast, monkeypatch, login):
    Account.objects.create_user(f"{CLOSED}@example.org", world.PASSWORD, name="Gea", is_active=False)
    Account.objects.create_user(f"{UNOPENED}@example.org", name="Nora")
    assert hashes_made(monkeypatch, login) == 1


def test_without_the_library_s_care_an_unknown_name_is_told_sooner(cast, monkeypatch):
    monkeypatch.setattr(AuthenticationBackend, "_mitigate_timing_attack", lambda *_: None)
    assert hashes_made(monkeypatch, NOBODY) == 0
    assert hashes_made(monkeypatch, WRONG_PASSWORD) == 1
