"""The parts inside a sealed file, one after the other: a line of JSON that names the part, then its bytes."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import BinaryIO

from interregnum.outside.safekeeping.sealed import CHUNK, Opened, Sealed
from interregnum.outside.safekeeping.unusable import Unusable

LONGEST_LINE = 8192


@dataclass(frozen=True)
class Head:
    """What a part is: its kind, its name within the kind, its size in bytes and the SHA-256 of these."""

    kind: str
    name: str
    size: int
    sha256: str


class Part:
    """A part while it is read; `chunks()` gives its bytes once and proves size and hash at its end."""

    def __init__(self, head: Head, source: Opened) -> None:
        self.head, self._source, self._is_read = head, source, False

    def chunks(self) -> Iterator[bytes]:
        left, digest, self._is_read = self.head.size, hashlib.sha256(), True
        while left:
            content = self._source.read(min(left, CHUNK))
            if not content:
                raise Unusable("damaged")
            digest.update(content)
            left -= len(content)
            yield content
        if digest.hexdigest() != self.head.sha256:
            raise Unusable("damaged")

    def content(self) -> bytes:
        """All bytes at once: for the small parts."""
        return b"".join(self.chunks())

    def pass_by(self) -> None:
        """Read what is left unread; size and hash are proven all the same."""
        if not self._is_read:
            for _ in self.chunks():
                pass


def write_bytes(target: Sealed, kind: str, content: bytes) -> None:
    """Add a small part."""
    target.write(_line(Head(kind, "", len(content), hashlib.sha256(content).hexdigest())))
    target.write(content)


def write_file(target: Sealed, kind: str, name: str, source: BinaryIO) -> Head:
    """Add the bytes of a file, read twice: for its hash and for its bytes. Raises Unusable when they differ."""
    digest, size = hashlib.sha256(), 0
    for content in iter(lambda: source.read(CHUNK), b""):
        digest.update(content)
        size += len(content)
    head = Head(kind, name, size, digest.hexdigest())
    target.write(_line(head))
    source.seek(0)
    second, left = hashlib.sha256(), size
    while left and (content := source.read(min(left, CHUNK))):
        second.update(content)
        left -= len(content)
        target.write(content)
    if second.digest() != digest.digest():
        raise Unusable("changed_meanwhile", name=name)
    return head


def parts(source: BinaryIO, key: bytes) -> Iterator[Part]:
    """Each part in order, to the authentic end of the file."""
    opened = Opened(source, key)
    while line := opened.line(LONGEST_LINE):
        try:
            part = Part(Head(**json.loads(line)), opened)
        except (ValueError, TypeError):
            raise Unusable("damaged") from None
        yield part
        part.pass_by()


def _line(head: Head) -> bytes:
    return json.dumps(asdict(head), ensure_ascii=True).encode() + b"\n"
