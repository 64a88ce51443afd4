"""The tables that the tests begin with: one process lives through all migrations, which takes a minute; others copy.

On SQLite the copy is a file that outlives a run of the tests, on PostgreSQL a database beside those of the tests. Its
name is that of the program which made it, so that another program makes its own.
"""

import fcntl
import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import django
from django.db import connection
from django.db.backends.signals import connection_created

import interregnum

NAMED = "interregnum_tables_"
NOT_OF_TABLES = {"tests", "static", "templates", "locale", "encoder", "__pycache__"}


@cache
def name_of_tables() -> str:
    """The fingerprint of all that migrations could read."""
    program, sums = Path(interregnum.__path__[0]), hashlib.sha256(django.__version__.encode())
    for path in sorted(program.rglob("*")):
        inside = path.relative_to(program)
        if path.is_file() and not NOT_OF_TABLES & set(inside.parts):
            sums.update(str(inside).encode() + hashlib.sha256(path.read_bytes()).digest())
    return NAMED + sums.hexdigest()[:24]


def file_of_tables(folder: Path) -> Path:
    """Where the tables stand on SQLite."""
    return folder / f"{name_of_tables()}.sqlite3"


def prepared(folder: Path) -> Callable[[], None]:
    """Call it before a database is made, and what it returns after that: whoever comes first lets the others wait."""
    copy = _FileCopy(file_of_tables(folder)) if connection.vendor == "sqlite" else _DatabaseCopy(name_of_tables())
    lock = (folder / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    if copy.is_there():
        lock.close()
        copy.use()
        return lambda: None

    def keep() -> None:
        with lock:
            copy.make()

    return keep


class _FileCopy:
    """The tests' SQLite is in memory."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def is_there(self) -> bool:
        return self.file.exists()

    def use(self) -> None:
        connection_created.connect(self._fill, weak=False)

    def _fill(self, **opened: Any) -> None:
        if opened["connection"].is_in_memory_db():
            connection_created.disconnect(self._fill)
            with closing(sqlite3.connect(self.file)) as source:
                source.backup(opened["connection"].connection)

    def make(self) -> None:
        for old in self.file.parent.glob(f"{NAMED}*"):
            old.unlink()
        # Under its name it is whole, whatever happens while it is written.
        part = self.file.with_suffix(".part")
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as target:
            connection.connection.backup(target)
        part.rename(self.file)


class _DatabaseCopy:
    """PostgreSQL copies a database that nobody is connected to."""

    def __init__(self, name: str) -> None:
        self.name = name

    def is_there(self) -> bool:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
            return bool(cursor.fetchone())

    def use(self) -> None:
        connection.settings_dict["TEST"]["TEMPLATE"] = self.name

    def make(self) -> None:
        made = connection.settings_dict["NAME"]
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [NAMED])
            for (old,) in cursor.fetchall():
                cursor.execute(f'DROP DATABASE "{old}"')
            cursor.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{made}"')
