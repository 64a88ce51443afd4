"""Fixtures of all tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.db import connection, connections
from django.db.backends.sqlite3.base import DatabaseOperations

from tests import remembered, tables, world
from tests.guards import GUARDS
from tests.guards import unguarded as without_guards

# How long it takes to invent examples tells how busy the machine is, and nothing of the rules.
hypothesis.settings.register_profile("house", suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="leave out the tests that touch no database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What touches no database gives the same answer beside each: the second leg need not ask again."""
    if not config.getoption("--only-database"):
        return
    left_out = [item for item in items if not _touches_a_database(item)]
    items[:] = [item for item in items if _touches_a_database(item)]
    config.hook.pytest_deselected(items=left_out)


def _touches_a_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_database"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    drills = "drills" in item.path.parts
    return drills or bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"})


@pytest.fixture(scope="session")
def tables_of_tests(request: pytest.FixtureRequest) -> Path:
    """The folder in which the tables are kept that the tests begin with."""
    return request.config.cache.mkdir("tables")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any, tables_of_tests: Path
) -> Callable[[], None]:
    """The tables are copied where another process of the tests has made them."""
    with django_db_blocker.unblock():
        return tables.prepared(tables_of_tests)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: Callable[[], None], django_db_setup: None, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        django_db_modify_db_settings()


@pytest.fixture
def cast(db: None) -> world.Cast:
    """Bea, Carla, Max, Sara and the outsiders."""
    return world.make_cast()


@pytest.fixture
def file_database(transactional_db: None, django_db_serialized_rollback: None, tmp_path: Path) -> Iterator[None]:
    """A database in which writers really meet, each on a connection of its own, with nothing undone behind them.

    PostgreSQL is one already. The tests' SQLite is in memory: here it is copied into a file, which is opened with the
    options of the real one.
    """
    if connection.vendor != "sqlite":
        yield
        return
    memory, settings = connections["default"], connections.settings["default"]
    memory.ensure_connection()
    connections.settings["default"] = settings | {"NAME": str(tmp_path / "tests.sqlite3")}
    connections["default"] = connections.create_connection("default")
    connection.ensure_connection()
    memory.connection.backup(connection.connection)
    # The copy of a database in memory brings its own way of keeping a journal along.
    connection.cursor().execute("PRAGMA journal_mode=WAL")
    yield
    connection.close()
    connections["default"], connections.settings["default"] = memory, settings


@pytest.fixture
def unguarded(db: None) -> Iterator[None]:
    """The journal without the triggers that refuse a change; the end of the test brings them back."""
    with without_guards():
        yield


@pytest.fixture(scope="session", autouse=True)
def _lives_are_put_back() -> Iterator[None]:
    """From the first fixture on, also for those that a whole file of tests shares."""
    with remembered.put_back_unless(lambda: False):
        yield


@pytest.fixture(autouse=True)
def _lived_anew_where_patched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that patches something lives its lives itself."""
    with remembered.put_back_unless(lambda: bool(monkeypatch._setattr or monkeypatch._setitem)):
        yield


@pytest.fixture(scope="session", autouse=True)
def _tests_may_empty_the_tables() -> Iterator[None]:
    """SQLite empties a table row by row after a test of real transactions, which the journal's guards refuse."""
    flush = DatabaseOperations.execute_sql_flush

    def unhindered(self: DatabaseOperations, sql_list: list[str]) -> None:
        flush(self, [*GUARDS.DOWN["sqlite"], *sql_list, *GUARDS.UP["sqlite"]])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(DatabaseOperations, "execute_sql_flush", unhindered)
        yield


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path, tmp_path_factory):  # type: ignore[no-untyped-def]
    """Each test keeps mail and files in a folder of its own."""
    settings.MAIL_FOLDER = tmp_path / "mail"
    # Django's test set-up puts a mailer of its own in the place of ours.
    settings.MAILERS = {"default": {"BACKEND": "interregnum.outside.mail.FolderBackend"}}
    settings.FILES_ROOT = tmp_path / "files"
    settings.KEYS_FOLDER = tmp_path_factory.getbasetemp() / "keys"
    settings.LEDGER = tmp_path / "ledger" / "lines"
