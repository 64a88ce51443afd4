"""Turns: of several workers one does what falls due, once."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q
from django_tasks_db.models import DBTaskResult, get_date_max

from interregnum.jobs.claims import DONE, FAILED, READY
from interregnum.jobs.models import Effort, Turn
from interregnum.jobs.queue import Job

NAMES = UUID("6a1f7a0e-52d5-4a0c-9b53-0f6f3f4b8f10")


A_MINUTE = timedelta(minutes=1)


def take_turn(name: str, *, at: datetime, then: datetime, every: timedelta = A_MINUTE) -> bool:
    """Whether this falls due now and nobody else has taken it; `then` is when it does so next, `every` how far two
    turns lie apart at most."""
    if Turn.objects.get_or_create(name=name, defaults={"due_at": then})[1]:
        return True
    # A clock that is put back a little meets a turn that was taken already, one further off than that; what is further
    # off still was written by a clock that was wrong by more than a turn, and must not be waited for.
    due = Q(due_at__lte=at) | Q(due_at__gt=then + every)
    return bool(Turn.objects.filter(due, name=name).update(due_at=then))


def put_unless_waiting(job: Job) -> None:
    """Put `job()` into the queue unless one waits there; one that runs already may have looked too early."""
    if not DBTaskResult.objects.filter(task_path=job.module_path, status=READY).exists():
        job.enqueue()


def put_once(job: Job, name: str) -> None:
    """Put `job(name)` into the queue unless it waits or runs there already. It has one row, used again each time."""
    key = uuid5(NAMES, f"{job.module_path} {name}")
    row = {
        "status": READY,
        "args_kwargs": {"args": [name], "kwargs": {}},
        "task_path": job.module_path,
        "backend_name": "default",
        "run_after": get_date_max(),
        "exception_class_path": "",
        "traceback": "",
    }
    with transaction.atomic():
        over = DBTaskResult.objects.filter(pk=key, status__in=[DONE, FAILED])
        if over.update(status=READY, run_after=get_date_max(), started_at=None, finished_at=None, worker_ids=[]):
            Effort.objects.filter(pk=key).update(tries=0, worker="")
        else:
            DBTaskResult.objects.get_or_create(pk=key, defaults=row)
