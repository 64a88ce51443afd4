"""F3 A2: employees are asked at the end, after a failure too, and months later; told from five answers on alone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from interregnum.stages.handover.actions.close_handover import close_handover
from interregnum.stages.handover.models import Handover
from interregnum.stages.handover.queries.closed import closed_assignments
from interregnum.stages.handover.rules.states import Ending
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.keep.models import Aftercare
from interregnum.stages.pulse.actions.run_rounds import stop_pulse, turn_pulses
from interregnum.stages.pulse.models import Round, Survey
from interregnum.stages.pulse.queries.extra import extra_round
from interregnum.stages.pulse.rules.states import Occasion, Way
from interregnum.stages.pulse.tests import pulse_world as pulse
from tests import world
from tests.world import NOW, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.mission("A2", "F3")]
CLOSED = NOW + timedelta(days=60)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    made = make_assignment(cast)
    pulse.running(made.code, by=cast.actor(cast.max))
    return made


def close(cast, row, ending=Ending.EARLY, at=CLOSED) -> None:
    told = {"assignment": row.code, "ending": ending, "why": "Klaar.", "by": cast.actor(cast.anton), "at": at}
    assert close_handover(**told) is None


def say(count: int, *, at: datetime, name: str = "Klantcontact") -> None:
    for _each in range(count):
        assert pulse.answer(name, 4, 3, at=at) is None


def over(at: datetime) -> datetime:
    """The open round is closed by the calendar."""
    later = at + timedelta(days=20)
    turn_pulses(later)
    return later


def closing(row) -> Any:
    return extra_round(row.code, occasion=Occasion.CLOSING)


@pytest.mark.parametrize("ending", [Ending.EARLY, Ending.GUARANTEE, Ending.MANAGER_LEFT])
def test_employees_are_asked_a_last_time_when_it_closes_also_after_a_failure(cast, row, ending):
    turn_pulses(CLOSED - timedelta(days=30))
    close(cast, row, ending)
    assert (closing(row).is_open, closing(row).asked) == (True, 42)
    say(6, at=CLOSED)
    over(CLOSED)
    assert (closing(row).is_open, closing(row).tenths) == (False, 35)
    assert Survey.objects.get().state == "over"
    (kept,) = closed_assignments(assignments=[row.code])
    assert kept.attitude == 35
    # The index of the end stays what it was.
    assert Handover.objects.get().attitude is None


def test_the_page_of_the_end_shows_it_and_never_of_fewer_than_five(cast, row):
    close(cast, row)
    pages = {desk: reverse(f"{desk}:handover-page", args=[row.code]) for desk in ("client", "bureau")}
    with time_machine.travel(CLOSED, tick=False):
        assert "42 of them" in world.browser(cast.carla).get(pages["client"]).content.decode()
    say(4, at=CLOSED)
    with time_machine.travel(over(CLOSED), tick=False):
        for who, desk in ((cast.carla, "client"), (cast.anton, "bureau")):
            shown = world.browser(who).get(pages[desk]).content.decode()
            assert "too few to tell of it" in shown
            assert "3.5" not in shown
    assert closing(row).tenths is None


def test_of_a_client_who_is_gone_and_where_no_pulse_ran_nobody_is_asked(cast, row):
    close(cast, row, Ending.CLIENT_GONE)
    assert closing(row) is None
    Survey.objects.all().delete()
    assert closing(row) is None


def test_months_later_they_are_asked_again_each_time_once(cast, row):
    close(cast, row)
    over(CLOSED)
    asked = datetime.combine(Aftercare.objects.get(months=3).due_on, CLOSED.time(), CLOSED.tzinfo)
    assert ask_aftercare(asked) == 1
    ask_aftercare(asked + timedelta(days=10))
    found = Round.objects.filter(occasion=Occasion.LOOK_BACK)
    assert [one.months for one in found] == [3]
    say(5, at=asked)
    with time_machine.travel(over(asked), tick=False):
        for who, desk in ((cast.carla, "client"), (cast.anton, "bureau")):
            shown = world.browser(who).get(reverse(f"{desk}:keep-page", args=[row.code])).content.decode()
            assert "Employees give 3.5 of 5" in shown


def test_where_the_addresses_have_gone_each_group_gets_one_code(cast):
    made = make_assignment(cast)
    many = {"Klantcontact": [f"mens{number}@example.org" for number in range(8)]}
    pulse.running_by_mail(made.code, by=cast.actor(cast.max), addresses=many)
    assert stop_pulse(assignment=made.code, by=cast.actor(cast.max), at=NOW) == made.code
    Survey.objects.get().addresses.all().delete()
    close(cast, made)
    assert Survey.objects.get().way is Way.CODE
    say(8, at=CLOSED)
    over(CLOSED)
    assert closing(made).tenths == 35
