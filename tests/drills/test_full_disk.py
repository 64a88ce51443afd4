"""The disk fills up while people write: they are told, reading goes on, nothing is half, and room is all it needs."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection

from tests.drills.house import House
from tests.drills.kills import made_ready, until_nothing_waits
from tests.drills.served import Caller, Served
from tests.house.forms_of_asking import PROBLEM

pytestmark = pytest.mark.drill
ROOM = 400_000
PATH = "/client/requests/new/"
READ = {"/client/": "carla", "/client/requests/": "carla", "/bureau/requests/": "bea", "/manager/": "max"}


@pytest.fixture
def house(tmp_path: Path, transactional_db: None) -> Iterator[House]:
    """A data folder on a small disk of its own."""
    if os.geteuid() or connection.vendor != "sqlite":
        pytest.skip("only root can make a small disk, and a server's database stands on a disk of its own")
    data = tmp_path / "small" / "var"
    data.parent.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(data.parent)], check=True)
    yield House(data)
    subprocess.run(["umount", "--lazy", str(data.parent)], check=True)


def fill(path: Path, *, room: int) -> None:
    """Take all the room there is, but so many bytes."""
    with path.open("wb") as filler, suppress(OSError):
        while True:
            filler.write(bytes(64 * 1024))
            filler.flush()
    os.truncate(path, max(path.stat().st_size - room, 0))


def write_until_full(carla: Caller, marks: dict[str, str]) -> tuple[str, dict[str, object]]:
    """State one problem after the other; returns the page and the form of the first that was refused."""
    for number in range(400):
        mark = f"vraag-{number:04}."
        form = carla.form(PATH, text=f"{PROBLEM['text']} {mark} " + "Lang verhaal. " * 400)
        answer = carla.post(PATH, form)
        if answer.status != 302:
            assert answer.status == 507, answer.page[:2000]
            return answer.page, form
        marks[mark] = answer.location
    raise AssertionError("the disk did not fill up")


def says_so_and_shows_all(served: Served, sessions: dict[str, str], page: str) -> None:
    """The page of a refusal, and the pages that only show."""
    assert "The disk of the server is full" in page
    assert "De schijf van de server is vol" in page
    assert "Lang verhaal." in page
    for path, who in READ.items():
        assert Caller(served.port, sessions[who]).get(path).status == 200, path


def nothing_is_half(house: House, before: int, marks: dict[str, str]) -> int:
    """What was acknowledged is there, and no action without its fact; returns how many requests there are."""
    texts = [row[0] for row in house.rows("SELECT text FROM ask_request")]
    assert len(texts) == before + len(marks)
    assert all(any(mark in text for text in texts) for mark in marks)
    assert house.rows("SELECT count(*) FROM journal_entry WHERE kind = 'RequestReceived'") == [(len(texts),)]
    return len(texts)


def test_a_full_disk_stops_writing_alone_and_needs_no_restart(house):
    firm, filler = made_ready(house, assignments=1), house.data.parent / "filler"
    marks: dict[str, str] = {}
    with Served(house, INTERREGNUM_WORKER_PACE="0.1") as served:
        carla = Caller(served.port, firm["sessions"]["carla"])
        until_nothing_waits(house)
        before = house.rows("SELECT count(*) FROM ask_request")[0][0]
        fill(filler, room=ROOM)
        page, form = write_until_full(carla, marks)
        says_so_and_shows_all(served, firm["sessions"], page)
        assert carla.post(PATH, form).status == 507
        count = nothing_is_half(house, before, marks)
        filler.unlink()
        answers = [carla.post(PATH, form) for _ in range(2)]
        assert [answer.status for answer in answers] == [302, 302]
        assert answers[0].location == answers[1].location
        assert house.rows("SELECT count(*) FROM ask_request") == [(count + 1,)]
        until_nothing_waits(house)
    assert "all as they were written" in house.done("verify", "--language", "en")
    assert house.rows("PRAGMA integrity_check") == [("ok",)]
