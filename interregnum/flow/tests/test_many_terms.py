"""A night on which the terms of many are over keeps nobody waiting, and goes on where it stopped."""

from datetime import UTC, date, datetime, timedelta

import pytest

from interregnum.records import letting_go
from interregnum.records.keeping import NotGoneError, apply_terms
from interregnum.records.lengths import Unit, ends_at
from interregnum.records.models import PoolStay
from tests import world
from tests.world import NOW


@pytest.mark.parametrize(
    ("since", "unit", "length", "day"),
    [
        (datetime(2026, 3, 2, 15, 0, tzinfo=UTC), Unit.DAYS, 28, date(2026, 3, 30)),
        (datetime(2026, 1, 31, 15, 0, tzinfo=UTC), Unit.MONTHS, 1, date(2026, 2, 28)),
        (datetime(2024, 2, 29, 15, 0, tzinfo=UTC), Unit.MONTHS, 12, date(2025, 2, 28)),
        (date(2026, 5, 1), Unit.BOOK_YEARS, 7, date(2034, 1, 1)),
        (date(2026, 12, 31), Unit.BOOK_YEARS, 7, date(2034, 1, 1)),
    ],
)
def test_a_term_ends_as_the_law_counts(since, unit, length, day):
    assert ends_at(since, unit=unit, length=length).date() == day


@pytest.mark.django_db
def test_of_many_whose_term_is_over_each_goes_by_itself(cast, monkeypatch):
    managers = [world.make_manager(name=f"Weg {number}", email=f"weg{number}@example.org") for number in range(3)]
    PoolStay.objects.bulk_create(PoolStay(manager=one.code, since=NOW - timedelta(days=800)) for one in managers)
    erase, tried = letting_go.erase_person, []

    def erases_the_first(person, **how):
        if tried:
            raise OSError("this file is held by another")
        tried.append(person)
        return erase(person, **how)

    monkeypatch.setattr(letting_go, "erase_person", erases_the_first)
    with pytest.raises(NotGoneError, match="2 did not go"):
        apply_terms(NOW)
    assert PoolStay.objects.count() == 2
    monkeypatch.undo()
    apply_terms(NOW)
    assert not PoolStay.objects.exists()
