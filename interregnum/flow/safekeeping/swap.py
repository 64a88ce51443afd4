"""Put a restored folder in the place of the living one, in one step where the system knows how."""

import ctypes
import os
import shutil
from pathlib import Path

from interregnum.outside.safekeeping.locks import BACKING_UP, IN_USE

EXCHANGE, HERE = 2, -100
# What a backup holds stays behind with the old data; the rest of the folder (keys, mail, backups) goes along.
DATABASE = ("interregnum.sqlite3", "interregnum.sqlite3-wal", "interregnum.sqlite3-shm")
# The ledger was copied to the restored data, where a line was added.
OF_BACKUP = (*DATABASE, "files", "ledger", IN_USE, BACKING_UP)


def swap_folder(fresh: Path, target: Path, moment: str) -> Path | None:
    """Make `fresh` the target; gives the folder where the old data are kept, if there were any."""
    if not target.exists() or not any(target.iterdir()):
        fresh.replace(target)
        return None
    aside = target.with_name(f"{target.name}.before-restore-{moment}")
    shutil.rmtree(fresh / "keys", ignore_errors=True)
    if (target / "keys").exists():
        shutil.copytree(target / "keys", fresh / "keys")
    _own_as(target, fresh)
    fresh.rename(aside)
    _exchange(aside, target)
    for item in aside.iterdir():
        if item.name not in (*OF_BACKUP, "keys"):
            item.rename(target / item.name)
    return aside


def _own_as(target: Path, fresh: Path) -> None:
    """Whoever the server runs as goes on owning the data, also when somebody else restores them."""
    shutil.copymode(target, fresh)
    owner = target.stat()
    if owner.st_uid != os.geteuid():
        for path in (fresh, *fresh.rglob("*")):
            os.chown(path, owner.st_uid, owner.st_gid)


def _exchange(one: Path, other: Path) -> None:
    """Swap two folders so that at no moment either is absent; by three names where the system cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    change = getattr(system, "renameat2", None)
    if change and change(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return
    third = one.with_name(f"{one.name}.swap")
    other.rename(third)
    one.rename(other)
    third.rename(one)
