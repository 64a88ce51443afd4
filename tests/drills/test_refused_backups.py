"""What cannot be restored is refused in a clear sentence, and nothing is touched."""

import io
import os
import random
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from interregnum.flow.safekeeping.manifest import Ending, Manifest, written
from interregnum.flow.safekeeping.texts import REFUSALS
from interregnum.outside.safekeeping import sealed
from interregnum.outside.safekeeping.locks import stay_in_use
from interregnum.outside.safekeeping.parts import write_bytes, write_file
from interregnum.outside.safekeeping.sealed import CHUNK, TAG, Sealed
from tests.drills.house import House

KEY = bytes(range(32))
HEADER = len(sealed.MAGIC) + sealed.NAME + sealed.SALT


@pytest.fixture
def house(settings, tmp_path) -> House:
    """A data folder with something to lose, and the key of its backups."""
    data = tmp_path / "firm" / "var"
    (data / "files" / "ab").mkdir(parents=True)
    (data / "keys").mkdir()
    (data / "interregnum.sqlite3").write_bytes(b"the living database")
    (data / "files" / "ab" / "letter").write_bytes(b"the living letter")
    (data / "keys" / "backup").write_text(KEY.hex())
    settings.DATA = data
    return House(data)


def manifest(**values) -> bytes:
    usual = {"program": "unreleased", "vendor": connection.vendor, "moment": "2026-03-02T09:00:00+00:00"}
    rest = {"migrations": {}, "rows": {}, "journal_number": 0, "journal_digest": ""}
    return written(Manifest(**(usual | rest | values)))


def backup(path: Path, about: bytes, *, database: bytes = b"none", **files: bytes) -> Path:
    """A sealed file that our own key opens, with whatever is in it."""
    with path.open("wb") as target:
        writing = Sealed(target, KEY)
        write_bytes(writing, "manifest", about)
        write_file(writing, "database", "", io.BytesIO(database))
        for name, content in files.items():
            write_file(writing, "file", name, io.BytesIO(content))
        size = sum(map(len, files.values()))
        write_bytes(writing, "ending", written(Ending(files=len(files), size=size)))
        writing.finish()
    return path


def refused(house: House, path: Path, *words: str, language: str = "en") -> str:
    """What is said when this is restored; proves that it ends with 1 and that nothing was touched."""
    before, said = house.seen(), io.StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("restore", str(path), *words, "--language", language, stdout=io.StringIO(), stderr=said)
    assert end.value.code == 1
    assert house.seen() == before
    return said.getvalue()


def test_a_backup_that_is_changed_or_cut_off_anywhere(house, tmp_path):
    whole = backup(tmp_path / "whole", manifest(), database=random.Random(7).randbytes(2 * CHUNK + 5)).read_bytes()
    path, chance = tmp_path / "hurt", random.Random(8)
    for place in [*range(0, HEADER, 7), *(chance.randrange(HEADER, len(whole)) for _ in range(20)), len(whole) - 1]:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        assert "Nothing was touched" in refused(house, path)
    boundaries = range(HEADER, len(whole), CHUNK + TAG)
    for end in [0, 5, HEADER - 1, *boundaries, *(one + 1 for one in boundaries), len(whole) // 2, len(whole) - 1]:
        path.write_bytes(whole[:end])
        assert "Nothing was touched" in refused(house, path)


@pytest.mark.parametrize("language, words", [("en", "another key"), ("nl", "andere sleutel")])
def test_another_key(house, tmp_path, language, words):
    other = tmp_path / "other-key"
    other.write_text(bytes(32).hex() + "\n")
    path = backup(tmp_path / "whole", manifest())
    assert words in refused(house, path, "--key", str(other), language=language)


@pytest.mark.parametrize("content", [b"", b"not-a-key", b"ab" * 31, b"\xff\xfe"])
def test_a_key_that_is_none(house, tmp_path, content):
    (tmp_path / "key").write_bytes(content)
    path = backup(tmp_path / "whole", manifest())
    assert "not a key" in refused(house, path, "--key", str(tmp_path / "key"))
    assert "cannot be read" in refused(house, path, "--key", str(tmp_path / "nowhere"))


def test_a_file_that_is_no_backup_or_not_there(house, tmp_path):
    for content in (b"", b"SQLite format 3\x00", b"a letter"):
        (tmp_path / "foreign").write_bytes(content)
        assert "not a backup of Interregnum" in refused(house, tmp_path / "foreign")
    assert "cannot be read" in refused(house, tmp_path / "nowhere")
    assert "cannot be read" in refused(house, tmp_path)


def test_a_backup_of_a_newer_program(house, tmp_path, settings):
    settings.VERSION = "1.2.0"
    assert "1.10.0" in refused(house, backup(tmp_path / "newer", manifest(program="1.10.0")))
    unknown = manifest(migrations={"journal": ["0001_journal_of_facts", "0099_later"]})
    assert "journal 0099_later" in refused(house, backup(tmp_path / "unknown", unknown))


def test_a_backup_of_the_other_database(house, tmp_path):
    assert "oracle" in refused(house, backup(tmp_path / "other", manifest(vendor="oracle")))


@pytest.mark.parametrize("about", [b"", b"[]", b"{}", b'{"program": 1}', b"\xff", b" " * 2_000_000])
def test_an_authentic_file_with_nonsense_in_it(house, tmp_path, about):
    assert "damaged" in refused(house, backup(tmp_path / "odd", about))


@pytest.mark.parametrize("name", ["../../out", "/tmp/out", "a/../../../out", "."])
def test_an_authentic_file_that_wants_to_write_elsewhere(house, tmp_path, name):
    assert "damaged" in refused(house, backup(tmp_path / "odd", manifest(), **{name: b"x"}))


def test_a_house_in_which_people_work(house, tmp_path, monkeypatch):
    held: list[int] = []
    monkeypatch.setattr("interregnum.outside.safekeeping.locks._held", held)
    monkeypatch.setattr(
        "interregnum.flow.safekeeping.restore.database_file", lambda: house.data / "interregnum.sqlite3"
    )
    stay_in_use(house.data)
    try:
        assert "is running" in refused(house, backup(tmp_path / "whole", manifest()))
    finally:
        os.close(held[0])


def test_a_folder_that_is_not_empty(house, tmp_path):
    full = house.data.parent / "full"
    full.mkdir()
    (full / "letter").write_text("kept")
    path = backup(tmp_path / "whole", manifest())
    assert "not empty" in refused(house, path, "--into", str(full))
    assert "not empty" in refused(house, path, "--into", str(full / "letter"))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what PostgreSQL cannot load, pg_restore refuses")
def test_a_database_that_is_not_sound(house, tmp_path):
    path = backup(tmp_path / "unsound", manifest(), database=b"SQLite format 3\x00" + b"\x07" * 9000)
    assert "not sound" in refused(house, path, "--into", str(house.data.parent / "new"))


def test_every_refusal_has_its_words_in_both_languages():
    from django.utils import translation

    for words in REFUSALS.values():
        with translation.override("nl"):
            dutch = str(words)
        with translation.override("en"):
            assert dutch != str(words)
