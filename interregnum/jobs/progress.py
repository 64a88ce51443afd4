"""Long work tells how far it is, to whoever started it."""

import time
from contextvars import ContextVar
from uuid import UUID

from django.db import transaction

from interregnum.jobs.models import Effort, Started
from interregnum.jobs.queue import Job

# Oftener than a reader looks, it would only cost.
EVERY_SECONDS = 1.0

current: ContextVar[UUID | None] = ContextVar("the job that runs here", default=None)
_told_at: ContextVar[float] = ContextVar("when progress was told last", default=0.0)


def tell_progress(done: int, of: int) -> None:
    """So many of so many are done. Outside a job nothing happens; inside a transaction it shows when that ends."""
    job = current.get()
    if job is None or (done < of and time.monotonic() - _told_at.get() < EVERY_SECONDS):
        return
    _told_at.set(time.monotonic())
    Effort.objects.filter(pk=job).update(done=done, of=of)


def start(job: Job, *arguments: object, by: str) -> str:
    """Enqueue a job whose progress this account may see; returns the code that `progress_of` and the piece take."""
    with transaction.atomic():
        code = str(job.enqueue(*arguments).id)
        Started.objects.create(job=code, by=by)
    return code
