"""Screening: never on consent, decided by another, read only with a reason, and the manager sees who read it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from interregnum.journal.models import Payload
from interregnum.kernel.actor import Role
from interregnum.people.models import Reading, Screening, Seat
from interregnum.people.rules.screening import Basis, check_basis, check_decider
from tests import world
from tests.house.test_second_factor import with_password
from tests.world import NOW

pytestmark = pytest.mark.django_db
SECRET = "Kanarie: een aantekening uit 2019."
FORM = {"kind": "conduct", "purpose": "Een bank vraagt erom.", "basis": "interest", "detail": SECRET}


@pytest.fixture
def entered(cast):
    """What Anton entered about Max."""
    with time_machine.travel(NOW, tick=False):
        path = reverse("bureau:people-screening", args=[cast.max_profile.code])
        assert world.browser(cast.anton).post(path, FORM).status_code == 302
        yield Screening.objects.latest("pk")


def detail(code):
    return reverse("bureau:people-screening-detail", args=[code])


def status_page(cast):
    return reverse("bureau:people-screening", args=[cast.max_profile.code])


def test_consent_is_refused_in_words_and_by_the_table(cast):
    assert check_basis(Basis.CONSENT) is not None
    page = world.browser(cast.anton).post(status_page(cast), FORM | {"basis": "consent"})
    assert page.status_code == 422
    assert "Consent is no ground for screening" in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Screening.objects.update(basis="consent")


def test_whoever_entered_it_does_not_decide(cast, entered):
    assert check_decider(entered_by="a", decides="a", role=Role.PARTNER) is not None
    Seat.objects.create(account=cast.anton, role="partner")
    decision = {"screening": entered.code, "outcome": "passed"}
    assert world.browser(cast.anton).post(status_page(cast), decision).status_code == 422
    assert world.browser(cast.bea).post(status_page(cast), decision).status_code == 302
    entered.refresh_from_db()
    assert (entered.outcome, entered.decided_by) == ("passed", cast.bea)
    assert world.browser(cast.bea).post(status_page(cast), decision | {"once": "weer"}).status_code == 422


def test_an_account_manager_does_not_decide_however_it_is_sent(cast, entered):
    Screening.objects.filter(pk=entered.pk).update(entered_by=cast.bea)
    answer = world.browser(cast.anton).post(status_page(cast), {"screening": entered.code, "outcome": "passed"})
    assert answer.status_code == 422
    assert "A partner decides about a screening." in answer.content.decode()
    entered.refresh_from_db()
    assert (entered.outcome, entered.decided_by) == ("open", None)


def test_the_bureau_sees_the_status_and_nothing_of_what_was_found(cast, entered):
    for person in (cast.bea, cast.anton, cast.aukje):
        page = world.browser(person).get(status_page(cast)).content.decode()
        assert "Certificate of conduct" in page
        assert "Kanarie" not in page


def test_what_was_found_is_sealed_in_the_table_and_absent_from_the_journal(entered):
    assert "Kanarie" not in str(Screening.objects.values_list())
    assert "Kanarie" not in str(list(Payload.objects.values_list()))


def test_a_partner_reads_it_with_a_reason_and_max_sees_who_did(cast, entered):
    bea = world.browser(cast.bea)
    assert "Kanarie" not in bea.get(detail(entered.code)).content.decode()
    assert bea.post(detail(entered.code), {"reason": ""}).status_code == 422
    assert not Reading.objects.exists()
    assert "Kanarie" in bea.post(detail(entered.code), {"reason": "De bank belde."}).content.decode()
    own = world.browser(cast.max).get("/manager/file/").content.decode()
    assert "Bea" in own
    assert "De bank belde." in own
    assert "Kanarie" not in own
    assert "De bank belde." not in world.browser(cast.olga).get("/manager/file/").content.decode()


def own(code):
    return reverse("manager:people-own-screening", args=[code])


def test_a_manager_reads_what_was_found_about_oneself_after_confirming_and_nobody_else_that_way(cast, entered):
    browser = world.browser(cast.max)
    assert own(entered.code) in browser.get("/manager/file/").content.decode()
    assert "Kanarie" in browser.get(own(entered.code)).content.decode()
    assert not Reading.objects.exists()
    for person in (cast.olga, cast.bea, cast.carla):
        assert world.browser(person).get(own(entered.code)).status_code == 404
    with time_machine.travel(NOW + timedelta(minutes=6), tick=False):
        assert browser.get(own(entered.code)).headers["Location"].startswith("/account/again/")


@pytest.mark.parametrize("person", ["anton", "berend", "carla", "dirk", "max", "sara"])
def test_nobody_else_reads_it(cast, entered, person):
    browser = world.browser(getattr(cast, person))
    assert browser.get(detail(entered.code)).status_code == 404
    assert browser.post(detail(entered.code), {"reason": "Zomaar."}).status_code == 404
    assert not Reading.objects.exists()


def test_after_five_minutes_it_asks_again_who_you_are(cast, entered):
    bea = world.browser(cast.bea)
    with time_machine.travel(NOW + timedelta(minutes=4, seconds=59), tick=False):
        assert bea.get(detail(entered.code)).status_code == 200
    with time_machine.travel(NOW + timedelta(minutes=5, seconds=1), tick=False):
        for answer in (bea.get(detail(entered.code)), bea.post(detail(entered.code), {"reason": "Haast."})):
            assert answer.headers["Location"] == f"/account/again/?next={detail(entered.code)}"
        assert not Reading.objects.exists()
        bea.post("/account/again/", {"password": world.PASSWORD})
        assert bea.get(detail(entered.code)).status_code == 200


def test_a_text_moved_to_another_row_does_not_open(cast, entered):
    other = Screening.objects.get(code=cast.screening)
    Screening.objects.filter(pk=other.pk).update(sealed_detail=entered.sealed_detail)
    page = world.browser(cast.bea).post(detail(other.code), {"reason": "Proef."}).content.decode()
    assert "Kanarie" not in page
    assert "cannot be opened" in page


def test_without_the_second_factor_there_is_no_way_to_it(cast, entered):
    assert with_password(cast.bea).get(detail(entered.code)).headers["Location"] == "/account/security/first/"
