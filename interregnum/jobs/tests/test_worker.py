"""The worker itself: it stops in order and waits for a database that is gone."""

import pytest
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult

from interregnum.jobs import worker as module
from interregnum.jobs.claims import claim
from interregnum.jobs.models import Worker as Row
from interregnum.jobs.tests import samples
from tests.world import NOW


def test_told_to_stop_it_stops_in_order_and_told_twice_at_once(worker):
    worker.stop()
    assert worker.is_stopping
    with pytest.raises(SystemExit):
        worker.stop()


def test_a_job_that_takes_too_long_to_wait_for_goes_back(worker, monkeypatch):
    samples.write_down.enqueue("x")
    claim(worker.code, at=NOW)
    codes: list[int] = []
    monkeypatch.setattr(module.os, "_exit", codes.append)
    worker._break_off()
    assert (DBTaskResult.objects.get().status, codes) == ("READY", [0])


def test_it_waits_for_a_database_that_is_gone_and_says_so_once(worker, monkeypatch, caplog):
    def gone(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    with monkeypatch.context() as patch:
        patch.setattr(module, "claim", gone)
        worker._turn()
        worker._turn()
    assert [record.message for record in caplog.records if "does not answer" in record.message] == [
        "the database does not answer, the worker waits for it: database is locked"
    ]
    samples.write_down.enqueue("x")
    worker._turn()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_what_could_not_be_written_down_is_given_back_however_long_the_database_is_gone(worker, monkeypatch):
    """Its own signs of life keep others from taking it for dead."""

    def gone(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    samples.write_down.enqueue("x")
    with monkeypatch.context() as patch:
        patch.setattr(module, "finish", gone)
        patch.setattr(module, "give_back", gone)
        worker._turn()
        worker._turn()
    assert DBTaskResult.objects.get().status == "RUNNING"
    worker._turn()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_its_beat_looks_round_and_survives_a_fault_there(worker, monkeypatch, caplog):
    seen: list[object] = []
    worker.look_round = seen.append
    worker.beat()
    assert len(seen) == 1
    assert Row.objects.get().pk == worker.code

    def faulty(_at: object) -> None:
        raise ValueError

    worker.look_round = faulty
    worker.beat()
    assert "looking round failed" in caplog.text
