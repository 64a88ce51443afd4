"""A copy of a living PostgreSQL database by its own programs, pg_dump and pg_restore."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from interregnum.outside.safekeeping.sqlite_copy import Rows
from interregnum.outside.safekeeping.unusable import Unusable

ROWS_A_TIME = 5000


@dataclass(frozen=True)
class Server:
    """Where a database is: what psycopg needs to connect."""

    parameters: Mapping[str, str | int]

    def connected(self, database: str = "") -> psycopg.Connection:
        """A connection to the database, or to another one of the same server. Raises Unusable without an answer."""
        try:
            return psycopg.connect(**{**self.parameters, **({"dbname": database} if database else {})})  # type: ignore[arg-type]
        except psycopg.OperationalError as error:
            raise Unusable("database_unreadable", what=str(error).strip().splitlines()[-1]) from None

    @property
    def database(self) -> str:
        return str(self.parameters["dbname"])


@contextmanager
def one_moment(server: Server) -> Iterator[tuple[str, Rows]]:
    """Hold one moment of a living database: its name for pg_dump, and a way to ask it."""
    with server.connected() as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        name = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert name is not None

        def rows(question: str) -> Iterator[tuple[object, ...]]:
            with connection.cursor(name="rows") as cursor:
                cursor.itersize = ROWS_A_TIME
                yield from cursor.execute(question.encode())

        yield str(name[0]), rows


def dump(server: Server, moment: str, target: Path, *, without: Iterable[str] = ()) -> None:
    """Write the database of that moment to a file, some tables `without` their rows.

    Raises Unusable when pg_dump is absent, too old, or fails.
    """
    words = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={target}"]
    words += [f"--exclude-table-data={table}" for table in without]
    _run("pg_dump", server, words)


def load(server: Server, database: str, source: Path) -> None:
    """Fill an empty database from such a file, all or nothing."""
    words = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", f"--dbname={database}"]
    _run("pg_restore", server, [*words, str(source)])


def create(server: Server, database: str) -> None:
    """Make an empty database."""
    _command(server, sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(database)))


def drop(server: Server, database: str) -> None:
    _command(server, sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(database)))


def rename(server: Server, *pairs: tuple[str, str]) -> None:
    """Give databases other names, all or none. Raises Unusable when somebody is connected to one of them."""
    try:
        with server.connected("postgres") as connection:
            for old, new in pairs:
                change = sql.SQL("ALTER DATABASE {} RENAME TO {}")
                connection.execute(change.format(sql.Identifier(old), sql.Identifier(new)))
    except psycopg.errors.ObjectInUse:
        raise Unusable("database_in_use", database=pairs[0][0]) from None
    except psycopg.Error as error:
        raise Unusable("database_refuses", what=str(error).strip().splitlines()[0]) from None


def others_connected(server: Server) -> bool:
    """Whether anybody else works in the database at this moment."""
    question = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with server.connected() as connection:
        found = connection.execute(question).fetchone()
    return bool(found and found[0])


def _command(server: Server, command: sql.Composed) -> None:
    connection = server.connected("postgres")
    try:
        connection.autocommit = True
        connection.execute(command)
    except psycopg.Error as error:
        raise Unusable("database_refuses", what=str(error).strip().splitlines()[0]) from None
    finally:
        connection.close()


def _run(program: str, server: Server, words: list[str]) -> None:
    # The password goes by the environment: the words of a command can be read by everybody on the machine.
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    given = {names[name]: str(value) for name, value in server.parameters.items() if name in names}
    done = subprocess.run([_found(program, server), *words], capture_output=True, env=os.environ | given, check=False)
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or [""]
        raise Unusable("program_failed", program=program, what=lines[0])


def _found(program: str, server: Server) -> str:
    """The program on PATH, not older than the server: an older one does not know all that the server keeps."""
    path = shutil.which(program)
    if path is None:
        raise Unusable("program_absent", program=program)
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    number = re.search(r"\s(\d+)", answer)
    with server.connected() as connection:
        wanted = connection.info.server_version // 10_000
    if number is None or int(number[1]) < wanted:
        raise Unusable("program_old", program=program, found=number[1] if number else "?", wanted=wanted)
    return path
