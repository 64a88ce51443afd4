"""Importing a roster: what comes in, what is told, and that the same file twice adds nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from interregnum.journal.models import Entry
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.people.managers import export_line
from interregnum.people.models import Manager
from interregnum.people.roster import RosterReport, import_roster, row_of
from interregnum.people.rules.roster import HEADER, LARGEST_BYTES, read_roster
from interregnum.people.texts import FAULTS, fault_words
from interregnum.people.uploads import KEPT_FOR, drop_upload, keep_upload, text_of, upload_of
from tests import world
from tests.rosters import a_row, csv_of, roster_csv

pytestmark = pytest.mark.django_db


def imported(text: str, *, dry_run: bool = False) -> RosterReport:
    return import_roster(text=text, by=HOUSE, at=world.NOW, dry_run=dry_run)


def test_a_trial_tells_what_would_happen_and_writes_nothing():
    report = imported(roster_csv(3), dry_run=True)
    assert (len(report.added), len(report.faults)) == (3, 0)
    assert not Manager.objects.exists()
    assert not Entry.objects.exists()


def test_the_rows_come_in_as_they_stand_in_the_file():
    text = roster_csv(3)
    imported(text)
    stored = {manager.email: row_of(manager) for manager in Manager.objects.all()}
    assert stored == {row.email: row for row in read_roster(text)[0]}


@pytest.mark.mission("D3")
def test_the_same_file_twice_adds_nothing():
    imported(roster_csv(3))
    report = imported(roster_csv(3))
    assert (len(report.added), len(report.changed), len(report.unchanged)) == (0, 0, 3)
    assert Manager.objects.count() == 3
    assert Entry.objects.filter(kind="RosterImported").count() == 1


def test_a_changed_cell_is_named_and_taken_over_and_the_profile_keeps_its_code():
    text = roster_csv(1)
    imported(text)
    manager = Manager.objects.get()
    Manager.objects.update(day_rate=Money(999), email=manager.email.upper(), conflicts=["Bank De Proef"])
    report = imported(text)
    assert [change.columns for change in report.changed] == [("day_rate",)]
    after = Manager.objects.get()
    assert (after.code, after.day_rate, after.conflicts) == (manager.code, manager.day_rate, ["Bank De Proef"])


def test_a_discipline_that_the_firm_does_not_have_is_refused_with_its_line():
    wrong = csv_of(a_row(1), replace(a_row(2), disciplines=("juggling",)))
    report = imported(wrong)
    assert [(fault.column, fault.value, fault.code) for fault in report.faults] == [
        ("disciplines", "juggling", "roster.unknown_code")
    ]
    assert report.faults[0].line == 3
    assert Manager.objects.count() == 1


def test_three_hundred_managers_come_in_by_a_handful_of_statements(django_assert_max_num_queries):
    text = roster_csv(300)
    with django_assert_max_num_queries(30):
        imported(text)
    imported(text.replace(",no,", ",yes,"))
    assert Manager.objects.count() == 300


def test_every_fault_has_words():
    report = imported("name,email\nx,y\n")
    assert "place" in fault_words(report.faults[0])
    assert all("%(" not in str(words) or "%(value)s" in str(words) for words in FAULTS.values())


@pytest.mark.parametrize("danger", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(danger):
    manager = world.make_manager(name=danger, email="gevaar@example.org", summary=danger)
    line = dict(zip(HEADER, export_line(manager), strict=True))
    assert line["name"] == line["summary"] == "'" + danger


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_of_excel_is_read_whatever_its_alphabet(encoding):
    assert text_of("Zoë Proefpersoon €".encode(encoding)) == "Zoë Proefpersoon €"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "people.roster_empty"),
        (b"\x89PNG\r\n\x00\x00", "people.roster_no_text"),
        (b"\x81\x8d\xff", "people.roster_no_text"),
        (b"x" * (LARGEST_BYTES + 1), "people.roster_too_large"),
    ],
)
def test_what_is_no_text_is_refused(content, code):
    refused = text_of(content)
    assert isinstance(refused, Refused)
    assert refused.reasons[0].code == code


def test_a_file_on_trial_is_kept_for_an_hour_and_then_thrown_away(settings, django_capture_on_commit_callbacks):
    code = keep_upload(b"name", at=world.NOW)
    assert upload_of(code, at=world.NOW + KEPT_FOR) == "name"
    later = world.NOW + KEPT_FOR + timedelta(seconds=1)
    assert upload_of(code, at=later) is None
    with django_capture_on_commit_callbacks(execute=True):
        keep_upload(b"other", at=later)
    assert len([path for path in settings.FILES_ROOT.rglob("*") if path.is_file()]) == 1


def test_a_file_that_is_gone_from_the_disk_is_asked_again(settings):
    code = keep_upload(b"name", at=world.NOW)
    next(path for path in settings.FILES_ROOT.rglob("*") if path.is_file()).unlink()
    assert upload_of(code, at=world.NOW) is None
    drop_upload(code)
