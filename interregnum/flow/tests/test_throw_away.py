"""The demonstration firm is thrown away whole, and never from under somebody's feet."""

import os
import subprocess
import sys

import pytest

from interregnum.outside.safekeeping.locks import IN_USE, alone

KEPT = ("interregnum.sqlite3", "files/one", "mail/one", "ledger/lines")


@pytest.fixture
def data(tmp_path):
    for name in KEPT:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def throw_away(data) -> subprocess.CompletedProcess[str]:
    # A process of its own: the data of these tests stay where they are.
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "interregnum", "throw-away"],
        env=environment | {"INTERREGNUM_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_that_was_known_of_the_old_firm_is_held_against_the_new_one(data):
    """Not even how far its journal reached: the new one begins at its own first fact."""
    assert throw_away(data).returncode == 0
    assert [name for name in KEPT if (data / name).exists()] == []


def test_a_firm_that_runs_is_not_thrown_away(data):
    with alone(data / IN_USE, "in_use"):
        answer = throw_away(data)
    assert answer.returncode != 0
    assert "Stop it first" in answer.stderr
    assert [name for name in KEPT if not (data / name).exists()] == []
