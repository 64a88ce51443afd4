"""The roster: who sees it, what is found, what is downloaded, and what an import does."""

import csv
import io
from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.people.rules.roster import HEADER, read_roster
from tests import world
from tests.rosters import roster_csv

ROSTER = "/bureau/managers/"
EXPORT = "/bureau/managers/export.csv"
IMPORT = "/bureau/managers/import/"


def a_file(text: str | None = None) -> SimpleUploadedFile:
    text = text if text is not None else roster_csv(3)
    return SimpleUploadedFile("roster.csv", text.encode())


def test_anton_sees_the_managers_and_carla_does_not(cast):
    page = world.browser(cast.anton).get(ROSTER)
    assert b"Max Voorbeeld" in page.content
    assert b"export.csv" not in page.content
    assert world.browser(cast.carla).get(ROSTER).status_code == 404
    assert world.browser(cast.max).get(ROSTER).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=olga", "Olga"),
        ("q=OLGA@example", "Olga"),
        ("level=middle", "Olga"),
        ("discipline=marketing", "Olga"),
        ("category=expertise", "Olga"),
        ("before=2026-02-01", "Olga"),
        ("q=groningen", "Olga"),
    ],
)
def test_bea_finds_olga_by_each_filter(cast, query, found):
    Manager.objects.filter(pk=cast.olga_profile.pk).update(
        disciplines=["marketing"], categories={"expertise": 2}, available_on=date(2026, 1, 5), place="Groningen"
    )
    page = world.browser(cast.bea).get(f"{ROSTER}?{query}").content.decode()
    assert "Olga Voorbeeld" in page
    assert "Max Voorbeeld" not in page


@pytest.mark.parametrize("sort", ["name", "-name", "rate", "-rate", "available", "-available", "email", "x' --"])
def test_the_list_is_put_in_order_by_what_may_be_sorted_alone(cast, sort):
    Manager.objects.filter(pk=cast.olga_profile.pk).update(day_rate=Money(1500), available_on=date(2027, 1, 1))
    page = world.browser(cast.bea).get(ROSTER, {"sort": sort}).content.decode()
    max_first = page.index("Max Voorbeeld") < page.index("Olga Voorbeeld")
    assert max_first is not (sort in {"-name", "-rate", "-available"})


def test_a_full_roster_is_paged_and_asks_little_of_the_database(cast, django_assert_max_num_queries):
    for number in range(60):
        world.make_manager(name=f"Invented {number:02}", email=f"m{number}@example.org")
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        assert b"1 to 25 of 62" in bea.get(ROSTER).content
    with django_assert_max_num_queries(15):
        bea.get(reverse("bureau:people-manager", args=[cast.max_profile.code]))


def test_a_live_search_answers_with_the_list_alone(cast):
    page = world.browser(cast.bea).get(ROSTER, headers={"hx-request": "true"})
    assert b"Max Voorbeeld" in page.content
    assert b"<html" not in page.content


def test_bea_reads_the_profile_and_nobody_outside_the_bureau_does(cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(conflicts=["Verzekeraar Elders"])
    address = reverse("bureau:people-manager", args=[cast.max_profile.code])
    page = world.browser(cast.bea).get(address).content.decode()
    assert all(words in page for words in ("Max Voorbeeld", "Change management", "Verzekeraar Elders", "€\u00a01,000"))
    assert world.browser(cast.max).get(address).status_code == 404
    assert world.browser(cast.bea).get(reverse("bureau:people-manager", args=["nobody"])).status_code == 404


def test_bea_downloads_what_she_filtered_and_can_import_it_again(cast):
    world.make_manager(name="=1+1", email="formule@example.org")
    bea = world.browser(cast.bea)
    assert b"export.csv" in bea.get(ROSTER).content
    answer = bea.get(EXPORT)
    text = b"".join(answer).decode()
    assert answer["Content-Disposition"] == 'attachment; filename="roster.csv"'
    assert text.startswith("\ufeff" + HEADER[0])
    assert "'=1+1" in text
    rows, faults = read_roster(text)
    assert (len(rows), faults) == (3, ())
    one = b"".join(bea.get(EXPORT, {"q": "olga"})).decode()
    assert [row[0] for row in csv.reader(io.StringIO(one))][1:] == ["Olga Voorbeeld"]


def test_anton_may_not_download_the_roster(cast):
    assert world.browser(cast.anton).get(EXPORT).status_code == 404


def test_anton_tries_a_file_out_before_anything_is_written_and_then_imports_it(cast):
    anton = world.browser(cast.anton)
    answer = anton.post(IMPORT, {"file": a_file(), "once": "a"}, follow=True)
    page = answer.content.decode()
    assert "Nothing is written until you import it" in page
    assert Manager.objects.count() == 2
    upload = answer.context["confirm"].initial["upload"]
    done = anton.post(IMPORT, {"upload": upload, "once": "b"}, follow=True)
    assert "3 added, 0 changed, 0 unchanged" in done.content.decode()
    assert Manager.objects.count() == 5
    again = anton.post(IMPORT, {"upload": upload, "once": "b"})
    assert (again.status_code, again["Location"]) == (302, ROSTER)
    assert Manager.objects.count() == 5


def test_each_bad_cell_is_named_in_words(cast):
    lines = roster_csv(2).splitlines()
    cells = next(csv.reader([lines[1]]))
    cells[HEADER.index("day_rate")] = "<b>a lot</b>"
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    text = "\n".join((lines[0], line.getvalue().strip(), lines[2]))
    page = world.browser(cast.bea).post(IMPORT, {"file": a_file(text), "once": "a"}, follow=True).content.decode()
    assert "This is no amount." in page
    assert "&lt;b&gt;a lot&lt;/b&gt;" in page
    assert "Import the good rows" in page


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "The file is empty"), (b"\x00\x01", "no text file"), (b"x" * 5_000_001, "too large")],
)
def test_a_hostile_file_is_refused_with_words(cast, content, words):
    page = world.browser(cast.bea).post(IMPORT, {"file": SimpleUploadedFile("x.csv", content), "once": "a"})
    assert page.status_code == 422
    assert words in page.content.decode()


def test_a_file_without_the_right_columns_cannot_be_imported(cast):
    page = world.browser(cast.bea).post(IMPORT, {"file": a_file("a,b\n1,2\n"), "once": "a"}, follow=True)
    assert "The first line lacks these columns" in page.content.decode()
    assert "Import the good rows" not in page.content.decode()


def test_a_trial_of_yesterday_or_of_somebody_else_is_asked_again(cast):
    bea, anton = world.browser(cast.bea), world.browser(cast.anton)
    with time_machine.travel(world.NOW, tick=False):
        page = bea.post(IMPORT, {"file": a_file(), "once": "a"}, follow=True)
        upload = page.context["confirm"].initial["upload"]
        assert anton.post(IMPORT, {"upload": upload, "once": "b"}).status_code == 422
    with time_machine.travel(world.NOW + timedelta(hours=2), tick=False):
        late = bea.post(IMPORT, {"upload": upload, "once": "c"})
    assert late.status_code == 422
    assert "Choose the file again" in late.content.decode()
    assert Manager.objects.count() == 2
