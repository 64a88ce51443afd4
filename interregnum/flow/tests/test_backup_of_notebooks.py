"""G3: what two people write in confidence is in no backup; what stands elsewhere is, so the search does find."""

import base64
import binascii
import gzip
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import time_machine
from django.conf import settings

from interregnum.files.store import keep
from interregnum.flow.safekeeping.backup import make_backup
from interregnum.flow.safekeeping.reading import lay_out
from interregnum.stages.ensure.actions.keep_notebook import answer_sounding, ask_shadow, write_note
from interregnum.stages.ensure.models import ShadowAppointment
from interregnum.stages.ensure.queries.notebook_access import key_file
from tests.life import Life
from tests.world import NOW, make_cast

SECRET = "geheim-tussen-twee-7Q4Z"
ELSEWHERE, IN_A_FILE, SQUEEZED = "open-in-een-tabel-8W", "open-in-een-bestand-3K", "open-en-ingepakt-5M"


def forms(content: bytes) -> Iterator[bytes]:
    """As it stands, and as it was before somebody packed it."""
    yield content
    with suppress(OSError, EOFError, zlib.error):
        yield gzip.decompress(content)
    with suppress(zlib.error):
        yield zlib.decompress(content)
    with suppress(binascii.Error, ValueError):
        yield base64.b64decode(content, validate=True)


def cells(database: Path) -> Iterator[bytes]:
    """Every value of every table."""
    rows = sqlite3.connect(database)
    for (table,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in rows.execute(f'SELECT * FROM "{table}"'):
            yield from (str(value).encode() if not isinstance(value, bytes) else value for value in row if value)
    rows.close()


def holds(folder: Path, text: str) -> bool:
    """Whether it stands anywhere in what was laid out: a file, or a value of the database."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return any(text.encode() in form for content in (*files, *cells(folder / "database")) for form in forms(content))


@pytest.mark.one_database
@pytest.mark.mission("G3")
def test_a_backup_holds_nothing_of_what_two_people_write_in_confidence(
    file_database: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    with time_machine.travel(NOW, tick=False):
        life = Life(make_cast(), until="guarded")
        assert isinstance(write_note(assignment=life.assignment, text=SECRET, by=life.max, at=NOW), str)
        asked = ask_shadow(assignment=life.assignment, text=f"Vraag: {SECRET}", by=life.max, at=NOW)
        sara = life.cast.actor(life.cast.sara)
        assert answer_sounding(sounding=str(asked), text=f"Antwoord: {SECRET}", by=sara, at=NOW) is None
    ShadowAppointment.objects.update(reason=ELSEWHERE)
    keep(name="open.txt", content=IN_A_FILE.encode(), media_type="text/plain", at=NOW)
    keep(name="open.gz", content=gzip.compress(SQUEEZED.encode()), media_type="application/gzip", at=NOW)
    made = make_backup(to=tmp_path / "backups", key=b"k" * 32, at=NOW, say=lambda _words: None)
    sealed = made.path.read_bytes()
    assert not any(text.encode() in sealed for text in (SECRET, ELSEWHERE, IN_A_FILE)), "it is sealed as a whole"
    laid = tmp_path / "laid"
    lay_out(made.path, b"k" * 32, laid)
    assert [holds(laid, text) for text in (ELSEWHERE, IN_A_FILE, SQUEEZED)] == [True, True, True]
    assert not holds(laid, SECRET)
    assert key_file().read_bytes().strip() not in b"".join(cells(laid / "database")), "nor the key that opens it"
