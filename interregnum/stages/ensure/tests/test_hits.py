"""G1: running assignments by standing, how often a signal was right, and the past under other bounds."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from interregnum.parameters.models import Parameter
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.models import Assignment, SignalReading
from interregnum.stages.deliver.rules.course import Reading, course_of
from interregnum.stages.deliver.rules.signals import Bound
from interregnum.stages.ensure.models import AssignmentOutcome
from interregnum.stages.ensure.rules.hits import Ended, Outcome, hits_of
from interregnum.stages.ensure.tests.review_world import running
from tests.world import NOW, TODAY, Cast, browser

AT = NOW + timedelta(weeks=3)
UNTIL = TODAY + timedelta(days=100)


def ended(outcome: Outcome | None, *numbers: float, amber: float = 70, red: float = 50) -> Ended:
    """Attendance, week by week."""
    readings = [
        Reading(TODAY + timedelta(weeks=place), "attendance_low", number) for place, number in enumerate(numbers)
    ]
    return Ended(outcome, course_of(readings, {"attendance_low": Bound(amber, red)}), UNTIL)


@pytest.mark.mission("G1")
def test_an_alarm_before_a_bad_outcome_was_right() -> None:
    past = [
        ended(Outcome.STOPPED, 80, 40),
        ended(Outcome.PARTIAL, 65, 66, 68),
        ended(Outcome.SUCCESS, 45, 90),
        ended(Outcome.REPLACED, 90, 90),
        ended(Outcome.SUCCESS, 90),
        ended(None, 40),
    ]
    hits = hits_of(past, "attendance_low", amber_days=14)
    assert (hits.alarms, hits.right, hits.wrong, hits.silent, hits.percent) == (4, 2, 1, 1, 67)
    assert hits_of([], "attendance_low", amber_days=14).percent is None


numbers = st.lists(st.integers(0, 100), min_size=1, max_size=8)
outcomes = st.sampled_from([*Outcome, None])


@given(st.lists(st.tuples(outcomes, numbers), max_size=6), st.integers(0, 50), st.integers(0, 50))
def test_looser_bounds_never_ring_oftener(
    past: list[tuple[Outcome | None, list[int]]], bound: int, looser: int
) -> None:
    """And what rings is either right, wrong, or of an assignment whose outcome nobody knows."""

    def hits(limit: int) -> Any:
        rows = [ended(outcome, *some, amber=limit, red=limit) for outcome, some in past]
        return hits_of(rows, "attendance_low", amber_days=14)

    strict, loose = hits(bound + looser), hits(bound)
    assert loose.alarms <= strict.alarms
    bad = sum(outcome is not None and outcome != Outcome.SUCCESS for outcome, _some in past)
    assert strict.right + strict.silent == bad
    assert strict.right + strict.wrong <= strict.alarms


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return running(cast)


def over(cast: Cast, row: Assignment, number: float) -> None:
    """It ended, and attendance was so on one day."""
    Assignment.objects.filter(pk=row.pk).update(state="closed")
    SignalReading.objects.create(assignment=row, part="attendance_low", read_on=TODAY, number=number)
    with time_machine.travel(AT, tick=False):
        told = {"outcome": "stopped", "why": "Te weinig draagvlak."}
        assert browser(cast.bea).post(f"/bureau/assignments/{row.code}/outcome/", told).status_code == 302


@pytest.mark.mission("G1")
def test_the_list_shows_who_stands_how_and_whose_it_is(cast: Cast, row: Assignment) -> None:
    measure_quality(AT)
    with time_machine.travel(AT, tick=False):
        page = browser(cast.bea).get("/bureau/quality/").text
        assert row.code in page
        assert row.code in browser(cast.bea).get("/bureau/quality/?standing=risk").text
        assert row.code not in browser(cast.bea).get("/bureau/quality/?standing=good").text
        assert browser(cast.bea).get("/bureau/quality/?standing=x&page=99999999").status_code == 200
        assert browser(cast.max).get("/bureau/quality/").status_code == 404
        Assignment.objects.update(owner=cast.bea)
        assert row.code not in browser(cast.anton).get("/bureau/quality/").text


@pytest.mark.mission("G1")
def test_the_past_is_replayed_before_bounds_change_and_only_a_partner_keeps_them(cast: Cast, row: Assignment) -> None:
    over(cast, row, 55)
    address = "/bureau/quality/signals/attendance_low/"
    tried = {"attendance_low-amber": "80", "attendance_low-red": "60"}
    with time_machine.travel(AT, tick=False):
        window = browser(cast.bea)
        assert "data-tried" not in window.get(address).text
        page = window.get(address, tried | {"try": "1", "valid_from": ""})
        assert page.context["page"].line.hits.right == 1
        assert page.context["page"].then.right == 1
        looser = window.get(address, {"attendance_low-amber": "40", "attendance_low-red": "30", "try": "1"})
        assert (looser.context["page"].then.right, looser.context["page"].then.silent) == (0, 1)
        assert Parameter.objects.filter(name="deliver.signal_bounds").count() == 1
        day = {"valid_from": f"{AT.date() + timedelta(days=3):%Y-%m-%d}"}
        assert browser(cast.anton).post(address, tried | day).status_code in {403, 404, 405}
        assert window.post(address, tried | {"valid_from": ""}).status_code == 422
        crossed = {"attendance_low-amber": "50", "attendance_low-red": "60"}
        assert window.post(address, crossed | day).status_code == 422
        for past in ("2026-03-01", "1900-01-01"):
            assert window.post(address, tried | {"valid_from": past}).status_code == 422
        assert window.post(address, tried | day).status_code == 302
        assert window.post(address, tried | day).status_code == 422
    kept = Parameter.objects.get(name="deliver.signal_bounds", valid_from=AT.date() + timedelta(days=3))
    assert (kept.value["attendance_low_amber"], kept.value["attendance_low_red"]) == (80, 60)
    assert kept.value["missed_red"] == 2


def test_a_bound_is_kept_where_it_stands_for_all_pages(cast: Cast, row: Assignment) -> None:
    with time_machine.travel(AT, tick=False):
        told = {"plan_late-amber": "21", "plan_late-red": "42", "valid_from": f"{AT.date():%Y-%m-%d}"}
        assert browser(cast.bea).post("/bureau/quality/signals/plan_late/", told).status_code == 302
    assert Parameter.objects.get(name="deliver.plan_due_days", valid_from=AT.date()).value == 21


def test_how_it_ended_is_said_after_its_last_day_by_the_bureau(cast: Cast, row: Assignment) -> None:
    address, told = f"/bureau/assignments/{row.code}/outcome/", {"outcome": "success", "why": ""}
    with time_machine.travel(AT, tick=False):
        assert browser(cast.bea).post(address, told).status_code == 422
        assert browser(cast.carla).post(address, told).status_code == 404
        Assignment.objects.update(ends_on=date(2026, 3, 20))
        assert browser(cast.bea).post(address, told).status_code == 302
        again = {"outcome": "relapsed", "why": "Na acht maanden."}
        assert browser(cast.bea).post(address, again).status_code == 302
    assert AssignmentOutcome.objects.get().outcome == Outcome.RELAPSED
