"""What happens to a job in its table: claimed, done, tried again later, given back, given up.

Each step asks in the same statement whether the job is still this worker's: of two that think so, one is right.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from interregnum.jobs.models import Effort, Worker
from interregnum.jobs.queue import KNOWN, HopelessError, Known, NotYetError

log = logging.getLogger("interregnum.jobs")

type JobRow = DBTaskResult[Any, Any]

# A slip of the network is over in seconds, a restart of a server in minutes, an outage in hours; what has not come
# right after two and a half hours needs a person.
BACK_OFF = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
DIED = "WorkerDied"
MOST = 300

READY, RUNNING = TaskResultStatus.READY, TaskResultStatus.RUNNING
FAILED, DONE = TaskResultStatus.FAILED, TaskResultStatus.SUCCESSFUL


def sentence_of(error: BaseException) -> str:
    """An error in one line."""
    words = " ".join(str(error).split())
    return (words if isinstance(error, HopelessError) else f"{type(error).__name__}: {words}".rstrip(": "))[:MOST]


def known(row: JobRow) -> Known:
    return KNOWN.get(row.task_path, Known())


def sign_of_life(worker: str, *, at: datetime) -> None:
    """This worker is here."""
    if not Worker.objects.filter(pk=worker).update(seen_at=at, suspected_at=None):
        Worker.objects.create(code=worker, started_at=at, seen_at=at)


def claim(worker: str, *, at: datetime) -> JobRow | None:
    """The next job that may run now, which is then this worker's; None when there is none."""
    ready = DBTaskResult.objects.filter(Q(run_after=get_date_max()) | Q(run_after__lte=at), status=READY)
    # Looking first spares everybody else the lock that a claim takes on the embedded database.
    if not ready.exists():
        return None
    with transaction.atomic():
        row: JobRow | None = ready.select_for_update(skip_locked=True).first()
        if row is None:
            return None
        # Whoever runs a job without being known as alive would lose it to the next look round.
        sign_of_life(worker, at=at)
        row.claim(worker)
        effort, _ = Effort.objects.get_or_create(task=row)
        Effort.objects.filter(pk=row.pk).update(worker=worker, tries=F("tries") + 1, done=0, of=0)
        effort.tries += 1
        row.effort = effort
        return row


def finish(row: JobRow, worker: str, *, at: datetime) -> bool:
    """The job is done. False when it was taken from this worker meanwhile."""
    done = {"status": DONE, "finished_at": at, "exception_class_path": "", "traceback": ""}
    with transaction.atomic():
        is_mine = bool(_mine(row, worker).update(**done))
        if is_mine:
            Effort.objects.filter(pk=row.pk).update(worker="", reason="")
    return is_mine


def postpone(row: JobRow, worker: str, wait: NotYetError, *, at: datetime) -> None:
    """The job has to wait for another; this was no try."""
    with transaction.atomic():
        if _mine(row, worker).update(status=READY, run_after=at + timedelta(seconds=wait.seconds)):
            Effort.objects.filter(pk=row.pk).update(worker="", tries=F("tries") - 1)


def fail(row: JobRow, worker: str, error: BaseException, *, at: datetime) -> None:
    """Try it again later, or give it up with its reason."""
    told = {
        "exception_class_path": f"{type(error).__module__}.{type(error).__qualname__}",
        "traceback": "".join(format_exception(error)),
    }
    tries = row.effort.tries
    again = known(row).again and not isinstance(error, HopelessError) and tries <= len(BACK_OFF)
    with transaction.atomic():
        if again:
            is_mine = _mine(row, worker).update(status=READY, run_after=at + BACK_OFF[tries - 1], **told)
        else:
            is_mine = _mine(row, worker).update(status=FAILED, finished_at=at, **told)
        if not is_mine:
            return
        Effort.objects.filter(pk=row.pk).update(worker="", reason=sentence_of(error))
        if not again:
            _give_up(row)
    wait = f"again after {BACK_OFF[tries - 1]}" if again else "given up"
    log.warning("%s failed, try %d, %s: %s", row.task_path, tries, wait, sentence_of(error))


def give_back(rows: QuerySet[JobRow], *, at: datetime, is_counted: bool = True) -> int:
    """Jobs that nobody works on any more become ready again; returns how many did.

    A job that takes its worker down each time must not do so for ever: after as many tries as any other it is given up.
    """
    count = 0
    for row in rows.filter(status=RUNNING).select_related("effort"):
        effort = getattr(row, "effort", None)
        running = DBTaskResult.objects.filter(pk=row.pk, status=RUNNING, worker_ids=row.worker_ids)
        with transaction.atomic():
            if effort and effort.tries > len(BACK_OFF):
                died = {"exception_class_path": DIED, "traceback": ""}
                if running.update(status=FAILED, finished_at=at, **died):
                    Effort.objects.filter(pk=row.pk).update(worker="", reason=DIED)
                    _give_up(row)
            elif running.update(status=READY, run_after=at):
                tries = F("tries") - (0 if is_counted else 1)
                Effort.objects.filter(pk=row.pk).update(worker="", tries=tries)
                count += 1
    return count


def run_again(job: UUID) -> bool:
    """A person wants a failed job tried anew; False when it is no failed job (any more)."""
    with transaction.atomic():
        failed = DBTaskResult.objects.filter(pk=job, status=FAILED)
        changed = bool(failed.update(status=READY, run_after=get_date_max(), finished_at=None))
        if changed:
            Effort.objects.filter(pk=job).update(tries=0, worker="")
    return changed


def _mine(row: JobRow, worker: str) -> QuerySet[JobRow]:
    found: QuerySet[JobRow] = DBTaskResult.objects.filter(pk=row.pk, status=RUNNING, effort__worker=worker)
    return found


def _give_up(row: JobRow) -> None:
    tell: Callable[..., None] | None = known(row).given_up
    if tell is None:
        return
    try:
        with transaction.atomic():
            tell(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
    except Exception:
        # The job has failed all the same; what hangs on it is told in the log.
        log.exception("what follows the giving up of %s failed", row.task_path)
