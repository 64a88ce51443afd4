"""A manager keeps profile, business, insurances and declarations; the bureau reads numbers with a reason."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.files.models import StoredFile
from interregnum.jobs.models import Mail
from interregnum.people.declarations import ask_declarations
from interregnum.people.models import Business, Declaration, Insurance, Reading
from interregnum.people.papers import remind_of_insurance
from interregnum.stages.choose.engine.profiles import candidates
from tests import world
from tests.house.forms_of_profiles import BUSINESS, DECLARATION, INSURANCE, PROFILE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_monday_in_march():
    with time_machine.travel(world.NOW, tick=False):
        yield


def test_what_max_changes_is_compared_at_once(cast):
    assert world.browser(cast.max).post(reverse("manager:people-profile"), PROFILE).status_code == 302
    [found] = candidates([cast.max_profile.pk]).values()
    assert (found.place, found.travel_km, found.day_rate.cents) == ("Zwolle", 80, 110_000)
    assert (found.languages, found.role_mix.operational) == (("nl", "en"), 40)


def test_nothing_typed_is_lost_when_a_number_is_wrong(cast):
    page = world.browser(cast.max).post(reverse("manager:people-papers"), BUSINESS | {"iban": "NL91ABNA0417164301"})
    assert (page.status_code, b"NL91ABNA0417164301" in page.content) == (422, True)
    assert not Business.objects.exists()


def test_the_numbers_are_read_with_a_reason_that_max_sees(cast):
    world.browser(cast.max).post(reverse("manager:people-papers"), BUSINESS)
    bea, url = world.browser(cast.bea), reverse("bureau:people-business", args=[cast.max_profile.code])
    assert all(typed not in bea.get(url).content for typed in (b"NL91ABNA0417164300", b"Laan 1"))
    assert b"NL91ABNA0417164300" not in bea.get(reverse("bureau:people-manager", args=[cast.max_profile.code])).content
    assert bea.post(url, {"reason": ""}).status_code == 422
    assert not Reading.objects.exists()
    read = bea.post(url, {"reason": "Voor het contract."}).content
    assert b"NL91ABNA0417164300" in read and b"Laan 1 3511 AB" in read
    assert b"Voor het contract." in world.browser(cast.max).get(reverse("manager:people-file")).content


def test_a_proof_is_kept_replaced_and_fetched_by_its_owner_and_the_bureau(cast):
    window, url = world.browser(cast.max), reverse("manager:people-insurance", args=["professional"])
    before = StoredFile.objects.count()
    proof = SimpleUploadedFile("../../polis.pdf", b"%PDF-1.7 nieuw")
    assert window.post(url, INSURANCE | {"proof": proof, "amount": "2.500.000"}).status_code == 302
    assert StoredFile.objects.count() == before
    row = Insurance.objects.get()
    assert row.amount.cents == 250_000_000
    code = row.code
    answer = world.browser(cast.bea).get(reverse("bureau:people-proof", args=[code]))
    assert (answer.content, answer.headers["Content-Type"]) == (b"%PDF-1.7 nieuw", "application/octet-stream")
    assert world.browser(cast.olga).get(reverse("manager:people-proof", args=[code])).status_code == 404
    page = window.post(url, INSURANCE | {"proof": SimpleUploadedFile("x.pdf", b"<script>")})
    assert (page.status_code, b"no PDF, PNG or JPEG" in page.content) == (422, True)


def test_an_insurance_that_ends_is_told_of_once(cast):
    Insurance.objects.update(ends_on=world.TODAY + timedelta(days=20))
    assert [remind_of_insurance(world.NOW), remind_of_insurance(world.NOW + timedelta(days=1))] == [1, 1]
    assert Mail.objects.filter(to="max@example.org", template="mail/insurance_ends.txt").count() == 1
    assert b"Renew your insurance" in world.browser(cast.max).get(reverse("manager:home")).content
    assert (
        b"ends soon"
        in world.browser(cast.bea).get(reverse("bureau:people-papers", args=[cast.max_profile.code])).content
    )


@pytest.mark.mission("D6")
@pytest.mark.mission("D7")
def test_a_declaration_is_dated_and_the_choice_obeys_it(cast):
    window, url = world.browser(cast.max), reverse("manager:people-declaration")
    window.post(url, DECLARATION | {"wants_permanent": "on", "introduced": "Jan Proef, Bank De Proef"})
    [found] = candidates([cast.max_profile.pk]).values()
    assert found.conflicts == ("Bank De Proef", "Proefpolis")
    assert (found.former_employers, found.wants_permanent) == (("Oude Bank",), True)
    window.post(url, {"is_true": "on"})
    cast.max_profile.refresh_from_db()
    assert (cast.max_profile.conflicts, cast.max_profile.wants_permanent) == ([], False)
    assert Declaration.objects.count() == 2
    page = world.browser(cast.bea).get(reverse("bureau:people-papers", args=[cast.max_profile.code]))
    assert b"Jan Proef" in page.content


def test_a_declaration_is_asked_for_anew_after_a_year_and_once_a_month(cast):
    world.browser(cast.max).post(reverse("manager:people-declaration"), DECLARATION)
    # Olga has declared nothing yet.
    assert ask_declarations(world.NOW) == 1
    later = world.NOW + timedelta(days=366)
    assert [ask_declarations(later), ask_declarations(later + timedelta(days=1))] == [2, 2]
    assert Mail.objects.filter(to="max@example.org", template="mail/declaration_due.txt").count() == 1
