"""From every release the present program is reached with all rows, files and facts, after a backup of them."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drills.house import ROOT, House, own_database

pytestmark = pytest.mark.drill
KILLS = 10
# The upgrade from the first release has more steps than these.
STEPS = 4
RELEASES = sorted((ROOT / "tests" / "releases").glob("*.json"))
each_release = pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)


@pytest.fixture
def house(tmp_path: Path, transactional_db: None) -> Iterator[House]:
    with own_database() as database:
        made = House(tmp_path / "var", database)
        made.data.mkdir(mode=0o700)
        yield made


def released(house: House, what: str, release: Path) -> str:
    line = [sys.executable, "-m", "tests.releases", what, str(release)]
    done = subprocess.run(line, cwd=ROOT, env=house.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def faults_of(house: House, release: Path) -> list[str]:
    found: list[str] = json.loads(released(house, "prove", release).splitlines()[-1])
    return found


@each_release
def test_what_was_released_is_kept_by_the_upgrade(house, release):
    released(house, "lay-out", release)
    house.done("migrate")
    assert faults_of(house, release) == []
    assert "all as they were written" in house.done("verify", "--language", "en")
    [backup] = (house.data / "backups").glob("*.backup")
    # What waited in the queue of that release is done by the present worker.
    house.done("worker", "--until-empty")
    assert (
        house.rows("SELECT exception_class_path FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'") == []
    )
    # And with that whatever was written then is found.
    [(objects,)] = house.rows("SELECT (SELECT count(*) FROM ask_request) + (SELECT count(*) FROM contract_contract)")
    found = house.rows("SELECT count(*) FROM people_searchentry WHERE kind IN ('request', 'contract')")
    assert objects
    assert found == [(objects,)]
    # Nothing is left to be brought up to date: no second backup.
    house.done("migrate")
    assert list((house.data / "backups").glob("*.backup")) == [backup]


def test_without_a_backup_nothing_is_changed(house):
    released(house, "lay-out", RELEASES[0])
    before = house.rows("SELECT count(*) FROM django_migrations")
    (house.data / "backups").write_text("a file where the folder should be")
    refused = house.command("migrate")
    assert refused.returncode != 0
    assert "--without-backup" in refused.stderr
    assert house.rows("SELECT count(*) FROM django_migrations") == before
    house.done("migrate", "--without-backup")
    assert house.rows("SELECT count(*) FROM django_migrations") > before


def test_a_lossy_upgrade_is_caught(house):
    released(house, "lay-out", RELEASES[0])
    house.done("migrate", "--without-backup")
    if house.database:
        import psycopg

        from tests.drills.house import place

        with psycopg.connect(**place(house.database)) as careless:
            careless.execute("UPDATE brief_brief SET problem = 'lost' WHERE id = (SELECT min(id) FROM brief_brief)")
    else:
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(house.data / "interregnum.sqlite3")) as careless, careless:
            careless.execute("UPDATE brief_brief SET problem = 'lost' WHERE id = (SELECT min(id) FROM brief_brief)")
    assert [fault for fault in faults_of(house, RELEASES[0]) if "brief.Brief" in fault]


def test_an_upgrade_that_is_killed_has_changed_nothing_and_can_be_run_again(house):
    released(house, "lay-out", RELEASES[0])
    asked, chance = "SELECT app, name FROM django_migrations ORDER BY id", random.Random(7)
    before = house.rows(asked)
    for _ in range(KILLS):
        kill_upgrade(house, chance)
        assert house.rows(asked) == before
    house.done("migrate", "--without-backup")
    assert house.rows(asked) > before
    assert faults_of(house, RELEASES[0]) == []


def kill_upgrade(house: House, chance: random.Random) -> None:
    """End an upgrade with -9 while it changes the tables, at one of its steps."""
    line = [sys.executable, "-u", "-m", "interregnum", "migrate", "--without-backup"]
    with subprocess.Popen(line, cwd=ROOT, env=house.environment, stdout=subprocess.PIPE, text=True) as upgrade:
        step = chance.randrange(STEPS)
        for told in upgrade.stdout:
            step -= "Applying" in told
            if step < 0:
                break
        time.sleep(chance.random() * 0.02)
        upgrade.kill()
