"""Short texts sealed with a key that stands outside database and backups, so that a stolen copy tells nothing."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from interregnum.outside.safekeeping.keys import make_key, read_key

NONCE = 12


class SealError(Exception):
    """The text was sealed with another key, for another place, or was tampered with."""


def seal(text: str, *, key: Path, place: str) -> str:
    """The text as letters that only this key opens, and only at this `place`: moved to another row it is worthless."""
    nonce = os.urandom(NONCE)
    return urlsafe_b64encode(nonce + _cipher(key).encrypt(nonce, text.encode(), place.encode())).decode()


def unseal(sealed: str, *, key: Path, place: str) -> str:
    """Raises SealError."""
    try:
        whole = urlsafe_b64decode(sealed)
        return _cipher(key).decrypt(whole[:NONCE], whole[NONCE:], place.encode()).decode()
    except (ValueError, InvalidTag):
        raise SealError from None


@lru_cache(maxsize=8)
def _cipher(key: Path) -> AESGCM:
    make_key(key)
    return AESGCM(read_key(key))
