"""What falls due is put into the queue by one worker, and a fault of the journal is reported."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from interregnum.flow.due import DUE, NIGHTLY, look_round, next_night
from interregnum.jobs.alive import Pace
from interregnum.jobs.claims import claim
from interregnum.jobs.models import Mail
from interregnum.jobs.queries import job_line
from interregnum.jobs.queue import KNOWN
from interregnum.jobs.worker import Worker
from interregnum.journal.models import Entry
from interregnum.journal.verified import last_verification
from interregnum.stages.ask.actions.answer_visitor import forget_asked
from tests import world
from tests.life import Life
from tests.world import NOW


def names(**wanted) -> list[str]:
    return sorted(row.args_kwargs["args"][0] for row in DBTaskResult.objects.filter(**wanted))


def work(*, at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        _work(at)


def _work(at: datetime) -> None:
    worker = Worker(clock=lambda: at, look_round=look_round, pace=Pace())
    while row := claim(worker.code, at=at):
        worker.do(row)


def test_each_minute_and_each_night_what_falls_due_is_enqueued_once(db):
    everything = sorted(due.__name__ for due in (*DUE, *NIGHTLY))
    look_round(NOW)
    look_round(NOW + timedelta(seconds=5))
    assert names() == everything
    work(at=NOW)
    assert names(status="SUCCESSFUL") == everything
    look_round(NOW + timedelta(minutes=1))
    assert names(status="READY") == sorted(due.__name__ for due in DUE)


def test_a_journal_that_does_not_hold_is_a_failed_job_and_every_partner_hears_of_it(cast, unguarded):
    Life(cast, until="asked")
    Entry.objects.filter(number=1).update(kind="other")
    look_round(NOW)
    work(at=NOW)
    (fault,) = [job_line(row) for row in DBTaskResult.objects.filter(status="FAILED").select_related("effort")]
    assert (fault.argument, fault.tries) == ("verify_journal", 1)
    assert fault.kind.endswith("JournalBrokenError")
    assert "1" in fault.reason
    assert last_verification().first_number == 1
    assert list(Mail.objects.filter(template="mail/journal_broken.txt").values_list("to", flat=True)) == [
        "bea@example.org"
    ]
    desk = {name: world.browser(getattr(cast, name)).get("/bureau/").content.decode() for name in ("bea", "anton")}
    assert "The journal does not hold" in desk["bea"]
    assert "The journal does not hold" not in desk["anton"]
    assert "Does not hold" in world.browser(cast.bea).get("/bureau/journal/").content.decode()


@pytest.mark.parametrize(
    ("at", "night"),
    [
        (datetime(2026, 3, 2, 1, 0, tzinfo=UTC), datetime(2026, 3, 2, 3, 0, tzinfo=UTC)),
        (datetime(2026, 3, 2, 3, 0, tzinfo=UTC), datetime(2026, 3, 3, 3, 0, tzinfo=UTC)),
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 2, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 3, 0, tzinfo=UTC)),
    ],
    ids=["before four", "at four", "the clock goes forward", "the clock goes back"],
)
def test_the_night_is_at_four_in_amsterdam(at, night):
    assert next_night(at) == night


def test_every_job_has_a_name_for_people():
    assert {path: known for path, known in KNOWN.items() if not str(known.called)} == {}


def test_what_visitors_asked_is_forgotten_each_night():
    assert forget_asked in NIGHTLY


def test_the_server_knows_what_falls_due_by_its_name_as_the_worker_does():
    asked = (
        "import django; django.setup()\n"
        "from interregnum.jobs.queue import KNOWN\n"
        "assert KNOWN['interregnum.flow.due.fall_due'].called"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "interregnum.config.settings"}
    subprocess.run([sys.executable, "-c", asked], check=True, env=environment)
