"""Hours through the actions: sent once, answered as seen, corrected with a trail, approved by silence if agreed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.http import Http404

from interregnum.jobs.models import Mail
from interregnum.journal.models import Entry
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.rules.clauses import HOURS_SILENCE
from interregnum.stages.deliver.actions.answer_hours import answer_hours, approve_unanswered
from interregnum.stages.deliver.actions.remind_hours import remind_of_hours, remind_to_approve
from interregnum.stages.deliver.actions.write_hours import Hours, correct_hours, write_hours
from interregnum.stages.deliver.models import Assignment, HoursWeek
from interregnum.stages.deliver.queries import approved_minutes, hours_to_answer, own_work
from interregnum.stages.deliver.rules.hours import HoursState
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.tests.deliver_world import make_assignment
from tests.world import NOW, TODAY, Cast, make_manager

FRIDAY = NOW + timedelta(days=4)
TUESDAY = TODAY + timedelta(days=1)
DAY = 480


def running(cast: Cast, **options: Any) -> Assignment:
    row = make_assignment(cast, **options)
    Assignment.objects.filter(pk=row.pk).update(state=AssignmentState.RUNNING)
    row.refresh_from_db()
    return row


def week(version: int = 0, reason: str = "", **minutes: int) -> Hours:
    """Days by their English names: `tue=60`; Monday to Thursday are eight hours unless said otherwise."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    usual = dict.fromkeys(names[:4], DAY)
    days = {TODAY + timedelta(days=place): (usual | minutes).get(name, 0) for place, name in enumerate(names)}
    return Hours(monday=TODAY, minutes=days, version=version, reason=reason)


def sent(cast: Cast, row: Assignment, hours: Hours | None = None, at: datetime = FRIDAY) -> HoursWeek:
    code = write_hours(assignment=row.code, hours=hours or week(), send=True, by=cast.actor(cast.max), at=at)
    assert isinstance(code, str), code
    return HoursWeek.objects.get(code=code)


def codes(refused: object) -> list[str]:
    assert isinstance(refused, Refused), refused
    return [reason.code for reason in refused.reasons]


def kinds() -> list[str]:
    return list(Entry.objects.filter(kind__startswith="Hours").order_by("number").values_list("kind", flat=True))


def approved(row: HoursWeek) -> int:
    return sum(day.approved or 0 for day in row.days.all())


def test_a_kept_week_is_sent_later_and_only_once(cast):
    row, by = running(cast), cast.actor(cast.max)
    write_hours(assignment=row.code, hours=week(fri=60), send=False, by=by, at=FRIDAY)
    assert not Mail.objects.filter(template="mail/hours_sent.txt").exists()
    sent(cast, row, week(1))
    again = write_hours(assignment=row.code, hours=week(2, fri=DAY), send=True, by=by, at=FRIDAY)
    assert codes(again) == ["deliver.hours_sent"]
    assert [day.minutes for day in row.hours.get().days.all()] == [DAY] * 4 + [0] * 3
    assert kinds() == ["HoursWritten", "HoursSent"]


def test_two_windows_do_not_overwrite_one_another(cast):
    row, by = running(cast), cast.actor(cast.max)
    write_hours(assignment=row.code, hours=week(fri=60), send=False, by=by, at=FRIDAY)
    other = write_hours(assignment=row.code, hours=week(0), send=False, by=by, at=FRIDAY)
    assert codes(other) == ["deliver.hours_changed"]
    assert row.hours.get().days.get(day=TODAY + timedelta(days=4)).minutes == 60


def test_the_delegate_is_told_and_approves_in_one_press(cast):
    hours = sent(cast, running(cast))
    to = set(Mail.objects.filter(template="mail/hours_sent.txt").values_list("to", flat=True))
    assert to == {cast.dirk.email}
    by = cast.actor(cast.dirk)
    assert [line.code for line in hours_to_answer(seen_by=by)] == [hours.code]
    assert answer_hours(week=hours.code, version=hours.version, by=by, at=FRIDAY) is None
    hours.refresh_from_db()
    assert (hours.state, approved(hours), hours.answered_by) == (HoursState.APPROVED, 4 * DAY, cast.dirk)
    assert hours_to_answer(seen_by=by) == ()
    assert codes(answer_hours(week=hours.code, version=hours.version, by=by, at=FRIDAY)) == ["deliver.hours_answered"]


def test_a_delegate_of_another_client_finds_no_such_hours(cast):
    hours = sent(cast, running(cast))
    for stranger in (cast.dora, cast.otto, cast.olga):
        with pytest.raises(Http404):
            answer_hours(week=hours.code, version=1, by=cast.actor(stranger), at=FRIDAY)


