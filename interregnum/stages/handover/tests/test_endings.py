"""A2: nobody opens the exit gate with one word: an ending that was noted nowhere is none once the term is over."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from interregnum.journal.models import Entry
from interregnum.people.models import Account
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.rules.ending import Leaving
from interregnum.stages.deliver.models import Assignment, Result
from interregnum.stages.handover.actions.close_handover import evaluate
from interregnum.stages.handover.actions.open_handover import open_handovers
from interregnum.stages.handover.models import ClosedResult, FreeWeek, Handover
from interregnum.stages.handover.queries.desks import HandoverWanted, handovers_waiting
from interregnum.stages.handover.queries.rows import anchoring_of
from interregnum.stages.handover.queries.weeks import week_page
from interregnum.stages.handover.rules.ending import fault_of_ending
from interregnum.stages.handover.rules.history import anchoring_after
from interregnum.stages.handover.rules.states import Ending, WeekState
from interregnum.stages.handover.tests.test_handover import (
    FULL,
    LATER,
    MARKS,
    OVER,
    anchored,
    close,
    codes,
    papers,
    write,
)
from tests import world
from tests.life import Life

pytestmark = [pytest.mark.mission("A2")]
ENDS_ON = date(2026, 9, 4)
OTHERWISE = [one for one in Ending if one is not Ending.TERM]
LEAVINGS = st.sampled_from(["", *(one.value for one in Leaving)])


@pytest.fixture
def life(cast):
    return Life(cast, until="reported")


@pytest.mark.django_db
@pytest.mark.parametrize("ending", OTHERWISE)
def test_once_the_term_is_over_a_word_of_the_firm_alone_ends_it_not_otherwise(life, ending):
    assert codes(close(life, Ending.TERM)) == ["handover.gate_shut"]
    over = LATER + timedelta(days=90)
    assert codes(close(life, ending, "x", at=over)) == ["handover.term_over"]
    assert not Handover.objects.filter(closed_at__isnull=False).exists()


@pytest.mark.django_db
def test_a_term_is_not_at_its_end_before_its_last_day(life):
    assert codes(close(life, Ending.TERM, at=LATER)) == ["handover.term_runs"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ending", "leaving"),
    [
        (Ending.EARLY, ""),
        (Ending.GUARANTEE, Leaving.ENDED),
        (Ending.MANAGER_LEFT, Leaving.ILL),
        (Ending.CLIENT_GONE, ""),
    ],
)
def test_what_was_noted_before_ends_it_also_after_the_last_day(life, ending, leaving):
    over = LATER + timedelta(days=90)
    Contract.objects.update(leaving=leaving)
    if ending is Ending.EARLY:
        Assignment.objects.update(ends_on=LATER.date())
    if ending is Ending.CLIENT_GONE:
        Account.objects.filter(seats__role="client").update(is_active=False)
    assert close(life, ending, "Zo ging het.", at=over) is None


@given(st.sampled_from(list(Ending)), st.integers(-40, 40), st.integers(-40, 40), LEAVINGS, st.booleans())
def test_before_the_last_day_only_otherwise_and_after_it_only_what_is_known(ending, after, cut, leaving, is_there):
    on, agreed = ENDS_ON + timedelta(days=after), ENDS_ON + timedelta(days=cut)
    fault = fault_of_ending(ending, on=on, ends_on=ENDS_ON, agreed=agreed, leaving=leaving, is_client_there=is_there)
    if after < 0:
        assert (fault is None) is (ending is not Ending.TERM)
    elif fault is None and ending is not Ending.TERM:
        assert cut > 0 or leaving or not is_there


@pytest.mark.django_db
def test_after_a_failure_too_each_of_the_three_is_asked_for_six_weeks_how_it_went(life):
    sara = life.cast.actor(life.cast.sara)
    assert close(life, Ending.EARLY, "Het ging niet.") is None

    def asked(who, days=1):
        return [one.wanted for one in handovers_waiting(seen_by=who, at=LATER + timedelta(days=days))]

    for who in (life.carla, life.max, sara):
        assert asked(who) == asked(who, 42) == [HandoverWanted.EVALUATE]
        assert asked(who, 43) == []
    assert asked(life.anton) == []
    own = reverse("client:handover-page", args=[life.assignment])
    with time_machine.travel(LATER, tick=False):
        window = world.browser(life.cast.carla)
        assert own in window.get(reverse("client:home")).text
        assert window.post(own, {"do": "evaluate", **MARKS}).status_code == 302
    assert asked(life.carla) == []


@pytest.mark.django_db
def test_of_a_client_who_is_gone_no_client_is_asked_how_it_went(life):
    assert close(life, Ending.CLIENT_GONE, "Opgeheven.") is None
    at = LATER + timedelta(days=1)
    assert handovers_waiting(seen_by=life.carla, at=at) == ()
    assert [one.wanted for one in handovers_waiting(seen_by=life.max, at=at)] == [HandoverWanted.EVALUATE]


@pytest.mark.django_db
def test_without_a_shadow_manager_two_are_enough(life):
    anchored(life)
    papers(life)
    for who in (life.carla, life.max):
        assert evaluate(assignment=life.assignment, marks=MARKS, words="", by=who, at=LATER) is None
    assert codes(close(life)) == ["handover.not_evaluated"]
    Assignment.objects.get().shadow_appointment.delete()
    assert close(life) is None


@pytest.mark.django_db
def test_a_measure_that_the_plan_changed_is_held_against_the_target_of_the_plan(life):
    anchored(life)
    Result.objects.update(unit="uren", baseline=152, target=40)
    page = week_page(life.assignment, seen_by=life.max, at=LATER)
    assert [(one.unit, one.norm) for one in page.lines] == [("uren", 40)]
    assert close(life, Ending.EARLY, "Klaar.") is None
    kept = ClosedResult.objects.get()
    assert (kept.unit, kept.baseline, kept.norm) == ("uren", 152, 40)


@pytest.mark.django_db
def test_what_employees_said_before_the_hand_over_began_counts_from_its_begin(life, monkeypatch):
    monkeypatch.setattr("interregnum.stages.handover.actions.open_handover.attitude_of", lambda _code: 50)
    assert open_handovers(LATER) == 1
    row = Handover.objects.get()
    assert (row.attitude, row.readings.last().total) == (50, 5)
    told = [(one.kind, one.payload.content) for one in Entry.objects.order_by("number").select_related("payload")]
    assert anchoring_after(told) == anchoring_of(row, on=LATER.date())


@pytest.mark.django_db
def test_how_the_last_week_went_is_asked_after_the_last_day_until_it_is_closed(life):
    open_handovers(LATER)
    last = Assignment.objects.get().ends_on
    days = {"first_on": last - timedelta(days=6), "last_on": last, "planned_at": LATER}
    FreeWeek.objects.create(handover=Handover.objects.get(), state=WeekState.AGREED, **days)
    found = handovers_waiting(seen_by=life.max, at=OVER + timedelta(days=1))
    assert HandoverWanted.WEEK_OVER in [one.wanted for one in found]
    assert close(life, Ending.EARLY, "Klaar.") is None
    found = handovers_waiting(seen_by=life.max, at=LATER + timedelta(days=1))
    assert [one.wanted for one in found] == [HandoverWanted.EVALUATE]


@pytest.mark.django_db
def test_shadow_manager_and_firm_read_all_of_a_card(life):
    said = FULL | {"budget": "Vier uur per week"}
    assert write(life, **said) is None
    for who, desk in ((life.cast.sara, "shadow"), (life.cast.anton, "bureau")):
        page = world.browser(who).get(reverse(f"{desk}:handover-page", args=[life.assignment])).text
        for words in ("Werkwijze 7", "Vier uur per week", "9 of 10", "The systems enforce it"):
            assert words in page, (desk, words)
