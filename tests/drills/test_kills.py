"""Server and worker are killed with -9 while people work: nothing that was acknowledged is lost, nothing is half."""

from collections.abc import Iterator

import pytest

from tests.drills.house import House, own_database
from tests.drills.kills import drill

pytestmark = pytest.mark.drill
KILLS = 12
PACE = 0.1


@pytest.fixture
def house(tmp_path, transactional_db) -> Iterator[House]:
    with own_database() as database:
        yield House(tmp_path / "var", database)


def test_what_was_acknowledged_is_there_whole_and_once(house):
    result = drill(house, kills=KILLS, pace=PACE)
    assert result.wrong == []
    assert "all as they were written" in result.verified
    assert sum(result.acknowledged.values()) > KILLS
    assert result.delivered_twice <= result.kills.get("worker", 0)
    assert result.seconds_to_resume <= 60


def test_an_action_in_two_transactions_is_left_half(house):
    result = drill(house, kills=KILLS, pace=PACE, wsgi="tests.drills.careless")
    assert [fault for fault in result.wrong if "rows of" in fault]
