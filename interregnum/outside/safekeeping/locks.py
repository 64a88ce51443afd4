"""Locks between the processes of one installation. They end with the process that holds them, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interregnum.outside.safekeeping.unusable import Unusable

# What a server or worker shares for as long as it lives, and a restore must have alone.
IN_USE = "in-use"
BACKING_UP = "backing-up.lock"
_held: list[int] = []


def stay_in_use(data: Path) -> None:
    """Say for the rest of this process that the data are in use. Raises Unusable while they are being restored."""
    _held.append(_locked(data / IN_USE, fcntl.LOCK_SH, "being_restored"))


@contextmanager
def alone(path: Path, code: str) -> Iterator[None]:
    """Hold a lock alone. Raises Unusable with this code when another process holds it."""
    lock = _locked(path, fcntl.LOCK_EX, code)
    try:
        yield
    finally:
        os.close(lock)


def _locked(path: Path, kind: int, code: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise Unusable(code, folder=path.parent) from None
    return lock
