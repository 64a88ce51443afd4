"""A night on which the terms of many are over keeps nobody waiting, and goes on where it stopped."""

from datetime import timedelta

import pytest

from interregnum.records import terms
from interregnum.records.keeping import apply_terms
from interregnum.records.models import PoolStay
from tests import world
from tests.world import NOW


@pytest.mark.django_db
def test_of_many_whose_term_is_over_each_goes_by_itself(cast, monkeypatch):
    managers = [world.make_manager(name=f"Weg {number}", email=f"weg{number}@example.org") for number in range(3)]
    PoolStay.objects.bulk_create(PoolStay(manager=one.code, since=NOW - timedelta(days=800)) for one in managers)
    erase, tried = terms.erase_person, []

    def erases_the_first(person, **how):
        if tried:
            raise OSError("the disk is full")
        tried.append(person)
        return erase(person, **how)

    monkeypatch.setattr(terms, "erase_person", erases_the_first)
    with pytest.raises(OSError, match="full"):
        apply_terms(NOW)
    assert PoolStay.objects.count() == 2
    monkeypatch.undo()
    apply_terms(NOW)
    assert not PoolStay.objects.exists()
