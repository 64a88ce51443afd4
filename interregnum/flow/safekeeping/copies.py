"""One consistent copy of the database, whichever of the two it is, with a way to ask that same moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from interregnum.outside.safekeeping import postgres_copy, sqlite_copy
from interregnum.outside.safekeeping.sqlite_copy import Rows
from interregnum.outside.safekeeping.unusable import Unusable
from interregnum.stages.pulse.models import Spent, Tally, Word

# What employees answer in a round of a pulse that is open: two copies beside each other could tell what was added
# between them. After a restore such a round begins anew (docs/pulse.md).
LEFT_OUT = tuple(model._meta.db_table for model in (Tally, Spent, Word))
type Say = Callable[[str], None]
SQLITE_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
POSTGRES_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


@dataclass(frozen=True)
class Copy:
    """A copy in a file, and the questions that the same moment answers."""

    path: Path
    vendor: str
    rows: Rows
    tables: tuple[str, ...]


@contextmanager
def copied(folder: Path, say: Say) -> Iterator[Copy]:
    """Copy the living database into a folder; checked before it is given."""
    make = _sqlite if connection.vendor == "sqlite" else _postgres
    with make(folder / "database", say) as copy:
        yield copy


def database_file() -> Path:
    """Where the embedded database stands. Raises Unusable for one in memory."""
    name = str(settings.DATABASES["default"]["NAME"])
    if "memory" in name:
        raise Unusable("memory_database")
    return Path(name)


def server() -> postgres_copy.Server:
    """The PostgreSQL server that the settings name."""
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    values = {name: connection.settings_dict.get(setting) for name, setting in named.items()}
    # What an address says after its question mark (sslmode, and a host that is a folder) stands in the options.
    given = connection.settings_dict["OPTIONS"].items()
    options = {name: value for name, value in given if isinstance(value, str | int) and not isinstance(value, bool)}
    return postgres_copy.Server({name: value for name, value in {**values, **options}.items() if value})


@contextmanager
def _sqlite(path: Path, say: Say) -> Iterator[Copy]:
    steps = Steps(say, _("database"))
    sqlite_copy.copy_database(database_file(), path, lambda done, whole: steps.reach(done, whole), without=LEFT_OUT)
    say(_("Checking the copy of the database …"))
    sqlite_copy.check_database(path)
    with sqlite_copy.rows_of(path) as rows:
        yield Copy(path, "sqlite", rows, _told(rows, SQLITE_TABLES))


@contextmanager
def _postgres(path: Path, say: Say) -> Iterator[Copy]:
    with postgres_copy.one_moment(server()) as (moment, rows):
        say(_("Copying the database with pg_dump …"))
        postgres_copy.dump(server(), moment, path, without=LEFT_OUT)
        yield Copy(path, "postgresql", rows, _told(rows, POSTGRES_TABLES))


def _told(rows: Rows, question: str) -> tuple[str, ...]:
    """The tables whose rows the copy holds."""
    return tuple(row[0] for row in rows(question) if row[0] not in LEFT_OUT)


class Steps:
    """Says how far long work is, at each fifth of it; short work passes in silence."""

    def __init__(self, say: Say, what: str, *, least: int = 20_000) -> None:
        self._say, self._what, self._least, self._said = say, what, least, 0

    def reach(self, done: int, whole: int) -> None:
        fifth = done * 5 // whole if whole >= self._least else 0
        if fifth > self._said:
            self._said = fifth
            self._say(_("%(what)s: %(percent)s %%") % {"what": self._what, "percent": fifth * 20})
