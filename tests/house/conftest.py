"""Lives that many tests look at or try a form on: each is made once for a file of tests, and undone behind it.

A test says by `by_step` (digest.py) at which step of a life it comes; those of one step stand together. What a test
itself changes is undone when it ends, as always.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from tests import world
from tests.life import Life

# A week on, the first day of the assignment has come.
AT = world.NOW + timedelta(days=8)


@dataclass(frozen=True)
class Lived:
    """A life as it is at one step, and where its files stand."""

    cast: world.Cast
    life: Life
    files: Path


@pytest.fixture(scope="module")
def life_at(request: Any, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Lived]:
    """The cast with one life until the step that is asked for."""
    files = settings.FILES_ROOT = tmp_path_factory.mktemp("files")
    settings.KEYS_FOLDER = tmp_path_factory.getbasetemp() / "keys"
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(AT, tick=False):
        cast = world.make_cast()
        yield Lived(cast, Life(cast, until=request.param), files)
        transaction.set_rollback(True)


@pytest.fixture
def at_that_time(life_at: Lived, _own_folders: None, db: None, settings: Any) -> Iterator[Lived]:
    """The same, with its files, on the day that it has come to."""
    settings.FILES_ROOT = life_at.files
    with time_machine.travel(AT, tick=False):
        yield life_at
