"""A sealed file: encrypted and authenticated by AES-256-GCM in chunks, so that any size needs the same memory.

Layout: magic, name of the key (8 bytes), salt (32), then chunks of 1 MiB and their tag of 16 bytes. Each file has a key
of its own, drawn from the owner's key and the salt. The nonce of a chunk is its number and whether it is the last one,
so that chunks cannot change places and none can be left out, at the end neither.
"""

import hashlib
import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from interregnum.outside.safekeeping.unusable import Unusable

MAGIC = b"INTERREGNUM-BACKUP-1\n"
NAME, SALT, TAG = 8, 32, 16
CHUNK = 1024 * 1024


class Sealed:
    """Writes a sealed file. What was written counts only after `finish()`: without its last chunk it does not open."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        self._target, self._number, self._waiting = target, 0, bytearray()
        self._header = MAGIC + key_name(key) + secrets.token_bytes(SALT)
        self._cipher = _cipher(key, self._header)
        target.write(self._header)

    def write(self, content: bytes) -> None:
        self._waiting += content
        # A full chunk waits until more comes: it could be the last one.
        while len(self._waiting) > CHUNK:
            self._chunk(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        self._chunk(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _chunk(self, content: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last=last), content, self._header))
        self._number += 1


class Opened:
    """Reads a sealed file from its beginning to its end; gives only bytes whose chunk is authentic.

    Raises Unusable: "foreign" (not ours), "wrong_key", or "damaged" (changed, cut off, in another order).
    """

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        self._chunks, self._chunk, self._at = _opened(source, key), b"", 0

    def read(self, size: int) -> bytes:
        """At most `size` bytes; none at the end, which is then known to be the real end."""
        if not self._fill():
            return b""
        content = self._chunk[self._at : self._at + size]
        self._at += len(content)
        return content

    def line(self, most: int) -> bytes:
        """The bytes to the next line break and that itself; none at the end. Raises Unusable for a longer line."""
        found = b""
        while self._fill() and not found.endswith(b"\n"):
            end = self._chunk.find(b"\n", self._at) + 1 or len(self._chunk)
            found += self.read(min(end - self._at, most + 1))
            if len(found) > most:
                raise Unusable("damaged")
        if found and not found.endswith(b"\n"):
            raise Unusable("damaged")
        return found

    def _fill(self) -> bool:
        """Have bytes at hand; False at the end."""
        if self._at == len(self._chunk):
            self._chunk, self._at = next(self._chunks, b""), 0
        return bool(self._chunk)


def key_name(key: bytes) -> bytes:
    """What tells one key from another without telling the key."""
    return hashlib.sha256(b"interregnum backup key name" + key).digest()[:NAME]


def _opened(source: BinaryIO, key: bytes) -> Iterator[bytes]:
    header = source.read(len(MAGIC) + NAME + SALT)
    if not header.startswith(MAGIC):
        raise Unusable("foreign")
    if len(header) < len(MAGIC) + NAME + SALT:
        raise Unusable("damaged")
    if header[len(MAGIC) :][:NAME] != key_name(key):
        raise Unusable("wrong_key")
    cipher, number, block = _cipher(key, header), 0, source.read(CHUNK + TAG)
    while True:
        following = source.read(CHUNK + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), block, header)
        except (InvalidTag, ValueError):
            raise Unusable("damaged") from None
        if not following:
            return
        number, block = number + 1, following


def _cipher(key: bytes, header: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=header[-SALT:], info=MAGIC).derive(key))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
