"""The database is locked or gone for a while under a running server: a page says so, and nothing needs a restart."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.drills.house import DATABASE, House, own_database, place
from tests.drills.kills import made_ready
from tests.drills.served import Caller, Served
from tests.house.forms_of_asking import PROBLEM

pytestmark = pytest.mark.drill
PATH = "/client/requests/new/"
# Longer than anybody should look at a page that does not come.
MOST_SECONDS = 25


@pytest.fixture
def house(tmp_path: Path, transactional_db: None) -> Iterator[House]:
    with own_database() as database:
        yield House(tmp_path / "var", database)


@contextmanager
def away(house: House) -> Iterator[None]:
    """SQLite: somebody holds the lock of all writers. PostgreSQL: everybody is thrown out, and nobody is let in."""
    if not house.database:
        import sqlite3

        with closing(sqlite3.connect(house.data / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    with psycopg.connect(**place("postgres"), autocommit=True) as server:
        server.execute(f"ALTER DATABASE {house.database} ALLOW_CONNECTIONS false".encode())
        throw_out(house)
        try:
            yield
        finally:
            server.execute(f"ALTER DATABASE {house.database} ALLOW_CONNECTIONS true".encode())


def throw_out(house: House) -> None:
    with psycopg.connect(**place("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [house.database])


def test_what_was_typed_comes_through_when_the_database_is_back(house):
    firm = made_ready(house, assignments=1)
    with Served(house) as served:
        carla = Caller(served.port, firm["sessions"]["carla"], timeout=MOST_SECONDS)
        form = carla.form(PATH, text=f"{PROBLEM['text']} bewaard")
        with away(house):
            refused = carla.post(PATH, form)
            assert refused.status == 503
            assert "The database does not answer" in refused.page
            assert "De database antwoordt op dit moment niet" in refused.page
            assert "bewaard" in refused.page
            assert "Traceback" not in refused.page
        answers = [carla.post(PATH, form) for _ in range(2)]
        assert [answer.status for answer in answers] == [302, 302]
        assert house.rows("SELECT count(*) FROM ask_request WHERE text LIKE '%bewaard%'") == [(1,)]
        if house.database:
            # A connection that was dropped is noticed when it is taken: nobody sees a page of it.
            throw_out(house)
            assert [carla.get("/client/").status for _ in range(6)] == [200] * 6
