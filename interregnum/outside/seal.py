"""Short texts sealed with a key that stands outside database and backups, so that a stolen copy tells nothing.

An envelope is a key of its own, sealed in the same way: it may stand beside what it opens, and with it goes all that.
"""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interregnum.outside.safekeeping.keys import BYTES, make_key, read_key

NONCE = 12


class SealError(Exception):
    """The text was sealed with another key, for another place, or was tampered with."""


def seal(text: str, *, key: Path | bytes, place: str) -> str:
    """The text as letters that only this key opens, and only at this `place`: moved to another row it is worthless."""
    nonce = os.urandom(NONCE)
    return urlsafe_b64encode(nonce + _cipher(key).encrypt(nonce, text.encode(), place.encode())).decode()


def unseal(sealed: str, *, key: Path | bytes, place: str) -> str:
    """Raises SealError."""
    try:
        whole = urlsafe_b64decode(sealed)
        return _cipher(key).decrypt(whole[:NONCE], whole[NONCE:], place.encode()).decode()
    except (ValueError, InvalidTag):
        raise SealError from None


def new_envelope(*, key: Path, place: str) -> str:
    """A fresh key as `opened` gives it back, sealed with the key in a file."""
    return seal(secrets.token_hex(BYTES), key=key, place=place)


def opened(envelope: str, *, key: Path, place: str) -> bytes:
    """The key in an envelope. Raises SealError."""
    return bytes.fromhex(unseal(envelope, key=key, place=place))


@lru_cache(maxsize=8)
def _cipher(key: Path | bytes) -> AESGCM:
    if isinstance(key, bytes):
        return AESGCM(key)
    make_key(key)
    return AESGCM(read_key(key))
