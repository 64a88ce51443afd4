"""What Carla sees and does, through the browser."""

from typing import Any

import pytest
from django.urls import reverse

from interregnum.stages.deliver.actions.agree_plan import agree_plan, propose_plan, send_back_plan
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.stages.deliver.tests.deliver_world import a_plan, a_week, make_assignment
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")

AGREES = {"do": "agree", "version": "1", "once": "a"}


@pytest.fixture
def row(cast: Cast) -> Assignment:
    row, by = make_assignment(cast), cast.actor(cast.max)
    save_plan(assignment=row.code, plan=a_plan(), by=by, at=NOW)
    propose_plan(assignment=row.code, by=by, at=NOW)
    return row


@pytest.fixture
def report(cast: Cast, row: Assignment) -> str:
    week = a_week(help_wanted="Een luisterend oor.", measured={row.results.get().code: 17})
    return str(report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW))


def addresses(row: Assignment, report: str) -> list[str]:
    return [
        reverse("client:deliver-assignment", args=[row.code]),
        reverse("client:deliver-plan", args=[row.code]),
        reverse("client:deliver-report", args=[report]),
    ]


def test_carla_sees_her_assignment_and_otto_does_not(
    cast: Cast, row: Assignment, report: str, django_assert_max_num_queries: Any
) -> None:
    client, stranger = browser(cast.carla), browser(cast.otto)
    for address in addresses(row, report):
        with django_assert_max_num_queries(15):
            assert client.get(address).status_code == 200
        assert stranger.get(address).status_code == 404
        assert browser(cast.max).get(address).status_code == 404


@pytest.mark.mission("A1")
def test_carla_sees_a_result_on_its_way_and_no_rates(cast: Cast, row: Assignment, report: str) -> None:
    text = browser(cast.carla).get(addresses(row, report)[0]).text
    assert "Dagen tot offerte" in text
    assert "From 19 to 5 dagen" in text
    assert "14%" in text
    assert "1,000" not in text and "1,200" not in text


def test_carla_agrees_to_the_plan(cast: Cast, row: Assignment) -> None:
    answer = browser(cast.carla).post(reverse("client:deliver-plan", args=[row.code]), AGREES)
    assert answer.status_code == 302
    row.refresh_from_db()
    assert row.plan_state == PlanState.AGREED


def test_carla_sends_the_plan_back_only_with_a_note(cast: Cast, row: Assignment) -> None:
    client, address = browser(cast.carla), reverse("client:deliver-plan", args=[row.code])
    empty = client.post(address, {"do": "send_back", "note": "", "once": "a"})
    assert empty.status_code == 422
    assert 'id="id_note_error"' in empty.text
    client.post(address, {"do": "send_back", "note": "Graag eerder klaar.", "once": "b"})
    row.refresh_from_db()
    assert (row.plan_state, row.plan_note) == (PlanState.SENT_BACK, "Graag eerder klaar.")


def test_carla_hears_that_somebody_answered_before_her(cast: Cast, row: Assignment) -> None:
    agree_plan(assignment=row.code, version=1, by=cast.actor(cast.carla), at=NOW)
    answer = browser(cast.carla).post(reverse("client:deliver-plan", args=[row.code]), AGREES)
    assert answer.status_code == 422
    assert "not waiting for an answer any more" in answer.text


def test_looking_at_a_report_does_not_mark_it_as_read(cast: Cast, row: Assignment, report: str) -> None:
    client, address = browser(cast.carla), reverse("client:deliver-report", args=[report])
    client.get(address)
    assert row.reports.get().read_at is None
    client.post(address, {"once": "a"})
    assert row.reports.get().read_at == NOW
    assert "I have read this" not in client.get(address).text


def test_the_call_for_help_stays_between_max_and_the_firm(cast: Cast, row: Assignment, report: str) -> None:
    for address in addresses(row, report):
        assert "luisterend oor" not in browser(cast.carla).get(address).text


def test_carla_does_not_read_a_plan_that_max_is_still_writing(cast: Cast, row: Assignment) -> None:
    send_back_plan(assignment=row.code, note="Eerder.", by=cast.actor(cast.carla), at=NOW)
    text = browser(cast.carla).get(reverse("client:deliver-plan", args=[row.code])).text
    assert "Te veel overdrachten." not in text
    assert "Not with you yet" in text
