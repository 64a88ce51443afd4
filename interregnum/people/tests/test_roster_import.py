"""Importing a roster: what comes in, what is told, and that the same file twice adds nothing."""

from dataclasses import replace

import pytest

from interregnum.journal.models import Entry
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.imports import ImportReport, import_sheet
from interregnum.people.managers import export_line
from interregnum.people.models import Manager
from interregnum.people.roster import row_of
from interregnum.people.rules.importing import ImportKind
from interregnum.people.rules.roster import HEADER
from interregnum.people.texts import FAULTS, REFUSALS
from tests import world
from tests.rosters import a_row, csv_of, read_roster, roster_csv

pytestmark = pytest.mark.django_db


def imported(text: str, *, dry_run: bool = False) -> ImportReport | Refused:
    sheet = read_sheet(text.encode())
    return import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=HOUSE, at=world.NOW, dry_run=dry_run)


def test_a_trial_tells_what_would_happen_and_writes_nothing():
    report = imported(roster_csv(3), dry_run=True)
    assert (report.added, report.faults) == (3, ())
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
    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
    assert Manager.objects.count() == 3
    assert Entry.objects.filter(kind="RosterImported").count() == 1


def test_a_changed_cell_is_taken_over_and_the_profile_keeps_its_code():
    text = roster_csv(1)
    imported(text)
    manager = Manager.objects.get()
    Manager.objects.update(day_rate=Money(999), email=manager.email.upper(), conflicts=["Bank De Proef"])
    report = imported(text)
    assert (report.added, report.changed) == (0, 1)
    after = Manager.objects.get()
    assert (after.code, after.day_rate, after.conflicts) == (manager.code, manager.day_rate, ["Bank De Proef"])


def test_a_discipline_that_the_firm_does_not_have_is_refused_with_its_line():
    wrong = csv_of(a_row(1), replace(a_row(2), disciplines=("juggling",)))
    report = imported(wrong)
    assert [(fault.column, fault.value, fault.code) for fault in report.faults] == [
        ("disciplines", "juggling", "cell.unknown_code")
    ]
    assert report.faults[0].line == 3
    assert Manager.objects.count() == 1


def test_three_hundred_managers_come_in_by_a_handful_of_statements(django_assert_max_num_queries):
    text = roster_csv(300)
    # However many managers: the words by which they are found are written in lots, some thirty statements by a job; who
    # came twice is looked for in a dozen; consent takes three for each batch; and before the file is forgotten each
    # column that may hold a file is asked for it, nineteen by now.
    with django_assert_max_num_queries(121):
        imported(text)
    imported(text.replace(",no,", ",yes,"))
    assert Manager.objects.count() == 300


def test_every_fault_has_words():
    refused = imported("name,email\nx,y\n")
    assert isinstance(refused, Refused)
    assert "place" in str(REFUSALS[refused.reasons[0].code] % dict(refused.reasons[0].facts))
    assert all("%(" not in str(words) or "%(value)s" in str(words) for words in FAULTS.values())


@pytest.mark.parametrize("danger", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(danger):
    manager = world.make_manager(name=danger, email="gevaar@example.org", summary=danger)
    line = dict(zip(HEADER, export_line(manager), strict=True))
    assert line["name"] == line["summary"] == "'" + danger


def test_what_a_file_has_no_column_for_stays_as_it_is():
    imported(roster_csv(1))
    Manager.objects.update(summary="Met de hand geschreven.", day_rate=Money(1))
    rows = [line.rsplit(",", 1)[0] for line in roster_csv(1).splitlines()]
    report = imported("\n".join(rows))
    assert (report.changed, Manager.objects.get().summary) == (1, "Met de hand geschreven.")
    assert Manager.objects.get().day_rate != Money(1)
