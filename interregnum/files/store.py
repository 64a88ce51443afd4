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
    (root / path.parent).mkdir(parents=True, exist_ok=True, mode=0o700)
    part = root / path.parent / f"{path.name}.part"
    with part.open("wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    part.rename(root / path)
    folder = os.open(root / path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return StoredFile.objects.create(
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        path=str(path),
        stored_at=at,
    )


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
