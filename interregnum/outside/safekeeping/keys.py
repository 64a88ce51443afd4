"""The key of the backups: 256 bits, made once, in a file that only its owner reads."""

import os
import secrets
from pathlib import Path

from interregnum.outside.safekeeping.unusable import Unusable

BYTES = 32


def make_key(path: Path) -> bool:
    """Make the key unless there is one; True when it was made now."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    # In digits and letters: a key that can be printed survives a disk.
    with os.fdopen(target, "w") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return True


def read_key(path: Path) -> bytes:
    """The key in a file. Raises Unusable when there is none."""
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except OSError as error:
        raise Unusable("key_unreadable", file=path, why=error.strerror) from None
    except ValueError:
        raise Unusable("no_key", file=path) from None
    if len(key) != BYTES:
        raise Unusable("no_key", file=path)
    return key
