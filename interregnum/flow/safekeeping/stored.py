"""Prove that each file on disk is the one that its row tells of."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from interregnum.files.models import StoredFile

READ_BYTES = 1024 * 1024


@dataclass(frozen=True)
class FileFault:
    """A row whose file is "missing", "changed" or "unreadable"."""

    code: str
    name: str
    fault: str


def file_faults(passed: Callable[[int], None] = lambda count: None) -> Iterator[FileFault]:
    """Walk all rows in order; `passed` hears how many are done."""
    rows = StoredFile.objects.order_by("pk").values_list("code", "name", "path", "sha256")
    for count, (code, name, path, sha256) in enumerate(rows.iterator(chunk_size=2000), 1):
        fault = _fault(Path(settings.FILES_ROOT) / path, sha256)
        if fault:
            yield FileFault(code, name, fault)
        passed(count)


def _fault(path: Path, sha256: str) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as source:
            for content in iter(lambda: source.read(READ_BYTES), b""):
                digest.update(content)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    return "" if digest.hexdigest() == sha256 else "changed"
