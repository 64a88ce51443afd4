"""Bounds that were corrected: of a firm that chose none, and of one that chose its own."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from interregnum.parameters.models import Parameter

CORRECT = import_module("interregnum.parameters.migrations.0048_bounds_as_the_practice_has_them").correct
OWN = {"valid_from": date(2026, 1, 1), "source": "Eigen keuze", "changed_by": "bea"}


@pytest.mark.django_db
def test_what_a_firm_chose_stays_and_what_it_could_not_choose_yet_comes() -> None:
    Parameter.objects.filter(name="deliver.odds_above").update(value={"doubt_above": 14, "against_above": 17})
    Parameter.objects.create(name="deliver.odds_above", value={"doubt_above": 14, "against_above": 20}, **OWN)
    Parameter.objects.create(name="deliver.signal_bounds", value={"behind_red": 30}, **OWN)
    CORRECT(apps, None)
    odds = [row.value["doubt_above"] for row in Parameter.objects.filter(name="deliver.odds_above")]
    assert odds == [14, 13], "the newest first: the own choice, then what came with the software"
    own = Parameter.objects.get(name="deliver.signal_bounds", changed_by="bea")
    assert own.value == {"behind_red": 30, "reviews_unprepared_amber": 1, "reviews_unprepared_red": 2}
    assert own.source == "Eigen keuze"
