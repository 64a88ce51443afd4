"""Somebody asks for their own data or to be erased, with an account or without, and gets an answer in time."""

import io
import json
import re
import zipfile
from datetime import date, timedelta

import pytest
import time_machine
from django.tasks.base import TaskResultStatus
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from interregnum.files.models import StoredFile
from interregnum.jobs.models import Mail
from interregnum.jobs.queue import KNOWN, HopelessError
from interregnum.journal.models import Entry
from interregnum.people.models import Account, Business, Declaration
from interregnum.records.models import DataRequest, GroupAnswer, Hold
from interregnum.records.requests import make_package, remind_of_requests
from interregnum.records.states import RequestState
from tests import world
from tests.life import Life
from tests.world import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
DATA = "/account/data/"


@pytest.fixture
def frozen():
    with time_machine.travel(NOW, tick=False):
        yield


def ask(person, wanted="access") -> DataRequest:
    assert world.browser(person).post(DATA, {"wanted": wanted, "once": wanted}).status_code == 302
    return DataRequest.objects.get(account=person.code, wanted=wanted)


def decide(cast, row, do="grant", reason="", **more):
    address = reverse("bureau:data-request", args=[row.code])
    response = world.browser(cast.bea).post(address, {"do": do, "reason": reason} | more)
    row.refresh_from_db()
    return response


def text_of(template: str, to: str) -> str:
    return Mail.objects.filter(template=template, to=to).latest("pk").text


def kinds() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("kind", flat=True))


@pytest.mark.parametrize("who", ["carla", "max", "sara", "anton", "bea"])
def test_anybody_who_is_signed_in_asks_and_fetches_their_own_data(cast, who):
    Life(cast, until="reported")
    person = getattr(cast, who)
    row = ask(person)
    assert row.due_on == date(2026, 4, 2)
    assert "/bureau/data-requests/" in text_of("mail/data_asked.txt", "bea@example.org")
    assert decide(cast, row).status_code == 302
    assert row.state == RequestState.READY
    browser, address = world.browser(person), reverse("account-data-package")
    assert address in browser.get(DATA).content.decode()
    package = zipfile.ZipFile(io.BytesIO(browser.get(address).content))
    told = json.loads(package.read("data.json"))
    assert told["rows"]["people.Account"][0]["email"] == person.email
    assert package.read("data.pdf").startswith(b"%PDF")
    assert {"DataAsked", "DataGranted", "PackageFetched"} <= set(kinds())
    # Nobody else's, and not for ever.
    assert world.browser(cast.otto).get(address).status_code == 302
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        assert world.browser(person).get(address).status_code == 302


def test_a_package_holds_all_that_is_ones_own_and_nothing_of_another(cast):
    Life(cast, until="reported")
    row = ask(cast.max)
    decide(cast, row)
    content = world.browser(cast.max).get(reverse("account-data-package")).content
    package = zipfile.ZipFile(io.BytesIO(content))
    rows = json.loads(package.read("data.json"))["rows"]
    assert rows["people.Manager"][0]["summary"] == cast.max_profile.summary
    assert {"people.Account", "people.Manager", "choose.Candidacy", "jobs.Mail"} <= set(rows)
    assert any(name.startswith("files/") for name in package.namelist())
    written = json.dumps({label: lines for label, lines in rows.items() if label != "jobs.Mail"})
    for other in ("carla@", "olga@", "sara@", "client_rate", "password", "token"):
        assert other not in written


def test_a_package_holds_what_the_house_keeps_from_colleagues_but_not_from_oneself(cast):
    business = {"legal_form": "bv", "iban": "NL91ABNA0417164300", "work_right": "citizen", "saved_at": NOW}
    Business.objects.update_or_create(manager=cast.max_profile, defaults=business)
    Declaration.objects.create(manager=cast.max_profile, made_at=NOW, interests=["Bank Elders"], remark="Voor altijd")
    GroupAnswer.objects.create(manager=cast.max_profile.code, age="forties", said_at=NOW)
    decide(cast, ask(cast.max))
    package = zipfile.ZipFile(io.BytesIO(world.browser(cast.max).get(reverse("account-data-package")).content))
    rows = json.loads(package.read("data.json"))["rows"]
    assert rows["people.Business"][0]["iban"] == business["iban"]
    assert (rows["people.Declaration"][0]["interests"], rows["people.Declaration"][0]["remark"]) == (
        ["Bank Elders"],
        "Voor altijd",
    )
    assert rows["records.GroupAnswer"][0]["age"] == "forties"
    assert rows["people.Manager"][0]["travel_km"] == cast.max_profile.travel_km
    assert "sector" in rows["people.Case"][0]
    assert not any("hash" in name or "sealed" in name for lines in rows.values() for line in lines for name in line)


