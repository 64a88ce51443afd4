"""Erased is erased: in the tables, on the disk and in what is kept beside them; and the chain still holds."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.models import CharField, EmailField, JSONField, TextField

from interregnum.columns.fields import EnumField
from interregnum.files import store
from interregnum.jobs.models import Mail
from interregnum.journal.chain import faults
from interregnum.people.models import Account, CvFile, Invitation, Manager
from interregnum.people.post import write_to
from interregnum.records import ledger
from interregnum.records.classes import Class
from interregnum.records.erase import erase_again, erase_person
from interregnum.records.fields import fields_of
from interregnum.records.models import Erasure
from interregnum.records.persons import person_of, rows_of, tables_of_persons
from interregnum.stages.contract.models import Agreement, Contract
from tests import world
from tests.life import Life
from tests.world import NOW

MARK = "kanarie"


def plant(cast) -> list[str]:
    """Give Max a name and addresses that can be his alone, and a word of his own in every personal field."""
    Account.objects.filter(pk=cast.max.pk).update(name=f"Maximiliaan {MARK}naam")
    Manager.objects.filter(pk=cast.max_profile.pk).update(
        name=f"Maximiliaan {MARK}naam", phone="06-12345678", email="max@example.org"
    )
    person = person_of(accounts=[cast.max.code])
    planted = [f"{MARK}naam", "max@example.org", "06-12345678"]
    for model, _table in tables_of_persons():
        for number, row in enumerate(rows_of(model, person)):
            for field in fields_of(model, Class.PERSONAL):
                if isinstance(field, EmailField | EnumField) or field.primary_key or field.name in {"name", "phone"}:
                    continue
                word = f"{MARK}{len(planted)}x{number}"
                if isinstance(field, JSONField):
                    model.objects.filter(pk=row.pk).update(**{field.name: [word]})
                elif isinstance(field, CharField | TextField) and (field.max_length or 99) >= len(word):
                    model.objects.filter(pk=row.pk).update(**{field.name: word})
                else:
                    continue
                planted.append(word)
    (cv,) = CvFile.objects.filter(manager=cast.max_profile)
    cv.file = store.keep(name="cv.txt", content=" ".join(planted).encode(), media_type="text/plain", at=NOW)
    cv.save(update_fields=["file"])
    return planted


def scatter(cast, life) -> None:
    """His name and address where no row says whose they are: in others' words, mails, jobs and lists."""
    name = f"Maximiliaan {MARK}naam"
    for to in ("carla@example.org", "max@example.org"):
        write_to(
            email=to, language="nl", template="mail/week_reported.txt", name=name, manager=name, link="x", number=1
        )
    apps.get_model("brief.Brief").objects.filter(code=life.brief).update(problem=f"Vraag {name} of max@example.org.")
    apps.get_model("choose.Shortlist").objects.filter(code=life.shortlist).update(
        excluded={"start": {"count": 1, "managers": [["x", name, {}]]}}
    )
    apps.get_model("django_tasks_database.DBTaskResult").objects.create(
        args_kwargs={"args": ["max@example.org"], "kwargs": {}}, task_path="x", backend_name="default", run_after=NOW
    )


def words_left(planted: list[str]) -> dict[str, list[str]]:
    """Which planted words can still be read in which table."""
    found: dict[str, list[str]] = {}
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            text = repr(row)
            if here := [word for word in planted if word in text]:
                found.setdefault(model._meta.label, []).extend(here)
    return found


def erase_max(cast):
    return erase_person(person_of(accounts=[cast.max.code]), by=cast.actor(cast.bea), at=NOW)


@pytest.mark.django_db
def test_no_word_of_an_erased_person_is_left_in_any_table_and_the_chain_holds(
    cast, django_capture_on_commit_callbacks, settings
):
    life = Life(cast, until="reported")
    browser = world.browser(cast.max)
    Invitation.objects.create(account=cast.max, token_hash="t", sent_at=NOW, expires_at=NOW)
    scatter(cast, life)
    planted = plant(cast)
    assert len(planted) >= 12
    with django_capture_on_commit_callbacks(execute=True):
        done = erase_max(cast)
    assert words_left(planted) == {}
    assert list(faults()) == []
    mail = b"".join(path.read_bytes() for path in Path(settings.MAIL_FOLDER).glob("*.eml"))
    stored = b"".join(path.read_bytes() for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file())
    assert not [word for word in planted if word.encode() in mail + stored]
    assert browser.get("/manager/", follow=False).status_code == 302
    assert done.counts["sessions.Session"] == 1
    # What the law keeps stays, under the pseudonym.
    contract = Contract.objects.get(code=life.contract)
    assert contract.manager.name == done.pseudonym
    assert Agreement.objects.exclude(document=None).filter(contract=contract).count() == 2
    # And others are as they were.
    assert Account.objects.get(pk=cast.carla.pk).name == "Carla"
    assert Mail.objects.filter(to="carla@example.org").exclude(text="").exists()


@pytest.mark.django_db
def test_an_erasure_is_noted_beside_the_data_without_a_word_of_the_person(cast):
    done = erase_max(cast)
    (line,) = ledger.erased()
    assert (line.code, line.accounts, line.managers) == (done.code, [cast.max.code], [cast.max_profile.code])
    written = ledger.path_of_ledger().read_text("utf-8")
    assert "max@" not in written
    assert "Voorbeeld" not in written
    assert Erasure.objects.get().pseudonym == done.pseudonym


@pytest.mark.django_db
def test_somebody_who_came_back_with_an_older_backup_is_erased_again_and_only_then(cast):
    done = erase_max(cast)
    (line,) = ledger.erased()
    assert erase_again(line, at=NOW) == 0
    Account.objects.filter(pk=cast.max.pk).update(name="Max Terug", email="max@example.org")
    Manager.objects.filter(pk=cast.max_profile.pk).update(name="Max Terug", email="max@example.org")
    Erasure.objects.all().delete()
    assert erase_again(line, at=NOW) > 0
    assert Account.objects.get(pk=cast.max.pk).name == done.pseudonym
    assert words_left(["max@example.org", "Max Terug"]) == {}


@pytest.mark.django_db
def test_a_line_of_the_ledger_that_was_cut_off_is_passed_over(cast):
    erase_max(cast)
    with ledger.path_of_ledger().open("ab") as target:
        target.write(b'{"kind": "erased", "code": "half')
    assert len(list(ledger.lines())) == 1


@pytest.mark.usefixtures("file_database")
def test_no_byte_of_forty_words_is_left_in_the_database_file(settings):
    if connection.vendor != "sqlite":
        pytest.skip("the pages of PostgreSQL stand on its server")
    cast = world.make_cast()
    life = Life(cast, until="reported")
    scatter(cast, life)
    planted = plant(cast)
    more = [f"{MARK}lijst{number}" for number in range(40)]
    Manager.objects.filter(pk=cast.max_profile.pk).update(former_employers=more)
    base = Path(connection.settings_dict["NAME"])
    call_command("migrate", verbosity=0)
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = base.read_bytes()
    assert all(word.encode() in before for word in more)
    erase_max(cast)
    from interregnum.outside.erased_space import compact_database

    compact_database()
    after = b"".join(path.read_bytes() for path in base.parent.glob(f"{base.name}*"))
    stored = b"".join(path.read_bytes() for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file())
    assert [word for word in [*planted, *more] if word.encode() in after + stored] == []
    assert list(faults()) == []
