"""What a backup takes along, what it says, and what is left when it fails."""

import errno
import io
import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from interregnum.flow.safekeeping import backup as making
from interregnum.flow.safekeeping.copies import Copy, server
from interregnum.flow.safekeeping.reading import lay_out
from interregnum.outside.safekeeping import postgres_copy
from interregnum.outside.safekeeping.keys import make_key, read_key
from interregnum.outside.safekeeping.locks import BACKING_UP, alone
from interregnum.outside.safekeeping.unusable import Unusable
from tests.drills.house import place

ANSWERS = {
    "SELECT path, sha256 FROM files_storedfile": [("ab/gone", "0" * 64), ("ab/hurt", "0" * 64)],
    "SELECT app, name FROM django_migrations ORDER BY app, name": [("journal", "0001_journal_of_facts")],
    "SELECT number, digest FROM journal_head ORDER BY id": [(630, "seal")],
    'SELECT count(*) FROM "ask_request"': [(12,)],
}


@pytest.fixture
def data(settings, tmp_path, monkeypatch) -> Path:
    """A data folder with files of every kind; the copy of its database is made up."""
    settings.DATA, settings.FILES_ROOT = tmp_path / "var", tmp_path / "var" / "files"
    (settings.FILES_ROOT / "ab").mkdir(parents=True)
    for name in ("hurt", "whole", "half.part"):
        (settings.FILES_ROOT / "ab" / name).write_text(name)
    (settings.FILES_ROOT / "ab" / "link").symlink_to("/etc/hostname")

    @contextmanager
    def copied(folder, say):
        (folder / "database").write_bytes(b"the copy")
        yield Copy(folder / "database", connection.vendor, lambda sql: iter(ANSWERS[sql]), ("ask_request",))

    monkeypatch.setattr(making, "copied", copied)
    return settings.DATA


def typed(*words: str) -> tuple[int, str, str]:
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command("backup", *words, "--language", "en", stdout=out, stderr=err)
    except SystemExit as end:
        code = int(end.code)
    return code, out.getvalue(), err.getvalue()


def left_over(data: Path) -> set[str]:
    return {str(path.relative_to(data)) for path in data.rglob("*") if path.is_file() and "files" not in path.parts}


def test_a_backup_says_what_it_holds_what_is_lost_and_where_the_key_is(data):
    code, told, warned = typed()
    assert code == 0
    assert "Rows: 12. Facts: 630. Files: 2." in told
    assert "BUT 1 files of the house are not on the disk and 1 were changed: ab/hurt, ab/gone" in warned
    assert f"KEEP THE KEY ELSEWHERE AS WELL: {data / 'keys' / 'backup'}" in warned
    assert "A KEY WAS MADE" in warned
    assert "A KEY WAS MADE" not in typed()[2]
    assert (data / "keys" / "backup").stat().st_mode & 0o777 == 0o600


def test_it_holds_the_plain_files_and_never_the_keys(data, tmp_path):
    typed()
    [path] = (data / "backups").glob("*.backup")
    content = lay_out(path, read_key(data / "keys" / "backup"), tmp_path / "out")
    laid = {str(each.relative_to(tmp_path / "out")) for each in (tmp_path / "out").rglob("*") if each.is_file()}
    assert laid == {"database", "files/ab/hurt", "files/ab/whole"}
    assert (content.manifest.journal_number, content.manifest.journal_digest) == (630, "seal")
    assert content.manifest.rows == {"ask_request": 12}
    assert path.stat().st_mode & 0o777 == 0o600
    assert b"hurt" not in path.read_bytes()


def test_only_the_newest_are_kept_and_nothing_else_is_thrown_away(data, tmp_path):
    to = tmp_path / "elsewhere"
    to.mkdir()
    (to / "letter.backup").write_text("not ours")
    for _ in range(3):
        typed("--to", str(to))
    newest = sorted(to.glob("interregnum-*"))[1:]
    code, told, _ = typed("--to", str(to), "--keep", "3")
    assert code == 0
    assert told.count("Thrown away") == 1
    assert set(newest) < set(to.glob("interregnum-*"))
    assert (to / "letter.backup").exists()


def test_a_disk_that_is_full_leaves_no_half_backup(data, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    make_key(data / "keys" / "backup")
    monkeypatch.setattr(making.os, "fsync", full)
    code, _, warned = typed()
    assert code == 1
    assert "No space left on device" in warned
    assert left_over(data) == {"keys/backup", "backing-up.lock"}


def test_a_disk_that_keeps_something_else_is_found_out(data, monkeypatch):
    read = making.content_of_backup

    def disk_errs(path, key):
        with path.open("r+b") as file:
            file.seek(200)
            file.write(b"?")
        return read(path, key)

    monkeypatch.setattr(making, "content_of_backup", disk_errs)
    code, _, warned = typed()
    assert code == 1
    assert "not what was written" in warned
    assert left_over(data) == {"keys/backup", "backing-up.lock"}


def test_one_backup_at_a_time(data):
    with alone(data / BACKING_UP, "backing_up"):
        assert "Another backup" in typed()[2]
    # What a killed one left is swept away by the next.
    (data / "backing-up").mkdir()
    (data / "backing-up" / "database").write_text("half")
    assert typed()[0] == 0
    assert not (data / "backing-up").exists()


def test_a_key_is_made_once(tmp_path):
    path = tmp_path / "keys" / "backup"
    assert make_key(path)
    key = read_key(path)
    assert not make_key(path)
    assert read_key(path) == key
    assert len(key) == 32


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about the embedded database")
def test_a_database_that_is_not_there_is_said_and_not_made(settings, tmp_path):
    settings.DATA = tmp_path / "var"
    settings.DATABASES["default"]["NAME"], before = tmp_path / "none.sqlite3", settings.DATABASES["default"]["NAME"]
    try:
        code, _, warned = typed()
    finally:
        settings.DATABASES["default"]["NAME"] = before
    assert code == 1
    assert "cannot be read" in warned
    assert not (tmp_path / "none.sqlite3").exists()


def test_the_programs_of_postgresql_must_be_there(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unusable, match="program_absent"):
        postgres_copy.dump(postgres_copy.Server({"dbname": "none"}), "moment", tmp_path / "dump")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks the server which version it is")
def test_programs_older_than_the_server_are_named(monkeypatch, tmp_path):
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin:/usr/bin")
    reached = postgres_copy.Server({**server().parameters, **place("postgres")})
    with pytest.raises(Unusable) as refused:
        postgres_copy.dump(reached, "moment", tmp_path / "dump")
    assert (refused.value.code, refused.value.facts["found"]) == ("program_old", "9")
