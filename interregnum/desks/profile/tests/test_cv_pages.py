"""A CV is read at the bureau and on the manager's own page; nothing is taken over that nobody ticked."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from interregnum.files.models import StoredFile
from interregnum.people.models import CvFile, Manager, Position, Study
from interregnum.people.rules.cv.languages import LANGUAGE, code_of
from interregnum.records.keeping import apply_terms
from interregnum.web.words import language_name
from tests import world

pytestmark = pytest.mark.django_db
CV = """Nora Nieuw
Dorpsstraat 1, 3511 AB Utrecht
nora@example.org
06-12345678

Werkervaring

Hoofd Financiën
Voorbeeldbank N.V.
jan 2019 - heden
- Veel gedaan aan de achterstand

Opleiding
MSc Bedrijfskunde, Hogeschool Verzonnendam, 2001

Talen
Nederlands, Engels
"""


def read(window, desk="bureau", content=b"", name="../../cv<b>.txt"):
    """Hand a CV in; the page of it."""
    # Only the bureau is asked whether the manager agreed to stay.
    said = {"consent": "not_yet"} if desk == "bureau" else {}
    file = SimpleUploadedFile(name, content or CV.encode())
    answer = window.post(reverse(f"{desk}:people-cv-new"), {"file": file, **said})
    return answer.headers.get("Location", ""), answer


def test_anton_puts_somebody_new_on_the_roster_from_a_cv(cast):
    window = world.browser(cast.anton)
    url, _answer = read(window)
    page = window.get(url)
    assert b"Voorbeeldbank N.V." in page.content
    assert b"Nora Nieuw" in page.content
    form = {
        "manager": "", "name": "Nora Nieuw", "email": "nora@example.org", "phone": "06-12345678", "place": "Utrecht",
        "languages": "Nederlands, English", "level": "senior", "disciplines": ["finance"], "available_on": "2026-04-06",
        "days_a_week": "4", "day_rate": "1000", "take_phone": "on", "take_p0": "on", "p0": "Hoofd Financiën",
        "p0_employer": "Voorbeeldbank N.V.", "p0_start": "2019-01", "p0_end": "", "s0": "MSc Bedrijfskunde",
    }  # fmt: skip
    answer = window.post(url, form)
    nora = Manager.objects.get(email="nora@example.org")
    assert answer.headers["Location"] == reverse("bureau:people-manager", args=[nora.code])
    assert (nora.place, nora.languages, nora.former_employers) == ("Utrecht", ["nl", "en"], ["Voorbeeldbank N.V."])
    job = Position.objects.get(manager=nora)
    assert (job.title, job.start_on, job.end_on) == ("Hoofd Financiën", date(2019, 1, 1), None)
    # Nobody ticked the study.
    assert not Study.objects.filter(manager=nora).exists()
    assert b"Voorbeeldbank N.V." in window.get(answer.headers["Location"]).content


def test_what_a_new_profile_needs_is_asked_and_nothing_typed_is_lost(cast):
    window = world.browser(cast.anton)
    url, _answer = read(window)
    answer = window.post(url, {"manager": "", "name": "Nora Nieuw", "p0": "Anders getypt"})
    assert answer.status_code == 422
    assert b"Somebody new needs this." in answer.content
    assert b"Anders getypt" in answer.content
    assert not Manager.objects.filter(name="Nora Nieuw").exists()


def test_a_known_address_is_recognised(cast):
    window = world.browser(cast.anton)
    url, _answer = read(window, content=CV.replace("nora@example.org", "max@example.org").encode())
    assert cast.max_profile.code.encode() in window.get(url).content


def test_max_takes_over_only_what_he_ticks(cast):
    window = world.browser(cast.max)
    url, _answer = read(window, "manager")
    window.post(url, {"take_place": "on", "place": "Ede", "name": "Iemand anders", "take_p0": "on", "p0": "Baas"})
    cast.max_profile.refresh_from_db()
    assert (cast.max_profile.place, cast.max_profile.name) == ("Ede", "Max Voorbeeld")
    assert window.post(url, {"take_place": "on", "place": "Goes"}).status_code == 422


def test_olga_does_not_see_the_cv_of_max(cast):
    url, _answer = read(world.browser(cast.max), "manager")
    assert world.browser(cast.olga).get(url).status_code == 404


def test_a_hostile_file_is_refused_with_its_reason(cast):
    window = world.browser(cast.anton)
    _url, answer = read(window, content=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, name="cv.pdf")
    assert answer.status_code == 422
    assert b"old Word file" in answer.content
    assert not CvFile.objects.exclude(pk=CvFile.objects.get(code=cast.cv).pk).exists()


def test_the_document_is_saved_and_never_shown_as_a_page(cast):
    window = world.browser(cast.anton)
    url, _answer = read(window, content=CV.encode() + b"<script>alert(1)</script>")
    code = url.rstrip("/").rpartition("/")[2]
    answer = window.get(reverse("bureau:people-cv-file", args=[code]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_a_cv_that_nobody_wants_goes_after_four_weeks(cast):
    read(world.browser(cast.anton))
    stored = StoredFile.objects.count()
    late = CvFile.objects.latest("pk").uploaded_at + timedelta(days=29)
    apply_terms(late)
    assert StoredFile.objects.count() == stored - 1


def test_it_is_thrown_away_at_once_when_somebody_says_so(cast):
    window = world.browser(cast.anton)
    url, _answer = read(window)
    window.post(url, {"do": "discard"})
    assert window.get(url).status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_language_is_shown_by_its_name_and_read_back_by_it(language):
    with override(language):
        back = {code: code_of(language_name(code)) for code in set(LANGUAGE.values())}
    assert {code: found for code, found in back.items() if code != found} == {}