def stuck(row, cast):
    """It was granted, and nobody makes its package any more."""
    decided = {"decided_at": NOW, "decided_by": cast.bea.code}
    DataRequest.objects.filter(pk=row.pk).update(state=RequestState.MAKING, **decided)


def test_what_is_made_by_nobody_is_with_the_bureau_again_in_the_night(cast, settings):
    """As the giving up failed too, or was done before it told anybody."""
    row = ask(cast.max)
    stuck(row, cast)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    make_package.enqueue(row.code)
    waiting = DBTaskResult.objects.filter(task_path=make_package.module_path)
    remind_of_requests(NOW)
    row.refresh_from_db()
    assert row.state == RequestState.MAKING
    waiting.update(status=TaskResultStatus.FAILED)
    Mail.objects.all().delete()
    remind_of_requests(NOW)
    row.refresh_from_db()
    assert (row.state, row.decided_at, row.decided_by) == (RequestState.ASKED, None, "")
    assert Mail.objects.filter(template="mail/data_asked.txt").count() == 1
    remind_of_requests(NOW)
    assert Mail.objects.filter(template="mail/data_asked.txt").count() == 1


def test_a_package_that_cannot_be_made_is_with_the_bureau_again_and_not_forgotten(cast):
    row = ask(cast.max)
    stuck(row, cast)
    Mail.objects.all().delete()
    KNOWN[make_package.module_path].given_up(row.code)
    row.refresh_from_db()
    assert (row.state, row.decided_at, row.decided_by) == (RequestState.ASKED, None, "")
    assert reverse("bureau:data-request", args=[row.code]) in text_of("mail/data_asked.txt", "bea@example.org")
    assert "Answer a request" in world.browser(cast.bea).get("/bureau/").content.decode()
    # The job that failed makes nothing of it, and does not say that it did.
    with pytest.raises(HopelessError, match="answer"):
        make_package.func(row.code)
    assert decide(cast, row).status_code == 302
    assert row.state == RequestState.READY


def test_a_refusal_needs_a_reason_and_the_person_reads_it(cast):
    row = ask(cast.carla)
    assert decide(cast, row, "refuse").status_code == 422
    assert row.state == RequestState.ASKED
    assert decide(cast, row, "refuse", "Wij kunnen u niet vaststellen.").status_code == 302
    assert "Wij kunnen u niet vaststellen." in text_of("mail/data_refused.txt", "carla@example.org")
    assert "Wij kunnen u niet vaststellen." in world.browser(cast.carla).get(DATA).content.decode()
    # Two partners at once: the second is told so.
    assert decide(cast, row).status_code == 422


def test_whoever_works_on_an_assignment_is_not_erased_and_reads_why(cast):
    life = Life(cast, until="reported")
    row = ask(cast.max, "erasure")
    page = world.browser(cast.bea).get(reverse("bureau:data-request", args=[row.code])).content.decode()
    assert re.search(r"Assignment A-2026-\d+ is under way", page)
    assert "contracts stay under a pseudonym until" in page
    assert decide(cast, row).status_code == 422
    assert Account.objects.get(pk=cast.max.pk).name == "Max"
    assert life.assignment


def test_an_erasure_ends_in_a_certificate_and_a_last_mail(cast):
    row = ask(cast.sara, "erasure")
    assert decide(cast, row).status_code == 302
    assert row.state == RequestState.ERASED
    assert not Account.objects.filter(email="sara@example.org").exists()
    assert row.erased_as in Mail.objects.get(template="mail/data_erased.txt").text or not row.erased_as
    assert "PersonErased" in kinds()
    assert DataRequest.objects.get(pk=row.pk).name.startswith("Anonymus")


@pytest.mark.parametrize("reason", ["hold", "last partner"])
def test_a_hold_and_being_the_only_partner_stand_in_the_way(cast, reason):
    person = cast.sara if reason == "hold" else cast.bea
    if reason == "hold":
        Hold.objects.create(about=cast.sara.code, reason="Geschil", set_by=cast.bea.code, set_at=NOW)
    row = ask(person, "erasure")
    assert decide(cast, row).status_code == 422
    assert Account.objects.filter(pk=person.pk, is_active=True).exists()


