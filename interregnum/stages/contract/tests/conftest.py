"""Pages know the time by themselves: these begin at the moment at which a contract of these tests is drawn."""

from collections.abc import Iterator

import pytest
import time_machine

from tests import world


@pytest.fixture
def at_now() -> Iterator[None]:
    with time_machine.travel(world.NOW, tick=True):
        yield
