"""The bundled SQLite instead of the one that the machine happens to have.

SQLite before 3.51.3 can corrupt a database in WAL mode that two processes write (the WAL-reset fault), and a
web server beside a worker is just that. The package pysqlite3 brings a newer one.
"""

import sys

import pysqlite3
from pysqlite3 import dbapi2

SAFE_IN_WAL = (3, 51, 3)
# Said to each connection. FULL, because NORMAL loses acknowledged commits when the power goes; the log shrinks to 64 MB
# once a checkpoint has emptied it.
OPENING = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;PRAGMA mmap_size=0;"
    "PRAGMA journal_size_limit=67108864;"
)
# What Django asks of the standard module and pysqlite3 lacks; the numbers are SQLite's own compile-time defaults.
LIMITS = {"SQLITE_LIMIT_COLUMN": (2, 2000), "SQLITE_LIMIT_VARIABLE_NUMBER": (9, 32766)}


class Connection(dbapi2.Connection):
    """A connection that can say its limits, as the standard module's does."""

    def getlimit(self, category: int) -> int:
        return dict(LIMITS.values())[category]


def is_safe_in_wal(version: tuple[int, ...]) -> bool:
    """Whether this SQLite may be written by two processes in WAL mode."""
    return version >= SAFE_IN_WAL


def use_bundled() -> None:
    """Make `import sqlite3` give the bundled one. Raises RuntimeError when even that one is unsafe."""
    if not is_safe_in_wal(dbapi2.sqlite_version_info):
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} can lose data in WAL mode; 3.51.3 or newer is needed")
    for name, (number, _) in LIMITS.items():
        setattr(dbapi2, name, number)
        setattr(pysqlite3, name, number)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
