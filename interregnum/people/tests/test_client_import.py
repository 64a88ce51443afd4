"""Importing clients and contacts: what comes in, what is refused, and that nothing comes in twice."""

import pytest

from interregnum.files.models import StoredFile
from interregnum.journal.models import Entry
from interregnum.kernel.actor import HOUSE
from interregnum.outside.sheets.read import read_sheet
from interregnum.people import imports
from interregnum.people.client_import import Clients
from interregnum.people.import_kinds import KINDS, Kind
from interregnum.people.imports import (
    ImportReport,
    go_through,
    import_sheet,
    keep_sheet,
    name_columns,
    report_of,
    take_over,
)
from interregnum.people.models import Contact, Import, ImportFault, Organisation
from interregnum.people.rules.importing import ImportKind, ImportState
from tests import world

pytestmark = pytest.mark.django_db
HEADINGS = "Organisatie;Branche;Plaats;KvK-nummer;Kan btw terugvragen;Contactpersoon;E-mail;Telefoon;Functie;Taal"
BANK = "Bank De Proef;Banken;Utrecht;12345678;nee;Carla Proef;Carla@Example.org;030 000 0000;Directeur;nl"


def text(*rows: str) -> str:
    return "\n".join((HEADINGS, *rows))


def imported(content: str, *, dry_run: bool = False) -> ImportReport:
    sheet = read_sheet(content.encode())
    report = import_sheet(kind=ImportKind.CLIENTS, sheet=sheet, by=HOUSE, at=world.NOW, dry_run=dry_run)
    assert isinstance(report, ImportReport)
    return report


def many(number: int, *, bad: int = 0) -> str:
    """So many organisations with a contact each; every so manieth row has a wrong KvK number."""
    return text(
        *(
            f"Proeforganisatie {one:05};bank;Utrecht;{'x' if bad and one % bad == 0 else 10000000 + one};ja;"
            f"Proef {one};proef{one}@example.org;;;nl"
            for one in range(number)
        )
    )


def test_an_organisation_comes_in_with_its_contacts():
    report = imported(text(BANK, "bank de proef;;;;;Dirk Proef;dirk@example.org;;;en", "Los zonder mens;;;;;;;;;"))
    assert (report.added, report.changed, report.unchanged, report.refused) == (3, 0, 0, 0)
    bank = Organisation.objects.get(name="Bank De Proef")
    assert (bank.sector, bank.city, bank.kvk, bank.reclaims_vat) == ("bank", "Utrecht", "12345678", False)
    assert list(bank.contacts.values_list("name", "email", "phone", "function", "language")) == [
        ("Carla Proef", "carla@example.org", "030 000 0000", "Directeur", "nl"),
        ("Dirk Proef", "dirk@example.org", "", "", "en"),
    ]
    assert Organisation.objects.get(name="Los zonder mens").contacts.count() == 0


def test_a_trial_counts_the_same_and_writes_nothing():
    content = text(BANK, "Bank De Proef;;;;;Dirk Proef;dirk@example.org;;;en", BANK)
    trial = imported(content, dry_run=True)
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()
    assert trial == imported(content)
    assert (trial.added, trial.unchanged) == (2, 1)


def test_the_same_file_again_adds_and_changes_nothing():
    imported(many(30))
    facts = Entry.objects.count()
    again = imported(many(30))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 30)
    assert (Organisation.objects.count(), Contact.objects.count(), Entry.objects.count()) == (30, 30, facts)


def test_whoever_got_an_address_by_hand_meanwhile_is_the_same_person():
    content = text(
        "Alpha;;;;;Piet Proef;;;;nl", "Alpha;;;;;Jan Proef;;;;nl", "Alpha;;;;;Jan Proef;jan@example.org;;;nl"
    )
    imported(content)
    Contact.objects.filter(name="Piet Proef").update(email="piet@example.org")
    again = imported(content)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 3)
    again = imported(text("alpha;;;;;PIET PROEF;;030 000 0000;;"))
    assert (again.added, again.changed) == (0, 1)
    assert Contact.objects.get(email="piet@example.org").phone == "030 000 0000"


def test_of_two_of_one_name_neither_is_meant_by_the_name_alone():
    imported(text("Alpha;;;;;Jan Proef;jan@example.org;;;nl", "Alpha;;;;;Jan Proef;jan2@example.org;;;nl"))
    assert imported(text("Alpha;;;;;Jan Proef;;030 000 0000;;")).added == 1


