"""A past list proves the rest when somebody on it was erased since."""

import pytest

from interregnum.records.erase import erase_person
from interregnum.records.persons import person_of
from interregnum.stages.choose.models import PastRow
from interregnum.stages.choose.queries import Outcome, replay
from interregnum.stages.choose.tests.choose_world import drawn
from tests import world

pytestmark = pytest.mark.django_db


def test_the_others_are_weighed_again_and_keep_their_order(cast):
    row, bea = drawn(cast), cast.actor(cast.bea)
    first = row.listed.select_related("manager").first()
    erase_person(person_of(managers=[first.manager.code]), by=bea, at=world.NOW)
    found = replay(row.code, seen_by=bea)
    assert [line.outcome for line in found.lines] == [Outcome.UNKNOWN, Outcome.SAME]
    assert (found.seal, found.pool, found.outcome) == (Outcome.SAME,) * 3
    assert not PastRow.objects.filter(code=first.manager.code).exists()
