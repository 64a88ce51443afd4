"""What the server makes ready before its processes part, and what each of them keeps ready."""

import gc
import threading

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections

from interregnum.config import server
from interregnum.stages.choose.actions import warm
from interregnum.stages.choose.engine import live
from tests.world import make_manager


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was closed; the connection of the test stays."""
    done: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(connections, "close_all", lambda: done.append("connections"))
    monkeypatch.setattr(connection, "close_pool", lambda: done.append("pool"), raising=False)
    return done


@pytest.mark.django_db
def test_all_is_ready_and_nothing_of_the_database_is_shared(closed: list[str]) -> None:
    server.when_ready(None)
    assert live.HERE.snapshot is not None
    assert closed == ["connections", "pool"]


@pytest.mark.django_db
def test_a_database_that_is_not_there_yet_stops_no_server(closed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise DatabaseError

    monkeypatch.setattr(warm, "warm", gone)
    server.when_ready(None)
    assert closed == ["connections", "pool"]


@pytest.mark.django_db
def test_a_process_reads_a_large_change_of_the_pool_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)
    server.keep_ready()
    before = live.HERE.snapshot
    assert before is not None
    make_manager(name="Nieuw Voorbeeld", email="nieuw@example.org")
    # As after an import: so many are new that the pool is read anew.
    monkeypatch.setattr(live, "ALWAYS", 0)
    server.keep_ready()
    assert live.HERE.snapshot is not before
    assert live.HERE.snapshot.count == before.count + 1
    read = live.HERE.snapshot
    with live.HERE.now() as asked:
        assert asked is read


@pytest.mark.parametrize("trouble", [DatabaseError, InterfaceError, OSError, MemoryError, ValueError])
def test_nothing_that_fails_ends_the_thread(trouble: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the reading, nor the closing of a connection that is gone already."""
    done: list[str] = []

    def gone() -> None:
        done.append("asked")
        raise trouble

    def closed() -> None:
        done.append("closed")
        raise trouble

    monkeypatch.setattr(warm, "warm", gone)
    monkeypatch.setattr(connection, "close", closed)
    server.keep_ready()
    assert done == ["asked", "closed"]


def test_a_database_that_is_busy_is_told_in_one_line_to_whoever_starts_the_firm(monkeypatch, caplog):
    def busy() -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(warm, "warm", busy)
    monkeypatch.setattr(connection, "close", lambda: None)
    server.keep_ready()
    [told] = caplog.records
    assert told.exc_info is None
    assert "the next list will do it" in told.getMessage()


def test_only_a_process_that_serves_pages_looks_beside_them() -> None:
    assert "pool" not in {thread.name for thread in threading.enumerate()}
