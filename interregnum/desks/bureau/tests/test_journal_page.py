"""The journal of the firm and the history of one object, as pages and as files."""

import csv
import io

import pytest
from django.urls import reverse

from interregnum.journal.models import Entry, Verification
from interregnum.people.models import Account
from tests import world
from tests.life import Life

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return response.content.decode()


def lines(response) -> list[dict[str, str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_bea_reads_who_did_what_when_on_an_assignment(cast):
    life = Life(cast, until="reported")
    browser, address = world.browser(cast.bea), reverse("bureau:history", args=[life.assignment])
    page = words(browser.get(address))
    for what in ("Week 11 was reported", "Max · Interim manager"):
        assert what in page
    # Once among the kinds to choose from, and once more in the list.
    assert page.count("A shadow manager was appointed") == 2
    assert words(browser.get(f"{address}?kind=WeekReported")).count("A shadow manager was appointed") == 1
    found = lines(browser.get(reverse("bureau:history-export", args=[life.assignment])))
    assert {"AssignmentOpened", "WeekReported", "ShadowAppointed"} <= {line["kind"] for line in found}


def test_the_history_of_what_is_not_yours_does_not_exist(cast):
    life = Life(cast, until="reported")
    for code in (life.request, life.brief, life.shortlist, life.proposal, life.contract, life.assignment):
        address = reverse("bureau:history", args=[code])
        assert world.browser(cast.anton).get(address).status_code == 200
        assert world.browser(cast.aad).get(address).status_code == 404
    assert world.browser(cast.anton).get(reverse("bureau:history", args=[cast.carla.code])).status_code == 404
    assert world.browser(cast.bea).get(reverse("bureau:history", args=[cast.carla.code])).status_code == 200


def test_the_journal_is_searched_by_object_person_kind_and_period(cast):
    Life(cast, until="reported")
    browser, address = world.browser(cast.bea), reverse("bureau:journal")
    everything = Entry.objects.count()
    assert len(lines(browser.get(reverse("bureau:journal-export")))) == everything
    for question, wanted in {
        "q=Carla": lambda line: "Carla" in line["who"] or "Carla" in line["about"],
        "q=De+Proef": lambda line: "De Proef" in line["about"],
        "kind=WeekReported": lambda line: line["kind"] == "WeekReported",
        "since=2026-03-02&until=2026-03-02": lambda line: line["happened_at"].startswith("2026-03-02"),
    }.items():
        found = lines(browser.get(f"{reverse('bureau:journal-export')}?{question}"))
        assert found, question
        assert len(found) < everything or question.startswith("since")
        assert all(wanted(line) for line in found), question
        assert browser.get(f"{address}?{question}").status_code == 200
    assert lines(browser.get(f"{reverse('bureau:journal-export')}?since=2030-01-01")) == []


def test_a_name_that_is_a_formula_is_text_in_the_file(cast):
    Life(cast, until="reported")
    Account.objects.filter(pk=cast.max.pk).update(name="=HYPERLINK(1)")
    found = lines(world.browser(cast.bea).get(reverse("bureau:journal-export")))
    assert any(line["who"].startswith("'=HYPERLINK") for line in found)
    assert not any(cell.startswith(("=", "+", "@")) for line in found for cell in line.values())


def test_a_partner_has_the_journal_verified_and_reads_the_outcome(cast):
    Life(cast, until="asked")
    browser, address = world.browser(cast.bea), reverse("bureau:journal")
    assert "Not verified yet" in words(browser.get(address))
    browser.post(address, {"once": "nu"})
    assert Verification.objects.get().entries == Entry.objects.count()
    assert "Holds" in words(browser.get(address))