def test_a_week_that_was_changed_meanwhile_is_not_approved(cast):
    hours, seen = sent(cast, running(cast)), 1
    change = week(1, "Dinsdag was korter.", tue=DAY // 2)
    assert isinstance(correct_hours(week=hours.code, hours=change, by=cast.actor(cast.max), at=FRIDAY), str)
    refused = answer_hours(week=hours.code, version=seen, by=cast.actor(cast.carla), at=FRIDAY)
    assert codes(refused) == ["deliver.hours_changed_meanwhile"]
    hours.refresh_from_db()
    assert (hours.state, approved(hours)) == (HoursState.SENT, 0)


def test_days_go_back_with_a_reason_and_the_others_are_approved(cast):
    hours, by = sent(cast, running(cast)), cast.actor(cast.carla)
    silent = answer_hours(week=hours.code, version=1, back=[TUESDAY], by=by, at=FRIDAY)
    assert codes(silent) == ["deliver.hours_back_why"]
    assert answer_hours(week=hours.code, version=1, back=[TUESDAY], reason="Vrij.", by=by, at=FRIDAY) is None
    hours.refresh_from_db()
    assert (hours.state, approved(hours)) == (HoursState.RETURNED, 3 * DAY)
    (line,) = own_work(seen_by=cast.actor(cast.max), on=TODAY + timedelta(days=4)).hours
    assert line.came_back
    # The day came back, so it is changed without a word; and leaves its trail.
    mended = correct_hours(week=hours.code, hours=week(2, tue=0), by=cast.actor(cast.max), at=FRIDAY)
    assert isinstance(mended, str)
    assert answer_hours(week=hours.code, version=3, by=by, at=FRIDAY) is None
    change = hours.corrections.get()
    assert (change.day, change.before, change.after, change.made_by) == (TUESDAY, DAY, 0, cast.max)
    assert approved(hours) == 3 * DAY
    assert kinds() == ["HoursSent", "HoursApproved", "HoursSentBack", "HoursCorrected", "HoursApproved"]


def test_approved_hours_stand_until_their_correction_is_approved(cast):
    row = running(cast)
    hours, by = sent(cast, row), cast.actor(cast.dirk)
    answer_hours(week=hours.code, version=1, by=by, at=FRIDAY)
    mine = cast.actor(cast.max)
    assert codes(correct_hours(week=hours.code, hours=week(2), by=mine, at=FRIDAY)) == ["deliver.hours_same"]
    wordless = correct_hours(week=hours.code, hours=week(2, tue=60), by=mine, at=FRIDAY)
    assert codes(wordless) == ["deliver.hours_reason_needed"]
    assert isinstance(correct_hours(week=hours.code, hours=week(2, "Ziek.", tue=60), by=mine, at=FRIDAY), str)
    months = {"seen_by": cast.actor(cast.bea), "first": date(2026, 3, 1), "last": date(2026, 3, 31)}
    assert approved_minutes(**months) == {(row.code, date(2026, 3, 1)): 4 * DAY}
    answer_hours(week=hours.code, version=3, by=by, at=FRIDAY)
    assert approved_minutes(**months) == {(row.code, date(2026, 3, 1)): 3 * DAY + 60}


def test_hours_of_two_assignments_together_fit_in_a_day(cast):
    first = running(cast)
    second = running(cast, number="C-2026-0008", organisation=cast.other_bank)
    sent(cast, first, week(mon=16 * 60))
    refused = write_hours(
        assignment=second.code, hours=week(mon=8 * 60 + 1), send=True, by=cast.actor(cast.max), at=FRIDAY
    )
    assert codes(refused) == ["deliver.hours_above_day_elsewhere"]
    assert not second.hours.exists()


def test_nobody_else_writes_hours_and_none_are_written_before_the_start(cast):
    row = make_assignment(cast)
    refused = write_hours(assignment=row.code, hours=week(), send=True, by=cast.actor(cast.max), at=FRIDAY)
    assert codes(refused) == ["deliver.hours_not_started"]
    with pytest.raises(Http404):
        write_hours(assignment=row.code, hours=week(), send=True, by=cast.actor(cast.olga), at=FRIDAY)


def test_silence_approves_only_what_the_contract_says_and_tells_so(cast):
    row = running(cast)
    hours = sent(cast, row)
    after = FRIDAY + timedelta(days=40)
    assert approve_unanswered(after) == 0
    row.contract.terms = {HOURS_SILENCE: 2}
    row.contract.save()
    # Two working days after Friday are Monday and Tuesday; on Wednesday nobody has answered.
    assert approve_unanswered(FRIDAY + timedelta(days=4)) == 0
    assert approve_unanswered(FRIDAY + timedelta(days=5)) == 1
    assert approve_unanswered(FRIDAY + timedelta(days=5)) == 0
    hours.refresh_from_db()
    assert (hours.state, hours.is_silent, hours.answered_by, approved(hours)) == (
        HoursState.APPROVED, True, None, 4 * DAY,
    )  # fmt: skip
    told = set(Mail.objects.filter(template="mail/hours_silent.txt").values_list("to", flat=True))
    assert told == {cast.max.email, cast.dirk.email}


def test_on_friday_who_has_not_sent_hours_is_reminded_once(cast):
    row = running(cast)
    assert remind_of_hours(NOW + timedelta(days=3)) == 0
    friday = datetime(2026, 3, 6, 9, tzinfo=UTC)
    assert (remind_of_hours(friday), remind_of_hours(friday)) == (1, 0)
    assert Mail.objects.get(template="mail/hours_due.txt").to == cast.max.email
    sent(cast, row)
    assert remind_of_hours(friday + timedelta(minutes=1)) == 0


def test_who_does_not_answer_is_asked_again_once(cast):
    sent(cast, running(cast))
    remind_to_approve(FRIDAY + timedelta(days=2))
    assert not Mail.objects.filter(template="mail/hours_wait.txt").exists()
    for days in (3, 4):
        remind_to_approve(FRIDAY + timedelta(days=days))
    assert Mail.objects.get(template="mail/hours_wait.txt").to == cast.dirk.email


def test_each_manager_sees_own_hours_to_write_after_thursday(cast):
    row = running(cast)
    running(cast, number="C-2026-0009", manager=make_manager(email="ander@example.org"))
    by = cast.actor(cast.max)
    assert own_work(seen_by=by, on=TODAY + timedelta(days=3)).hours == ()
    (line,) = own_work(seen_by=by, on=TODAY + timedelta(days=4)).hours
    assert (line.assignment, line.monday, line.more) == (row.code, TODAY, 0)
    sent(cast, row)
    assert own_work(seen_by=by, on=TODAY + timedelta(days=4)).hours == ()
