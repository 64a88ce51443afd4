"""Importing a file through the browser: upload, columns, trial, import, report."""

import csv
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.people.models import Import, Manager, Organisation
from interregnum.people.rules.roster import HEADER
from tests import world
from tests.rosters import roster_csv

CLIENTS, ROSTER = "/bureau/clients/import/", "/bureau/managers/import/"
TEXT = "Bedrijf;Stad;Mail\nStichting Proefstuk;Zwolle;\nFormule B.V.;Zwolle;=1+1\n"


def uploaded(browser, content, *, to=CLIENTS, name="klanten.csv", **said):
    content = content.encode() if isinstance(content, str) else content
    answer = browser.post(to, {"file": SimpleUploadedFile(name, content), **said}, follow=True)
    return answer, Import.objects.order_by("-pk").first()


def at(row):
    return reverse("bureau:people-import", args=[row.code])


@pytest.fixture
def anton(cast):
    return world.browser(cast.anton)


def test_a_file_is_read_tried_and_imported_in_three_steps(anton):
    answer, row = uploaded(anton, "Bedrijf;Plaats\nStichting Proefstuk;Zwolle\n")
    assert "Bedrijf (Stichting Proefstuk)" in answer.content.decode()
    tried = anton.post(at(row), {"name": "0", "city": "1"}, follow=True).content.decode()
    assert "Nothing has been written yet" in tried
    assert not Organisation.objects.filter(name="Stichting Proefstuk").exists()
    done = anton.post(at(row), {"do": "import"}, follow=True).content.decode()
    assert "This file was imported" in done
    assert Organisation.objects.get(name="Stichting Proefstuk").city == "Zwolle"
    assert anton.post(at(row), {"do": "import", "once": "later"}).status_code == 422


def test_columns_that_could_not_be_guessed_are_named_and_remembered(anton):
    odd = "Relatie;Waar\nStichting Proefstuk;Zwolle\n"
    _, row = uploaded(anton, odd)
    assert row.columns == {}
    refused = anton.post(at(row), {"city": "1"})
    assert refused.status_code == 422
    twice = anton.post(at(row), {"name": "0", "city": "0"})
    assert "This column is chosen twice" in twice.content.decode()
    anton.post(at(row), {"name": "0", "city": "1"})
    anton.post(at(row), {"do": "import"})
    _, again = uploaded(anton, odd)
    assert again.columns == {"name": 0, "city": 1}


def test_each_bad_cell_is_named_in_the_readers_language_and_in_a_file_without_formulas(cast):
    anton = world.browser(cast.anton, language="nl")
    _, row = uploaded(anton, TEXT)
    page = anton.post(at(row), {"name": "0", "city": "1", "contact_email": "2"}, follow=True).content.decode()
    assert "Dit is geen e-mailadres." in page
    text = b"".join(anton.get(reverse("bureau:people-import-report", args=[row.code]))).decode()
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1:] == [
        ["3", "Contactpersoon: e-mail", "'=1+1", "Dit is geen e-mailadres."]
    ]


def test_nobody_but_a_partner_sees_an_import_of_somebody_else(cast, anton):
    _, row = uploaded(anton, TEXT)
    assert world.browser(cast.bea).get(at(row)).status_code == 200
    for other in (cast.aad, cast.carla):
        assert world.browser(other).get(at(row)).status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "no CSV or XLSX"),
        (b"x" * 10_000_001, "too large"),
        (b'a;b\n"c;d\n', "cut off"),
    ],
)
def test_a_hostile_file_is_refused_with_words(anton, content, words):
    answer = anton.post(CLIENTS, {"file": SimpleUploadedFile("x.csv", content)})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Import.objects.count() == 1


def test_a_roster_comes_in_the_same_way_from_a_workbook(anton):
    book = openpyxl.Workbook()
    for line in csv.reader(io.StringIO(roster_csv(3))):
        book.active.append(line)
    content = io.BytesIO()
    book.save(content)
    _, row = uploaded(anton, content.getvalue(), to=ROSTER, name="roster.xlsx", consent="not_yet")
    columns = {name: str(HEADER.index(name)) for name in HEADER}
    tried = anton.post(at(row), columns, follow=True).content.decode()
    assert "Import the good rows" in tried
    assert Manager.objects.count() == 2
    anton.post(at(row), {"do": "import"})
    assert Manager.objects.count() == 5
    anton.post(at(row), columns)
    _, again = uploaded(anton, content.getvalue(), to=ROSTER, name="roster.xlsx", consent="not_yet")
    assert "No row of this file is new or different" in anton.post(at(again), columns, follow=True).content.decode()


def test_a_bad_cell_of_a_roster_is_shown_as_text(anton):
    text = roster_csv(2).replace("901.00", "<b>a lot</b>").replace("901", "<b>a lot</b>")
    _, row = uploaded(anton, text, to=ROSTER, consent="not_yet")
    page = anton.post(at(row), {name: str(HEADER.index(name)) for name in HEADER}, follow=True).content.decode()
    assert "This is no amount." in page
    assert "&lt;b&gt;a lot&lt;/b&gt;" in page
