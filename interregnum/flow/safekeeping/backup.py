"""Make a backup: copy the database, seal it with all files into one file, and read that back before it counts."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from interregnum.flow.safekeeping.copies import Copy, Say, Steps, copied
from interregnum.flow.safekeeping.manifest import MOST_NAMED, Ending, Manifest, manifest_of, written
from interregnum.flow.safekeeping.reading import Content, content_of_backup
from interregnum.outside.safekeeping.locks import BACKING_UP, alone
from interregnum.outside.safekeeping.parts import write_bytes, write_file
from interregnum.outside.safekeeping.sealed import Sealed
from interregnum.outside.safekeeping.unusable import Unusable

END = ".backup"
NAMES = f"interregnum-*{END}"
STORED = "SELECT path, sha256 FROM files_storedfile"


@dataclass(frozen=True)
class Made:
    """A backup that was written and read back."""

    path: Path
    size: int
    manifest: Manifest
    ending: Ending


def make_backup(*, to: Path, key: bytes, at: datetime, say: Say) -> Made:
    """Everything that is needed to go on: database and files, of one moment. Raises Unusable, leaving no half file."""
    data = Path(settings.DATA)
    with alone(data / BACKING_UP, "backing_up"):
        # What a killed backup left here is of no use to anybody.
        aside = data / "backing-up"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        to.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = to / f"interregnum-{at.astimezone(UTC):%Y%m%dT%H%M%S-%f}{END}"
        part = path.with_suffix(".part")
        try:
            # Before the copy, for what is thrown away while it is made, and after it, for what came in.
            set_aside(aside / "files")
            with copied(aside, say) as copy:
                set_aside(aside / "files")
                content = _seal(part, key, copy, at, say)
            _read_back(part, key, content, say)
            _let_stand(part, path)
        finally:
            part.unlink(missing_ok=True)
            shutil.rmtree(aside, ignore_errors=True)
    return Made(path, path.stat().st_size, content.manifest, content.ending)


def prune(folder: Path, *, keep: int) -> list[Path]:
    """Throw all backups of a folder away but the newest ones; gives what is gone."""
    gone = sorted(folder.glob(NAMES), reverse=True)[keep:]
    for path in gone:
        path.unlink()
    return gone


def set_aside(folder: Path) -> None:
    """Give each file of the house a second name in a folder: what is thrown away from now on stays there."""
    root = Path(settings.FILES_ROOT)
    for path in _files(root):
        name = folder / path.relative_to(root)
        name.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # There already, or thrown away in this moment.
        with suppress(FileExistsError, FileNotFoundError):
            name.hardlink_to(path)


def _seal(part: Path, key: bytes, copy: Copy, at: datetime, say: Say) -> Content:
    manifest = manifest_of(copy.rows, copy.tables, vendor=copy.vendor, moment=at.astimezone(UTC).isoformat())
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        sealed = Sealed(target, key)
        write_bytes(sealed, "manifest", written(manifest))
        with copy.path.open("rb") as source:
            database = write_file(sealed, "database", "", source)
        ending = _seal_files(sealed, copy.path.parent / "files", dict(copy.rows(STORED)), say)
        write_bytes(sealed, "ending", written(ending))
        sealed.finish()
        target.flush()
        os.fsync(target.fileno())
    return Content(manifest, database, ending)


def _seal_files(sealed: Sealed, root: Path, stored: dict[str, str], say: Say) -> Ending:
    """All files, those of no row too; `stored` is the hash of each path that a row names, and is used up."""
    steps, whole = Steps(say, _("files"), least=2000), len(stored)
    files = size = 0
    changed: list[str] = []
    for path in _files(root):
        name = str(path.relative_to(root))
        # Gone from the house with its row, before the copy was made.
        if name not in stored and not (Path(settings.FILES_ROOT) / name).exists():
            continue
        with path.open("rb") as source:
            head = write_file(sealed, "file", name, source)
        if stored.pop(name, head.sha256) != head.sha256:
            changed.append(name)
        files, size = files + 1, size + head.size
        steps.reach(files, max(files, whole))
    named = [*changed, *sorted(stored)][:MOST_NAMED]
    return Ending(files, size, missing=len(stored), changed=len(changed), named=named)


def _files(root: Path) -> Iterator[Path]:
    """What the house keeps: plain files, without those that are only half written."""
    for folder, folders, names in root.walk():
        folders.sort()
        for path in (folder / name for name in sorted(names)):
            if path.is_file() and not path.is_symlink() and path.suffix != ".part":
                yield path


def _read_back(part: Path, key: bytes, content: Content, say: Say) -> None:
    say(_("Reading the backup back …"))
    try:
        found = content_of_backup(part, key)
    except Unusable:
        raise Unusable("not_as_written") from None
    if found != content:
        raise Unusable("not_as_written")


def _let_stand(part: Path, path: Path) -> None:
    part.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
