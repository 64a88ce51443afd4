"""Interim managers sign themselves up: proven by mail, held when a machine did it, decided by the bureau."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.people.models import Account, Application, CvFile, Manager
from interregnum.web.guarded import stamp
from tests import world
from tests.house.forms_of_profiles import ACCEPT, CV, JOIN
from tests.post_box import link_in_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_monday_in_march():
    with time_machine.travel(world.NOW, tick=False):
        yield


def typed(**more):
    """As a person sends it, who took a minute."""
    return JOIN | {"opened": stamp(world.NOW - timedelta(seconds=60))} | more


def nora():
    """Wanda of the cast waits already."""
    return Application.objects.exclude(email="wanda@example.org").get()


def confirmed(**more):
    """The page of an application on the bureau's desk."""
    visitor = world.browser()
    visitor.post(reverse("front:join"), typed(**more))
    link = link_in_mail(JOIN["email"])
    visitor.get(link)
    assert nora().state == "unconfirmed"
    visitor.post(link)
    return reverse("bureau:people-application", args=[nora().code])


def test_nora_signs_up_with_her_cv_and_comes_on_the_roster(cast):
    page = confirmed(cv=SimpleUploadedFile("cv.txt", CV))
    anton = world.browser(cast.anton)
    assert b"Nora Nieuw" in anton.get(reverse("bureau:people-applications")).content
    assert b"signed up" in anton.get(reverse("bureau:home")).content
    anton.post(page, ACCEPT)
    manager = Manager.objects.get(email="nora@example.org")
    assert (manager.place, manager.languages, manager.disciplines) == ("Zwolle", ["nl", "en"], ["finance"])
    assert CvFile.objects.get(manager=manager).uploaded_by == ""
    assert Account.objects.get(email="nora@example.org").seats.get().manager == manager
    # Of two who press at once, one decides.
    assert b"has decided about this already" in anton.post(page, {"do": "decline", "reason": "Toch niet."}).content
    assert Manager.objects.filter(email="nora@example.org").count() == 1


def test_who_is_declined_reads_why_and_how_long_their_data_stay(cast):
    page = confirmed()
    anton = world.browser(cast.anton)
    assert anton.post(page, {"do": "decline", "reason": ""}).status_code == 422
    anton.post(page, {"do": "decline", "reason": "Wij zoeken nu actuarissen."})
    mail = Mail.objects.filter(to="nora@example.org").latest("pk")
    assert "Wij zoeken nu actuarissen." in mail.text
    assert "four weeks" in mail.text
    assert not Manager.objects.filter(email="nora@example.org").exists()


@pytest.mark.parametrize(
    "trick", [{"website": "https://spam.example"}, {"opened": ""}, {"name": "Koop nu www.spam.example"}]
)
def test_a_machine_gets_the_same_answer_and_no_mail(cast, trick):
    answer = world.browser().post(reverse("front:join"), typed(**trick))
    assert answer.headers["Location"].endswith("/join/?sent=1")
    assert not Mail.objects.filter(to="nora@example.org").exists()
    row = nora()
    page, bea = reverse("bureau:people-application", args=[row.code]), world.browser(cast.bea)
    assert b"Held as spam" in bea.get(page).content
    bea.post(page, {"do": "release"})
    assert Mail.objects.filter(to="nora@example.org").exists()


def test_nobody_learns_whether_an_address_is_known(cast):
    answers = [
        world.browser().post(reverse("front:join"), typed(email=email))
        for email in ("max@example.org", "nora@example.org")
    ]
    assert len({(answer.status_code, answer.headers["Location"]) for answer in answers}) == 1
    # Each in the language that its reader is known by.
    mails = [Mail.objects.filter(to=email).latest("pk").template for email in ("max@example.org", "nora@example.org")]
    assert mails == ["mail/application_confirm.txt"] * 2


def test_who_stands_on_the_roster_is_not_taken_on_twice(cast):
    world.browser().post(reverse("front:join"), typed(email="Max@example.org"))
    world.browser().post(link_in_mail("max@example.org"))
    page, bea = reverse("bureau:people-application", args=[nora().code]), world.browser(cast.bea)
    assert b"stands on the roster with this address" in bea.get(page).content
    assert bea.post(page, ACCEPT).status_code == 422
    assert Manager.objects.filter(email__iexact="max@example.org").count() == 1


def test_too_often_is_stopped_with_all_that_was_typed(cast):
    window = world.browser()
    answers = [window.post(reverse("front:join"), typed()) for _number in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert b"Nora Nieuw" in answers[-1].content
    assert Application.objects.filter(email="nora@example.org").count() == 3


def test_a_hostile_cv_is_refused_beside_its_field_and_nothing_is_kept(cast):
    answer = world.browser().post(reverse("front:join"), typed(cv=SimpleUploadedFile("cv.pdf", b"\x89PNG\r\n")))
    assert (answer.status_code, b"Nora Nieuw" in answer.content) == (422, True)
    assert not Application.objects.exclude(email="wanda@example.org").exists()
    assert CvFile.objects.count() == 1
