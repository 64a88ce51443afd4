"""The moment at which Carla presses, and the assignment on which she does."""

from collections.abc import Iterator

import pytest
import time_machine

from interregnum.jobs.models import Mail
from interregnum.stages.guarantee.tests.guarantee_world import PRESSED, running
from tests.life import Life
from tests.world import Cast


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(PRESSED, tick=False) as clock:
        yield clock


@pytest.fixture
def life(cast: Cast, clock: time_machine.Traveller) -> Life:
    life = running(cast)
    Mail.objects.all().delete()
    return life
