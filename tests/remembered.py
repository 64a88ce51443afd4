"""What many tests begin with is lived once by each process of the tests; after that its rows and files are put back.

To live a request through its actions takes seconds, to put it back some hundredths of one. It is put back only where
the very same would be lived: all rows and files that were there before it, the clock, the language and the settings are
those of the first time, and the test has patched nothing. Outside of tests, in drills and benches, all is lived.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import time_machine
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import get_language

# Where each test keeps what is not a row.
FOLDERS = ("MAIL_FOLDER", "FILES_ROOT", "LEDGER")
# Filled anew, with other numbers, whenever a database was emptied.
OF_THE_FRAMEWORK = {"auth", "contenttypes"}
MOST_TURNS = 5
type Rows = dict[str, dict[Any, tuple[Any, ...]]]
type Files = dict[tuple[str, str], bytes]


@dataclass(frozen=True)
class Memory:
    """How the tables that changed were left, the files that came, and what was returned."""

    rows: Rows
    files: Files
    value: Any


_memories: dict[tuple[Any, ...], Memory] = {}
_changed: dict[Any, frozenset[str]] = {}
# In the tests: where any of these is true, what is lived now may go otherwise.
_unless: list[Callable[[], bool]] = []


@contextmanager
def put_back_unless(is_otherwise: Callable[[], bool]) -> Iterator[None]:
    """While this lasts what was lived before is put back, unless it could go otherwise."""
    _unless.append(is_otherwise)
    try:
        yield
    finally:
        _unless.remove(is_otherwise)


def remembered[Value](what: object, live: Callable[[], Value], *, stands_alone: bool = False) -> Value:
    """What `live` returns, with all that it leaves behind.

    `stands_alone` says that nothing but the tables it writes can make a difference to it.
    """
    if not _unless or any(is_otherwise() for is_otherwise in _unless):
        return live()
    read = _changed.get(what) if stands_alone else None
    before, came = rows(all_tables() if read is None else read), files()
    if (memory := _memories.get(_key(what, before, came))) is None:
        return _live(what, live, before, came, stands_alone=stands_alone)
    _put_back(memory)
    value: Value = deepcopy(memory.value)
    return value


def _live[Value](what: object, live: Callable[[], Value], before: Rows, came: Files, *, stands_alone: bool) -> Value:
    waiting = len(connection.run_on_commit)
    value = live()
    after = rows(before)
    changed = {table: found for table, found in after.items() if found != before[table]}
    # What would be done at a commit cannot be put back.
    if len(connection.run_on_commit) == waiting:
        if stands_alone:
            _changed[what] = frozenset(changed)
            before = {table: before[table] for table in changed}
        new = {name: content for name, content in files().items() if came.get(name) != content}
        _memories[_key(what, before, came)] = Memory(changed, new, deepcopy(value))
    return value


def _key(what: object, before: Rows, came: Files) -> tuple[Any, ...]:
    moment = int(time.time()) if time_machine.escape_hatch.is_travelling() else None
    names = [name for name in dir(settings) if name.isupper() and name not in (*FOLDERS, "DATABASES")]
    known = repr([(name, getattr(settings, name)) for name in names] + sorted(came.items()))
    return what, moment, get_language(), fingerprint(before), hashlib.sha256(known.encode()).digest()


def all_tables() -> dict[str, Any]:
    """Every table that is written to in the course of a life, with what is known of it."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model._meta for model in models if model._meta.app_label not in OF_THE_FRAMEWORK}


def rows(tables: Iterable[str]) -> Rows:
    """The rows of these tables as the database has them, by their key."""
    found: Rows = {}
    known = all_tables()
    with connection.cursor() as cursor:
        for table in tables:
            columns = [field.column for field in known[table].concrete_fields]
            key = columns.index(known[table].pk.column)
            cursor.execute(f"SELECT {_listed(columns)} FROM {_quoted(table)}")
            found[table] = {row[key]: row for row in cursor.fetchall()}
    return found


def fingerprint(found: Rows) -> bytes:
    """The same for the same rows, in whatever order they came."""
    each = [sorted(found[table].items(), key=lambda row: str(row[0])) for table in sorted(found)]
    return hashlib.sha256(repr(each).encode()).digest()


def files() -> Files:
    """Every file that this test has kept, under the name of its folder."""
    folders = [(name, Path(getattr(settings, name))) for name in FOLDERS]
    return {
        (name, str(path.relative_to(folder))): path.read_bytes()
        for name, folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _put_back(memory: Memory) -> None:
    with transaction.atomic():
        # Triggers of the tables write rows of their own: until nothing is left to do.
        for _turn in range(MOST_TURNS):
            if not _put_rows_back(memory.rows):
                break
        else:
            raise AssertionError("what triggers write does not come to rest")
    for (name, inside), content in memory.files.items():
        path = Path(getattr(settings, name)) / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _put_rows_back(wanted: Rows) -> bool:
    """Whether anything had to be changed."""
    known, changed = all_tables(), False
    with connection.cursor() as cursor:
        for table, rows_wanted in wanted.items():
            there = rows([table])[table]
            gone = [key for key, row in there.items() if rows_wanted.get(key) != row]
            new = [row for key, row in rows_wanted.items() if there.get(key) != row]
            columns = [field.column for field in known[table].concrete_fields]
            if gone:
                cursor.executemany(
                    f"DELETE FROM {_quoted(table)} WHERE {_quoted(known[table].pk.column)} = %s",
                    [(key,) for key in gone],
                )
            if new:
                places = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {_quoted(table)} ({_listed(columns)}) VALUES ({places})", new)
            changed = changed or bool(gone or new)
    return changed


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(_quoted(column) for column in columns)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