def test_a_dispute_about_a_request_holds_whoever_asked_it(cast):
    life = Life(cast, until="asked")
    Hold.objects.create(about=life.request, reason="Geschil", set_by=cast.bea.code, set_at=NOW)
    row = ask(cast.carla, "erasure")
    assert decide(cast, row).status_code == 422
    Hold.objects.update(lifted_at=NOW)
    assert decide(cast, row).status_code == 302


def test_a_visitor_proves_by_mail_to_be_the_person_before_anybody_hears_of_it(cast):
    visitor = world.browser()
    form = {"wanted": "access", "name": "Vera", "email": "vera@example.org"}
    assert visitor.post(reverse("front:own-data"), form).status_code == 302
    row = DataRequest.objects.get(email="vera@example.org")
    assert row.state == RequestState.UNCONFIRMED
    assert not Mail.objects.filter(template="mail/data_asked.txt").exists()
    assert world.browser(cast.bea).get(reverse("bureau:data-request", args=[row.code])).status_code == 404
    link = re.search(r"/own-data/\S+/", text_of("mail/data_confirm.txt", "vera@example.org"))[0]
    assert visitor.get(link).status_code == 200
    assert DataRequest.objects.get(pk=row.pk).state == RequestState.UNCONFIRMED
    assert visitor.post(link, {"once": "ja"}).status_code == 302
    assert visitor.post(link, {"once": "nogmaals"}).status_code == 422
    row.refresh_from_db()
    assert decide(cast, row).status_code == 302
    assert visitor.get(link).status_code == 410
    fetched = re.search(r"/own-data/\S+/", text_of("mail/data_ready.txt", "vera@example.org"))[0]
    assert visitor.post(fetched, {"once": "haal"}).content.startswith(b"PK")
    assert visitor.get("/own-data/geen-link/").status_code == 410
    assert StoredFile.objects.filter(media_type="application/zip").count() == 1


def test_whoever_asks_in_english_is_answered_in_english(cast):
    form = {"wanted": "access", "name": "Vera", "email": "vera@example.org"}
    assert world.browser(language="en").post(reverse("front:own-data"), form).status_code == 302
    DataRequest.objects.filter(email="vera@example.org").update(state=RequestState.ASKED)
    assert decide(cast, DataRequest.objects.get(email="vera@example.org")).status_code == 302
    letter = Mail.objects.get(template="mail/data_ready.txt", to="vera@example.org")
    assert (letter.language, "Dear Vera" in letter.text) == ("en", True)


def test_partners_are_reminded_once_before_the_term_ends_and_see_it_on_their_desk(cast):
    DataRequest.objects.all().delete()
    ask(cast.carla)
    Mail.objects.all().delete()
    assert remind_of_requests(NOW + timedelta(days=20)) == 0
    assert remind_of_requests(NOW + timedelta(days=25)) == 1
    assert remind_of_requests(NOW + timedelta(days=26)) == 0
    assert list(Mail.objects.values_list("to", flat=True)) == ["bea@example.org"]
    desk = {name: world.browser(getattr(cast, name)).get("/bureau/").content.decode() for name in ("bea", "anton")}
    assert "Answer a request" in desk["bea"]
    assert "Answer a request" not in desk["anton"]


def test_asking_twice_is_answered_in_words(cast):
    ask(cast.carla)
    again = world.browser(cast.carla).post(DATA, {"wanted": "access", "once": "weer"})
    assert again.status_code == 422
    assert DataRequest.objects.filter(account=cast.carla.code).count() == 1


def test_a_visitor_who_asks_for_one_mailbox_time_and_again_is_told_and_no_mail_goes(cast):
    form = {"wanted": "access", "name": "Vera", "email": "vera@example.org"}
    answers = [world.browser().post(reverse("front:own-data"), form | {"once": str(n)}) for n in range(5)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 422, 422]
    assert "several times" in answers[-1].content.decode()
    assert Mail.objects.filter(to="vera@example.org").count() == 3


def test_whoever_is_signed_in_asks_three_times_a_day_at_most(cast):
    for number in range(4):
        DataRequest.objects.all().update(state=RequestState.EXPIRED)
        answer = world.browser(cast.max).post(DATA, {"wanted": "access", "once": str(number)})
        assert answer.status_code == (302 if number < 3 else 422)
    with time_machine.travel(NOW + timedelta(days=1, minutes=1), tick=False):
        DataRequest.objects.all().update(state=RequestState.EXPIRED)
        assert world.browser(cast.max).post(DATA, {"wanted": "access", "once": "e"}).status_code == 302
