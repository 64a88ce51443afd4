"""Pages know the time by themselves: these begin on the Monday on which a life of these tests is lived."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.life import Life
from tests.world import NOW, Cast


@pytest.fixture
def on_monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def life(cast: Cast) -> Life:
    """Signed and guarded, with its gates still shut."""
    return Life(cast, until="guarded")
