"""The great drill: a backup is made while others write, and restored elsewhere, and in the place of the living data."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import tables
from tests.drills.house import DATABASE, House, own_database

ENOUGH = 6


class Desk:
    """One writer with the codes that it was told are kept."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process, self.kept, self.enough = process, [], threading.Event()
        self.thread = threading.Thread(target=self._listen)
        self.thread.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.kept.append(line.strip())
            if len(self.kept) >= ENOUGH:
                self.enough.set()
        self.enough.set()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.thread.join()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup, tables_of_tests) -> Iterator[House]:
    """Its tables are those that the tests begin with."""
    with own_database(like=tables.name_of_tables()) as database:
        made = House(tmp_path_factory.mktemp("drill") / "var", database)
        made.data.mkdir(mode=0o700)
        if not database:
            shutil.copy(tables.file_of_tables(tables_of_tests), made.data / DATABASE)
        yield made


@pytest.fixture
def desks(house) -> Iterator[list[Desk]]:
    working = [Desk(house.writer(name)) for name in ("Carla", "Otto")]
    yield working
    for desk in working:
        desk.end()


def backups(house: House) -> list[Path]:
    return sorted((house.data / "backups").glob("*.backup"))


@pytest.mark.drill
def test_a_backup_of_a_busy_firm_restores_to_a_state_that_was_once_true(house, desks):
    for desk in desks:
        assert desk.enough.wait(60)
    before = {code for desk in desks for code in desk.kept}
    told = house.done("backup", "--language", "en")
    assert "read back and sound" in told
    during = {code for desk in desks for code in desk.kept} - before
    for desk in desks:
        assert desk.process.poll() is None, "the writers must be at work all the while"
        desk.end()
    assert during, "nobody wrote while the backup was made: this would prove nothing"

    elsewhere = House(house.data.parent / "elsewhere", house.database)
    told = house.done("restore", str(backups(house)[-1]), "--into", str(elsewhere.data), "--language", "en")
    if house.database:
        elsewhere.database = next(word for word in told.split() if "_restored_" in word).rstrip(":")
    restored = {row[0] for row in elsewhere.rows("SELECT code FROM ask_request")}
    written = {row[0] for row in house.rows("SELECT code FROM ask_request")}
    assert before <= restored < written
    # Each request came with its triage, its fact and its letter: never one without the other.
    assert {(len(restored),)} == {
        elsewhere.rows(f"SELECT count(*) FROM {table}")[0]
        for table in ("ask_triage", "journal_entry", "journal_payload", "journal_about", "files_storedfile")
    }
    for path, code in elsewhere.rows("SELECT path, name FROM files_storedfile"):
        assert (elsewhere.data / "files" / path).read_text().startswith(f"Brief bij {code}")
    assert "as they were written" in told
    if not house.database:
        assert elsewhere.rows("PRAGMA integrity_check") == [("ok",)]
    assert not (elsewhere.data / "keys" / "backup").exists()


def somebody_worked(house: House) -> None:
    """Have something to lose, also where this test runs without the one before it."""
    if not house.rows("SELECT count(*) FROM ask_request")[0][0]:
        desk = Desk(house.writer("Carla"))
        assert desk.enough.wait(60)
        desk.end()


def test_an_older_backup_is_brought_up_to_date_and_takes_the_place_of_the_living_data(house):
    somebody_worked(house)
    house.done("migrate", "learn", "0001", "--verbosity", "0")
    house.done("backup", "--keep", "1")
    [backup] = backups(house)
    assert backup.stat().st_mode & 0o077 == 0
    count = house.rows("SELECT count(*) FROM ask_request")
    lost = next(path for path in (house.data / "files").rglob("*") if path.is_file())
    lost.unlink()
    (house.data / "mail").mkdir(exist_ok=True)
    (house.data / "mail" / "letter.eml").write_text("kept")

    told = house.done("restore", str(backup), "--language", "en")
    assert lost.exists()
    assert house.rows("SELECT count(*) FROM ask_request") == count
    assert house.rows("SELECT count(*) FROM django_migrations WHERE app = 'learn'")[0][0] > 1
    assert (house.data / "mail" / "letter.eml").read_text() == "kept"
    assert (house.data / "keys" / "backup").exists()
    [aside] = house.data.parent.glob("var.before-restore-*")
    assert str(aside) in told
    assert not (aside / lost.relative_to(house.data)).exists()
    # Nothing half is left beside it.
    assert {path.name for path in house.data.parent.iterdir()} - {"elsewhere"} == {"var", aside.name}