def test_an_empty_cell_says_nothing_and_a_filled_one_changes():
    imported(text(BANK))
    report = imported(text("BANK DE PROEF;;Zwolle;;;Carla Proef;carla@example.org;;Bestuurder;"))
    assert (report.added, report.changed) == (0, 1)
    bank = Organisation.objects.get()
    assert (bank.name, bank.city, bank.kvk, bank.reclaims_vat) == ("Bank De Proef", "Zwolle", "12345678", False)
    assert (bank.contacts.get().function, bank.contacts.get().phone) == ("Bestuurder", "030 000 0000")


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (";bank;;;;;;;;", "name", "cell.missing"),
        ("A;kaas;;;;;;;;", "sector", "cell.unknown_code"),
        ("A;;;123;;;;;;", "kvk", "cell.kvk"),
        ("A;;;;misschien;;;;;", "reclaims_vat", "cell.yes_no"),
        ("A;;;;;Piet;piet at example;;;", "contact_email", "cell.email"),
        ("A;;;;;;piet@example.org;;;", "contact_name", "cell.missing"),
        ("A;;;;;Piet;;;;frans", "contact_language", "cell.language"),
        ("A;;;12345678;;;;;;", "kvk", "clients.kvk_of_another"),
        ("Bank De Proef;;Zwolle;;;;;;;", "city", "clients.contradicts"),
        ("Bank De Proef;;;;;Karel;carla@example.org;;;", "contact_name", "clients.contradicts"),
        (f"A{'x' * 5000};;;;;;;;;", "name", "cell.too_long"),
        ("A;;#N/A;;;;;;;", "city", "cell.formula"),
        ("#verw!;;;;;;;;;", "name", "cell.formula"),
        ("A;;;;;Piet\x00;;;;", "contact_name", "cell.text"),
        ("A;;", "", "sheet.columns"),
    ],
)
def test_a_bad_row_is_reported_and_the_others_come_in(row, column, code):
    report = imported(text(BANK, row))
    assert [(fault.line, fault.column, fault.code) for fault in report.faults] == [(3, column, code)]
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Bank De Proef"]


def test_what_somebody_added_by_hand_meanwhile_is_not_added_twice(monkeypatch):
    class Late(Clients):
        def take(self, lines, **options):
            Organisation.objects.get_or_create(name="Bank De Proef", defaults={"phone": "030 111 1111"})
            return super().take(lines, **options)

    monkeypatch.setitem(KINDS, ImportKind.CLIENTS, Kind(KINDS[ImportKind.CLIENTS].fields, lambda _consent: Late()))
    imported(text(BANK))
    bank = Organisation.objects.get()
    assert (bank.phone, bank.city, bank.contacts.count()) == ("030 111 1111", "Utrecht", 1)


def an_import(content: str, *, state: ImportState = ImportState.IMPORTING) -> Import:
    code = keep_sheet(kind=ImportKind.CLIENTS, name="x.csv", sheet=read_sheet(content.encode()), by=HOUSE, at=world.NOW)
    Import.objects.filter(code=code).update(state=state)
    return Import.objects.get(code=code)


def test_an_import_that_is_broken_off_goes_on_where_it_was(monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 10)
    row, batch, calls = an_import(many(95, bad=19)), imports._batch, []

    def dies(*args, **options):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        batch(*args, **options)

    monkeypatch.setattr(imports, "_batch", dies)
    with pytest.raises(KeyboardInterrupt):
        go_through.call(row.code)
    row.refresh_from_db()
    assert (row.state, row.done, Organisation.objects.count()) == (ImportState.IMPORTING, 30, 28)
    go_through.call(row.code)
    report = report_of(row)
    assert (row.state, report.added, report.refused, len(report.faults)) == (ImportState.DONE, 90, 5, 5)
    assert (Organisation.objects.count(), Contact.objects.count()) == (90, 90)
    go_through.call(row.code)
    assert report_of(row) == report


def test_of_two_workers_at_one_file_one_goes_on(monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 10)
    row = an_import(many(30))
    late = Import.objects.select_related("rows").get(pk=row.pk)
    go_through.call(row.code)
    with pytest.raises(imports.HopelessError):
        imports.run(late, by=HOUSE, at=world.NOW)
    assert report_of(row).added == 30
    assert Organisation.objects.count() == 30


def test_rows_and_report_are_forgotten_and_the_columns_are_remembered(django_capture_on_commit_callbacks, settings):
    row = an_import(many(3, bad=2))
    go_through.call(row.code)
    with django_capture_on_commit_callbacks(execute=True):
        imports.forget(Import.objects.get(pk=row.pk))
    assert not (ImportFault.objects.exists() or StoredFile.objects.exists())
    assert not [path for path in settings.FILES_ROOT.rglob("*") if path.is_file()]
    Import.objects.filter(pk=row.pk).update(columns={"name": 2})
    assert an_import(many(1)).columns == {"name": 2}


def test_who_lets_a_file_of_another_in_has_done_it(cast, settings):
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    anton, bea = cast.actor(cast.anton), cast.actor(cast.bea)
    sheet = read_sheet(many(3).encode())
    code = keep_sheet(kind=ImportKind.CLIENTS, name="x.csv", sheet=sheet, by=anton, at=world.NOW)
    row = Import.objects.get(code=code)
    assert name_columns(code=row.code, columns=row.columns, by=anton) is None
    # Whoever brought it here has left: the file is the firm's.
    cast.anton.seats.all().delete()
    assert take_over(code=row.code, by=bea) is None
    row.refresh_from_db()
    assert (row.state, row.added) == (ImportState.DONE, 3)
    told = Entry.objects.get(kind="ClientsImported")
    assert (told.actor, told.actor_role) == (cast.bea.code, "partner")
