"""The manager writes the hours of a week, sends them, and corrects what was sent; nothing is overwritten silently."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Manager
from interregnum.stages.deliver.actions.tell import tell_approvers
from interregnum.stages.deliver.hours_facts import HoursCorrected, HoursSent, HoursWritten
from interregnum.stages.deliver.models import Assignment, HoursCorrection, HoursDay, HoursWeek
from interregnum.stages.deliver.queries.hours import days_as_they_stand, minutes_elsewhere, week_of
from interregnum.stages.deliver.queries.never import never_began
from interregnum.stages.deliver.queries.tenures import assignment_for_hours
from interregnum.stages.deliver.queries.visible import own_term
from interregnum.stages.deliver.rules.hours import (
    DayHours,
    HoursState,
    changes,
    check_hours,
    corrected,
    days_of,
    needs_reason,
)
from interregnum.stages.deliver.rules.reporting import may_report
from interregnum.stages.deliver.rules.states import AssignmentState


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Minutes by day of the week that begins on `monday`; `version`: which one was seen when they were typed."""

    monday: date
    minutes: Mapping[date, int]
    version: int = 0
    reason: str = ""

    @property
    def total(self) -> int:
        return sum(self.minutes.values())


@action
def write_hours(*, assignment: str, hours: Hours, send: bool, by: Actor, at: datetime) -> str | Refused:
    """Keep a week that was not sent yet, or send it in; returns the code of the week."""
    row = assignment_for_hours(assignment, seen_by=by)
    if (refused := _against(row, hours, on=local_day(at))) is not None:
        return refused
    week, _is_new = HoursWeek.objects.get_or_create(assignment=row, monday=hours.monday, manager=row.manager)
    sent = {"state": HoursState.SENT, "sent_at": at, "sent_by": Account.objects.get(code=by.code)} if send else {}
    # The filter carries what was seen: of two windows one writes, and a week is sent once.
    seen = HoursWeek.objects.filter(pk=week.pk, state=HoursState.DRAFT, version=hours.version)
    if not seen.update(version=hours.version + 1, **sent):
        return Refused.because("deliver.hours_changed" if week.state == HoursState.DRAFT else "deliver.hours_sent")
    state = HoursState.SENT if send else HoursState.DRAFT
    HoursDay.objects.bulk_create(
        [HoursDay(week=week, day=day, minutes=hours.minutes.get(day, 0), state=state) for day in days_of(hours.monday)],
        update_conflicts=True,
        unique_fields=["week", "day"],
        update_fields=["minutes", "state"],
    )
    kind = HoursSent if send else HoursWritten
    record(kind(assignment=row.code, monday=hours.monday.isoformat(), minutes=hours.total), by=by, at=at)
    if send:
        tell_approvers(row, template="mail/hours_sent.txt", code=str(week.code))
    return str(week.code)


@action
def correct_hours(*, week: str, hours: Hours, by: Actor, at: datetime) -> str | Refused:
    """Change a week after it was sent, or send it again as it was; what was approved stands until that is approved."""
    row = week_of(week, seen_by=by)
    row.assignment = assignment_for_hours(row.assignment.code, seen_by=by)
    if (refused := _against(row.assignment, hours, on=local_day(at))) is not None:
        return refused
    if row.version != hours.version:
        return Refused.because("deliver.hours_changed")
    before = days_as_they_stand(row)
    changed = changes(before, hours.minutes)
    if not changed and row.state != HoursState.RETURNED:
        return Refused.because("deliver.hours_same")
    if needs_reason(before, changed) and not hours.reason:
        return Refused.because("deliver.hours_reason_needed", "reason")
    account = Account.objects.get(code=by.code)
    seen = HoursWeek.objects.filter(pk=row.pk, version=hours.version).exclude(state=HoursState.DRAFT)
    again = {"state": HoursState.SENT, "sent_at": at, "sent_by": account, "is_silent": False}
    if not seen.update(version=hours.version + 1, **again):
        return Refused.because("deliver.hours_changed")
    for day, now in corrected(before, changed).items():
        row.days.filter(day=day).update(minutes=now.minutes, state=now.state)
    _note(row, before, changed, reason=hours.reason, by=account, at=at)
    was = sum(day.minutes for day in before.values())
    monday = row.monday.isoformat()
    record(HoursCorrected(assignment=row.assignment.code, monday=monday, before=was, minutes=hours.total), by=by, at=at)
    tell_approvers(row.assignment, template="mail/hours_sent.txt", code=str(row.code))
    return str(row.code)


def _note(
    week: HoursWeek,
    before: Mapping[date, DayHours],
    changed: Mapping[date, tuple[int, int]],
    *,
    reason: str,
    by: Account,
    at: datetime,
) -> None:
    """The trail: each day from what to what, also a day that came back and was left as it was."""
    noted = {day: (one.minutes, one.minutes) for day, one in before.items() if one.state == HoursState.RETURNED}
    HoursCorrection.objects.bulk_create(
        HoursCorrection(week=week, day=day, before=old, after=new, reason=reason, made_by=by, made_at=at)
        for day, (old, new) in sorted((noted | dict(changed)).items())
    )


def _against(row: Assignment, hours: Hours, *, on: date) -> Refused | None:
    """Why these hours cannot stand. Whoever writes hours of a manager holds that manager's row until it is done."""
    if row.state == AssignmentState.LANDING or never_began(row):
        return Refused.because("deliver.hours_not_started")
    if (refused := may_report(own_term(row), hours.monday, on=on)) is not None:
        return refused
    Manager.objects.select_for_update().get(pk=row.manager_id)
    elsewhere = minutes_elsewhere(row, hours.monday)
    reasons = check_hours(hours.minutes, term=own_term(row), elsewhere=elsewhere, on=on)
    return Refused(reasons) if reasons else None
