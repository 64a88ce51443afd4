"""A queue in the database, as in earnest: the other tests run each job at once."""

import pytest
from django.utils import timezone

from interregnum.jobs import worker as module
from interregnum.jobs.alive import Pace
from interregnum.jobs.tests import samples
from interregnum.jobs.worker import Worker
from tests.mail_server import mail_server


@pytest.fixture(autouse=True)
def _fresh() -> None:
    samples.forget()


@pytest.fixture
def queue(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def worker(queue, db, monkeypatch) -> Worker:
    """A worker without its pulse: the tests say when it works and looks round.

    It keeps its connection: a test's transaction would end with it.
    """
    monkeypatch.setattr(module, "close_old_connections", lambda: None)
    monkeypatch.setattr(module.connections, "close_all", lambda: None)
    return Worker(clock=timezone.now, look_round=lambda _at: None, pace=Pace())


@pytest.fixture
def post_office(settings):
    """A mail server that is named in the settings."""
    with mail_server() as server:
        options = {"host": "127.0.0.1", "port": server.port, "timeout": 0.5}
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
        settings.KEEPS_MAIL_IN_FOLDER = False
        yield server
