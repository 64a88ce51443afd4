"""What the server makes ready before its processes part."""

import gc

import pytest
from django.db import DatabaseError, connection, connections

from interregnum.config import server
from interregnum.stages.choose.actions import warm
from interregnum.stages.choose.engine import live


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
