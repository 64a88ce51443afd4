"""Whoever is on an assignment is not offered for the same days again."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.people.models import Manager
from interregnum.stages.choose.models import Shortlist
from interregnum.stages.deliver.models import Assignment
from tests.life import Life
from tests.world import NOW


@pytest.mark.mission("D2")
@pytest.mark.django_db
def test_a_manager_on_an_assignment_is_free_after_it_and_the_next_list_knows(cast):
    with time_machine.travel(NOW, tick=False):
        Life(cast, until="signed")
        other = Life(cast, until="agreed")
        other.drawn()
    running = Assignment.objects.get()
    max_ = Manager.objects.get(code=cast.max_profile.code)
    assert max_.available_on == running.ends_on + timedelta(days=1)
    drawn = Shortlist.objects.get(code=other.shortlist)
    assert [each.manager.name for each in drawn.listed.all()] == ["Olga Voorbeeld"]


@pytest.mark.django_db
def test_who_gives_half_of_the_week_stays_free_for_the_rest(cast):
    Manager.objects.filter(code=cast.max_profile.code).update(days_a_week=5)
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="accepted")
        type(life).signed(life)
    running = Assignment.objects.select_related("contract").get()
    max_ = Manager.objects.get(code=cast.max_profile.code)
    is_mostly_taken = 2 * (5 - running.contract.days_a_week) < 5
    assert (max_.available_on > running.ends_on) == is_mostly_taken
