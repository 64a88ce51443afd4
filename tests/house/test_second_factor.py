"""Nobody comes to a page of the bureau without a second factor, by whatever way they try."""

import time
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.people.models import Account, Firm, Seat
from interregnum.people.permissions import ROWS
from interregnum.people.second_factor import FactorAdapter
from tests import world

pytestmark = pytest.mark.django_db
SIGN_IN, SECOND = "/account/sign-in/", "/account/sign-in/second/"


def give_app(person: Account) -> str:
    """An app for this person; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code_of(secret: str, *, ago: int = 0) -> str:
    """What the app shows now, or some steps ago."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago))


def with_password(person: Account, language: str = "en"):
    browser = world.browser(language=language)
    browser.post(SIGN_IN, {"login": person.email, "password": world.PASSWORD})
    return browser


@pytest.fixture(autouse=True)
def _still():
    with time_machine.travel(world.NOW, tick=False):
        yield


@pytest.mark.parametrize("person", ["bea", "anton", "berend", "aukje"])
def test_with_a_password_alone_the_bureau_is_led_to_set_up_a_second_factor(cast, person):
    browser = with_password(getattr(cast, person))
    for path in ("/bureau/", "/home/", "/bureau/assignments/", "/"):
        assert browser.get(path).headers["Location"] == "/account/security/first/"


def test_nothing_is_written_before_the_factor(cast):
    form = {"name": "Nora", "email": "nora@example.org", "role": "partner", "language": "nl"}
    asked = with_password(cast.bea).post("/bureau/people/", form)
    assert asked.headers["Location"] == "/account/security/first/"
    assert not Account.objects.filter(email="nora@example.org").exists()


@pytest.mark.parametrize("person", ["carla", "dirk", "max", "sara"])
def test_others_come_in_with_a_password(cast, person):
    assert with_password(getattr(cast, person)).get("/home/").status_code == 302
    assert with_password(getattr(cast, person)).get("/account/security/").status_code == 200


def test_bea_sets_up_an_app_and_is_in(cast):
    browser = with_password(cast.bea)
    browser.get("/account/security/app/")
    secret = browser.session["mfa.totp.secret"]
    done = browser.post("/account/security/app/", {"code": code_of(secret)})
    assert done.headers["Location"] == "/account/security/codes/"
    codes = browser.get("/account/security/codes/").content.decode()
    assert codes.count("<li><code>") == 10
    assert "<li><code>" not in browser.get("/account/security/codes/").content.decode()
    assert browser.get("/bureau/").status_code == 200


def test_whoever_changes_the_way_in_is_told_by_mail(cast):
    browser = with_password(cast.carla)
    changed = {"oldpassword": world.PASSWORD, "password1": "zeven-lange-regens", "password2": "zeven-lange-regens"}
    assert browser.post("/account/password/", changed | {"password2": "anders"}).status_code == 200
    assert mails_of_the_door(cast.carla) == 0
    assert browser.post("/account/password/", changed).status_code == 302
    assert mails_of_the_door(cast.carla) == 1
    browser.get("/account/security/app/")
    browser.post("/account/security/app/", {"code": code_of(browser.session["mfa.totp.secret"])})
    row = Authenticator.objects.get(user=cast.carla, type="totp")
    assert mails_of_the_door(cast.carla) == 2
    browser.post("/account/security/remove/", {"factor": row.pk})
    assert mails_of_the_door(cast.carla) == 3
    assert Entry.objects.filter(kind="PasswordChanged").count() == 1


def mails_of_the_door(person: Account) -> int:
    return Mail.objects.filter(to=person.email, template="mail/door_changed.txt").count()


def test_with_an_app_a_password_is_half_the_way(cast):
    secret = give_app(cast.bea)
    browser = with_password(cast.bea)
    assert browser.get("/bureau/").headers["Location"].startswith(SIGN_IN)
    assert "_auth_user_id" not in browser.session
    assert browser.post(SECOND, {"code": "000000"}).status_code == 200
    assert browser.get("/bureau/").status_code == 302
    assert browser.post(SECOND, {"code": code_of(secret)}).headers["Location"] == "/home/"
    assert browser.get("/bureau/").status_code == 200


def test_a_code_works_once(cast):
    secret = give_app(cast.bea)
    code = code_of(secret)
    assert with_password(cast.bea).post(SECOND, {"code": code}).status_code == 302
    again = with_password(cast.bea).post(SECOND, {"code": code})
    assert again.status_code == 200
    assert "used before" in again.content.decode()


def test_the_code_that_switched_the_app_on_does_not_sign_in(cast):
    browser = with_password(cast.bea)
    browser.get("/account/security/app/")
    code = code_of(browser.session["mfa.totp.secret"])
    browser.post("/account/security/app/", {"code": code})
    assert with_password(cast.bea).post(SECOND, {"code": code}).status_code == 200


@pytest.mark.parametrize("ago", [1, 2, -1])
def test_an_old_code_and_one_to_come_do_not_work(cast, ago):
    secret = give_app(cast.bea)
    assert with_password(cast.bea).post(SECOND, {"code": code_of(secret, ago=ago)}).status_code == 200


