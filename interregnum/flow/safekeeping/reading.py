"""Read a backup: first only to prove every byte of it, then to lay its parts in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from interregnum.flow.safekeeping.manifest import LARGEST_BYTES, Ending, Manifest, read
from interregnum.outside.safekeeping.parts import Head, Part, parts
from interregnum.outside.safekeeping.unusable import Unusable


@dataclass(frozen=True)
class Content:
    """What a backup holds: its manifest, the head of its database, and its ending."""

    manifest: Manifest
    database: Head
    ending: Ending


def content_of_backup(path: Path, key: bytes) -> Content:
    """Prove a backup from the first byte to the last without writing any. Raises Unusable for whatever is not ours."""
    with _opened(path) as source:
        return _walked(parts(source, key), folder=None)


def lay_out(path: Path, key: bytes, folder: Path) -> Content:
    """Write the parts into an empty folder: `database`, and `files/` as they stood."""
    with _opened(path) as source:
        return _walked(parts(source, key), folder)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        source = path.open("rb")
    except OSError as error:
        raise Unusable("unreadable", file=path, why=error.strerror) from None
    with source:
        yield source


def _walked(found: Iterator[Part], folder: Path | None) -> Content:
    """Manifest, database, files, ending: this order and no other."""
    manifest = read(Manifest, _small(found, "manifest"))
    database = _next(found, "database")
    if folder:
        _write(database, folder / "database")
    ending, files, size = None, 0, 0
    for part in found:
        if ending:
            raise Unusable("damaged")
        if part.head.kind == "ending":
            ending = read(Ending, _content(part))
            continue
        files, size = files + 1, size + part.head.size
        _file(part, folder)
    if ending is None or (ending.files, ending.size) != (files, size):
        raise Unusable("damaged")
    return Content(manifest, database.head, ending)


def _small(found: Iterator[Part], kind: str) -> bytes:
    return _content(_next(found, kind))


def _next(found: Iterator[Part], kind: str) -> Part:
    part = next(found, None)
    if part is None or part.head.kind != kind:
        raise Unusable("damaged")
    return part


def _content(part: Part) -> bytes:
    if part.head.size > LARGEST_BYTES:
        raise Unusable("damaged")
    return part.content()


def _file(part: Part, folder: Path | None) -> None:
    name = PurePosixPath(part.head.name)
    # Authentic or not: nothing is ever written beside the folder that it belongs in.
    if part.head.kind != "file" or name.is_absolute() or not name.parts or ".." in name.parts:
        raise Unusable("damaged")
    if folder:
        _write(part, folder / "files" / name)


def _write(part: Part, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("xb") as target:
        for content in part.chunks():
            target.write(content)
