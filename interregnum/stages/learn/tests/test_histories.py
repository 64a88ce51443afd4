"""The record that is stored and the one that the journal tells are the same, whatever happened."""

import pytest

from interregnum.people.models import Manager
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.learn.models import Record
from interregnum.stages.learn.queries.replay import record_by_journal, record_stored
from interregnum.stages.learn.tests.histories import live
from tests.life import Life
from tests.world import NOW, make_cast

pytestmark = pytest.mark.django_db


def test_stored_and_told_by_the_journal_are_equal_on_random_histories_and_not_when_one_is_changed():
    cast = make_cast()
    Life(cast, until="signed")
    assignments = list(Assignment.objects.values_list("pk", flat=True))
    managers = list(Manager.objects.order_by("pk")[:2])
    for seed in range(24):
        manager = managers[seed % 2]
        live(seed, manager, assignments, bureau=cast.actor(cast.bea), at=NOW)
        assert record_by_journal(manager.code) == record_stored(manager.code)
    row = Record.objects.exclude(sums={}).first()
    assert row is not None
    Record.objects.filter(pk=row.pk).update(sums={"client": [1, 1, 0, 1]})
    assert record_by_journal(row.manager.code) != record_stored(row.manager.code)
