"""A job is tried again with back-off, given up with its reason, and never lost with its worker."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.alive import Pace, bury, leave
from interregnum.jobs.claims import BACK_OFF, claim, finish, run_again, sign_of_life
from interregnum.jobs.models import Effort
from interregnum.jobs.models import Worker as Row
from interregnum.jobs.queries import job_figures, job_line, jobs_in
from interregnum.jobs.queue import HopelessError, NotYetError
from interregnum.jobs.schedule import put_once, take_turn
from interregnum.jobs.tests import samples
from tests.world import NOW

PACE = Pace()


def work(worker, *, at) -> bool:
    """The worker does one job, if there is one."""
    with time_machine.travel(at, tick=False):
        row = claim(worker.code, at=at)
        if row:
            worker.do(row)
        return row is not None


def the_job() -> DBTaskResult:
    return DBTaskResult.objects.select_related("effort").get()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_what_is_rolled_back_never_runs(worker):
    with pytest.raises(RuntimeError), transaction.atomic():
        samples.write_down.enqueue("ghost")
        raise RuntimeError
    assert not work(worker, at=timezone.now())
    # The control: without the transaction the same error leaves a ghost.
    with pytest.raises(RuntimeError):
        samples.write_down.enqueue("ghost")
        raise RuntimeError
    assert work(worker, at=timezone.now())
    assert samples.done == ["ghost"]


def test_a_failed_job_is_tried_again_after_ever_longer_waits_and_then_given_up(worker, caplog):
    samples.raises["x"] = ValueError("no\nroom")
    samples.write_down.enqueue("x")
    at = NOW
    assert work(worker, at=at)
    for wait in BACK_OFF:
        assert job_line(the_job()).again_at == at + wait
        assert not work(worker, at=at + wait - timedelta(seconds=1))
        at += wait
        assert work(worker, at=at)
    line = job_line(the_job())
    assert (line.state, line.tries, line.reason, line.called) == ("failed", 6, "ValueError: no room", "Write down")
    assert "Traceback" in line.traceback
    assert samples.given_up == ["x"]
    assert not work(worker, at=at + timedelta(days=30))
    assert len([record for record in caplog.records if "write_down failed" in record.message]) == 6


def test_a_person_runs_a_failed_job_again_once(worker):
    samples.raises["x"] = HopelessError("it cannot be")
    samples.write_down.enqueue("x")
    work(worker, at=NOW)
    assert job_line(the_job()).reason == "it cannot be"
    samples.raises.clear()
    assert run_again(the_job().pk)
    assert not run_again(the_job().pk)
    assert work(worker, at=NOW)
    assert samples.done == ["x"]
    assert not work(worker, at=NOW + timedelta(days=1))


def test_a_job_that_has_to_wait_for_another_has_not_failed(worker):
    samples.raises["x"] = NotYetError(30)
    samples.write_down.enqueue("x")
    work(worker, at=NOW)
    line = job_line(the_job())
    assert (line.state, line.tries, line.again_at) == ("waiting", 0, NOW + timedelta(seconds=30))


def test_a_killed_workers_job_runs_again_within_a_minute(worker):
    samples.write_down.enqueue("x")
    claim("killed", at=NOW)
    for seconds in range(5, 61, 5):
        at = NOW + timedelta(seconds=seconds)
        sign_of_life(worker.code, at=at)
        bury(at=at, pace=PACE)
        if work(worker, at=at):
            break
    assert samples.done == ["x"]
    assert seconds < 60
    assert [row.pk for row in Row.objects.all()] == [worker.code]


def test_a_jump_of_the_clock_buries_nobody_who_lives(worker):
    samples.write_down.enqueue("x")
    claim(worker.code, at=NOW)
    for jump in (timedelta(hours=1), -timedelta(hours=1)):
        assert bury(at=NOW + jump, pace=PACE) == 0
        sign_of_life(worker.code, at=NOW + jump)
        assert bury(at=NOW + jump + timedelta(seconds=15), pace=PACE) == 0
    assert the_job().status == "RUNNING"


def test_a_worker_that_was_thought_dead_cannot_say_that_it_is_done(worker):
    samples.write_down.enqueue("x")
    late = claim("slow", at=NOW)
    Row.objects.filter(pk="slow").delete()
    assert bury(at=NOW, pace=PACE) == 1
    mine = claim(worker.code, at=NOW)
    assert not finish(late, "slow", at=NOW)
    assert finish(mine, worker.code, at=NOW)


def test_a_job_that_takes_its_worker_down_each_time_is_given_up(worker):
    samples.write_down.enqueue("poison")
    for _ in range(6):
        assert claim("victim", at=NOW)
        Row.objects.all().delete()
        bury(at=NOW, pace=PACE)
    line = job_line(the_job())
    assert (line.state, line.kind) == ("failed", "WorkerDied")
    assert samples.given_up == ["poison"]


def test_a_worker_that_is_told_to_stop_gives_back_what_it_has_not_done(worker):
    samples.write_down.enqueue("x")
    claim(worker.code, at=NOW)
    leave(worker.code, at=NOW)
    assert (job_line(the_job()).state, job_line(the_job()).tries) == ("waiting", 0)
    assert not Row.objects.exists()


def test_a_job_whose_code_is_gone_fails_and_stops_nobody(worker):
    samples.write_down.enqueue("x")
    DBTaskResult.objects.update(task_path="interregnum.gone.away")
    work(worker, at=NOW)
    assert job_line(the_job()).reason.startswith("ModuleNotFoundError")
    assert job_line(the_job()).called == "away"


def test_long_work_tells_how_far_it_is(worker):
    samples.count.enqueue(3)
    work(worker, at=NOW)
    assert (Effort.objects.get().done, Effort.objects.get().of) == (3, 3)


def test_a_turn_is_taken_once_and_survives_a_clock_that_is_put_back(db):
    minute = timedelta(minutes=1)
    assert take_turn("x", at=NOW, then=NOW + minute)
    assert not take_turn("x", at=NOW, then=NOW + minute)
    assert take_turn("x", at=NOW + minute, then=NOW + 2 * minute)
    back = NOW - timedelta(hours=1)
    assert take_turn("x", at=back, then=back + minute)


def test_what_falls_due_has_one_row_that_is_used_again(worker):
    for _ in range(2):
        put_once(samples.write_down, "due")
        put_once(samples.write_down, "due")
        assert DBTaskResult.objects.count() == 1
        assert work(worker, at=NOW)
    assert samples.done == ["due", "due"]


def test_the_figures_count_what_is_not_done(worker):
    samples.raises["x"] = HopelessError("no")
    for word in ("x", "y", "z"):
        samples.write_down.enqueue(word)
    work(worker, at=NOW)
    claim("other", at=NOW)
    found = job_figures(today=NOW - timedelta(hours=9))
    assert (found.waiting, found.running, found.failed, found.failed_today) == (1, 1, 1, 1)
    assert [job_line(row).state for row in jobs_in("")] == ["running", "failed", "waiting"]
    assert job_figures(today=NOW + timedelta(hours=15)).failed_today == 0
