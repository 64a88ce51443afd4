"""Beside the pages a process keeps its pool ready, and nobody who presses waits for that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from interregnum.stages.choose.engine import live, store
from interregnum.stages.choose.engine.live import Live
from interregnum.stages.choose.engine.snapshot import Snapshot
from tests.world import make_manager

pytestmark = pytest.mark.mission("D2")
# Seconds; who waits for the other waits longer than this.
PATIENCE = 3


class LockFirst(Live):
    """The control: it waits for the database with the lock in hand."""

    def keep_ready(self) -> None:
        with self.lock:
            store.work_off()


def beside(act: Callable[[], None]) -> Thread:
    """A thread with a connection of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread


def press(process: Live, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a press that holds the database gets the pool while the thread beside it waits for that database."""
    waits, works_off, answered = Event(), store.work_off, Event()

    def waiting() -> None:
        waits.set()
        works_off()

    def ask() -> None:
        with process.now():
            answered.set()

    eva = make_manager(name="Eva", email="eva@example.org")
    with transaction.atomic():
        # The note of before is seen by both; whoever works it off first holds the narrow table until the end.
        store.work_off()
        with monkeypatch.context() as patch:
            patch.setattr(store, "work_off", waiting)
            thread = beside(process.keep_ready)
            assert waits.wait(PATIENCE)
        # The lock belongs to a thread, and what was written to this connection.
        free = process.lock.acquire(timeout=PATIENCE)
        if free:
            process.lock.release()
            ask()
    thread.join(30)
    eva.delete()
    return answered.is_set()


@pytest.mark.usefixtures("file_database")
def test_whoever_holds_the_database_need_not_wait_for_the_thread_that_waits_for_it(monkeypatch):
    assert press(Live(), monkeypatch)
    assert not press(LockFirst(), monkeypatch)


@contextmanager
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Event, Event]]:
    """A pool that takes long to read: `began`, and `go` to let it be read."""
    began, go, rows = Event(), Event(), live._rows

    def slow():
        began.set()
        go.wait(PATIENCE * 3)
        return rows()

    with monkeypatch.context() as patch:
        patch.setattr(live, "_rows", slow)
        yield began, go


@pytest.mark.usefixtures("file_database")
def test_nobody_waits_while_the_pool_is_read_anew_beside_them(monkeypatch):
    make_manager(name="Eva", email="eva@example.org")
    process = Live()
    with reading(monkeypatch) as (began, go):
        thread = beside(process.keep_ready)
        assert began.wait(PATIENCE)
        assert process.lock.acquire(timeout=PATIENCE)
        process.lock.release()
        go.set()
        thread.join(30)
    kept = process.snapshot
    assert isinstance(kept, Snapshot)
    with process.now() as asked:
        assert asked is kept
        assert asked.count == 1


@pytest.mark.usefixtures("file_database")
def test_a_list_that_is_being_made_is_left_alone_and_not_waited_for():
    make_manager(name="Eva", email="eva@example.org")
    process = Live()
    with process.now() as asked:
        make_manager(name="Fien", email="fien@example.org")
        thread = beside(process.keep_ready)
        thread.join(PATIENCE)
        assert not thread.is_alive()
        assert asked.count == 1
    process.keep_ready()
    assert process.snapshot is asked
    assert asked.count == 2
