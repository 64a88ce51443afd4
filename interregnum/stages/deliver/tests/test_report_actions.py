"""The weekly report, and what passing time does."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from interregnum.journal.models import Entry
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver.actions.open_assignment import open_assignment
from interregnum.stages.deliver.actions.pass_time import miss_reports, start_assignments
from interregnum.stages.deliver.actions.report_week import mark_read, report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.models import Assignment, WeeklyReport
from interregnum.stages.deliver.queries import (
    assignment_picture,
    assignments_of,
    late_reports,
    own_work,
    under_way,
    unread_reports,
    write_page,
)
from interregnum.stages.deliver.rules.states import AssignmentState, Mood
from interregnum.stages.deliver.tests.deliver_world import a_plan, a_week, make_assignment, make_contract, signed
from tests.world import NOW, TODAY, Cast

WEEK = timedelta(weeks=1)


def count(kind: str) -> int:
    return Entry.objects.filter(kind=kind).count()


@pytest.mark.mission("B3")
def test_max_reports_a_week_with_its_role_mix_and_measurement(cast: Cast) -> None:
    row, by = make_assignment(cast), cast.actor(cast.max)
    save_plan(assignment=row.code, plan=a_plan(), by=by, at=NOW)
    week = a_week(role_mix=RoleMix(60, 10, 10, 20), measured={row.results.get().code: Decimal("17.5")})
    code = report_week(assignment=row.code, week=week, by=by, at=NOW)
    report = WeeklyReport.objects.get(code=code)
    assert report.role_mix == RoleMix(60, 10, 10, 20)
    assert report.measurements.get().value == Decimal("17.5")
    assert count("WeekReported") == 1


def test_max_corrects_a_week_until_carla_has_read_it(cast: Cast) -> None:
    row, by = make_assignment(cast), cast.actor(cast.max)
    code = report_week(assignment=row.code, week=a_week(), by=by, at=NOW)
    again = report_week(assignment=row.code, week=a_week(progress="Beter gezegd."), by=by, at=NOW)
    assert (again, row.reports.get().progress) == (code, "Beter gezegd.")
    mark_read(report=str(code), by=cast.actor(cast.carla), at=NOW)
    refused = report_week(assignment=row.code, week=a_week(mood=Mood.HARD), by=by, at=NOW)
    assert refused.reasons[0].code == "deliver.report_read"  # type: ignore[union-attr]
    assert row.reports.get().mood == Mood.GOOD
    assert (count("WeekReported"), count("ReportCorrected")) == (1, 1)


def test_carla_says_only_once_that_she_has_read_a_report(cast: Cast) -> None:
    row = make_assignment(cast)
    code = str(report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW))
    for _time in range(2):
        mark_read(report=code, by=cast.actor(cast.carla), at=NOW)
    assert count("ReportRead") == 1


@pytest.mark.parametrize(
    ("monday", "code"),
    [(TODAY + WEEK, "deliver.week_not_begun"), (TODAY - WEEK, "deliver.week_outside_term")],
)
def test_max_cannot_report_next_week_or_a_week_before_the_start(cast: Cast, monday: date, code: str) -> None:
    row = make_assignment(cast)
    refused = report_week(assignment=row.code, week=a_week(monday), by=cast.actor(cast.max), at=NOW)
    assert refused.reasons[0].code == code  # type: ignore[union-attr]
    assert not row.reports.exists()


def test_a_measurement_of_a_result_that_is_not_in_the_plan_is_refused(cast: Cast) -> None:
    row = make_assignment(cast)
    week = a_week(measured={"onbekend": Decimal(1)})
    refused = report_week(assignment=row.code, week=week, by=cast.actor(cast.max), at=NOW)
    assert refused.reasons[0].code == "deliver.unknown_result"  # type: ignore[union-attr]


def test_an_assignment_starts_on_its_first_day_and_once(cast: Cast) -> None:
    row = make_assignment(cast, starts_on=date(2026, 3, 3))
    assert start_assignments(NOW) == 0
    # 23:00 UTC on 2 March is midnight in Amsterdam: the third has begun.
    first_moment = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
    assert [start_assignments(first_moment) for _time in range(2)] == [1, 0]
    row.refresh_from_db()
    assert row.state == AssignmentState.RUNNING
    assert count("AssignmentStarted") == 1


@pytest.mark.mission("B3")
def test_a_week_without_a_report_is_noted_once(cast: Cast) -> None:
    row = make_assignment(cast)
    start_assignments(NOW)
    report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW)
    assert miss_reports(NOW + 2 * WEEK - timedelta(days=1)) == 0
    assert [miss_reports(NOW + 2 * WEEK) for _time in range(2)] == [1, 0]
    assert miss_reports(NOW + 4 * WEEK) == 2
    assert count("ReportMissed") == 3


def test_the_desks_know_what_is_due_late_and_unread(cast: Cast) -> None:
    row = make_assignment(cast)
    start_assignments(NOW)
    report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW)
    on = TODAY + 2 * WEEK
    due = own_work(seen_by=cast.actor(cast.max), on=on).weeks
    assert [(line.week, line.is_late) for line in due] == [(11, True), (12, False)]
    assert [line.week for line in late_reports(seen_by=cast.actor(cast.bea), on=on)] == [11]
    seen = under_way(seen_by=cast.actor(cast.bea), on=on + WEEK, most=1)
    assert (seen.count, seen.late_count) == (1, 2)
    assert seen.late == late_reports(seen_by=cast.actor(cast.bea), on=on + WEEK)[:1]
    assert seen.first == assignments_of(seen_by=cast.actor(cast.bea), on=on + WEEK)
    assert under_way(seen_by=cast.actor(cast.aad), on=on, most=1).count == 0
    assert [line.week for line in unread_reports(seen_by=cast.actor(cast.carla))] == [10]
    assert unread_reports(seen_by=cast.actor(cast.otto)) == ()
    assert own_work(seen_by=cast.actor(cast.olga), on=on).weeks == ()


def missing(cast: Cast, row: Assignment, on: date) -> tuple[int, list[int], int, list[int], list[str]]:
    """How many weeks the manager's to-dos ask; those on the own desk; how many the firm misses; as the lists say it."""
    picture = assignment_picture(row.code, seen_by=cast.actor(cast.max), on=on)
    todos = sum(todo.url.startswith(reverse("manager:deliver-report", args=[row.code])) for todo in picture.todos)
    weeks = [line.week for line in own_work(seen_by=cast.actor(cast.max), on=on).weeks]
    seen = under_way(seen_by=cast.actor(cast.bea), on=on, most=5)
    late = [line.week for line in late_reports(seen_by=cast.actor(cast.bea), on=on)]
    lines = (*seen.first, *assignments_of(seen_by=cast.actor(cast.bea), on=on))
    assert [line.week for line in seen.late] == late
    assert [len(line.late) for line in lines] == [len(late), len(late)]
    page = write_page(row.code, week=None, seen_by=cast.actor(cast.max), on=on)
    assert picture.late == tuple(day for _week, day in page.late)
    return todos, weeks, seen.late_count, late, [week for week, _day in page.late]


