"""Whoever is on an assignment is not offered for the same days again."""

from datetime import timedelta

import pytest
import time_machine

from interregnum.flow.taken import assignment_opened
from interregnum.people.models import Manager
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.models import Shortlist
from interregnum.stages.contract.models import Contract
from interregnum.stages.deliver.facts import AssignmentOpened
from interregnum.stages.deliver.models import Assignment
from tests.life import Life
from tests.world import NOW, TODAY


@pytest.mark.mission("D2")
@pytest.mark.django_db
def test_a_manager_on_an_assignment_is_free_after_it_and_the_next_list_knows(cast):
    with time_machine.travel(NOW, tick=False):
        Life(cast, until="signed")
        other = Life(cast, until="agreed")
        drawn = draw_shortlist(brief=other.brief, by=other.anton, at=NOW)
    running = Assignment.objects.get()
    max_ = Manager.objects.get(code=cast.max_profile.code)
    assert max_.available_on == running.ends_on + timedelta(days=1)
    listed = Shortlist.objects.get(code=drawn).listed.all()
    assert [each.manager.name for each in listed] == ["Olga Voorbeeld"]


@pytest.mark.django_db
def test_who_gives_half_of_the_week_stays_free_for_the_rest(cast):
    with time_machine.travel(NOW, tick=False):
        life = Life(cast, until="signed")
        Contract.objects.update(days_a_week=2)
        Manager.objects.filter(code=cast.max_profile.code).update(available_on=TODAY)
        opened = AssignmentOpened(
            assignment=life.assignment,
            contract=life.contract,
            request=life.request,
            organisation=cast.bank.code,
            manager=cast.max_profile.code,
        )
        assignment_opened(opened, life.anton, NOW)
    assert Manager.objects.get(code=cast.max_profile.code).available_on == TODAY
