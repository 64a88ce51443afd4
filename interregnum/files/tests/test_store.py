"""A file whose row is saved is on the disk, whole, also when the power goes in that very moment."""

import os
from pathlib import Path

import pytest

from interregnum.files.models import StoredFile
from interregnum.files.store import content_of, keep
from tests import world

pytestmark = pytest.mark.django_db
CONTENT = b"Brief. " * 500


class Disk:
    """What is safe: the content of each file and the names in each folder, as they were when last flushed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.contents: dict[int, bytes] = {}
        self.names: dict[int, dict[str, int]] = {}
        flush = os.fsync

        def watched(descriptor: int) -> None:
            flush(descriptor)
            self.note(Path(f"/proc/self/fd/{descriptor}").resolve())

        monkeypatch.setattr(os, "fsync", watched)

    def note(self, path: Path) -> None:
        number = path.stat().st_ino
        if path.is_dir():
            self.names[number] = {each.name: each.stat().st_ino for each in path.iterdir()}
        else:
            self.contents[number] = path.read_bytes()

    def after_the_power_came_back(self, path: Path, *, below: Path) -> bytes | None:
        """The content of a path when all that was not flushed is gone; None when it is not there."""
        number = below.stat().st_ino
        for name in path.relative_to(below).parts:
            if name not in self.names.get(number, {}):
                return None
            number = self.names[number][name]
        return self.contents.get(number)


def kept(name: str = "brief.txt") -> StoredFile:
    return keep(name=name, content=CONTENT, media_type="text/plain", at=world.NOW)


@pytest.fixture
def disk(monkeypatch, tmp_path, settings) -> Disk:
    settings.FILES_ROOT = tmp_path / "data" / "files"
    (tmp_path / "data").mkdir()
    return Disk(monkeypatch)


def test_a_kept_file_survives_the_loss_of_all_that_was_not_flushed(disk, settings):
    for number in range(20):
        stored = kept(f"{number}.txt")
        path = Path(settings.FILES_ROOT) / stored.path
        assert disk.after_the_power_came_back(path, below=Path(settings.FILES_ROOT).parent) == CONTENT


@pytest.mark.parametrize("forgotten", ["folders", "files"])
def test_without_flushing_it_is_lost(disk, settings, monkeypatch, forgotten):
    flush = os.fsync

    def careless(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").is_dir() != (forgotten == "folders"):
            flush(descriptor)

    monkeypatch.setattr(os, "fsync", careless)
    path = Path(settings.FILES_ROOT) / kept().path
    assert disk.after_the_power_came_back(path, below=Path(settings.FILES_ROOT).parent) is None


def test_a_disk_that_is_full_leaves_neither_row_nor_rest(settings, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space left"):
            kept()
    assert not StoredFile.objects.exists()
    assert not [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]
    assert content_of(kept()) == CONTENT
