"""What several files of these tests begin with."""

import pytest

from interregnum.stages.invoice.tests.invoice_world import LATER, let_bill


@pytest.fixture
def cast(cast):
    """The people of a firm that may bill."""
    let_bill()
    return cast


@pytest.fixture
def bea(cast):
    return {"by": cast.actor(cast.bea), "at": LATER}


@pytest.fixture
def queued(settings):
    """Jobs wait in the queue, as they do in a house."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "replay"]}}
