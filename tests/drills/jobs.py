"""What the drill of the worker has to do: a line for each job, and a mail."""

import os
import time
from pathlib import Path

from django.db import transaction

from interregnum.jobs import post
from interregnum.jobs.queue import job

TEXT = "Dit is een proef.\n"


@job(called="Drill")
def note(number: int) -> None:
    """A line for each run, and the effect: a file, which is there once however often it is made."""
    folder = Path(os.environ["DRILL_FOLDER"])
    with (folder / "runs").open("a") as runs:
        runs.write(f"{number}\n")
    # Long enough for some kills to fall between the start and the effect.
    time.sleep(0.02)
    (folder / f"effect-{number}").touch()


def enqueue(count: int, *, mails: int) -> None:
    """So many jobs and so many mails, in one transaction."""
    with transaction.atomic():
        for number in range(count):
            note.enqueue(number)
        for number in range(mails):
            reader = f"reader{number % 40}@example.org"
            post.put(post.Letter(to=reader, subject=f"{number:05}", text=TEXT, language="nl"))
