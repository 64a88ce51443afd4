"""Write and read files so that a row never points at half a file."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from interregnum.files.models import StoredFile
from interregnum.outside.chance import new_code


class DamagedError(Exception):
    """The bytes on disk are not the bytes that were stored."""


def keep(*, name: str, content: bytes, media_type: str, at: datetime) -> StoredFile:
    """Store bytes under a random name: written, flushed to disk and renamed before the row exists."""
    root = Path(settings.FILES_ROOT)
    path = Path(new_code()[:2]) / new_code()
    _make_folder((root / path).parent)
    part = root / path.parent / f"{path.name}.part"
    try:
        with part.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        part.rename(root / path)
        _flush_names((root / path).parent)
    except OSError:
        # On a full disk the rest of a file would stand in the way of whatever comes next.
        part.unlink(missing_ok=True)
        raise
    return StoredFile.objects.create(
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        path=str(path),
        stored_at=at,
    )


def _make_folder(path: Path) -> None:
    """Make a folder and those above it, each flushed as a name of the folder that it stands in."""
    if path.exists():
        return
    _make_folder(path.parent)
    path.mkdir(exist_ok=True, mode=0o700)
    _flush_names(path.parent)


def _flush_names(folder: Path) -> None:
    """Names are content of their folder: without this a file that was flushed may stand nowhere after a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def content_of(stored: StoredFile) -> bytes:
    """The bytes of a stored file. Raises DamagedError when they changed, FileNotFoundError when they are gone."""
    content = (Path(settings.FILES_ROOT) / stored.path).read_bytes()
    if hashlib.sha256(content).hexdigest() != stored.sha256:
        raise DamagedError(stored.code)
    return content


def discard(stored: StoredFile) -> None:
    """Throw away a file that the house need not keep: first the row, so that no row ever points at nothing."""
    path = Path(settings.FILES_ROOT) / stored.path
    stored.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
