"""A copy of a living SQLite database, taken while others write, and the check of a copy."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from interregnum.outside.safekeeping.unusable import Unusable

PAGES_A_STEP = 4096
type Rows = Callable[[str], Iterator[tuple[Any, ...]]]


def copy_database(
    source: Path, target: Path, progress: Callable[[int, int], None], *, without: Iterable[str] = ()
) -> None:
    """Copy by SQLite's own backup; `progress` hears the pages done and the pages in all.

    The open read holds one moment of the database for the whole copy. Without it, each write of another process would
    make the copy begin anew, and in a busy firm it would never end. Tables `without` rows are empty in the copy.
    """
    try:
        with closing(_connected(source)) as living, closing(sqlite3.connect(target)) as copy:
            living.execute("BEGIN")
            living.execute("SELECT count(*) FROM sqlite_master").fetchone()
            living.backup(copy, pages=PAGES_A_STEP, progress=lambda _, left, whole: progress(whole - left, whole))
            living.execute("ROLLBACK")
            _empty(copy, without)
            # One file, with nothing beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise Unusable("database_unreadable", what=error) from None


def _empty(copy: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Of what is taken out no byte stays in the file."""
    copy.execute("PRAGMA secure_delete=ON")
    known = {row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in sorted(known & set(tables)):
        copy.execute(f'DELETE FROM "{table}"')
    copy.commit()


def check_database(path: Path) -> None:
    """Raise Unusable unless SQLite finds every page, index and reference in order."""
    try:
        with closing(_connected(path)) as base:
            fault = next((row[0] for row in base.execute("PRAGMA integrity_check") if row[0] != "ok"), None)
            fault = fault or next((f"{row[0]} {row[1]}" for row in base.execute("PRAGMA foreign_key_check")), None)
    except sqlite3.Error as error:
        raise Unusable("database_unsound", what=error) from None
    if fault:
        raise Unusable("database_unsound", what=fault)


@contextmanager
def rows_of(path: Path) -> Iterator[Rows]:
    """Ask a database that no others use."""
    with closing(_connected(path)) as base:
        yield lambda sql: iter(base.execute(sql))


def _connected(path: Path) -> sqlite3.Connection:
    # "rw": a database that is not there is a fault and must not be made.
    return sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, isolation_level=None, timeout=20)
