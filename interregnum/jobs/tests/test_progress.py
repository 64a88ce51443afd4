"""Whoever started long work sees how far it is, that it failed and why; nobody else does."""

import pytest
from django.http import Http404
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from interregnum.jobs.claims import BACK_OFF, claim
from interregnum.jobs.models import Effort, Started
from interregnum.jobs.progress import start
from interregnum.jobs.queries import DONE_DAYS, forget_done_jobs, progress_of
from interregnum.jobs.queue import HopelessError
from interregnum.jobs.tests import samples
from tests import world
from tests.world import NOW


@pytest.fixture
def work(worker, cast):
    """Bea's job, which waits."""
    return start(samples.count, 4, by=cast.bea.code)


def shown(cast, code, *, person=None, htmx=True):
    headers = {"HX-Request": "true"} if htmx else {}
    return world.browser(person or cast.bea).get(reverse("progress", args=[code]), headers=headers)


def test_it_waits_runs_and_is_done(worker, cast, work):
    assert "The worker is not running" in shown(cast, work).content.decode()
    row = claim(worker.code, at=NOW)
    Effort.objects.update(done=1, of=4)
    page = shown(cast, work)
    assert "1 of 4" in page.content.decode()
    assert "every 2s" in page.content.decode()
    assert "HX-Refresh" not in page.headers
    worker.do(row)
    page = shown(cast, work)
    assert "Done" in page.content.decode()
    assert "every 2s" not in page.content.decode()
    assert page.headers["HX-Refresh"] == "true"


def test_it_says_why_it_failed(worker, cast):
    samples.raises["x"] = HopelessError("the file is empty")
    code = start(samples.write_down, "x", by=cast.bea.code)
    worker.do(claim(worker.code, at=NOW))
    page = shown(cast, code, htmx=False).content.decode()
    assert "Failed" in page
    assert "the file is empty" in page


def test_it_says_when_it_is_tried_again(worker, cast):
    samples.raises["x"] = TimeoutError("slow")
    code = start(samples.write_down, "x", by=cast.bea.code)
    worker.do(claim(worker.code, at=NOW))
    assert DBTaskResult.objects.get().run_after > NOW + BACK_OFF[0]
    assert "no answer within 20 seconds. It is tried again at" in shown(cast, code).content.decode()


def test_nobody_else_sees_it(cast, work):
    assert shown(cast, work, person=cast.aad).status_code == 404
    with pytest.raises(Http404):
        progress_of("onbekend", seen_by=cast.actor(cast.bea))


def test_it_is_forgotten_with_the_job(worker, cast, work):
    worker.do(claim(worker.code, at=NOW))
    DBTaskResult.objects.update(finished_at=NOW)
    assert forget_done_jobs(NOW + DONE_DAYS * BACK_OFF[-1] * 12) == 1
    assert not Started.objects.filter(job=work).exists()


def test_what_is_rolled_back_was_never_started(worker, cast):
    from django.db import transaction

    with transaction.atomic():
        start(samples.count, 4, by=cast.bea.code)
        transaction.set_rollback(True)
    assert claim(worker.code, at=NOW) is None