def test_a_recovery_code_works_once(cast):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    give_app(cast.bea)
    code = RecoveryCodes.activate(cast.bea).generate_codes()[0]
    assert with_password(cast.bea).post(SECOND, {"code": code}).status_code == 302
    assert with_password(cast.bea).post(SECOND, {"code": code}).status_code == 200


def test_after_five_wrong_codes_the_right_one_must_wait(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.LIMITS_ON_TRIES
    secret = give_app(cast.bea)
    browser = with_password(cast.bea)
    for number in range(5):
        assert "not right" in browser.post(SECOND, {"code": f"00000{number}"}).content.decode()
    shown = browser.post(SECOND, {"code": code_of(secret)})
    assert "You can try again at 10:06" in shown.content.decode()
    assert browser.get("/bureau/").status_code == 302
    with time_machine.travel(world.NOW + timedelta(minutes=6), tick=False):
        assert browser.post(SECOND, {"code": code_of(secret)}).status_code == 302


def test_a_session_from_before_the_factor_must_show_it(cast):
    old = with_password(cast.bea)
    secret = give_app(cast.bea)
    assert old.get("/bureau/").headers["Location"] == "/account/again/second/?next=/bureau/"
    assert old.post("/account/again/second/?next=/bureau/", {"code": code_of(secret)}).headers["Location"] == "/bureau/"
    assert old.get("/bureau/").status_code == 200


def test_the_last_factor_of_somebody_at_the_bureau_stays(cast):
    secret = give_app(cast.bea)
    browser = with_password(cast.bea)
    browser.post(SECOND, {"code": code_of(secret)})
    row = Authenticator.objects.get(user=cast.bea)
    page = browser.post("/account/security/remove/", {"factor": row.pk}, follow=True)
    assert "Your role asks for a second factor" in page.content.decode()
    assert Authenticator.objects.filter(user=cast.bea).exists()


def test_carla_may_remove_hers_and_nobody_elses(cast):
    secret, _other = give_app(cast.carla), give_app(cast.otto)
    browser = with_password(cast.carla)
    browser.post(SECOND, {"code": code_of(secret)})
    browser.post("/account/security/remove/", {"factor": Authenticator.objects.get(user=cast.otto).pk})
    assert Authenticator.objects.count() == 2
    browser.post("/account/security/remove/", {"factor": Authenticator.objects.get(user=cast.carla).pk})
    assert [row.user for row in Authenticator.objects.all()] == [cast.otto]


def test_after_five_minutes_a_factor_is_changed_only_after_confirming(cast):
    browser = with_password(cast.carla)
    with time_machine.travel(world.NOW + timedelta(minutes=5, seconds=1), tick=False):
        asked = browser.get("/account/security/app/")
        assert asked.headers["Location"] == "/account/again/?next=/account/security/app/"
        browser.post(asked.headers["Location"], {"password": world.PASSWORD})
        assert browser.get("/account/security/app/").status_code == 200


def test_the_secret_of_an_app_does_not_stand_in_the_table(cast):
    secret = give_app(cast.bea)
    assert secret not in str(Authenticator.objects.values_list("data", flat=True).get())
    assert FactorAdapter().decrypt(Authenticator.objects.get().data["secret"]) == secret


def test_no_row_of_the_bureau_is_open_before_the_factor():
    open_before = {row.address for row in ROWS if row.is_of_account}
    assert not {address for address in open_before if ":" in address}
    assert "home" not in open_before


def test_the_demonstration_firm_asks_none_and_a_real_one_cannot_have_that(cast):
    browser = with_password(cast.bea)
    Firm.objects.update(is_demonstration=True)
    assert browser.get("/bureau/").status_code == 200
    Firm.objects.update(site="https://bureau.example")
    behind = {"HTTP_X_FORWARDED_PROTO": "https"}
    assert browser.get("/bureau/", **behind).headers["Location"] == "/account/security/first/"


def test_whoever_gets_a_role_at_the_bureau_needs_a_factor_at_the_next_page(cast):
    browser = with_password(cast.sara)
    assert browser.get("/shadow/").status_code == 200
    Seat.objects.create(account=cast.sara, role="auditor")
    assert browser.get("/bureau/").headers["Location"] == "/account/security/first/"
    assert browser.get("/shadow/").status_code == 200


@pytest.mark.parametrize("typed", ["", "{}", "[]", "1", '"x"', '{"response": 1}', '{"id": "a", "response": {}}', "{"])
def test_an_invented_passkey_is_refused_without_an_error_page(cast, typed):
    for browser, address in (
        (world.browser(), "mfa_login_webauthn"),
        (with_password(cast.max), "mfa_reauthenticate_webauthn"),
        (with_password(cast.max), "mfa_add_webauthn"),
    ):
        browser.get(reverse(address), headers={"accept": "application/json"})
        assert browser.post(reverse(address), {"credential": typed}).status_code in {200, 302, 422}
    assert not Authenticator.objects.exists()


def test_a_passkey_says_to_which_address_it_belongs(cast):
    told = with_password(cast.max).get(reverse("mfa_add_webauthn")).content.decode()
    assert "the address of this site, testserver" in told
