"""The roster: who sees it, what is found, and what is downloaded."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.people.rules.roster import HEADER
from tests import world
from tests.rosters import read_roster

ROSTER = "/bureau/managers/"
EXPORT = "/bureau/managers/export.csv"


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
    # Once in a process the roster is read into memory; and the session notes when it was last seen.
    bea.get(ROSTER)
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
    answer = bea.post(f"{EXPORT}?whole=1", {"reason": "Verhuizing."})
    text = b"".join(answer).decode()
    assert answer["Content-Disposition"] == 'attachment; filename="roster.csv"'
    assert text.startswith("\ufeff" + HEADER[0])
    assert "'=1+1" in text
    rows, faults = read_roster(text)
    assert (len(rows), faults) == (3, ())
    one = b"".join(bea.post(f"{EXPORT}?q=olga&whole=1", {"reason": "Verhuizing."})).decode()
    assert [row[0] for row in csv.reader(io.StringIO(one))][1:] == ["Olga Voorbeeld"]


def test_the_roster_leaves_the_house_with_a_reason_that_stands_in_the_journal(cast):
    bea = world.browser(cast.bea)
    asked = bea.get(EXPORT)
    assert b"Why do you download this?" in asked.content
    assert b"olga" not in asked.content
    assert bea.post(EXPORT, {"reason": ""}).status_code == 422
    assert not Entry.objects.filter(kind="RosterExported").exists()
    b"".join(bea.post(f"{EXPORT}?q=olga", {"reason": "Verhuizing."}))
    told = Entry.objects.get(kind="RosterExported").payload.content
    assert (told["managers"], told["reason"]) == (1, "Verhuizing.")
    assert "Verhuizing." in bea.get("/bureau/journal/").content.decode()


def test_anton_may_not_download_the_roster(cast):
    assert world.browser(cast.anton).get(EXPORT).status_code == 404


def test_bea_downloads_a_workbook_in_which_nothing_is_a_formula(cast):
    world.make_manager(name="=1+1", email="som@example.org")
    answer = world.browser(cast.bea).post(
        "/bureau/managers/export.xlsx?q=som@example.org&whole=1", {"reason": "Verhuizing."}
    )
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    header, row = book.active.iter_rows()
    assert header[0].value == "name"
    assert (row[0].value, row[0].data_type) == ("=1+1", "s")


def test_a_roster_that_is_too_large_for_a_workbook_says_so(cast, monkeypatch):
    monkeypatch.setattr("interregnum.desks.bureau.views.roster_export.MOST_IN_A_WORKBOOK", 1)
    answer = world.browser(cast.bea).get("/bureau/managers/export.xlsx?sort=-name", follow=True)
    assert b"Narrow the list" in answer.content
    assert answer.redirect_chain[0][0].endswith("?sort=-name")