@pytest.mark.mission("B3")
def test_no_week_of_an_assignment_that_a_gate_holds_back_is_asked_or_late(cast: Cast) -> None:
    code = open_assignment(signed(make_contract(cast)), cast.actor(cast.bea), NOW)
    row, on = Assignment.objects.get(code=code), TODAY + 3 * WEEK
    assert start_assignments(NOW + 3 * WEEK) == 0
    assert missing(cast, row, on) == (0, [], 0, [], [])
    Assignment.objects.update(state=AssignmentState.RUNNING, starts_on=on - WEEK)
    assert missing(cast, row, on) == (2, [12, 13], 1, [12], ["Week 12"])


@pytest.mark.mission("H1")
def test_who_succeeds_another_manager_is_asked_the_own_weeks_alone(cast: Cast) -> None:
    row, on = make_assignment(cast), TODAY + 3 * WEEK
    start_assignments(NOW)
    assert missing(cast, row, on)[3] == [10, 11, 12]
    Assignment.objects.update(manager_since=on - WEEK)
    assert missing(cast, row, on) == (2, [12, 13], 1, [12], ["Week 12"])
    # What the other one reported makes up for nothing.
    report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW)
    assert missing(cast, row, on)[2:4] == (1, [12])


def test_the_tick_starts_assignments_and_notes_missed_weeks_once(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    make_assignment(cast)
    with time_machine.travel(NOW + WEEK, tick=False):
        call_command("tick")
        said = capsys.readouterr().out
        call_command("tick")
    assert said.split() == ["start_assignments:", "1", "miss_reports:", "1", "measure_quality:", "1"]
    assert capsys.readouterr().out == ""
    assert (count("AssignmentStarted"), count("ReportMissed")) == (1, 1)
