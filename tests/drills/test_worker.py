"""Workers are killed with -9 while they work: everything is done all the same, and seen once."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

from tests.drills.worker_drill import ROOT, ask, drill, environment
from tests.mail_server import mail_server

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


def take_the_database_away(folder: Path, seconds: float) -> None:
    """Nobody can write for so long: a lock on the file, or every connection of the server is cut again and again."""
    until = time.monotonic() + seconds
    if "DATABASE_URL" not in os.environ:
        with sqlite3.connect(folder / "interregnum.sqlite3", isolation_level=None) as greedy:
            greedy.execute("BEGIN EXCLUSIVE")
            time.sleep(seconds)
            greedy.execute("ROLLBACK")
        return
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(url._replace(scheme="postgresql", path="/postgres")), autocommit=True) as server:
        while time.monotonic() < until:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [url.path.lstrip("/")]
            )
            time.sleep(0.2)


def test_a_database_that_is_gone_for_a_while_loses_nothing_and_the_worker_lives(tmp_path, own_database):
    """Longer than the embedded database waits for a lock (20 s), so that the worker really meets the fault."""
    with mail_server() as server:
        env = environment(tmp_path, server, 1.0)
        ask(env, "fill", "60", "20")
        worker = subprocess.Popen([sys.executable, "-m", "tests.drills", "worker"], env=env, cwd=ROOT)
        try:
            while not list(tmp_path.glob("effect-*")):
                time.sleep(0.1)
            take_the_database_away(tmp_path, 25)
            until = time.monotonic() + 90
            wanted = {"SUCCESSFUL": 80, "MAILS_SENT": 20}
            while (found := json.loads(ask(env, "state"))) != wanted and time.monotonic() < until:
                time.sleep(1)
            assert worker.poll() is None
        finally:
            worker.terminate()
            worker.wait(timeout=30)
        assert found == wanted
        runs = (tmp_path / "runs").read_text().split()
        # What could not be written down as done when the database went, was done a second time.
        assert len(set(runs)) == 60
        assert len(runs) <= 61 if "DATABASE_URL" not in os.environ else len(runs) <= 120
        assert len(set(server.keys())) == 20
