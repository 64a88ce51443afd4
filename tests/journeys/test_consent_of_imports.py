"""Whoever brings in managers says first whether they consented; without consent a profile stays four weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import HOUSE
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.imports import import_sheet
from interregnum.people.models import CvFile, Import, Manager, StayConsent
from interregnum.people.rules.consent import NOBODY_ASKED, Consent, check_consent
from interregnum.people.rules.importing import ImportKind
from interregnum.records.keeping import apply_terms
from interregnum.records.models import PoolStay
from interregnum.records.pool import keep_pool
from tests import world
from tests.rosters import a_row, csv_of

pytestmark = pytest.mark.django_db
SHEET = csv_of(replace(a_row(1), name="Nora Nieuw", email="nora@example.org"))
UPLOADS = ["bureau:people-roster-import", "bureau:people-cv-new"]


def brought_in(consent=NOBODY_ASKED, at=world.NOW):
    report = import_sheet(kind=ImportKind.ROSTER, sheet=read_sheet(SHEET.encode()), by=HOUSE, at=at, consent=consent)
    assert report.refused == 0
    return Manager.objects.get(email="nora@example.org")


def stay_of(manager):
    return PoolStay.objects.get(manager=manager.code)


@pytest.mark.parametrize(
    ("consent", "code"),
    [
        (NOBODY_ASKED, ""),
        (Consent(date(2026, 3, 2), "Mail"), ""),
        (Consent(date(2026, 3, 3), "Mail"), "people.consent_ahead"),
        (Consent(date(2025, 3, 2), "Mail"), "people.consent_over"),
        (Consent(date(2025, 3, 3), "Mail"), ""),
        (Consent(date(2026, 3, 2), " "), "people.consent_source"),
    ],
)
def test_consent_that_cannot_be_shown_or_is_over_is_none(consent, code):
    refused = check_consent(consent, on=date(2026, 3, 2), months=12)
    assert ("" if refused is None else refused.reasons[0].code) == code


def test_without_consent_somebody_is_asked_at_once_and_erased_after_four_weeks(cast):
    manager = brought_in()
    assert keep_pool(world.NOW) == 1
    assert not stay_of(manager).is_given
    mail = Mail.objects.get(to="nora@example.org")
    assert "30 maart 2026" in mail.text.replace("\xa0", " ")
    apply_terms(world.NOW + timedelta(days=27))
    assert Manager.objects.filter(email="nora@example.org").exists()
    apply_terms(world.NOW + timedelta(days=28))
    assert not Manager.objects.filter(email="nora@example.org").exists()


def test_whoever_answers_stays_a_year(cast):
    manager = brought_in()
    keep_pool(world.NOW)
    token = Mail.objects.get(to="nora@example.org").text.split("/stay/")[1].split("/")[0]
    with time_machine.travel(world.NOW + timedelta(days=9), tick=False):
        assert world.browser().post(f"/stay/{token}/", {"once": "ja"}).status_code == 302
    keep_pool(world.NOW + timedelta(days=10))
    apply_terms(world.NOW + timedelta(days=300))
    assert Manager.objects.filter(pk=manager.pk).exists()
    assert stay_of(manager).is_given


def test_with_consent_the_year_runs_from_its_day_and_a_later_one_counts(cast):
    manager = brought_in(Consent(date(2025, 9, 1), "Formulier op de site"))
    keep_pool(world.NOW)
    assert (stay_of(manager).is_given, stay_of(manager).since.date()) == (True, date(2025, 8, 31))
    assert not Mail.objects.filter(to="nora@example.org").exists()
    # The same file without consent takes nothing away; a later consent prolongs the stay.
    brought_in()
    brought_in(Consent(date(2026, 2, 1), "Mail van 1 februari"))
    keep_pool(world.NOW)
    assert stay_of(manager).since.date() == date(2026, 1, 31)
    noted = StayConsent.objects.get(manager=manager)
    assert (noted.given_on, noted.source) == (date(2026, 2, 1), "Mail van 1 februari")


@pytest.mark.parametrize("address", UPLOADS)
def test_nothing_is_read_before_it_is_said(cast, address):
    browser, path = world.browser(cast.bea, language="en"), reverse(address)

    def post(**said):
        name, content = ("a.csv", SHEET) if "roster" in address else ("cv.txt", "Nora Nieuw\nnora@example.org\n")
        return browser.post(path, {"file": SimpleUploadedFile(name, content.encode()), **said})

    before = Import.objects.count(), CvFile.objects.count()
    with time_machine.travel(world.NOW, tick=False):
        assert post().status_code == 422
        undated = post(consent="given", consent_source="Mail")
        assert "Say on which day they consented." in undated.content.decode()
        ahead = post(consent="given", consented_on="2027-01-01", consent_source="Mail").content.decode()
        assert "This day has not come yet" in ahead
        assert 'value="Mail"' in ahead
        assert (Import.objects.count(), CvFile.objects.count()) == before
        assert post(consent="given", consented_on="2026-02-01", consent_source="Mail").status_code == 302
    kept = (Import if "roster" in address else CvFile).objects.latest("pk")
    assert (kept.consented_on, kept.consent_source) == (date(2026, 2, 1), "Mail")


def test_the_profile_says_on_what_ground_it_is_kept(cast):
    manager = brought_in(Consent(date(2026, 2, 1), "Mail van 1 februari"))
    page = world.browser(cast.bea, language="en").get(reverse("bureau:people-manager", args=[manager.code]))
    assert "Mail van 1 februari" in page.content.decode()
