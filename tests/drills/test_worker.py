"""Workers are killed with -9 while they work: everything is done all the same, and seen once."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

from tests.drills.worker_drill import drill

# Signs of life ten times as often as in earnest, so that a silence of 4 seconds is enough to bury a worker.
PACE = 0.1
pytestmark = pytest.mark.drill


@pytest.fixture
def own_database(monkeypatch) -> Iterator[None]:
    """An empty database for the processes of the drill: a file, or one beside the tests' own on their server."""
    if "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        monkeypatch.delenv("DATABASE_URL", raising=False)
        yield
        return
    url, name = urlsplit(os.environ["DATABASE_URL"]), f"drill_{os.getpid()}"
    with psycopg.connect(urlunsplit(url._replace(scheme="postgresql", path="/postgres")), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        monkeypatch.setenv("DATABASE_URL", urlunsplit(url._replace(path=f"/{name}")))
        yield
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_every_job_is_done_once_though_workers_are_killed(tmp_path, own_database):
    result = drill(tmp_path, jobs=220, mails=80, workers=2, kills=3, every=1.0, pace=PACE, most=60)
    assert result.state == {"SUCCESSFUL": 300, "MAILS_SENT": 80}
    assert (result.effects, result.mails) == (220, 80)
    # A job that was at work in the very moment of a kill may be seen to start twice; its effect is there once.
    assert result.repeated <= result.kills
    assert result.mails_twice <= result.kills
    assert result.seconds_after_last_kill < 60
