"""What Max sees and does, through the browser."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.actions.report_week import mark_read, report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.rules.states import PlanState
from interregnum.stages.deliver.tests.deliver_world import a_plan, a_week, make_assignment
from tests.life import SAID
from tests.world import NOW, TODAY, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")
WEEK = timedelta(weeks=1)


@pytest.fixture
def row(cast: Cast) -> Assignment:
    return make_assignment(cast)


def plan_fields(**changes: str) -> dict[str, str]:
    fields = {str(part): text for part, text in SAID.items()} | {"do": "save", "once": "a"}
    fields |= {"facts": "Te veel overdrachten.", "first_result_on": "2026-04-17"}
    for place in range(3):
        fields |= {f"result-{place}-{name}": "" for name in ("code", "title", "unit", "baseline", "target", "due_on")}
        fields |= {f"phase-{place}-{name}": "" for name in ("title", "ends_on", "checkpoint")}
    result = {"title": "Dagen tot offerte", "unit": "dagen", "baseline": "19", "target": "5.5", "due_on": "2026-07-31"}
    phase = {"title": "Landen", "ends_on": "2026-03-27", "checkpoint": "Plan besproken"}
    fields |= {f"result-0-{name}": value for name, value in result.items()}
    fields |= {f"phase-1-{name}": value for name, value in phase.items()}
    return fields | changes


def week_fields(**changes: str) -> dict[str, str]:
    fields = {"mood": "good", "progress": "Team gesproken.", "once": "a"}
    mix = dict(zip(("role_mix_0", "role_mix_1", "role_mix_2", "role_mix_3"), ("50", "20", "10", "20"), strict=True))
    return fields | mix | changes


def test_max_sees_what_to_do_and_olga_sees_nothing(
    cast: Cast, row: Assignment, django_assert_max_num_queries: Any
) -> None:
    for name in ("deliver-assignment", "deliver-plan", "deliver-report"):
        address = reverse(f"manager:{name}", args=[row.code])
        client = browser(cast.max)
        with django_assert_max_num_queries(20 if name == "deliver-assignment" else 15):
            assert client.get(address).status_code == 200
        assert browser(cast.olga).get(address).status_code == 404
        assert browser(cast.carla).get(address).status_code == 404
    start_assignments(NOW)
    text = browser(cast.max).get(reverse("manager:deliver-assignment", args=[row.code])).text
    assert "Report week 10" in text
    assert "Due Mar" in text or "Due 30" in text
    assert "1,200" not in text


def test_max_saves_a_draft_and_sends_it(cast: Cast, row: Assignment) -> None:
    client, address = browser(cast.max), reverse("manager:deliver-plan", args=[row.code])
    assert client.post(address, plan_fields()).url == f"{address}?saved=1"
    assert row.results.get().title == "Dagen tot offerte"
    assert [phase.title for phase in row.phases.all()] == ["Landen"]
    again = plan_fields(do="send", once="b") | {"result-0-code": row.results.get().code}
    assert client.post(address, again).url == reverse("manager:deliver-assignment", args=[row.code]) + "?saved=1"
    row.refresh_from_db()
    assert row.plan_state == PlanState.PROPOSED
    assert row.results.count() == 1


def test_a_half_filled_line_is_said_beside_its_field_and_nothing_typed_is_lost(cast: Cast, row: Assignment) -> None:
    changes = {
        "result-0-target": "",
        "result-1-title": "Tweede resultaat",
        "phase-1-ends_on": "2028-01-01",
    }
    wrong = plan_fields() | changes
    answer = browser(cast.max).post(reverse("manager:deliver-plan", args=[row.code]), wrong)
    assert answer.status_code == 422
    assert 'id="id_result-0-target_error"' in answer.text
    assert 'id="id_phase-1-ends_on_error"' in answer.text
    assert 'value="Tweede resultaat"' in answer.text
    assert not row.results.exists()


def test_a_plan_without_results_cannot_be_sent_but_what_was_typed_stays(cast: Cast, row: Assignment) -> None:
    fields = plan_fields(do="send") | {
        f"result-0-{name}": "" for name in ("title", "unit", "baseline", "target", "due_on")
    }
    answer = browser(cast.max).post(reverse("manager:deliver-plan", args=[row.code]), fields)
    assert answer.status_code == 422
    assert "at least one result" in answer.text
    assert "Te veel overdrachten." in answer.text
    row.refresh_from_db()
    assert row.plan_state == PlanState.DRAFT and not row.plan_texts.exists()


@pytest.mark.mission("B3")
def test_max_reports_the_week_and_a_second_press_changes_nothing(cast: Cast, row: Assignment) -> None:
    client, address = browser(cast.max), reverse("manager:deliver-report", args=[row.code])
    for _time in range(2):
        next_page = f"{reverse('manager:deliver-assignment', args=[row.code])}?sent={TODAY}"
        assert client.post(address, week_fields()).url == next_page
    report = row.reports.get()
    assert (report.monday, report.role_mix) == (TODAY, RoleMix(50, 20, 10, 20))


@pytest.mark.mission("B3")
def test_four_roles_that_do_not_add_up_are_refused_beside_the_field(cast: Cast, row: Assignment) -> None:
    fields = week_fields(role_mix_0="70")
    answer = browser(cast.max).post(reverse("manager:deliver-report", args=[row.code]), fields)
    assert answer.status_code == 422
    assert 'id="id_role_mix_error"' in answer.text
    assert "Team gesproken." in answer.text
    assert not row.reports.exists()


def test_the_next_week_begins_with_the_numbers_of_the_last(cast: Cast, row: Assignment) -> None:
    by = cast.actor(cast.max)
    save_plan(assignment=row.code, plan=a_plan(), by=by, at=NOW)
    result = row.results.get()
    week = a_week(role_mix=RoleMix(70, 10, 10, 10), measured={result.code: 17})
    report_week(assignment=row.code, week=week, by=by, at=NOW)
    with time_machine.travel(NOW + WEEK, tick=False):
        text = browser(cast.max).get(reverse("manager:deliver-report", args=[row.code])).text
    assert f'name="measured_{result.code}" value="17"' in text
    assert 'name="role_mix_0" id="id_role_mix_0" min="0" max="100" step="5" value="70"' in text
    assert "Week 11" in text


def test_max_reports_a_week_that_he_missed(cast: Cast, row: Assignment) -> None:
    address = reverse("manager:deliver-report", args=[row.code])
    start_assignments(NOW)
    with time_machine.travel(NOW + WEEK, tick=False):
        client = browser(cast.max)
        assert f"{address}?week={TODAY}" in client.get(address).text
        client.post(f"{address}?week={TODAY}", week_fields())
    assert row.reports.get().monday == TODAY


@pytest.mark.parametrize("week", ["2026-03-09", "2026-03-03", "2025-03-03", "morgen"])
def test_a_week_that_cannot_be_reported_does_not_exist(cast: Cast, row: Assignment, week: str) -> None:
    address = reverse("manager:deliver-report", args=[row.code])
    assert browser(cast.max).get(address, {"week": week}).status_code == 404


def test_max_sees_that_a_report_stands_once_carla_has_read_it(cast: Cast, row: Assignment) -> None:
    code = str(report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW))
    mark_read(report=code, by=cast.actor(cast.carla), at=NOW)
    client, address = browser(cast.max), reverse("manager:deliver-report", args=[row.code])
    page = client.get(address)
    assert "so it stands" in page.text
    assert "<textarea" not in page.text
    answer = client.post(address, week_fields(progress="Toch anders."))
    assert answer.status_code == 422
    assert row.reports.get().progress == "Team gesproken."
