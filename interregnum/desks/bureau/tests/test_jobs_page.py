"""The work in the background as a partner sees it."""

import pytest
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.claims import claim, fail
from interregnum.jobs.models import Effort
from interregnum.jobs.post import Letter, put
from interregnum.jobs.queue import HopelessError
from tests import world

JOBS = "/bureau/jobs/"


@pytest.fixture
def queue(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def enqueue(count: int) -> None:
    for number in range(count):
        put(Letter(to=f"reader{number}@example.org", subject="x", text="x", language="nl"))


def failed(error: Exception) -> DBTaskResult:
    enqueue(1)
    row = claim("w", at=world.NOW)
    fail(row, "w", error, at=world.NOW)
    return row


def test_bea_sees_what_runs_failed_and_waits(cast, queue, django_assert_max_num_queries):
    failed(HopelessError("it cannot be"))
    enqueue(30)
    running = claim("w", at=world.NOW)
    Effort.objects.filter(pk=running.pk).update(done=40, of=120)
    bea = world.browser(cast.bea)
    with django_assert_max_num_queries(15):
        page = bea.get(JOBS).content.decode()
    assert page.index("Running</span>") < page.index("Failed</span>") < page.index("Waiting</span>")
    assert "Send a mail" in page
    assert "40 of 120" in page
    assert "An unexpected fault: it cannot be" in page
    assert "every 5s" in page


def test_bea_looks_at_the_failed_ones_alone_and_at_the_next_page(cast, queue):
    failed(ConnectionRefusedError(111, "refused"))
    DBTaskResult.objects.update(status="FAILED")
    enqueue(30)
    bea = world.browser(cast.bea)
    page = bea.get(JOBS, {"state": "failed"}).content.decode()
    assert "The other server refused the connection." in page
    assert page.count("<article") == 1
    assert bea.get(JOBS, {"state": "waiting", "page": 2}).content.decode().count("<article") == 5
    assert bea.get(JOBS, {"state": "nonsense"}).status_code == 200


def test_bea_runs_a_failed_job_again_once(cast, queue):
    row, bea = failed(HopelessError("no")), world.browser(cast.bea)
    form = {"job": str(row.pk), "once": "again"}
    assert bea.post(JOBS, form).status_code == 302
    assert DBTaskResult.objects.get().status == "READY"
    assert bea.post(JOBS, form).status_code == 302
    answer = bea.post(JOBS, form | {"once": "other"})
    assert answer.status_code == 422
    assert "no longer failed" in answer.content.decode()


@pytest.mark.parametrize("job", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_job_that_does_not_exist_is_refused(cast, queue, job):
    assert world.browser(cast.bea).post(JOBS, {"job": job}).status_code == 422


def test_nothing_to_do_is_told_as_such(cast):
    page = world.browser(cast.bea).get(JOBS).content.decode()
    assert "Nothing waits, nothing failed" in page
    assert "every 5s" not in page
