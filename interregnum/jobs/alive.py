"""Who is alive: workers renew a row, and the jobs of one that fell silent go back into the queue.

Two looks are needed to bury a worker, some seconds apart, and each sign of life wipes the first: a clock that jumps,
or a database that was locked for a while, makes a living worker look silent once, but not twice.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.claims import RUNNING, give_back
from interregnum.jobs.models import Worker

log = logging.getLogger("interregnum.jobs")


@dataclass(frozen=True)
class Pace:
    """Seconds: how often a sign of life is given, after how much silence a worker is suspected, after how much more it
    is buried, and how long a worker that is told to stop may finish its job.

    25 + 12 seconds and two looks of 5 seconds are well within the minute in which a killed worker's job runs again.
    """

    beat: float = 5
    silent: float = 25
    suspected: float = 12
    grace: float = 15

    def times(self, factor: float) -> "Pace":
        return Pace(self.beat * factor, self.silent * factor, self.suspected * factor, self.grace)


def leave(worker: str, *, at: datetime) -> None:
    """This worker stops in order; what it has not finished goes back and counts as no try."""
    give_back(DBTaskResult.objects.filter(effort__worker=worker), at=at, is_counted=False)
    Worker.objects.filter(pk=worker).delete()


def bury(*, at: datetime, pace: Pace) -> int:
    """Give back the jobs of workers that are dead; returns how many."""
    silent, suspected = timedelta(seconds=pace.silent), timedelta(seconds=pace.suspected)
    quiet = Worker.objects.filter(Q(seen_at__lt=at - silent) | Q(seen_at__gt=at + silent))
    dead = quiet.filter(Q(suspected_at__lte=at - suspected) | Q(suspected_at__gt=at + suspected))
    for worker in dead:
        # Only if it has not come back since it was read.
        dead.filter(pk=worker.pk).delete()
    quiet.filter(suspected_at=None).update(suspected_at=at)
    unowned = DBTaskResult.objects.filter(status=RUNNING).exclude(effort__worker__in=Worker.objects.values("code"))
    count = give_back(unowned, at=at)
    if count:
        log.warning("%d job(s) of a worker that died run again", count)
    return count
