"""A backup of a house in which files are thrown away while it is made."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from interregnum.files.models import StoredFile
from interregnum.files.store import discard, keep
from interregnum.flow.safekeeping import backup
from interregnum.flow.safekeeping.reading import content_of_backup, lay_out
from tests.world import NOW


def stored(name: str) -> StoredFile:
    return keep(name=name, content=name.encode(), media_type="text/plain", at=NOW)


@pytest.mark.one_database
def test_a_file_that_is_thrown_away_meanwhile_is_in_the_backup_with_its_row(
    file_database: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And one that was gone before the copy of the database is not."""
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    before, meanwhile, kept = stored("before"), stored("meanwhile"), stored("kept")
    copied, seal = backup.copied, backup._seal

    def after_the_first_look(*told: Any) -> Any:
        discard(before)
        return copied(*told)

    def after_the_copy(*told: Any) -> Any:
        discard(meanwhile)
        return seal(*told)

    monkeypatch.setattr(backup, "copied", after_the_first_look)
    monkeypatch.setattr(backup, "_seal", after_the_copy)
    made = backup.make_backup(to=tmp_path / "backups", key=b"k" * 32, at=NOW, say=lambda _words: None)
    assert (made.ending.missing, made.ending.changed, made.ending.files) == (0, 0, 2)
    content = lay_out(made.path, b"k" * 32, tmp_path / "laid")
    assert {path.read_bytes() for path in (tmp_path / "laid" / "files").rglob("*") if path.is_file()} == {
        b"meanwhile", kept.name.encode(),
    }  # fmt: skip
    assert content == content_of_backup(made.path, b"k" * 32)
    assert not (tmp_path / "data" / "backing-up").exists()
