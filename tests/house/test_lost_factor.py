"""A lost second factor takes two others; a role that is taken away and an account that is closed hold at once."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.actor import Role
from interregnum.kernel.refused import Refused
from interregnum.people.accounts import actors_of
from interregnum.people.lost_factor import approve_loss, remove_lost, report_loss
from interregnum.people.models import Account, LostFactor, Seat
from interregnum.people.seats import close_account, take_role
from tests import world
from tests.house.test_second_factor import SECOND, code_of, give_app, with_password
from tests.life import Life
from tests.world import NOW

pytestmark = pytest.mark.django_db
FACTORS = reverse("bureau:people-factors")


@pytest.fixture(autouse=True)
def _still():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anton_lost(cast):
    """Anton has lost his telephone and said so; Aad is a partner beside Bea."""
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    give_app(cast.anton)
    browser = with_password(cast.anton)
    assert "Ask the firm" in browser.get("/account/sign-in/lost/").content.decode()
    assert not LostFactor.objects.exists()
    browser.post("/account/sign-in/lost/")
    return LostFactor.objects.get().code


def press(person, code, do, once=""):
    return world.browser(person).post(FACTORS, {"loss": code, "do": do, "once": once or f"{person.pk}{do}"})


def test_two_others_remove_it_and_everybody_who_should_know_is_told(cast, anton_lost):
    old = world.browser(cast.anton)
    assert old.get("/bureau/").status_code == 200
    assert "Anton lost a second factor" in world.browser(cast.berend).get("/bureau/").content.decode()
    assert press(cast.berend, anton_lost, "approve").status_code == 302
    assert press(cast.bea, anton_lost, "remove").status_code == 302
    assert not Authenticator.objects.exists()
    assert old.get("/bureau/").status_code == 302
    assert with_password(cast.anton).get("/bureau/").headers["Location"] == "/account/security/first/"
    written = set(Mail.objects.values_list("to", "template"))
    assert (cast.anton.email, "mail/factor_removed.txt") in written
    assert (cast.aad.email, "mail/factor_removed_of.txt") in written
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"FactorLost", "FactorLossJudged", "FactorRemoved"} <= kinds


def test_one_person_alone_cannot_do_it(cast, anton_lost):
    assert press(cast.bea, anton_lost, "remove").status_code == 422
    assert press(cast.bea, anton_lost, "approve").status_code == 302
    assert press(cast.bea, anton_lost, "remove").status_code == 422
    assert Authenticator.objects.exists()
    assert press(cast.aad, anton_lost, "remove").status_code == 302


def test_nobody_does_it_for_themselves(cast):
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    give_app(cast.bea)
    code = report_loss(account=cast.bea.code, by=None, at=NOW)
    bea, aad = actors_of(cast.bea)[0], actors_of(cast.aad)[0]
    assert isinstance(approve_loss(code=code, by=bea, at=NOW), Refused)
    assert approve_loss(code=code, by=actors_of(cast.berend)[0], at=NOW) is None
    assert isinstance(remove_lost(code=code, by=bea, at=NOW), Refused)
    assert remove_lost(code=code, by=aad, at=NOW) is None


def test_the_second_of_the_two_is_a_partner(cast, anton_lost):
    assert press(cast.bea, anton_lost, "approve").status_code == 302
    assert press(cast.berend, anton_lost, "remove").status_code == 422


def test_an_auditor_and_a_client_have_no_say(cast, anton_lost):
    assert press(cast.aukje, anton_lost, "approve").status_code == 405
    assert press(cast.carla, anton_lost, "approve").status_code == 404


def test_refused_is_over(cast, anton_lost):
    assert press(cast.bea, anton_lost, "refuse").status_code == 302
    assert press(cast.berend, anton_lost, "approve").status_code == 422
    assert Authenticator.objects.exists()


def test_without_the_password_nobody_can_say_that_it_was_lost(cast):
    give_app(cast.bea)
    assert world.browser().get("/account/sign-in/lost/").headers["Location"] == "/account/sign-in/"
    world.browser().post("/account/sign-in/lost/")
    assert not LostFactor.objects.exists()


def test_a_firm_with_one_partner_is_told_of_the_command(cast):
    give_app(cast.bea)
    path = reverse("bureau:people-person", args=[cast.bea.code])
    assert "remove-factor bea@example.org" in world.browser(cast.bea).get(path).content.decode()
    call_command("remove_factor", "bea@example.org")
    assert not Authenticator.objects.exists()
    assert Mail.objects.filter(to=cast.bea.email, template="mail/factor_removed.txt").exists()


@pytest.mark.parametrize("is_invited", [False, True])
def test_where_nobody_can_remove_it_in_the_browser_nobody_is_sent_waiting(cast, is_invited):
    """Whoever was invited as a partner and did not come yet is none who could do it."""
    give_app(cast.bea)
    if is_invited:
        coming = Account.objects.create(email="petra@example.org", name="Petra", password=make_password(None))
        Seat.objects.create(account=coming, role=Role.PARTNER)
    page = with_password(cast.bea).get("/account/sign-in/lost/").text
    assert "remove-factor bea@example.org" in page
    assert "Ask the firm" not in page and "calls you" not in page


def deed(browser, person, **form):
    return browser.post(reverse("bureau:people-person", args=[person.code]), form)


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(cast):
    anton, bea = world.browser(cast.anton), world.browser(cast.bea)
    assert anton.get("/bureau/").status_code == 200
    assert deed(bea, cast.anton, do="take", seat=cast.anton.seats.get().pk).status_code == 302
    assert anton.get("/bureau/").status_code == 404
    assert anton.post("/bureau/requests/").status_code == 404
    assert Mail.objects.filter(to=cast.anton.email, template="mail/role_taken.txt").exists()


def test_a_closed_account_is_out_at_the_next_request_and_its_invitation_is_void(cast):
    sara, bea = world.browser(cast.sara), world.browser(cast.bea)
    assert sara.get("/shadow/").status_code == 200
    assert deed(bea, cast.sara, do="close").status_code == 302
    assert sara.get("/shadow/").status_code == 302
    deed(bea, cast.sara, do="reopen", once="weer")
    assert with_password(cast.sara).get("/shadow/").status_code == 200


def test_an_invitation_is_revoked_by_closing_the_account(cast):
    bea = world.browser(cast.bea)
    bea.post("/bureau/people/", {"name": "Nora", "email": "nora@example.org", "role": "shadow", "language": "nl"})
    link = Mail.objects.get(to="nora@example.org").text.partition("/invitation/")[2].split()[0]
    assert world.browser().get(f"/invitation/{link}").status_code == 200
    deed(bea, Account.objects.get(email="nora@example.org"), do="close")
    assert world.browser().get(f"/invitation/{link}").status_code == 410


def test_the_last_partner_stays(cast):
    bea = actors_of(cast.bea)[0]
    assert isinstance(take_role(account=cast.bea.code, seat=cast.bea.seats.get().pk, by=bea, at=NOW), Refused)
    assert isinstance(close_account(account=cast.bea.code, by=bea, at=NOW), Refused)
    Seat.objects.create(account=cast.aad, role=Role.PARTNER)
    assert close_account(account=cast.bea.code, by=actors_of(cast.aad)[0], at=NOW) is None


def test_nobody_takes_a_role_away_by_the_page_of_somebody_else(cast):
    deed(world.browser(cast.bea), cast.sara, do="take", seat=cast.anton.seats.get().pk)
    assert cast.anton.seats.exists()


def test_one_person_in_two_roles_sees_on_each_desk_what_that_role_may(cast):
    """Bea is a partner, and elsewhere guards assignments as a shadow manager: there she sees only those."""
    life = Life(cast, until="guarded")
    Seat.objects.create(account=cast.bea, role=Role.SHADOW)
    browser = world.browser(cast.bea)
    assert browser.get(f"/bureau/assignments/{life.assignment}/").status_code == 200
    assert browser.get(f"/shadow/assignments/{life.assignment}/").status_code == 404
    assert life.assignment not in browser.get("/shadow/").content.decode()
    assert life.assignment in world.browser(cast.sara).get("/shadow/").content.decode()
    Seat.objects.create(account=cast.sara, role=Role.BACK_OFFICE)
    assert world.browser(cast.sara).post(f"/shadow/assignments/{life.assignment}/").status_code == 405


def test_a_code_after_the_removal_opens_nothing(cast, anton_lost):
    secret = give_app(cast.max)
    assert with_password(cast.max).post(SECOND, {"code": code_of(secret)}).status_code == 302
    call_command("remove_factor", cast.max.email)
    assert with_password(cast.max).get("/manager/").status_code == 200
