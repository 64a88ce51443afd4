"""`python -m interregnum worker`: do what waits in the queue and what falls due, until told to stop."""

import os
import signal
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from interregnum.flow.due import look_round
from interregnum.jobs.alive import Pace
from interregnum.jobs.worker import Worker
from interregnum.outside.safekeeping.locks import stay_in_use

BEHIND_PAGES = 10


class Command(BaseCommand):
    help = "Do what waits in the queue and what falls due. Several may run at once; SIGTERM stops one in order."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop as soon as nothing is ready any more")

    def handle(self, *args: Any, **options: Any) -> None:
        stay_in_use(Path(settings.DATA))
        # Whoever waits for a page goes first.
        os.nice(BEHIND_PAGES)
        worker = Worker(
            clock=timezone.now,
            look_round=look_round,
            pace=Pace().times(settings.WORKER_PACE),
            until_empty=options["until_empty"],
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run()
